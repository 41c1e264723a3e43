// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMainWindow;
class QString;

/// Where the window and its parts were, from one run to the next: QSettings “benchboot/window”.
namespace Benchboot::WindowLayout {

/// Geometry, bars, splitters and columns of \a window, whose widgets are all there. \return the page that was shown last; empty: none yet
[[nodiscard]] QString restore(QMainWindow &window);
void save(const QMainWindow &window, const QString &page);

} // namespace Benchboot::WindowLayout
