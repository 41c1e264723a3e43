// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLocale;

namespace Benchboot {

/// Makes the application speak the language of \a locale; where it is not there, English, whose plurals need a file too.
/// Qt's own words come along where the system has their translation.
/// To be called in the GUI thread before the first widget is made; lasts as long as the application.
void installTranslations(const QLocale &locale);

} // namespace Benchboot
