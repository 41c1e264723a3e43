// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loaderchain.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

// iPXE's shim asks for its own name without "-shim…"; the distributions' shims ask for GRUB. iPXE comes first: it gets the whole menu, and it needs
// nothing from the site's DHCP server. There is no signed chain for 32-bit firmware.
constexpr std::array chains{
    SignedChain{u"x64-sb/snponly-shimx64.efi", u"x64-sb/snponly.efi", LoaderKind::EfiX64, SignedChain::Program::Ipxe},
    SignedChain{u"x64-sb/ipxe-shimx64.efi", u"x64-sb/ipxe.efi", LoaderKind::EfiX64, SignedChain::Program::Ipxe},
    SignedChain{u"shimx64.efi", u"grubx64.efi", LoaderKind::EfiX64, SignedChain::Program::Grub},
    SignedChain{u"arm64-sb/snponly-shimaa64.efi", u"arm64-sb/snponly.efi", LoaderKind::EfiArm64, SignedChain::Program::Ipxe},
    SignedChain{u"arm64-sb/ipxe-shimaa64.efi", u"arm64-sb/ipxe.efi", LoaderKind::EfiArm64, SignedChain::Program::Ipxe},
    SignedChain{u"shimaa64.efi", u"grubaa64.efi", LoaderKind::EfiArm64, SignedChain::Program::Grub},
};

} // namespace

std::span<const SignedChain> signedChains() { return chains; }

const SignedChain *signedChainOf(const QString &loader)
{
    const auto found = std::ranges::find_if(chains, [&](const auto &chain) { return loader == chain.shim; });
    return found == chains.end() ? nullptr : &*found;
}

QString grubServerSentence(const QString &subject)
{
    return u"%1: GRUB looks for its menu on the server that the site's DHCP server names, not on the one that ProxyDHCP names. If PCs stop at GRUB's prompt, let the DHCP server name this computer (next-server, siaddr), or import iPXE's signed release (benchboot loaders import ipxeboot.tar.gz)"_s
        .arg(subject);
}

} // namespace Benchboot
