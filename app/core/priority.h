// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace Benchboot {

/// The calling thread reads and writes disks, and computes, only when nobody else wants to (ioprio_set(2), class idle; nice 19). For good: an
/// ordinary user may not take niceness back. Threads that it starts from then on are like it.
void lowerThreadPriority();

/// The same for all threads of another process, or taken back. The disk's part comes back always; the processor's only where the user may
/// (RLIMIT_NICE), but a niceness that stays costs nothing while nobody else computes.
void setProcessIdle(qint64 processId, bool idle);

} // namespace Benchboot
