// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "e2e/childprocess.h"

#include <QTemporaryDir>

namespace Benchboot {

/// The system of a computer on which Benchboot is installed and one user, "technician" (uid 1000), may open its ports: helper and polkit action
/// in their places, a system bus and polkit. All in a mount namespace of this process, on top of what is there, and gone with it. Needs root.
class InstalledSystem
{
    Q_DISABLE_COPY_MOVE(InstalledSystem)

public:
    InstalledSystem() = default;

    [[nodiscard]] Result<void> setUp();
    [[nodiscard]] QString helper() const; ///< the installed benchboot-portbinder

private:
    [[nodiscard]] Result<void> makeMounts();
    [[nodiscard]] Result<void> writeFiles();
    [[nodiscard]] Result<void> startServices();

    QTemporaryDir m_folder;
    E2e::ChildProcess m_bus;
    E2e::ChildProcess m_polkit;
};

} // namespace Benchboot
