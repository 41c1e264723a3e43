// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/dhcp/client.h"
#include "protocol/servedlab.h"

#include <QStringList>

namespace Benchboot::Dhcp {

/// What a client is to load.
struct BootFile
{
    QByteArray value; ///< for the file field: a name below the TFTP root, or a URL with our address as a literal
    QString name; ///< the same for people: loader name or URL
};

/// The loaders for \a client's architecture, the one to try first in front; empty where there are none.
[[nodiscard]] QStringList loadersFor(const Client &client, const ServedLab &lab);

/// Whether \a client may be given \a loader: it is one of loadersFor(), or one that is served, but for no architecture in
/// particular, so that the technician has chosen it for this PC.
[[nodiscard]] bool canLoad(const Client &client, const QString &loader, const ServedLab &lab);

/// iPXE gets the URL of the boot script, everything else a loader of its architecture, as a TFTP name or, for UEFI
/// HTTP Boot, as a URL.
/// \param loader  which one; the first of them where the client cannot load it.
/// \return Unsupported or NotFound with a part of a sentence that says why there is nothing for this client.
[[nodiscard]] Result<BootFile> bootFileFor(const Client &client, Ipv4 ourAddress, const ServedLab &lab,
                                           const QString &loader);

} // namespace Benchboot::Dhcp
