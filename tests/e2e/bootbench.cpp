// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/bootbench.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot::E2e {

namespace {

bool is(const QJsonObject &event, QLatin1StringView service, QLatin1StringView kind)
{
    return event.value("service"_L1) == service && event.value("event"_L1) == kind;
}

QByteArray lastPart(const QByteArray &text) { return text.last(std::min<qsizetype>(text.size(), 6000)); }

} // namespace

Result<void> BootBench::serve(const QString &image)
{
    const auto labFolder = m_folder.filePath(u"lab"_s);
    const auto set = benchboot({u"import"_s, image, u"--lab"_s, labFolder, u"--option"_s,
                                u"arguments=console=ttyS0,115200 panic=-1"_s})
                         .and_then([&](const QByteArray &) {
                             return benchboot({u"settings"_s, u"--lab"_s, labFolder, u"menu.timeout=3"_s});
                         });
    if (!set)
        return std::unexpected(set.error());
    return BenchNetwork::create().and_then([&](std::unique_ptr<BenchNetwork> network) {
        m_network = std::move(network);
        m_server = std::make_unique<ServeProcess>(&m_network->benchPlace());
        return m_server->start({u"--lab"_s, labFolder, u"--interface"_s, BenchNetwork::benchInterface.toString(),
                                u"--subnet"_s, BenchNetwork::subnet.toString()});
    });
}

Result<void> BootBench::powerOn(const QString &kind)
{
    m_kind = kind;
    m_client = std::make_unique<QemuClient>(*m_network, QemuClient::kindFromName(kind));
    return m_client->powerOn();
}

Result<void> BootBench::checkWayToMenu()
{
    const auto mine = [this](const QJsonObject &event) {
        return event.value("mac"_L1) == m_client->mac() && event.value("outcome"_L1) == "ok"_L1;
    };
    auto checked = expectEvent(u"an offer to %1"_s.arg(m_client->mac()),
                               [&](const auto &event) { return is(event, "proxydhcp"_L1, "offer"_L1) && mine(event); });
    if (m_kind == u"uefi-x64")
        checked = checked.and_then([&] {
            return expectEvent(u"a boot server's answer to %1"_s.arg(m_client->mac()),
                               [&](const auto &event) { return is(event, "bootserver"_L1, "ack"_L1) && mine(event); });
        });
    if (m_kind != u"bios-ipxe") // the others do not have iPXE yet
        checked = checked.and_then(
            [&] { return expectDelivery("tftp"_L1, m_kind == u"uefi-x64" ? u".efi"_s : u".kpxe"_s); });
    return checked.and_then([&] { return checkDelivered({u"/boot.ipxe"_s, u"/menu.ipxe"_s}); });
}

Result<void> BootBench::checkDelivered(const QStringList &urlEnds)
{
    for (const auto &end : urlEnds) {
        if (auto checked = expectDelivery("http"_L1, end); !checked)
            return checked;
    }
    return {};
}

Result<void> BootBench::checkNothingFailed()
{
    for (const auto &event : m_server->events()) {
        const auto outcome = event.value("outcome"_L1);
        // Loaders look for files over TFTP that they can do without; over HTTP nobody asks for what the menu does not name.
        const bool missing = event.value("service"_L1) == "http"_L1 && outcome == "not-found"_L1;
        if (missing || outcome == "failed"_L1 || outcome == "refused"_L1)
            return fail(Error::Code::Mismatch,
                        u"The server reported a failure: "_s
                            + QString::fromUtf8(QJsonDocument(event).toJson(QJsonDocument::Compact)));
    }
    if (!m_server->stop())
        return fail(Error::Code::Mismatch, u"The server did not end with exit status 0 when it was told to."_s);
    if (!m_server->errors().isEmpty())
        return fail(Error::Code::Mismatch,
                    u"The server wrote to standard error: "_s + QString::fromUtf8(m_server->errors()));
    return {};
}

QByteArray BootBench::logs() const
{
    QByteArray text;
    if (m_client)
        text += "--- console of the PC, its end\n" + lastPart(m_client->console()) + m_client->errors();
    if (m_server)
        text += "\n--- the server\n" + m_server->output() + m_server->errors();
    if (m_network)
        text += "\n--- the site's DHCP server\n" + lastPart(m_network->routerLog());
    return text;
}

Result<void> BootBench::expectEvent(const QString &what, const std::function<bool(const QJsonObject &)> &wanted)
{
    if (!m_server->waitForEvent(wanted, 3s))
        return fail(Error::Code::NotFound, u"The server did not report %1."_s.arg(what));
    return {};
}

Result<void> BootBench::expectDelivery(QLatin1StringView service, const QString &targetEnd)
{
    return expectEvent(u"that %1 delivered …%2 whole"_s.arg(service, targetEnd), [&](const QJsonObject &event) {
        const auto path = event.value("target"_L1).toString().section(u'?', 0, 0);
        return event.value("service"_L1) == service && path.endsWith(targetEnd) && event.value("outcome"_L1) == "ok"_L1
            && event.value("bytes"_L1).toInteger() > 0 && event.value("bytes"_L1) == event.value("total"_L1);
    });
}

} // namespace Benchboot::E2e
