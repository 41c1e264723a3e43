// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"
#include "protocol/servedlab.h"

#include <memory>

namespace Benchboot {

/// Freezes \a lab into what the services serve. Looks for loaders on disk; otherwise pure.
/// \param network   the cards and subnets that are served
/// \param httpPort  the port that clients are told
/// \param troubles  of image files, by image id: what lies in them is not served
[[nodiscard]] std::shared_ptr<const ServedLab> makeSnapshot(const Lab &lab, const LabStore &store,
                                                            ServedNetwork network, quint16 httpPort,
                                                            quint64 generation = 0,
                                                            const QHash<QString, Error> &troubles = {});

} // namespace Benchboot
