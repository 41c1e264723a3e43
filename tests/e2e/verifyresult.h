// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// QVERIFY for a Result: the test fails with the error's own words.
#define VERIFY_RESULT(expression)                                                                                      \
    do {                                                                                                               \
        const auto &result = (expression);                                                                             \
        QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().detail));                                 \
    } while (false)
