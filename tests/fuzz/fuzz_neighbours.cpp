// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/neighbours.h"

#include <QRegularExpression>

#include <cstdlib>

using namespace Benchboot;

/// One datagram of the kernel's answer to RTM_GETNEIGH, for card 2.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    static const QRegularExpression mac(QStringLiteral("^([0-9a-f]{2}:){5}[0-9a-f]{2}$"));
    QHash<quint32, QString> table;
    (void)readNeighbours({data, qsizetype(size)}, 2, table);
    for (const auto &[address, hardware] : std::as_const(table).asKeyValueRange()) {
        if (address == 0 || !mac.match(hardware).hasMatch())
            std::abort();
    }
    return 0;
}
