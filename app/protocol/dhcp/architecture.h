// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace Benchboot::Dhcp {

/// A client architecture of IANA's registry "Processor Architecture Types" (RFC 5970 §3.3, also used by option 93).
struct Architecture
{
    enum class Firmware : quint8 { Bios, Uefi, Other };
    quint16 code = 0;
    const char16_t *name = nullptr; ///< as people say it: "UEFI x64"
    const char16_t *officialName = nullptr; ///< as the registry has it: "x64 UEFI"
    Firmware firmware = Firmware::Other;
    bool http = false; ///< boots from an HTTP URL (vendor class HTTPClient) instead of by PXE
};

/// All that are registered, by ascending code.
[[nodiscard]] std::span<const Architecture> architectures();
/// Null where the code is not registered.
[[nodiscard]] const Architecture *findArchitecture(quint16 code);
/// "UEFI x64"; "Architecture 4711" where the code is not registered.
[[nodiscard]] QString architectureName(quint16 code);

/// The code whose loader fits as well: RFC 4578 swapped 7 and 9, firmware of both sorts exists, and all of it is x64.
/// \a code itself for all others.
[[nodiscard]] quint16 architectureAlias(quint16 code);

} // namespace Benchboot::Dhcp
