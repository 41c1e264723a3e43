// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/knownclients.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Dhcp {
namespace {

constexpr int fileVersion = 1;

bool isMac(const QString &text)
{
    static const QRegularExpression pattern(u"\\A[0-9a-f]{2}(:[0-9a-f]{2}){5}\\z"_s);
    return pattern.match(text).hasMatch();
}

QJsonObject toJson(const KnownClients::Firmware &firmware)
{
    return {{u"name"_s, firmware.name},
            {u"form"_s, formName(firmware.method.form)},
            {u"loader"_s, firmware.method.loader},
            {u"works"_s, firmware.works},
            {u"time"_s, QDateTime::fromMSecsSinceEpoch(firmware.timeMs, QTimeZone::UTC).toString(Qt::ISODateWithMs)}};
}

std::optional<KnownClients::Firmware> firmwareFrom(const QJsonObject &object)
{
    const auto form = formFromName(object.value("form"_L1).toString());
    const auto name = object.value("name"_L1).toString();
    if (!form || name.isEmpty())
        return std::nullopt;
    const auto time = QDateTime::fromString(object.value("time"_L1).toString(), Qt::ISODateWithMs);
    return KnownClients::Firmware{.name = name,
                                  .method = {*form, object.value("loader"_L1).toString()},
                                  .works = object.value("works"_L1).toBool(),
                                  .timeMs = time.isValid() ? time.toMSecsSinceEpoch() : 0};
}

KnownClients::Client clientFrom(const QJsonObject &object)
{
    KnownClients::Client client;
    client.pins.form = formFromName(object.value("pinnedForm"_L1).toString());
    client.pins.loader = object.value("pinnedLoader"_L1).toString();
    for (const auto &value : object.value("firmware"_L1).toArray()) {
        const auto firmware = firmwareFrom(value.toObject());
        if (firmware && client.firmwares.size() < KnownClients::mostFirmwares)
            client.firmwares.append(*firmware);
    }
    return client;
}

/// When \a client last taught something; pinned ones never grow old.
qint64 lastTimeOf(const KnownClients::Client &client)
{
    if (client.pins != KnownClients::Pins())
        return std::numeric_limits<qint64>::max();
    qint64 last = 0;
    for (const auto &firmware : client.firmwares)
        last = std::max(last, firmware.timeMs);
    return last;
}

} // namespace

Result<QString> KnownClients::parseMac(const QString &text)
{
    const auto mac = text.toLower().replace(u'-', u':');
    if (!isMac(mac))
        return fail(Error::Code::InvalidArgument, u"“%1” is no MAC address such as 52:54:00:12:34:56"_s.arg(text));
    return mac;
}

const KnownClients::Firmware *KnownClients::Client::firmware(const QString &name) const
{
    const auto found = std::ranges::find(firmwares, name, &Firmware::name);
    return found == firmwares.end() ? nullptr : &*found;
}

const KnownClients::Client *KnownClients::client(const QString &mac) const
{
    const auto found = m_clients.constFind(mac);
    return found == m_clients.cend() ? nullptr : &*found;
}

const KnownClients::Firmware *KnownClients::proven(const QString &name) const
{
    const auto found = m_proven.constFind(name);
    return found == m_proven.cend() ? nullptr : &*found;
}

void KnownClients::learn(const Lesson &lesson)
{
    if (!isMac(lesson.mac))
        return;
    makeRoom();
    auto &firmwares = m_clients[lesson.mac].firmwares;
    firmwares.removeIf([&lesson](const Firmware &firmware) { return firmware.name == lesson.firmware; });
    if (firmwares.size() >= mostFirmwares)
        firmwares.removeFirst();
    firmwares.append({lesson.firmware, lesson.method, lesson.works, lesson.timeMs});
    prove(firmwares.last());
}

bool KnownClients::reset(const QString &mac)
{
    const bool known = m_clients.remove(mac) > 0;
    findProven(); // what was known of its sort of firmware may have come from it alone
    return known;
}

void KnownClients::prove(const Firmware &firmware)
{
    const auto known = m_proven.constFind(firmware.name);
    if (firmware.works && (known == m_proven.cend() || known->timeMs <= firmware.timeMs))
        m_proven.insert(firmware.name, firmware);
}

void KnownClients::findProven()
{
    m_proven.clear();
    for (const auto &client : std::as_const(m_clients)) {
        for (const auto &firmware : client.firmwares)
            prove(firmware);
    }
}

void KnownClients::makeRoom()
{
    if (m_clients.size() < mostClients)
        return;
    auto oldest = m_clients.begin();
    for (auto it = m_clients.begin(); it != m_clients.end(); ++it) {
        if (lastTimeOf(*it) < lastTimeOf(*oldest))
            oldest = it;
    }
    m_clients.erase(oldest);
}

QJsonObject KnownClients::toJson(const QString &mac, const Client &client)
{
    QJsonObject object{{u"mac"_s, mac}};
    if (client.pins.form)
        object.insert(u"pinnedForm"_s, formName(*client.pins.form));
    if (!client.pins.loader.isEmpty())
        object.insert(u"pinnedLoader"_s, client.pins.loader);
    QJsonArray firmwares;
    for (const auto &firmware : client.firmwares)
        firmwares.append(Dhcp::toJson(firmware));
    object.insert(u"firmware"_s, firmwares);
    return object;
}

QJsonObject KnownClients::toJson() const
{
    QJsonArray list;
    for (const auto &[mac, client] : m_clients.asKeyValueRange())
        list.append(toJson(mac, client));
    return {{u"version"_s, fileVersion}, {u"clients"_s, list}};
}

Result<KnownClients> KnownClients::fromJson(const QJsonObject &object)
{
    if (object.value("version"_L1).toInt(fileVersion) > fileVersion)
        return fail(Error::Code::Unsupported, u"what is known of the clients was written by a newer Benchboot"_s);
    KnownClients known;
    for (const auto &value : object.value("clients"_L1).toArray()) {
        const auto entry = value.toObject();
        const auto mac = entry.value("mac"_L1).toString();
        if (isMac(mac) && known.m_clients.size() < mostClients)
            known.m_clients.insert(mac, clientFrom(entry));
    }
    known.findProven();
    return known;
}

} // namespace Benchboot::Dhcp
