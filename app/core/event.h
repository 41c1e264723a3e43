// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace Benchboot {

/// One thing that happened: a packet, a request, a change of a service's state. Log, models, timeline and diagnosis all read this one stream.
struct Event
{
    enum class Service { Session, ProxyDhcp, BootServer, Tftp, Http, Import };
    enum class Outcome {
        Info, ///< nothing to judge: a state change, a packet seen
        Started, ///< a transfer began; an event with the same `id` follows at its end
        Ok, ///< answered, or delivered whole
        Probe, ///< a client only asked (a size probe, a file that it expects to miss)
        Ignored, ///< deliberately not answered; `detail` says why
        NotFound,
        Refused,
        Aborted, ///< ended by the client or the network before the end
        Failed, ///< our side failed
    };

    qint64 timeMs = 0; ///< since 1970-01-01 UTC
    Service service = Service::Session;
    QString kind; ///< stable lower-case word: discover, offer, request, ack, rrq, get, head, menu, ready, stopped, …
    Outcome outcome = Outcome::Info;
    quint64 id = 0; ///< joins the events of one transfer; 0: stands alone
    QString address; ///< the client's IPv4 address as text; empty if unknown
    QString mac; ///< lower case with colons; empty if unknown (the session fills it in)
    QString target; ///< file name, URL path, loader or image it is about
    QString detail; ///< one English sentence or part of it, for people
    qint64 bytes = -1; ///< delivered so far; −1: does not apply
    qint64 total = -1; ///< bytes in all; −1: unknown or does not apply
    qint64 durationMs = -1; ///< −1: does not apply
    QByteArray packet; ///< raw bytes, for DHCP and TFTP control packets only

    friend bool operator==(const Event &, const Event &) = default;
};

/// Where services put events. Implementations take calls from any thread and never block on I/O.
class EventSink
{
public:
    virtual ~EventSink() = default;
    virtual void append(Event event) = 0;
};

[[nodiscard]] QString
serviceName(Event::Service service); ///< "proxydhcp", "bootserver", "tftp", "http", "session", "import"
[[nodiscard]] QString outcomeName(Event::Outcome outcome); ///< "ok", "not-found", …
/// One object with the documented keys of `serve --json`; keys without a value are left out.
[[nodiscard]] QJsonObject toJson(const Event &event);

} // namespace Benchboot
