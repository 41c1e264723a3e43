// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/servedlab.h"

namespace Benchboot {

/// The bytes of \a file for a client of \a lab.
/// \param origin  "http://A.B.C.D:PORT" of this server as the client reached it, no closing slash.
[[nodiscard]] QByteArray generate(GeneratedFile file, const ServedLab &lab, const QByteArray &origin);

} // namespace Benchboot
