// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/recipe.h"

namespace Benchboot {

/// The options that the technician has for an image: those of the recipe, without the choices that lead to none of \a entries, and those that
/// every kernel has (keyboard, language, console, nomodeset, arguments).
/// \param entries  what the image has of the recipe's entries; they lose conditions on options that leave nothing to choose.
[[nodiscard]] QList<BootOption> offeredOptions(const Recipe &recipe, QList<BootEntry> &entries);

/// \a arguments of a kernel with the words that every kernel takes: console, nomodeset (unless the recipe has it) and the technician's own.
[[nodiscard]] QString withCommonArguments(const QString &arguments);

} // namespace Benchboot
