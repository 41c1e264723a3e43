// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Benchboot::Cli {

/// Whether \a word, the program's first argument, belongs to the command line and not to the window: a subcommand, --help or --version, or
/// anything else that is not an option of Qt's own.
[[nodiscard]] bool isCommand(const QString &word);

/// Runs a subcommand. Needs a QCoreApplication. \param arguments all words after the program's name
/// \return the exit status: 0 done, 1 failed, 2 wrong usage, 3 image not recognised
[[nodiscard]] int run(const QStringList &arguments);

} // namespace Benchboot::Cli
