// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/running.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {
namespace {

QString readable(const Event &event)
{
    auto line = QDateTime::fromMSecsSinceEpoch(event.timeMs).toString(u"HH:mm:ss.zzz  "_s);
    line
        += u"%1  %2  "_s.arg(event.mac.isEmpty() ? event.address : event.mac, -17).arg(serviceName(event.service), -10);
    QStringList parts{event.kind};
    if (!event.target.isEmpty())
        parts.append(event.target);
    if (event.outcome != Event::Outcome::Info && event.outcome != Event::Outcome::Ok)
        parts.append(u"(%1)"_s.arg(outcomeName(event.outcome)));
    if (event.bytes >= 0)
        parts.append(event.total > event.bytes ? u"%1 of %2"_s.arg(sizeText(event.bytes), sizeText(event.total))
                                               : sizeText(event.bytes));
    if (event.durationMs >= 0)
        parts.append(u"in %1 ms"_s.arg(event.durationMs));
    if (!event.detail.isEmpty())
        parts.append(u"– %1"_s.arg(event.detail));
    return line + parts.join(u' ');
}

/// A port option's value; nothing and a wrong-usage message where it is no port.
std::optional<quint16> portOption(const Arguments &arguments, const QString &name, quint16 otherwise)
{
    if (!arguments.isSet(name))
        return otherwise;
    bool ok = false;
    const auto port = arguments.value(name).toUShort(&ok);
    if (ok)
        return port;
    wrongUsage(u"--%1 takes a port from 0 to 65535, not “%2”"_s.arg(name, arguments.value(name)));
    return std::nullopt;
}

void announce(const Session &session, bool json)
{
    const auto ports = session.ports();
    if (!json) {
        print(u"ready: %1 on %2 (%3), ProxyDHCP on UDP %4 and %5, TFTP on UDP %6, HTTP on TCP %7"_s
                  .arg(session.subnet().toString(), session.card().name, session.card().address.toString())
                  .arg(ports.dhcp)
                  .arg(ports.bootServer)
                  .arg(ports.tftp)
                  .arg(ports.http));
        return;
    }
    printJson({{u"event"_s, u"ready"_s},
               {u"interface"_s, session.card().name},
               {u"address"_s, session.card().address.toString()},
               {u"subnet"_s, session.subnet().toString()},
               {u"dhcpPort"_s, ports.dhcp},
               {u"bootPort"_s, ports.bootServer},
               {u"tftpPort"_s, ports.tftp},
               {u"httpPort"_s, ports.http}});
}

} // namespace

int serve(const QStringList &words)
{
    Arguments arguments(
        u"serve [--lab DIR] --interface IF [--subnet A.B.C.D/N] [--http-port N] [--dhcp-port N --boot-port N --tftp-port N] [--json]"_s,
        u"Runs ProxyDHCP, TFTP and HTTP until it is interrupted (Ctrl-C)."_s);
    arguments.add(
        {u"interface"_s, u"Network card that the PCs are connected to (setting network.interface)."_s, u"IF"_s});
    arguments.add(
        {u"subnet"_s, u"Subnet whose PCs are served (setting network.subnet, else the card's own)."_s, u"A.B.C.D/N"_s});
    arguments.add({u"http-port"_s, u"TCP port of the HTTP server (setting http.port)."_s, u"N"_s});
    arguments.add({u"dhcp-port"_s, u"UDP port instead of 67, for tests."_s, u"N"_s});
    arguments.add({u"boot-port"_s, u"UDP port instead of 4011, for tests."_s, u"N"_s});
    arguments.add({u"tftp-port"_s, u"UDP port instead of 69, for tests."_s, u"N"_s});
    if (const auto status = arguments.parse(words))
        return *status;
    if (!arguments.positional().isEmpty())
        return wrongUsage(u"serve takes no words, but “%1” was given"_s.arg(arguments.positional().first()));

    auto store = arguments.lab();
    const auto lab = store ? store->read() : std::unexpected(store.error());
    if (!lab)
        return report(u"lab"_s, lab.error());
    Session::ServeRequest request;
    request.card
        = arguments.isSet(u"interface"_s) ? arguments.value(u"interface"_s) : lab->setting(u"network.interface"_s);
    if (request.card.isEmpty())
        return wrongUsage(u"name the network card: --interface IF (“ip -brief address” lists them)"_s);
    const auto subnetText
        = arguments.isSet(u"subnet"_s) ? arguments.value(u"subnet"_s) : lab->setting(u"network.subnet"_s);
    if (!subnetText.isEmpty()) {
        const auto subnet = Subnet::parse(subnetText);
        if (!subnet)
            return wrongUsage(subnet.error().detail);
        request.subnet = *subnet;
    }
    const auto http = portOption(arguments, u"http-port"_s, lab->setting(u"http.port"_s).toUShort());
    const auto dhcp = portOption(arguments, u"dhcp-port"_s, request.ports.dhcp);
    const auto boot = portOption(arguments, u"boot-port"_s, request.ports.bootServer);
    const auto tftp = portOption(arguments, u"tftp-port"_s, request.ports.tftp);
    if (!http || !dhcp || !boot || !tftp)
        return WrongUsage;
    request.ports = {*dhcp, *boot, *tftp, *http};

    const bool json = arguments.json();
    Session session(*store);
    QObject::connect(&session, &Session::eventsArrived, &session, [json](const QList<Event> &events) {
        for (const auto &event : events) {
            if (json)
                printJson(toJson(event));
            else
                print(readable(event));
        }
    });
    const Interrupt interrupt([] { QCoreApplication::quit(); });
    if (const auto started = session.start(std::move(request)); !started)
        return report(u"serve"_s, started.error());
    announce(session, json);
    QCoreApplication::exec();
    session.stop();
    return Done;
}

} // namespace Benchboot::Cli
