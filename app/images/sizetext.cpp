// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/sizetext.h"

#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

struct Unit
{
    double factor;
    const char *name;
};

constexpr std::array<Unit, 4> units{{{1e9, "GB"}, {1e6, "MB"}, {1e3, "kB"}, {1, "bytes"}}};

const Unit &unitFor(qint64 bytes)
{
    for (const auto &unit : units) {
        if (double(bytes) >= unit.factor)
            return unit;
    }
    return units.back();
}

QString number(qint64 bytes, const Unit &unit)
{
    const auto value = std::round(10 * double(bytes) / unit.factor) / 10;
    return QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest).remove(u',');
}

} // namespace

QString sizeText(qint64 bytes)
{
    const auto &unit = unitFor(bytes);
    return u"%1 %2"_s.arg(number(bytes, unit), QLatin1StringView(unit.name));
}

QString partText(qint64 part, qint64 whole)
{
    const auto &unit = unitFor(whole);
    return u"%1 of %2 %3"_s.arg(number(part, unit), number(whole, unit), QLatin1StringView(unit.name));
}

} // namespace Benchboot
