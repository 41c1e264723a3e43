// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/running.h"
#include "cli/servingoptions.h"
#include "session/bootingwatch.h"
#include "session/clienttracker.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

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

QJsonArray cardsJson(const ServedNetwork &network)
{
    QJsonArray cards;
    for (const auto &card : network.cards) {
        cards.append(QJsonObject{{u"interface"_s, card.name},
                                 {u"address"_s, card.address.toString()},
                                 {u"subnet"_s, card.subnet().toString()}});
    }
    return cards;
}

void announce(const Session &session, bool json)
{
    const auto ports = session.ports();
    const auto &network = session.network();
    const auto &first = network.cards.first();
    if (!json) {
        QStringList places;
        for (const auto &card : network.cards)
            places.append(u"%1 (%2)"_s.arg(card.name, card.address.toString()));
        print(u"ready: %1 on %2, ProxyDHCP on UDP %3 and %4, TFTP on UDP %5, HTTP on TCP %6"_s
                  .arg(network.subnetsText(), places.join(u", "_s))
                  .arg(ports.dhcp)
                  .arg(ports.bootServer)
                  .arg(ports.tftp)
                  .arg(ports.http));
        return;
    }
    printJson({{u"event"_s, u"ready"_s},
               {u"interface"_s, first.name},
               {u"address"_s, first.address.toString()},
               {u"subnet"_s, network.subnetsText()},
               {u"cards"_s, cardsJson(network)},
               {u"dhcpPort"_s, ports.dhcp},
               {u"bootPort"_s, ports.bootServer},
               {u"tftpPort"_s, ports.tftp},
               {u"httpPort"_s, ports.http}});
}

} // namespace

int serve(const QStringList &words)
{
    Arguments arguments(
        u"serve [--lab DIR] --interface IF… [--subnet A.B.C.D/N] [--http-port N] [--dhcp-port N --boot-port N --tftp-port N] [--json]"_s,
        u"Runs ProxyDHCP, TFTP and HTTP until it is interrupted (Ctrl-C)."_s);
    addServingOptions(arguments);
    if (const auto status = arguments.parse(words))
        return *status;
    if (!arguments.positional().isEmpty())
        return wrongUsage(u"serve takes no words, but “%1” was given"_s.arg(arguments.positional().first()));

    auto store = arguments.lab();
    const auto lab = store ? store->read() : std::unexpected(store.error());
    if (!lab)
        return report(u"lab"_s, lab.error());
    Session::ServeRequest request;
    auto network = networkFrom(arguments, *lab);
    if (!network)
        return wrongUsage(network.error().detail);
    if (network->cards.isEmpty())
        return wrongUsage(u"name the network card: --interface IF (“ip -brief address” lists them)"_s);
    request.network = *std::move(network);
    const auto ports = portsFrom(arguments, *lab);
    if (!ports)
        return wrongUsage(ports.error().detail);
    request.ports = *ports;

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
    ClientTracker clients;
    clients.setLab(session.lab());
    QObject::connect(&session, &Session::labChanged, &clients, [&] { clients.setLab(session.lab()); });
    QObject::connect(&session, &Session::eventsArrived, &clients, &ClientTracker::take);
    const BootingWatch booting(*store, &clients); // for imports by other programs
    const Interrupt interrupt([] { QCoreApplication::quit(); });
    if (const auto started = session.start(std::move(request)); !started)
        return report(u"serve"_s, started.error());
    announce(session, json);
    QCoreApplication::exec();
    session.stop();
    return Done;
}

} // namespace Benchboot::Cli
