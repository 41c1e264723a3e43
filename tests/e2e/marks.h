// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>

namespace Benchboot::E2e {

/// Makes the iPXE ROM of an emulated card look like a PXE ROM that is not iPXE: in the DHCP packets that the ROM sends,
/// options 77 (user class) and 175 (iPXE's own) get numbers that mean nothing (site-specific ones, RFC 3942). From the
/// ROM's first TFTP read request on, everything passes as it is: the loader that the ROM fetched shows its marks.
class MarkHider
{
public:
    static constexpr quint8 userClass = 77;
    static constexpr quint8 ipxeOptions = 175;
    static constexpr quint8 hiddenUserClass = 250;
    static constexpr quint8 hiddenIpxeOptions = 251;

    /// Looks at one Ethernet frame from the client, and changes it in place where needed. Its UDP checksum stays right.
    void onFrameFromClient(std::span<uchar> frame);

    [[nodiscard]] bool isDone() const { return m_done; } ///< the first read request has passed

private:
    bool m_done = false;
};

} // namespace Benchboot::E2e
