// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/http/request.h"

namespace Benchboot::Http {

/// What tells one state of a file from another (RFC 9110 §8.8).
struct Validators
{
    QByteArray entityTag; ///< strong, with its quotes; empty: none
    qint64 lastModified = -1; ///< seconds since 1970-01-01 UTC; −1: unknown

    friend bool operator==(const Validators &, const Validators &) = default;
};

/// A strong entity tag. Any write to the file or its replacement changes the time stamp or the inode.
/// \param size  bytes of the representation.
/// \param modifiedNs  modification time of the file, ns since 1970-01-01 UTC.
/// \param offset  where the representation starts in the file; not 0 for files served out of an image.
[[nodiscard]] QByteArray makeEntityTag(qint64 size, qint64 modifiedNs, quint64 inode, qint64 offset = 0);

enum class Precondition {
    Proceed,
    NotModified, ///< 304
    Failed, ///< 412
};

/// Evaluates If-Match, If-Unmodified-Since, If-None-Match and If-Modified-Since in the order of RFC 9110 §13.2.2.
[[nodiscard]] Precondition checkPreconditions(const Request &request, const Validators &current);

/// Whether a Range field counts: there is no If-Range, or it holds the current strong entity tag (RFC 9110 §13.1.5). A date is no strong
/// validator (a file may change twice a second), so the whole file is sent for one.
[[nodiscard]] bool rangeApplies(const Request &request, const Validators &current);

} // namespace Benchboot::Http
