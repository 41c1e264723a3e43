// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/renamedmember.h"

#include "images/packfixture.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace Benchboot::Tests {
namespace {

QByteArray utf16(const QByteArray &latin)
{
    QByteArray text;
    for (const auto character : latin)
        text += QByteArray(1, character) + '\0';
    return text;
}

/// Of the list of files at the end, and of the header at the start, which says where that is (7zFormat.txt of the LZMA SDK).
void repairSevenZip(QByteArray &archive)
{
    const auto offset = 32 + qFromLittleEndian<qint64>(archive.constData() + 12);
    const auto size = qFromLittleEndian<qint64>(archive.constData() + 20);
    archive.replace(28, 4, checksum(QByteArrayView(archive).sliced(offset, size)));
    archive.replace(8, 4, checksum(QByteArrayView(archive).sliced(12, 20)));
}

/// Of each header: the sum of its bytes, for which the sum itself counts as spaces.
void repairTar(QByteArray &archive)
{
    constexpr qsizetype block = 512;
    for (qsizetype at = 0; at + block <= archive.size(); at += block) {
        if (archive.sliced(at + 257, 5) != "ustar")
            continue;
        archive.replace(at + 148, 8, "        ");
        int sum = 0;
        for (const auto byte : archive.sliced(at, block))
            sum += quint8(byte);
        archive.replace(at + 148, 7, QByteArray::number(sum, 8).rightJustified(6, '0') + '\0');
    }
}

} // namespace

QByteArray renamedMember(const QString &kind, QByteArray archive, QByteArray from, QByteArray to)
{
    Q_ASSERT(from.size() == to.size());
    const bool isSevenZip = kind.startsWith(u"7z");
    for (auto *name : {&from, &to}) {
        if (kind == u"cab")
            name->replace('/', '\\');
        else if (isSevenZip)
            *name = utf16(*name);
    }
    archive.replace(from, to);
    if (isSevenZip)
        repairSevenZip(archive);
    else if (kind == u"tar")
        repairTar(archive);
    return archive; // zip and cab have no checksums of names
}

} // namespace Benchboot::Tests
