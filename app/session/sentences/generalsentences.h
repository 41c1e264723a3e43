// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qttranslation.h>

#include <array>

namespace Benchboot {

/// How sentences are joined: what failed and why, what is wrong and what to do. See detailtext.h.
inline constexpr std::array generalSentences{
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1: %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1. %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 (%2), %3"),
};

} // namespace Benchboot
