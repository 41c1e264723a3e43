// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/systems/systemdisc.h"

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

Result<SystemDisc> debiansMemtestDisc(const QString &)
{
    // "Pass:" stands on the running program's screen; its name alone is in our menu too.
    return SystemDisc{.path = u"/usr/lib/memtest86+/memtest86+x64.iso"_s,
                      .proof = "Pass:",
                      .delivered = {u"/EFI/BOOT/bootx64.efi"_s}};
}

} // namespace Benchboot::E2e
