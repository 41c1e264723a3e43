// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/tftp/packet.h"

namespace Benchboot::Tftp {

/// RFC 1350 §2: the block size where none was agreed on.
inline constexpr int defaultBlockSize = 512;
/// What fits one Ethernet frame: 1500 less IP header, UDP header and the four bytes of DATA. Larger blocks come in fragments, on which some
/// boot ROMs stall.
inline constexpr int maxBlockSize = 1468;
/// Enough to fill a gigabit link at a round trip of under a millisecond, little enough for the receive buffers of firmware.
inline constexpr int maxWindowSize = 64;

/// What client and server agreed on for one transfer.
struct Parameters
{
    int blockSize = defaultBlockSize; ///< bytes
    int windowSize = 1; ///< blocks per acknowledgement (RFC 7440)
    int timeoutSeconds = 0; ///< wait before the first repetition (RFC 2349); 0: the server's own
    QList<Option> accepted; ///< what the OACK holds, spelled as the client did; empty: there is no OACK

    friend bool operator==(const Parameters &, const Parameters &) = default;
};

/// Chooses the parameters for a read request. Options that are unknown, out of range or no number are left out, which refuses them
/// (RFC 2347 §2): blksize 8–65464 (RFC 2348; used: min(MTU − 32, 1468) at most), timeout 1–255 s and tsize (RFC 2349; octet mode only),
/// windowsize 1–65535 (RFC 7440; used: 64 at most).
/// \param fileSize  bytes, answered for tsize.
/// \param mtu  of the card, in bytes.
[[nodiscard]] Parameters negotiate(const Request &request, qint64 fileSize, int mtu);

} // namespace Benchboot::Tftp
