// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loaderkind.h"

#include <QFile>
#include <QtEndian>

namespace Benchboot {
namespace {

constexpr qsizetype peOffsetPlace = 0x3c;
constexpr qsizetype linuxMagicPlace = 0x202; // Linux x86 boot protocol, "header"
constexpr qsizetype headSize = 4096;

bool hasAt(QByteArrayView bytes, qsizetype place, QByteArrayView what)
{
    return bytes.size() >= place + what.size() && bytes.sliced(place, what.size()) == what;
}

LoaderKind kindOfMachine(quint16 machine)
{
    switch (machine) {
    case 0x014c:
        return LoaderKind::EfiX86;
    case 0x8664:
        return LoaderKind::EfiX64;
    case 0xaa64:
        return LoaderKind::EfiArm64;
    default:
        return LoaderKind::Unknown;
    }
}

} // namespace

LoaderKind loaderKind(QByteArrayView head)
{
    if (head.isEmpty() || hasAt(head, linuxMagicPlace, "HdrS"))
        return LoaderKind::Unknown;
    if (!hasAt(head, 0, "MZ") || head.size() < peOffsetPlace + 4)
        return LoaderKind::Bios;
    const qsizetype pe = qFromLittleEndian<quint32>(head.data() + peOffsetPlace);
    if (!hasAt(head, pe, QByteArrayView("PE\0\0", 4)) || head.size() < pe + 6)
        return LoaderKind::Unknown;
    return kindOfMachine(qFromLittleEndian<quint16>(head.data() + pe + 4));
}

LoaderKind loaderKindOfFile(const QString &file)
{
    QFile loader(file);
    return loader.open(QIODevice::ReadOnly) ? loaderKind(loader.read(headSize)) : LoaderKind::Unknown;
}

LoaderKind loaderKindOfSetting(const QString &key)
{
    if (key == u"loader.bios")
        return LoaderKind::Bios;
    if (key == u"loader.efi-ia32")
        return LoaderKind::EfiX86;
    if (key == u"loader.efi-x64")
        return LoaderKind::EfiX64;
    return key == u"loader.efi-arm64" ? LoaderKind::EfiArm64 : LoaderKind::Unknown;
}

} // namespace Benchboot
