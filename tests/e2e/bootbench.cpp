// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/bootbench.h"

#include "e2e/grubloader.h"

#include "e2e/testfiles.h"

#include <QDir>
#include <QFile>
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

/// What a PC gets on without. Loaders look for such files over TFTP, and iPXE for its own script where it came from.
bool isOptional(const QJsonObject &event)
{
    return event.value("service"_L1) != "http"_L1 || event.value("target"_L1).toString().endsWith("/autoexec.ipxe"_L1);
}

} // namespace

BootBench::BootBench() { qputenv("XDG_DATA_HOME", m_folder.filePath(u"home"_s).toLocal8Bit()); }

QString BootBench::loadersFolder() const { return m_folder.filePath(u"lab/loaders"_s); }

Result<QString> BootBench::import(const QString &image, const QString &arguments)
{
    const auto words = arguments.isEmpty() ? QStringList() : QStringList{u"--option"_s, u"arguments="_s + arguments};
    return importAs(image, words).transform([](const Imported &imported) { return imported.id; });
}

Result<Imported> BootBench::importAs(const QString &image, const QStringList &words)
{
    const auto imported
        = benchboot(QStringList{u"import"_s, u"--json"_s, image, u"--lab"_s, m_folder.filePath(u"lab"_s)} + words);
    if (!imported)
        return std::unexpected(imported.error());
    const auto said = jsonLines(*imported).last();
    return set({u"menu.timeout=3"_s}).transform([&] {
        return Imported{said.value("id"_L1).toString(), said.value("recipe"_L1).toString()};
    });
}

Result<void> BootBench::set(const QStringList &assignments)
{
    return benchboot(QStringList{u"settings"_s, u"--lab"_s, m_folder.filePath(u"lab"_s)} + assignments)
        .transform([](const QByteArray &) { });
}

Result<void> BootBench::useLoader(const QString &architecture, const QString &loader)
{
    return benchboot({u"loaders"_s, u"use"_s, architecture, loader, u"--lab"_s, m_folder.filePath(u"lab"_s)})
        .transform([](const QByteArray &) { });
}

Result<void> BootBench::useOwnGrub(const QString &id)
{
    const auto base = u"http://%1:8080/images/%2"_s.arg(BenchNetwork::benchAddress, id);
    const auto kernel = u"(http,%1:8080)/images/%2/isolinux/"_s.arg(BenchNetwork::benchAddress, id);
    const auto configuration = u"linux %1rescue64 console=ttyS0,115200 panic=-1 netboot=%2/sysrcd.dat\n"
                               "initrd %1initram.igz\n"
                               "boot\n"_s.arg(kernel, base);
    QDir().mkpath(loadersFolder());
    return makeIa32Grub(loadersFolder() + u"/grub-test.efi"_s, configuration.toUtf8()).and_then([&] {
        return set({u"loader.efi-ia32=grub-test.efi"_s});
    });
}

Result<void> BootBench::pinForm(const QemuClient &client, const QString &form)
{
    return benchboot({u"clients"_s, u"pin"_s, client.mac(), form, u"--lab"_s, m_folder.filePath(u"lab"_s)})
        .transform([](const QByteArray &) { });
}

Result<void> BootBench::writeRecipe(const QString &name, const QByteArray &text)
{
    const auto recipes = m_folder.filePath(u"home/benchboot/recipes"_s);
    QDir().mkpath(recipes);
    return writeFile(u"%1/%2.toml"_s.arg(recipes, name), text);
}

Result<void> BootBench::makeNetwork()
{
    return BenchNetwork::create(m_routerNamesServer).transform([&](std::unique_ptr<BenchNetwork> network) {
        m_network = std::move(network);
        m_capture = std::make_unique<Capture>(m_network->benchPlace(), m_folder.filePath(u"bench.pcap"_s));
        m_server = std::make_unique<ServeProcess>(&m_network->benchPlace());
    });
}

Result<void> BootBench::startServer(QStringView filter, const QStringList &cards)
{
    return m_capture->start(BenchNetwork::benchInterface, filter).and_then([&] {
        return m_server->start(QStringList{u"--lab"_s, m_folder.filePath(u"lab"_s)} + cards);
    });
}

Result<void> BootBench::serve(QStringView filter)
{
    return makeNetwork().and_then([&] {
        return startServer(filter,
                           {u"--interface"_s, BenchNetwork::benchInterface.toString(), u"--subnet"_s,
                            BenchNetwork::subnet.toString()});
    });
}

