// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace Benchboot {

/// The window's only colours that are not the palette's, made for one palette: make it anew on PaletteChange. All text colours have a
/// contrast of at least 4.5:1 (WCAG 2.2 AA) on the palette's Base and Window and on their own tint.
class Semantic
{
public:
    enum class Role { Ok, Working, Warning, Failed, Idle };

    explicit Semantic(const QPalette &palette);

    [[nodiscard]] QColor colour(Role role) const { return m_colours.at(static_cast<size_t>(role)); }
    [[nodiscard]] QColor ok() const { return colour(Role::Ok); }
    [[nodiscard]] QColor working() const { return colour(Role::Working); }
    [[nodiscard]] QColor warning() const { return colour(Role::Warning); }
    [[nodiscard]] QColor failed() const { return colour(Role::Failed); }
    [[nodiscard]] QColor idle() const { return colour(Role::Idle); }

    /// Text of less weight on \a background (Base or Window): 70 % text, more where that would not be readable.
    [[nodiscard]] QColor secondaryText(QPalette::ColorRole background = QPalette::Base) const;
    [[nodiscard]] QColor frameLine(QPalette::ColorRole background = QPalette::Base) const; ///< 25 % text
    [[nodiscard]] QColor track(QPalette::ColorRole background
                               = QPalette::Base) const; ///< 15 % text: empty part of a bar
    [[nodiscard]] QColor tint(const QColor &colour) const; ///< fill of message bars and timeline bars
    [[nodiscard]] QColor tintBorder(const QColor &colour) const;
    [[nodiscard]] bool isDark() const { return m_dark; }

    /// WCAG 2.2 contrast of two opaque colours, 1 to 21.
    [[nodiscard]] static double contrast(const QColor &first, const QColor &second);
    /// \a colour with its lightness moved in steps of 2 % until it stands out of \a background by \a ratio (text 4.5, graphics 3.0).
    [[nodiscard]] static QColor readable(const QColor &colour, const QColor &background, double ratio = 4.5);
    /// \a share of \a colour (0 to 1) over \a background.
    [[nodiscard]] static QColor mix(const QColor &colour, const QColor &background, double share);

private:
    QPalette m_palette;
    bool m_dark;
    std::array<QColor, 5> m_colours;
};

} // namespace Benchboot
