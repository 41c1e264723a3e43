// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "services/servicehost.h"
#include "session/networkchoice.h"

namespace Benchboot::Cli {

/// The options by which `serve` and `doctor` name the network: --interface, --subnet, --http-port, --dhcp-port, --boot-port and --tftp-port.
void addServingOptions(Arguments &arguments);

/// The lab's settings, with what the options say instead. InvalidArgument for a subnet that is none.
[[nodiscard]] Result<NetworkChoice> networkFrom(const Arguments &arguments, const Lab &lab);
/// Likewise. InvalidArgument for a port that is none.
[[nodiscard]] Result<ServicePorts> portsFrom(const Arguments &arguments, const Lab &lab);

} // namespace Benchboot::Cli
