// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/filedescriptor.h"
#include "core/ipv4.h"

#include <QString>

namespace Benchboot {

/// A UDP socket bound to 0.0.0.0:\a port (an address-bound one would get no broadcasts), non-blocking, close-on-exec, with IP_PKTINFO and
/// SO_BROADCAST set and without SO_REUSEADDR, so that a taken port is noticed. \a port 0: any free one.
/// \return AddressInUse with a sentence that names the program that holds the port where /proc tells; AccessDenied with the way out.
[[nodiscard]] Result<FileDescriptor> openUdpSocket(quint16 port);

/// A listening TCP socket on \a address:\a port (0.0.0.0 where \a address is null), non-blocking, close-on-exec, with SO_REUSEADDR. Errors as above.
[[nodiscard]] Result<FileDescriptor> openTcpListener(Ipv4 address, quint16 port);

/// The port that a bound socket has; 0 on failure.
[[nodiscard]] quint16 localPort(int socket);

enum class Transport { Udp, Tcp };
/// The program that listens on \a port, e.g. "dnsmasq (process 812)"; empty if unknown (another user's process, or a race).
[[nodiscard]] QString portHolder(Transport transport, quint16 port);
/// Whether any program has \a port, also one of another user.
[[nodiscard]] bool isPortHeld(Transport transport, quint16 port);

/// The sentence for a socket that could not be had on \a port because of \a reason (an errno value), as the functions above say it.
[[nodiscard]] Error portError(int reason, Transport transport, quint16 port);

} // namespace Benchboot
