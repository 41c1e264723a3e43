// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/servingoptions.h"

#include "lab/settings.h"

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {
namespace {

/// Puts an option's value into \a port, where it is set.
Result<void> takePort(const Arguments &arguments, const QString &name, quint16 &port)
{
    if (!arguments.isSet(name))
        return {};
    bool ok = false;
    const auto value = arguments.value(name).toUShort(&ok);
    if (!ok) {
        return fail(Error::Code::InvalidArgument,
                    u"--%1 takes a port from 0 to 65535, not “%2”"_s.arg(name, arguments.value(name)));
    }
    port = value;
    return {};
}

} // namespace

void addServingOptions(Arguments &arguments)
{
    arguments.add(
        {u"interface"_s,
         u"Network card that the PCs are connected to; several times, or with commas, for several (setting network.interface)."_s,
         u"IF"_s});
    arguments.add(
        {u"subnet"_s, u"Subnet whose PCs are served (setting network.subnet, else the card's own)."_s, u"A.B.C.D/N"_s});
    arguments.add({u"http-port"_s, u"TCP port of the HTTP server (setting http.port)."_s, u"N"_s});
    arguments.add({u"dhcp-port"_s, u"UDP port instead of 67, for tests."_s, u"N"_s});
    arguments.add({u"boot-port"_s, u"UDP port instead of 4011, for tests."_s, u"N"_s});
    arguments.add({u"tftp-port"_s, u"UDP port instead of 69, for tests."_s, u"N"_s});
}

Result<NetworkChoice> networkFrom(const Arguments &arguments, const Lab &lab)
{
    auto choice = networkChoice(lab);
    if (!choice)
        return choice;
    if (arguments.isSet(u"interface"_s))
        choice->cards = listOf(arguments.values(u"interface"_s).join(u','));
    if (arguments.isSet(u"subnet"_s)) {
        const auto subnet = Subnet::parse(arguments.value(u"subnet"_s));
        if (!subnet)
            return std::unexpected(subnet.error());
        choice->subnet = *subnet;
    }
    return choice;
}

Result<ServicePorts> portsFrom(const Arguments &arguments, const Lab &lab)
{
    ServicePorts ports;
    ports.http = lab.setting(u"http.port"_s).toUShort();
    return takePort(arguments, u"http-port"_s, ports.http)
        .and_then([&] { return takePort(arguments, u"dhcp-port"_s, ports.dhcp); })
        .and_then([&] { return takePort(arguments, u"boot-port"_s, ports.bootServer); })
        .and_then([&] { return takePort(arguments, u"tftp-port"_s, ports.tftp); })
        .transform([&] { return ports; });
}

} // namespace Benchboot::Cli
