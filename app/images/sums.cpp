// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/sums.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

qsizetype hexLength(const QString &type)
{
    if (type == u"md5")
        return 32;
    return type == u"sha256" ? 64 : 128;
}

bool isHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

QString lastComponent(const QString &path) { return path.mid(path.lastIndexOf(u'/') + 1); }

} // namespace

std::optional<QString> checksumFor(QByteArrayView sums, const QString &type, const QString &path)
{
    const auto length = hexLength(type);
    std::optional<QString> byName;
    while (!sums.isEmpty()) {
        const auto end = sums.indexOf('\n');
        const auto line = (end < 0 ? sums : sums.first(end)).trimmed();
        sums = end < 0 ? QByteArrayView() : sums.sliced(end + 1);
        if (line.size() < length + 2 || !isHex(line.first(length)) || (line[length] != ' ' && line[length] != '\t'))
            continue;
        auto name = QString::fromUtf8(line.sliced(length).trimmed());
        if (name.startsWith(u'*'))
            name.removeFirst();
        if (name.startsWith("./"_L1))
            name.remove(0, 2);
        const auto hash = QString::fromLatin1(line.first(length)).toLower();
        if (name.compare(path, Qt::CaseInsensitive) == 0)
            return hash;
        if (!byName && lastComponent(name).compare(lastComponent(path), Qt::CaseInsensitive) == 0)
            byName = hash;
    }
    return byName;
}

} // namespace Benchboot
