// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/packfixture.h"

#include <QFileInfo>
#include <QMap>
#include <QtTest>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace Benchboot::Tests {
namespace {

QByteArray varint(quint64 value)
{
    QByteArray bytes;
    for (; value > 0x7f; value >>= 7)
        bytes += char((value & 0x7f) | 0x80);
    return bytes + char(value);
}

/// A block of RAR 5: its checksum, and its length, come first.
QByteArray rarBlock(const QByteArray &fields)
{
    const auto counted = varint(quint64(fields.size())) + fields;
    return checksum(counted) + counted;
}

void run(const QString &folder, const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    QVERIFY2(process.waitForFinished(120'000), qPrintable(program));
    QVERIFY2(process.exitCode() == 0, (program.toUtf8() + process.readAllStandardError()).constData());
}

} // namespace

QByteArray checksum(QByteArrayView bytes)
{
    const auto sum = quint32(::crc32(0, reinterpret_cast<const Bytef *>(bytes.data()), uInt(bytes.size())));
    QByteArray text(4, '\0');
    qToLittleEndian(sum, text.data());
    return text;
}

QByteArray rarArchive(const QList<std::pair<QString, QByteArray>> &files, bool isVolume)
{
    auto archive = QByteArray("Rar!\x1a\x07\x01\x00", 8) + rarBlock(varint(1) + varint(0) + varint(isVolume ? 1 : 0));
    for (const auto &[name, content] : files) {
        const auto size = varint(quint64(content.size()));
        const auto utf8 = name.toUtf8();
        archive += rarBlock(varint(2) + varint(2) + size // a file, with data behind its header
                            + varint(4) + size + varint(0644) + checksum(content) // of which there is a checksum
                            + varint(0) + varint(1) // stored, made on Unix
                            + varint(quint64(utf8.size())) + utf8);
        archive += content;
    }
    return archive + rarBlock(varint(5) + varint(0) + varint(0));
}

QString pack(const QString &kind, const QString &folder, const QStringList &names)
{
    const auto packed = folder + u"/packed"_s; // the kind is found by content
    QFile::remove(packed);
    if (kind == u"gz" || kind == u"xz" || kind == u"zst") {
        static const QMap<QString, QString> programs{{u"gz"_s, u"gzip"_s}, {u"xz"_s, u"xz"_s}, {u"zst"_s, u"zstd"_s}};
        run(folder, u"sh"_s, {u"-c"_s, u"%1 -c < \"$1\" > packed"_s.arg(programs.value(kind)), u"sh"_s, names.first()});
    } else if (kind.startsWith(u"tar")) {
        // That of libarchive has all packers within itself.
        static const QMap<QString, QStringList> options{{u"tar.gz"_s, {u"-z"_s}},
                                                        {u"tar.bz2"_s, {u"-j"_s}},
                                                        {u"tar.xz"_s, {u"-J"_s}},
                                                        {u"tar.zst"_s, {u"--zstd"_s}}};
        const auto more = options.value(kind);
        if (more.isEmpty())
            run(folder, u"tar"_s, QStringList{u"-cf"_s, u"packed"_s} + names);
        else // holes would be written in a way that 7z does not read
            run(folder, u"bsdtar"_s, more + QStringList{u"--no-read-sparse"_s, u"-cf"_s, u"packed"_s} + names);
    } else if (kind == u"bz2") {
        run(folder, u"7z"_s, {u"a"_s, u"-bd"_s, u"-tbzip2"_s, u"packed.bz2"_s, names.first()});
        QFile::rename(packed + u".bz2"_s, packed);
    } else if (kind == u"zip") {
        run(folder, u"zip"_s, QStringList{u"-q"_s, u"-r"_s, u"packed.zip"_s} + names);
        QFile::rename(packed + u".zip"_s, packed);
    } else if (kind.startsWith(u"7z")) {
        QStringList options{u"a"_s, u"-bd"_s, u"-mx=1"_s};
        if (kind == u"7z, plain list")
            options.append(u"-mhc=off"_s);
        run(folder, u"7z"_s, options + QStringList{u"packed.7z"_s} + names);
        QFile::rename(packed + u".7z"_s, packed);
    } else if (kind == u"cab") {
        run(folder, u"gcab"_s, QStringList{u"-z"_s, u"-c"_s, u"packed"_s} + names);
    } else {
        QList<std::pair<QString, QByteArray>> files;
        for (const auto &name : names)
            files.emplaceBack(name, readFile(folder + u'/' + name));
        writeFile(packed, rarArchive(files));
    }
    return packed;
}

void makeFloppy(const QString &image, const QString &file)
{
    (void)output(u"mkfs.vfat"_s, {u"-C"_s, u"-n"_s, u"FLOPPY"_s, image, u"1440"_s});
    (void)output(u"mcopy"_s, {u"-i"_s, image, file, u"::/"_s});
}

} // namespace Benchboot::Tests
