// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "core/filedescriptor.h"
#include "protocol/http/request.h"
#include "protocol/servedlab.h"
#include "services/diskfacts.h"
#include "services/recentreads.h"

#include <optional>

namespace Benchboot {

/// Everything that one request is answered with, and what the log will say of it.
struct HttpAnswer
{
    QByteArray bytes; ///< head, then the body where that is in memory
    qsizetype headSize = 0; ///< of `bytes`
    FileDescriptor file; ///< where the body comes from otherwise
    RecentReads::File fileId; ///< of `file`
    QList<Extent> runs; ///< of `file`, in order
    bool local = false; ///< OpenedFile::local
    qint64 bodySize = 0; ///< bytes that follow the head
    bool keepAlive = false;

    QString kind; ///< Event::kind
    QString target; ///< Event::target
    QString mac; ///< Event::mac
    QString detail; ///< Event::detail
    Event::Outcome outcome = Event::Outcome::Ok; ///< once everything is sent
    qint64 total = -1; ///< Event::total; for HEAD what GET would send
};

/// \param now  wall time for Date fields, seconds since 1970-01-01 UTC; also below.
[[nodiscard]] HttpAnswer refusalAnswer(const Http::Refusal &refusal, qint64 now);
[[nodiscard]] HttpAnswer notFoundAnswer(const Http::Request &request, qint64 now);

/// The boot and menu scripts; nothing for other paths.
/// \param origin  "http://A.B.C.D:PORT" as the client reached us.
[[nodiscard]] std::optional<HttpAnswer> scriptAnswer(const Http::Request &request, const ServedLab &lab,
                                                     const QByteArray &origin, qint64 now);

/// The file that is published under \a path; nothing if none is. Only exact names count, so nothing outside the snapshot can be reached.
[[nodiscard]] std::optional<ServedFile> findServedFile(const QByteArray &path, const ServedLab &lab);

/// The answer with a file of a disk of this computer whose folders and inode the kernel holds in memory, and with its bytes where they are few and in memory too: never
/// blocks. Nothing where that does not hold, or something is wrong with the file; fileAnswer() then tells.
[[nodiscard]] std::optional<HttpAnswer> cachedAnswer(const Http::Request &request, const ServedFile &served,
                                                     const DiskFacts &disks, qint64 now);

/// Opens \a served and answers with it, or with what went wrong. May block on a slow disk.
[[nodiscard]] HttpAnswer fileAnswer(const Http::Request &request, const ServedFile &served, const DiskFacts &disks,
                                    qint64 now);

} // namespace Benchboot
