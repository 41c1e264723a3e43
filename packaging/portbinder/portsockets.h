// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packaging/portbinder/portbinderprotocol.h"

namespace Benchboot::PortBinder {

/// A socket on 0.0.0.0:\a port as app/services/sockets.h describes it: non-blocking, close-on-exec; UDP with IP_PKTINFO and SO_BROADCAST and
/// without SO_REUSEADDR, TCP with SO_REUSEADDR and listening. \return the descriptor; −1 with errno.
[[nodiscard]] int openPort(Port port);

} // namespace Benchboot::PortBinder
