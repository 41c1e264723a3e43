// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/filedescriptor.h"
#include "core/ipv4.h"
#include "services/networkcard.h"

#include <QByteArrayView>

#include <span>

namespace Benchboot {

/// A UDP address: one end of a TFTP transfer.
struct Endpoint
{
    Ipv4 address;
    quint16 port = 0;

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

/// One block on its way out.
struct TftpBlock
{
    quint16 number = 0;
    QByteArrayView bytes;
};

/// The socket of one transfer: a port of its own (RFC 1350 §4: the server's transfer id) on the address that the client wrote to. Not
/// connected, so that packets from elsewhere arrive and can be refused. Non-blocking, close-on-exec.
class TftpSocket
{
public:
    /// \param card  packets leave by it, whatever other cards are in the same subnet.
    /// \return Io or LimitExceeded (no descriptor left) with the operating system's reason.
    [[nodiscard]] static Result<TftpSocket> open(const NetworkCard &card, Ipv4 localAddress);

    [[nodiscard]] int descriptor() const { return m_socket.get(); }
    [[nodiscard]] bool isOpen() const { return m_socket.isValid(); }
    void close() { m_socket.reset(); }

    /// Sends one packet. What the network does not take is lost, as any packet may be.
    void send(const Endpoint &to, QByteArrayView packet);

    /// Sends \a blocks as DATA, all but the last of one size, as many as the send buffer takes.
    /// \return how many left; less than all only where the buffer is full. What the network refuses counts as sent, and as lost.
    [[nodiscard]] std::size_t sendBlocks(const Endpoint &to, std::span<const TftpBlock> blocks);

    /// The kernel may cut one large buffer into packets (UDP_SEGMENT), which costs a fraction of a call for each. On by default, off for good
    /// once the kernel or the card refuses it.
    void setSegmentation(bool on) { m_segmentation = on; }
    [[nodiscard]] bool segmentation() const { return m_segmentation; }

private:
    explicit TftpSocket(FileDescriptor socket) : m_socket(std::move(socket)) { }

    FileDescriptor m_socket;
    bool m_segmentation = true;
};

} // namespace Benchboot
