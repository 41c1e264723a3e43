// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/semantic.h"

#include <algorithm>
#include <cmath>

namespace Benchboot {

namespace {

constexpr std::array<QRgb, 5> lightColours{0xff10713a, 0xff1a66a3, 0xff8a5200, 0xffb3202c, 0xff5c6267};
constexpr std::array<QRgb, 5> darkColours{0xff4cc38a, 0xff5fb6ec, 0xfff0a94b, 0xffff8c93, 0xffa9b0b6};

/// WCAG 2.2 "relative luminance" of an sRGB colour.
double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

QColor textOn(const QPalette &palette, QPalette::ColorRole background)
{
    return palette.color(QPalette::Active, background == QPalette::Window ? QPalette::WindowText : QPalette::Text);
}

} // namespace

double Semantic::contrast(const QColor &first, const QColor &second)
{
    const auto [dark, light] = std::minmax({luminance(first), luminance(second)});
    return (light + 0.05) / (dark + 0.05);
}

QColor Semantic::mix(const QColor &colour, const QColor &background, double share)
{
    const auto channel
        = [share](float top, float below) { return static_cast<float>(top * share + below * (1 - share)); };
    return QColor::fromRgbF(channel(colour.redF(), background.redF()), channel(colour.greenF(), background.greenF()),
                            channel(colour.blueF(), background.blueF()));
}

QColor Semantic::readable(const QColor &colour, const QColor &background, double ratio)
{
    const bool lighten = contrast(background, Qt::white) >= contrast(background, Qt::black);
    const double step = lighten ? 0.02 : -0.02;
    auto candidate = colour;
    for (double lightness = colour.lightnessF(); contrast(candidate, background) < ratio;) {
        lightness = std::clamp(lightness + step, 0.0, 1.0);
        candidate = QColor::fromHslF(std::max(0.0F, colour.hslHueF()), colour.hslSaturationF(),
                                     static_cast<float>(lightness));
        if (lightness <= 0.0 || lightness >= 1.0)
            break;
    }
    return candidate;
}

Semantic::Semantic(const QPalette &palette)
    : m_palette(palette), m_dark(palette.color(QPalette::Active, QPalette::Window).lightnessF()
                                 < palette.color(QPalette::Active, QPalette::WindowText).lightnessF())
{
    std::ranges::transform(m_dark ? darkColours : lightColours, m_colours.begin(), [this](QRgb rgb) {
        const auto onBase = readable(QColor(rgb), m_palette.color(QPalette::Active, QPalette::Base));
        const auto onBoth = readable(onBase, m_palette.color(QPalette::Active, QPalette::Window));
        return readable(onBoth, tint(onBoth));
    });
}

QColor Semantic::secondaryText(QPalette::ColorRole background) const
{
    const auto below = m_palette.color(QPalette::Active, background);
    const auto text = textOn(m_palette, background);
    for (const auto share : {0.7, 0.8, 0.9}) {
        if (const auto mixed = mix(text, below, share); contrast(mixed, below) >= 4.5)
            return mixed;
    }
    return text;
}

QColor Semantic::frameLine(QPalette::ColorRole background) const
{
    return mix(textOn(m_palette, background), m_palette.color(QPalette::Active, background), 0.25);
}

QColor Semantic::track(QPalette::ColorRole background) const
{
    return mix(textOn(m_palette, background), m_palette.color(QPalette::Active, background), 0.15);
}

QColor Semantic::tint(const QColor &colour) const
{
    return mix(colour, m_palette.color(QPalette::Active, QPalette::Base), m_dark ? 0.14 : 0.10);
}

QColor Semantic::tintBorder(const QColor &colour) const
{
    return mix(colour, m_palette.color(QPalette::Active, QPalette::Base), 0.45);
}

} // namespace Benchboot
