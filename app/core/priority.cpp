// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priority.h"

#include <QDir>

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

// glibc has no wrapper and no header for these (ioprio_set(2)).
constexpr int whoProcess = 1;
constexpr int classShift = 13;
constexpr int classNone = 0; ///< follows the niceness
constexpr int classIdle = 3;
constexpr int idleNice = 19;

void setThreadIdle(id_t thread, bool idle)
{
    ::syscall(SYS_ioprio_set, whoProcess, thread, (idle ? classIdle : classNone) << classShift);
    ::setpriority(PRIO_PROCESS, thread, idle ? idleNice : 0);
}

} // namespace

void lowerThreadPriority() { setThreadIdle(0, true); }

void setProcessIdle(qint64 processId, bool idle)
{
    // Both system calls are about one thread, whatever their manual pages call it.
    const auto threads = QDir(u"/proc/%1/task"_s.arg(processId)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto &thread : threads)
        setThreadIdle(thread.toUInt(), idle);
}

} // namespace Benchboot
