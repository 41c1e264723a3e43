// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/isofixture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Benchboot::Tests {

QByteArray kernelImage(const KernelKind &kind)
{
    QByteArray image(8192, '\0');
    if (kind.linuxHeader) {
        image.replace(0x202, 4, "HdrS");
        qToLittleEndian<quint16>(kind.protocol, image.data() + 0x206);
        qToLittleEndian<quint16>(kind.is64Bit ? 1 : 0, image.data() + 0x236);
    }
    if (kind.peMachine) {
        constexpr int peOffset = 0x80;
        image.replace(0, 2, "MZ");
        qToLittleEndian<quint32>(peOffset, image.data() + 0x3c);
        image.replace(peOffset, 4, QByteArray("PE\0\0", 4));
        qToLittleEndian<quint16>(kind.peMachine, image.data() + peOffset + 4);
    }
    return image;
}

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

void writeFile(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int patchFile(const QString &path, const QByteArray &from, const QByteArray &to)
{
    Q_ASSERT(from.size() == to.size());
    auto content = readFile(path);
    const auto count = content.count(from);
    writeFile(path, content.replace(from, to));
    return int(count);
}

IsoFixture::IsoFixture() { QDir().mkpath(source({})); }

void IsoFixture::add(const QString &path, const QByteArray &content) { writeFile(source(path), content); }

void IsoFixture::addSparse(const QString &path, qint64 size, const QByteArray &end)
{
    add(path, {});
    QFile file(source(path));
    if (!file.open(QIODevice::ReadWrite) || !file.resize(size) || !file.seek(size - end.size()) || file.write(end) < 0)
        qFatal("%s cannot be made", qPrintable(path));
}

void IsoFixture::addLink(const QString &path, const QString &target)
{
    QDir().mkpath(QFileInfo(source(path)).path());
    QFile::link(target, source(path));
}

QString IsoFixture::make(const QStringList &arguments)
{
    const auto iso = path(u"download (%1).bin"_s.arg(++m_made));
    (void)output(u"xorriso"_s,
                 QStringList{u"-as"_s, u"mkisofs"_s, u"-quiet"_s, u"-o"_s, iso} + arguments + QStringList{source({})});
    return iso;
}

void addSystemRescueCd(IsoFixture &fixture, bool withAlternative)
{
    const QByteArray data(300'000, 'd');
    fixture.add(u"sysrcd.dat"_s, data);
    fixture.add(u"sysrcd.md5"_s, QCryptographicHash::hash(data, QCryptographicHash::Md5).toHex() + "  sysrcd.dat\n");
    fixture.add(u"version"_s, "5.3.2\n");
    fixture.add(u"isolinux/initram.igz"_s, QByteArray(50'000, 'i'));
    fixture.add(u"isolinux/isolinux.cfg"_s, "DEFAULT rescue32\n");
    fixture.addKernel(u"isolinux/rescue32"_s);
    fixture.addKernel(u"isolinux/rescue64"_s, {.is64Bit = true, .peMachine = 0x8664});
    if (withAlternative) {
        fixture.addKernel(u"isolinux/altker32"_s);
        fixture.addKernel(u"isolinux/altker64"_s, {.is64Bit = true, .peMachine = 0x8664});
    }
}

void addSystemRescue(IsoFixture &fixture)
{
    const QByteArray data(200'000, 's');
    fixture.add(u"sysresccd/x86_64/airootfs.sfs"_s, data);
    fixture.add(u"sysresccd/x86_64/airootfs.sha512"_s,
                QCryptographicHash::hash(data, QCryptographicHash::Sha512).toHex() + "  airootfs.sfs\n");
    fixture.add(u"sysresccd/VERSION"_s, "11.03\n");
    fixture.add(u"sysresccd/boot/amd_ucode.img"_s);
    fixture.add(u"sysresccd/boot/intel_ucode.img"_s);
    fixture.add(u"sysresccd/boot/x86_64/sysresccd.img"_s);
    fixture.addKernel(u"sysresccd/boot/x86_64/vmlinuz"_s, {.is64Bit = true, .peMachine = 0x8664});
}

void addLiveBoot(IsoFixture &fixture)
{
    fixture.add(u"live/filesystem.squashfs"_s, QByteArray(100'000, 'q'));
    fixture.add(u"live/initrd.img"_s);
    fixture.addKernel(u"live/vmlinuz"_s, {.is64Bit = true, .peMachine = 0x8664});
}

} // namespace Benchboot::Tests
