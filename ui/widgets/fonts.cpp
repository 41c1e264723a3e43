// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fonts.h"

#include <QFontDatabase>
#include <QFontInfo>

namespace Benchboot::Fonts {

namespace {

QFont scaled(QFont font, double size)
{
    font.setPointSizeF(size);
    return font;
}

} // namespace

QFont strong(const QFont &body)
{
    auto font = body;
    font.setBold(true);
    return font;
}

QFont title(const QFont &body) { return scaled(body, QFontInfo(body).pointSizeF() * 1.35); }

QFont small(const QFont &body)
{
    const auto smallest = QFontInfo(QFontDatabase::systemFont(QFontDatabase::SmallestReadableFont)).pointSizeF();
    const auto bodySize = QFontInfo(body).pointSizeF();
    return scaled(body, qMin(bodySize, qMax(smallest, bodySize * 0.9)));
}

QFont mono(const QFont &body)
{
    return scaled(QFontDatabase::systemFont(QFontDatabase::FixedFont), QFontInfo(body).pointSizeF() * 0.9);
}

QFont numbers(const QFont &font)
{
    auto tabular = font;
    tabular.setFeature("tnum", 1);
    return tabular;
}

} // namespace Benchboot::Fonts
