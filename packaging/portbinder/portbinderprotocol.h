// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

/// What benchboot-portbinder and its caller say to each other, over an AF_UNIX SOCK_SEQPACKET socketpair (so a message is whole or not there).
/// The caller puts one Request in, without descriptors, before it starts the helper with the other end as descriptor 0. The helper sends one
/// Answer, with the sockets as SCM_RIGHTS in the order of the table, and exits; or it sends nothing. Both sides are of the same build.
namespace Benchboot::PortBinder {

struct Port
{
    std::uint16_t number;
    bool tcp;
};

/// Every port that the helper opens; on 0.0.0.0. Bit N of a set stands for row N.
inline constexpr std::array<Port, 4> ports{{{67, false}, {69, false}, {4011, false}, {80, true}}};
inline constexpr std::uint8_t allPorts = (1U << ports.size()) - 1;

inline constexpr std::uint32_t requestMagic = 0x51504242; ///< "BBPQ"
inline constexpr std::uint32_t answerMagic = 0x41504242; ///< "BBPA"

struct Request
{
    std::uint32_t magic = requestMagic;
    std::uint8_t ports = 0; ///< the set that is asked for; not empty
    std::array<std::uint8_t, 3> zero{};
};
static_assert(sizeof(Request) == 8);

struct Answer
{
    std::uint32_t magic = answerMagic;
    std::uint8_t ports
        = 0; ///< success: the set asked for, one socket each. Failure: the one port that failed, or none for a bad request
    std::array<std::uint8_t, 3> zero{};
    std::int32_t error = 0; ///< errno; 0: success
};
static_assert(sizeof(Answer) == 12);

/// How the helper exits.
enum ExitStatus {
    HandedOver = 0,
    Refused = 1, ///< an Answer with the reason was sent
    WrongUse
    = 2, ///< arguments, a descriptor 0 that is no such socket, or somebody else at its other end; nothing was sent
};

} // namespace Benchboot::PortBinder
