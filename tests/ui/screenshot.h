// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QStringList>

class QWidget;

/// Pictures of windows for people to judge, and what a machine can say about them.
namespace Benchboot::Tests {

[[nodiscard]] QPalette darkPalette(); ///< Breeze Dark's colours

/// The texts in \a window that have less room than they need: labels, buttons, chosen items, heads of columns.
[[nodiscard]] QStringList cutTexts(const QWidget &window);

/// Whether the tool bar of \a window lacks room for its actions.
[[nodiscard]] bool hasHiddenActions(const QWidget &window);

} // namespace Benchboot::Tests
