// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

/// The window's five kinds of text beside body text, each made of a widget's own font.
namespace Benchboot::Fonts {

[[nodiscard]] QFont strong(const QFont &body); ///< names of PCs and images, section heads: one per row at most
[[nodiscard]] QFont title(const QFont &body); ///< headline of a placeholder or wizard page: 1.35 of the body
[[nodiscard]] QFont
small(const QFont &body); ///< second lines, badges, ports: 0.9 of the body, never under the desktop's smallest
[[nodiscard]] QFont
mono(const QFont &body); ///< MAC addresses, scripts, hex: the desktop's fixed font at 0.9 of the body
[[nodiscard]] QFont numbers(const QFont &font); ///< \a font with digits of equal width

} // namespace Benchboot::Fonts
