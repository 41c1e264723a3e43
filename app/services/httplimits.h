// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Benchboot {

/// How long and how many connections the HTTP server holds. The defaults are for a bench with some dozens of PCs; tests shorten them.
struct HttpLimits
{
    qint64 headMs = 10'000; ///< from the connection, or the first byte of a later request, to the end of its head
    qint64 idleMs = 60'000; ///< between two requests of a connection
    qint64 stallMs = 120'000; ///< without a byte of an answer going out; iPXE gives up after the same time
    qint64 lingerMs = 2'000; ///< for the client to close after the last answer
    int connections = 1024;
    int connectionsPerAddress = 128;
};

} // namespace Benchboot