Result<void> BootBench::serveTwoCards()
{
    return makeNetwork().and_then([&] { return m_network->addSecondCard(); }).and_then([&] {
        return startServer(
            Capture::dhcpOnly,
            {u"--interface"_s, u"%1,%2"_s.arg(BenchNetwork::benchInterface, BenchNetwork::secondInterface)});
    });
}

Result<QemuClient *> BootBench::powerOn(const PcKind &kind, BenchNetwork::Wire wire)
{
    auto *client = m_clients.emplace_back(std::make_unique<QemuClient>(*m_network, kind)).get();
    return client->powerOn(wire).transform([client] { return client; });
}

Result<void> BootBench::checkWay(const QemuClient &client)
{
    using Way = PcKind::Way;
    const auto way = client.kind().way;
    const auto mine = [&](const QJsonObject &event) {
        return event.value("mac"_L1) == client.mac() && event.value("outcome"_L1) == "ok"_L1;
    };
    auto checked = expectEvent(u"an offer to %1"_s.arg(client.mac()),
                               [&](const auto &event) { return is(event, "proxydhcp"_L1, "offer"_L1) && mine(event); });
    if (way == Way::AsksBootServer)
        checked = checked.and_then([&] {
            return expectEvent(u"a boot server's answer to %1"_s.arg(client.mac()),
                               [&](const auto &event) { return is(event, "bootserver"_L1, "ack"_L1) && mine(event); });
        });
    if (client.kind().pinnedForm == u"direct") {
        checked = checked.and_then([&]() -> Result<void> {
            if (m_server->output().contains("\"bootserver\""))
                return fail(Error::Code::Mismatch, u"The PC asked the boot server, although the offer said all"_s);
            return {};
        });
    }
    if (way != Way::AsksForScript)
        checked = checked.and_then([&] {
            return expectDelivery(client, way == Way::LoadsByHttp ? "http"_L1 : "tftp"_L1,
                                  client.kind().firmware.isEmpty() ? u".kpxe"_s : u".efi"_s);
        });
    if (client.kind().loader == PcKind::Loader::Ipxe)
        checked = checked.and_then([&] { return checkDelivered(client, {u"/boot.ipxe"_s, u"/menu.ipxe"_s}); });
    return checked;
}

Result<void> BootBench::checkDelivered(const QemuClient &client, const QStringList &urlEnds)
{
    for (const auto &end : urlEnds) {
        if (auto checked = expectDelivery(client, "http"_L1, end); !checked)
            return checked;
    }
    return {};
}

Result<void> BootBench::checkNothingFailed()
{
    for (const auto &event : m_server->events()) {
        const auto outcome = event.value("outcome"_L1);
        const bool missing = outcome == "not-found"_L1 && !isOptional(event);
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
    return checkPackets();
}

QByteArray BootBench::logs() const
{
    QByteArray text;
    for (const auto &client : m_clients)
        text += "--- console of " + client->mac().toLatin1() + ", its end\n" + lastPart(client->console())
            + client->errors();
    if (m_server)
        text += "\n--- the server\n" + m_server->output() + m_server->errors();
    if (m_network)
        text += "\n--- the site's DHCP server\n" + lastPart(m_network->routerLog());
    return text;
}

Result<void> BootBench::expectEvent(const QString &what, const std::function<bool(const QJsonObject &)> &wanted)
{
    if (!m_server->waitForEvent(wanted, 10s))
        return fail(Error::Code::NotFound, u"The server did not report %1."_s.arg(what));
    return {};
}

Result<void> BootBench::expectDelivery(const QemuClient &client, QLatin1StringView service, const QString &targetEnd)
{
    return expectEvent(
        u"that %1 delivered …%2 whole to %3"_s.arg(service, targetEnd, client.mac()), [&](const QJsonObject &event) {
            const auto path = event.value("target"_L1).toString().section(u'?', 0, 0);
            return event.value("service"_L1) == service && event.value("mac"_L1) == client.mac()
                && path.endsWith(targetEnd) && event.value("outcome"_L1) == "ok"_L1
                && event.value("bytes"_L1).toInteger() > 0 && event.value("bytes"_L1) == event.value("total"_L1);
        });
}

Result<void> BootBench::checkPackets()
{
    const auto checked
        = m_capture->stop().and_then([&] { return checkSentPackets(m_capture->file(), BenchNetwork::benchAddress); });
    const auto keep = qEnvironmentVariable("BENCHBOOT_CAPTURES");
    if (!keep.isEmpty() && !m_clients.empty())
        QFile::copy(m_capture->file(), u"%1/%2.pcap"_s.arg(keep, m_clients.front()->kind().name));
    return checked;
}

} // namespace Benchboot::E2e
