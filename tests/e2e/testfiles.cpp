// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/testfiles.h"

#include "e2e/childprocess.h"

#include <QFile>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

constexpr qint64 randomPart = 32 << 20; ///< bytes

} // namespace

Result<void> writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
        return fail(Error::Code::Io, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

Result<void> copyFile(const QString &from, const QString &to)
{
    if (QFile file(from); !file.copy(to))
        return fail(Error::Code::Io, u"%1: %2"_s.arg(from, file.errorString()));
    return {};
}

Result<void> appendFile(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return fail(Error::Code::Io, u"%1: %2"_s.arg(from, source.errorString()));
    const auto content = source.readAll();
    QFile file(to);
    if (!file.open(QIODevice::Append) || file.write(content) != content.size() || !file.flush())
        return fail(Error::Code::Io, u"%1: %2"_s.arg(to, file.errorString()));
    return {};
}

Result<void> copyProgram(const QString &from, const QString &to)
{
    return copyFile(from, to).and_then([&]() -> Result<void> {
        if (!QFile::setPermissions(to, QFile::Permissions::fromInt(0x7755)))
            return fail(Error::Code::Io, u"%1: its permissions could not be set"_s.arg(to));
        return {};
    });
}

Result<void> writeRandomFile(const QString &path, qint64 size)
{
    QByteArray random(std::min(size, randomPart), Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(random.data()), random.size() / 4);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(random) != random.size() || !file.resize(size))
        return fail(Error::Code::Io, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

Result<void> packInitramfs(const QString &tree, const QString &archive)
{
    return run({u"bsdtar"_s, u"--format=newc"_s, u"--gzip"_s, u"--options=gzip:compression-level=1"_s, u"--uid"_s,
                u"0"_s, u"--gid"_s, u"0"_s, u"-cf"_s, archive, u"-C"_s, tree, u"."_s})
        .transform([](const QByteArray &) { });
}

Result<void> writeIso(const QString &path, const QString &tree, const QString &label, const QStringList &more)
{
    return run(QStringList{u"xorriso"_s, u"-as"_s, u"mkisofs"_s, u"-quiet"_s, u"-r"_s, u"-J"_s, u"-V"_s, label} + more
               + QStringList{u"-o"_s, path, tree})
        .transform([](const QByteArray &) { });
}

} // namespace Benchboot::E2e
