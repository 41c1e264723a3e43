// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/bootfile.h"

#include "protocol/dhcp/architecture.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Dhcp {
namespace {

/// A literal address: firmware takes a URL with a host name only where the site's DHCP server names a DNS server as
/// well.
QByteArray urlOf(Ipv4 ourAddress, const ServedLab &lab, const QByteArray &path)
{
    return u"http://%1:%2"_s.arg(ourAddress.toString()).arg(lab.httpPort).toLatin1() + path;
}

BootFile boot(QByteArray value)
{
    auto name = QString::fromUtf8(value);
    return {std::move(value), std::move(name)};
}

/// The value of \a map for \a architecture, or for the other number of the same machine.
template <typename Value>
Value lookUp(const QMap<quint16, Value> &map, quint16 architecture)
{
    const auto exact = map.value(architecture);
    return exact.isEmpty() ? map.value(architectureAlias(architecture)) : exact;
}

std::unexpected<Error> noLoader(const ServedLab &lab, quint16 architecture)
{
    if (!findArchitecture(architecture)) {
        return fail(Error::Code::Unsupported,
                    u"nobody knows a PC of architecture %1: the number is not registered"_s.arg(architecture));
    }
    const auto known = lookUp(lab.missingLoaders, architecture);
    if (!known.isEmpty())
        return fail(Error::Code::NotFound, known);
    return fail(Error::Code::NotFound,
                u"no boot loader is set for %1 (%2)"_s.arg(architectureName(architecture)).arg(architecture));
}

} // namespace

QStringList loadersFor(const Client &client, const ServedLab &lab)
{
    return client.architecture ? lookUp(lab.loadersForArch, *client.architecture) : QStringList();
}

bool canLoad(const Client &client, const QString &loader, const ServedLab &lab)
{
    const auto isListed = [&loader](const QStringList &loaders) { return loaders.contains(loader); };
    return isListed(loadersFor(client, lab))
        || (lab.tftpFiles.contains(loader) && std::ranges::none_of(lab.loadersForArch, isListed));
}

Result<BootFile> bootFileFor(const Client &client, Ipv4 ourAddress, const ServedLab &lab, const QString &loader)
{
    const bool http = client.kind == VendorClass::Kind::Http;
    // Giving iPXE the loader once more would make it load itself for ever.
    if (!http && client.ipxe && client.loadsHttp)
        return boot(urlOf(ourAddress, lab, "/boot.ipxe"));
    if (client.raspberryPi)
        return fail(Error::Code::Unsupported,
                    u"it is a Raspberry Pi, which says that it is a BIOS PC but cannot run its loaders"_s);
    if (!client.architecture)
        return fail(Error::Code::Unsupported, u"it does not say which architecture it has"_s);
    const auto *known = findArchitecture(*client.architecture);
    if (known && known->http != http)
        return fail(Error::Code::Unsupported,
                    u"its architecture does not go with %1"_s.arg(http ? u"HTTPClient"_s : u"PXEClient"_s));
    const auto loaders = loadersFor(client, lab);
    if (loaders.isEmpty())
        return noLoader(lab, *client.architecture);
    const auto chosen = canLoad(client, loader, lab) ? loader : loaders.first();
    if (http)
        return boot(urlOf(ourAddress, lab, "/loaders/" + QUrl::toPercentEncoding(chosen, "/")));
    return boot(chosen.toUtf8());
}

} // namespace Benchboot::Dhcp
