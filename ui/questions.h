// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

/// The few questions that cannot wait. None of them blocks the event loop; the safe answer is the default one.
namespace Benchboot::Questions {

/// "3 PCs are booting", with their names. \param then  called if the services are to be stopped all the same
void stopServices(QWidget *parent, const QStringList &pcs, const std::function<void()> &then);
/// \param imports  how many are under way
void quit(QWidget *parent, const QStringList &pcs, int imports, const std::function<void()> &then);

} // namespace Benchboot::Questions
