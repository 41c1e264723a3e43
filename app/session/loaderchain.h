// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/loaderkind.h"

#include <QString>

#include <optional>
#include <span>

namespace Benchboot {

/// A chain that Secure Boot accepts: a shim that Microsoft signed, and what it loads, signed by whom that shim trusts. Chosen by setting the shim
/// as the loader.
struct SignedChain
{
    enum class Program { Grub, Ipxe };
    const char16_t *shim; ///< name among the loaders (findLoaders())
    const char16_t *secondStage; ///< the same; lies beside the shim, under the name that the shim asks for
    LoaderKind kind;
    Program program;

    [[nodiscard]] QString shimName() const { return QString::fromUtf16(shim); }
    [[nodiscard]] QString secondStageName() const { return QString::fromUtf16(secondStage); }
    /// "x64-sb/", or empty for the root
    [[nodiscard]] QString folder() const { return shimName().first(shimName().lastIndexOf(u'/') + 1); }
};

/// All that are known, those to prefer first.
[[nodiscard]] std::span<const SignedChain> signedChains();
/// The chain that begins with \a loader; null where that is no shim.
[[nodiscard]] const SignedChain *signedChainOf(const QString &loader);

/// What the technician must know of a chain with GRUB: why it may stop behind a DHCP server that does not name us.
/// \param subject  the loader, or the kind of PC, that the sentence begins with.
[[nodiscard]] QString grubServerSentence(const QString &subject);

} // namespace Benchboot
