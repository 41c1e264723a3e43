// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/semantic.h"

#include <QIcon>

/// Icons of the window. Ours are drawn when they are painted, in the application palette's colours of that moment, so that nothing has to be
/// done on a PaletteChange. GUI thread.
namespace Benchboot::Icons {

/// The desktop theme's icon \a name, else its \a name-symbolic, else ours (resources/icons/NAME.svg) in the colour of button text.
[[nodiscard]] QIcon get(const QString &name);

/// The mark of a state, always ours, in the state's colour: theme emblems differ in hue and contrast.
[[nodiscard]] QIcon state(Semantic::Role role);

} // namespace Benchboot::Icons
