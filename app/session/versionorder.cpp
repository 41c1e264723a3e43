// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/versionorder.h"

#include <QList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// "3.2.0-rc5" → 3, 2, 0, rc, 5: separators only separate.
QList<QStringView> partsOf(QStringView version)
{
    QList<QStringView> parts;
    for (qsizetype at = 0; at < version.size();) {
        const auto first = version.at(at);
        auto end = at + 1;
        while (end < version.size() && version.at(end).isLetterOrNumber() && isDigit(version.at(end)) == isDigit(first))
            ++end;
        if (first.isLetterOrNumber())
            parts.append(version.sliced(at, end - at));
        at = first.isLetterOrNumber() ? end : at + 1;
    }
    return parts;
}

bool announces(QStringView part)
{
    static constexpr std::array words{"alpha"_L1, "beta"_L1, "dev"_L1, "pre"_L1, "preview"_L1, "rc"_L1};
    return std::ranges::any_of(words, [part](auto word) { return part.compare(word, Qt::CaseInsensitive) == 0; });
}

/// Announcements before the end, the end before other words, those before numbers.
int rankOf(const QStringView *part)
{
    if (!part)
        return 1;
    if (isDigit(part->front()))
        return 3;
    return announces(*part) ? 0 : 2;
}

std::strong_ordering compareParts(QStringView one, QStringView other)
{
    if (!isDigit(one.front()))
        return one.compare(other, Qt::CaseInsensitive) <=> 0;
    const auto value = [](QStringView digits) {
        while (digits.size() > 1 && digits.front() == u'0')
            digits = digits.sliced(1);
        return digits;
    };
    const auto a = value(one);
    const auto b = value(other);
    return a.size() != b.size() ? a.size() <=> b.size() : a.compare(b) <=> 0;
}

} // namespace

std::strong_ordering compareVersions(QStringView one, QStringView other)
{
    const auto a = partsOf(one);
    const auto b = partsOf(other);
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        const auto *x = i < a.size() ? &a[i] : nullptr;
        const auto *y = i < b.size() ? &b[i] : nullptr;
        if (const auto byRank = rankOf(x) <=> rankOf(y); byRank != 0)
            return byRank;
        if (const auto byPart = compareParts(*x, *y); byPart != 0)
            return byPart;
    }
    return std::strong_ordering::equal;
}

} // namespace Benchboot
