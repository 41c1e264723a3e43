// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "session/clientstore.h"
#include "session/loaders.h"

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {
namespace {

using Dhcp::KnownClients;

QString pinsText(const KnownClients::Pins &pins)
{
    QStringList words;
    if (pins.form)
        words.append(Dhcp::formName(*pins.form));
    if (!pins.loader.isEmpty())
        words.append(pins.loader);
    return words.isEmpty() ? QString() : u"  pinned: "_s + words.join(u", "_s);
}

void show(const QString &mac, const KnownClients::Client &client, bool json)
{
    if (json)
        return printJson(KnownClients::toJson(mac, client));
    print(mac + pinsText(client.pins));
    for (const auto &firmware : client.firmwares) {
        print(u"    %1  %2 %3  %4"_s.arg(firmware.name, -42)
                  .arg(Dhcp::formName(firmware.method.form), -6)
                  .arg(firmware.method.loader, firmware.works ? u"works"_s : u"to be tried next"_s));
    }
}

int list(const ClientStore &store, bool json)
{
    const auto known = store.read();
    if (!known)
        return report(u"clients"_s, known.error());
    if (known->clients().isEmpty() && !json)
        print(u"No PC has booted from this lab yet."_s);
    for (const auto &[mac, client] : known->clients().asKeyValueRange())
        show(mac, client, json);
    return Done;
}

/// Reads FORM and LOADER, in any order.
Result<KnownClients::Pins> pinsFrom(const QStringList &words, const LabStore &lab)
{
    KnownClients::Pins pins;
    for (const auto &word : words) {
        if (const auto form = Dhcp::formFromName(word)) {
            pins.form = form;
        } else if (findLoaders(loaderFolders(lab)).contains(word)) {
            pins.loader = word;
        } else {
            return fail(
                Error::Code::InvalidArgument,
                u"“%1” is neither a form of offer (direct, bare, menu) nor a loader on this computer"_s.arg(word));
        }
    }
    return pins;
}

int pin(const QStringList &words, const LabStore &lab, bool json)
{
    if (words.size() < 2 || words.size() > 3)
        return wrongUsage(u"clients pin takes a MAC address and a form (direct, bare, menu), a loader, or both"_s);
    const auto mac = KnownClients::parseMac(words.first());
    const auto pins = mac ? pinsFrom(words.sliced(1), lab) : std::unexpected(mac.error());
    if (!pins)
        return report(u"clients"_s, pins.error());
    const auto known = ClientStore(lab).change([&](KnownClients &edited) -> Result<void> {
        const auto *client = edited.client(*mac);
        auto all = client ? client->pins : KnownClients::Pins();
        all.form = pins->form ? pins->form : all.form;
        all.loader = pins->loader.isEmpty() ? all.loader : pins->loader;
        edited.pin(*mac, all);
        return {};
    });
    if (!known)
        return report(u"clients"_s, known.error());
    show(*mac, *known->client(*mac), json);
    return Done;
}

int reset(const QStringList &words, const LabStore &lab, bool json)
{
    if (words.isEmpty())
        return wrongUsage(u"name the PC to forget by its MAC address; “benchboot clients” lists them"_s);
    QStringList macs;
    for (const auto &word : words) {
        const auto mac = KnownClients::parseMac(word);
        if (!mac)
            return report(u"clients"_s, mac.error());
        macs.append(*mac);
    }
    const auto known = ClientStore(lab).change([&macs](KnownClients &edited) -> Result<void> {
        for (const auto &mac : std::as_const(macs)) {
            if (!edited.reset(mac))
                return fail(Error::Code::NotFound, u"nothing is known of %1"_s.arg(mac));
        }
        return {};
    });
    if (!known)
        return report(u"clients"_s, known.error());
    for (const auto &mac : std::as_const(macs)) {
        if (json)
            printJson({{u"event"_s, u"reset"_s}, {u"mac"_s, mac}});
        else
            print(u"%1: forgotten"_s.arg(mac));
    }
    return Done;
}

} // namespace

int clients(const QStringList &words)
{
    Arguments arguments(
        u"clients [pin MAC [FORM] [LOADER] | reset MAC…] [--lab DIR] [--json]"_s,
        u"Lists what each PC boots from, as far as it was learnt. “pin” says which form of offer (direct, bare, "
        "menu) and which loader a PC gets whatever was learnt; “reset” forgets both."_s);
    if (const auto status = arguments.parse(words))
        return *status;
    const auto lab = arguments.lab();
    if (!lab)
        return report(u"lab"_s, lab.error());
    const auto positional = arguments.positional();
    const auto action = positional.value(0);
    if (action.isEmpty())
        return list(ClientStore(*lab), arguments.json());
    if (action == u"pin")
        return pin(positional.sliced(1), *lab, arguments.json());
    if (action == u"reset")
        return reset(positional.sliced(1), *lab, arguments.json());
    return wrongUsage(u"clients knows “pin” and “reset”, but not “%1”"_s.arg(action));
}

} // namespace Benchboot::Cli
