// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Benchboot {

QString serviceName(Event::Service service)
{
    switch (service) {
    case Event::Service::Session:
        return u"session"_s;
    case Event::Service::ProxyDhcp:
        return u"proxydhcp"_s;
    case Event::Service::BootServer:
        return u"bootserver"_s;
    case Event::Service::Tftp:
        return u"tftp"_s;
    case Event::Service::Http:
        return u"http"_s;
    case Event::Service::Import:
        return u"import"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString outcomeName(Event::Outcome outcome)
{
    switch (outcome) {
    case Event::Outcome::Info:
        return u"info"_s;
    case Event::Outcome::Started:
        return u"started"_s;
    case Event::Outcome::Ok:
        return u"ok"_s;
    case Event::Outcome::Probe:
        return u"probe"_s;
    case Event::Outcome::Ignored:
        return u"ignored"_s;
    case Event::Outcome::NotFound:
        return u"not-found"_s;
    case Event::Outcome::Refused:
        return u"refused"_s;
    case Event::Outcome::Aborted:
        return u"aborted"_s;
    case Event::Outcome::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonObject toJson(const Event &event)
{
    QJsonObject object{
        {u"schema"_s, 1},
        {u"event"_s, event.kind},
        {u"time"_s, QDateTime::fromMSecsSinceEpoch(event.timeMs, QTimeZone::UTC).toString(Qt::ISODateWithMs)},
        {u"service"_s, serviceName(event.service)},
        {u"outcome"_s, outcomeName(event.outcome)},
    };
    const auto text = [&object](const QString &key, const QString &value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    const auto number = [&object](const QString &key, qint64 value) {
        if (value >= 0)
            object.insert(key, value);
    };
    text(u"address"_s, event.address);
    text(u"mac"_s, event.mac);
    text(u"target"_s, event.target);
    text(u"detail"_s, event.detail);
    number(u"bytes"_s, event.bytes);
    number(u"total"_s, event.total);
    number(u"durationMs"_s, event.durationMs);
    if (event.id != 0)
        object.insert(u"id"_s, qint64(event.id));
    if (!event.packet.isEmpty())
        object.insert(u"packet"_s, QString::fromLatin1(event.packet.toHex()));
    return object;
}

} // namespace Benchboot
