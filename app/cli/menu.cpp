// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "protocol/ipxe/menuscript.h"
#include "session/likelycard.h"
#include "session/snapshot.h"

#include <QJsonArray>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {
namespace {

void printItems(const ServedLab &lab, Firmwares firmware)
{
    for (const auto &item : lab.menu) {
        QJsonArray entries;
        const auto image = lab.images.value(item.id);
        for (const auto &entry : image.entries) {
            const bool fits = !firmware || entry.firmware.testAnyFlags(firmware);
            entries.append(QJsonObject{{u"title"_s, entry.title},
                                       {u"method"_s, methodName(entry.method)},
                                       {u"fits"_s, fits},
                                       {u"firmware"_s, QJsonArray::fromStringList(firmwareNames(entry.firmware))},
                                       {u"memoryMiB"_s, entry.memoryMiB},
                                       {u"reason"_s, entry.reason}});
        }
        printJson({{u"id"_s, item.id},
                   {u"title"_s, item.title},
                   {u"default"_s, item.id == lab.defaultItem},
                   {u"entries"_s, entries}});
    }
}

constexpr auto longUsage
    = u"menu [--lab DIR] [--platform efi|pcbios] [--arch A] [--mac M] [--memory MIB] [--manufacturer T] [--product T] "
      "[--format ipxe|json]";

/// The client that the options describe, as iPXE would; a sentence where no iPXE says such a thing.
Result<Ipxe::MenuClient> clientFrom(const Arguments &arguments)
{
    Ipxe::MenuClient client;
    client.platform = arguments.value(u"platform"_s);
    if (!client.platform.isEmpty() && client.platform != u"efi" && client.platform != u"pcbios")
        return fail(Error::Code::InvalidArgument, u"--platform is efi or pcbios, not “%1”"_s.arg(client.platform));
    client.architecture = arguments.value(u"arch"_s);
    if (!client.architecture.isEmpty() && client.architecture != u"i386" && client.architecture != u"x86_64"
        && client.architecture != u"arm64") {
        return fail(Error::Code::InvalidArgument,
                    u"--arch is i386, x86_64 or arm64, not “%1”"_s.arg(client.architecture));
    }
    client.mac = Ipxe::macAddress(arguments.value(u"mac"_s));
    if (arguments.isSet(u"mac"_s) && client.mac.isEmpty()) {
        return fail(Error::Code::InvalidArgument,
                    u"--mac takes an address such as 52:54:00:12:34:56, not “%1”"_s.arg(arguments.value(u"mac"_s)));
    }
    bool isNumber = true;
    if (arguments.isSet(u"memory"_s))
        client.memoryMiB = arguments.value(u"memory"_s).toInt(&isNumber);
    if (!isNumber || client.memoryMiB < 0) {
        return fail(Error::Code::InvalidArgument,
                    u"--memory takes a whole number of MiB, not “%1”"_s.arg(arguments.value(u"memory"_s)));
    }
    client.manufacturer = arguments.value(u"manufacturer"_s);
    client.product = arguments.value(u"product"_s);
    return client;
}

} // namespace

int menu(const QStringList &words)
{
    Arguments arguments(QString::fromUtf16(longUsage), u"Prints the boot menu that such a client gets."_s);
    arguments.add({u"platform"_s, u"Firmware of the client: pcbios or efi; without it, for every client."_s, u"P"_s});
    arguments.add({u"arch"_s, u"iPXE's architecture: i386, x86_64, arm64."_s, u"A"_s});
    arguments.add({u"mac"_s, u"MAC address of the client."_s, u"M"_s});
    arguments.add({u"memory"_s, u"Memory of the client in MiB."_s, u"MIB"_s});
    arguments.add({u"manufacturer"_s, u"Manufacturer of the client."_s, u"T"_s});
    arguments.add({u"product"_s, u"Product name of the client."_s, u"T"_s});
    arguments.add({u"format"_s, u"ipxe prints the script, json its items (ipxe)."_s, u"ipxe|json"_s, u"ipxe"_s});
    if (const auto status = arguments.parse(words))
        return *status;
    const auto format = arguments.json() ? u"json"_s : arguments.value(u"format"_s);
    if (!arguments.positional().isEmpty() || (format != u"ipxe" && format != u"json"))
        return wrongUsage(u"menu takes --format ipxe or json and no other words"_s);
    const auto client = clientFrom(arguments);
    if (!client)
        return wrongUsage(client.error().detail);
    const auto store = arguments.lab();
    const auto lab = store ? store->read() : std::unexpected(store.error());
    if (!lab)
        return report(u"lab"_s, lab.error());

    const auto card = likelyCard(*lab);
    const auto port = lab->setting(u"http.port"_s).toUShort();
    const auto snapshot = makeSnapshot(*lab, *store, servedNetwork({card}), port);
    if (format == u"json") {
        printItems(*snapshot, Ipxe::firmwareOf(*client));
    } else {
        const auto origin = u"http://%1:%2"_s.arg(card.address.toString()).arg(port).toLatin1();
        std::fputs(Ipxe::menuScript(*snapshot, *client, origin).constData(), stdout);
    }
    return Done;
}

} // namespace Benchboot::Cli
