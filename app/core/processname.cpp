// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/processname.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Benchboot {

QString processName(qint64 id)
{
    QFile comm(u"/proc/%1/comm"_s.arg(id));
    const auto name = comm.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(comm.readAll()).trimmed() : QString();
    return name.isEmpty() ? u"process %1"_s.arg(id) : u"%1 (process %2)"_s.arg(name).arg(id);
}

} // namespace Benchboot
