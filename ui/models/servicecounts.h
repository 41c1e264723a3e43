// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QList>

namespace Benchboot {

/// What the three services did since they were started, counted from their events. A value.
class ServiceCounts
{
public:
    void take(const QList<Event> &events)
    {
        for (const auto &event : events)
            take(event);
    }

    int offers = 0; ///< ProxyDHCP offers sent
    int bootAnswers = 0; ///< answers of the boot server
    int notAnswered = 0; ///< requests that were deliberately not answered
    int loaders = 0; ///< files delivered whole by TFTP
    int downloads = 0; ///< files delivered whole by HTTP
    qint64 httpBytes = 0; ///< of all ended HTTP transfers

private:
    void take(const Event &event)
    {
        const bool ok = event.outcome == Event::Outcome::Ok;
        const bool ended = event.outcome != Event::Outcome::Started;
        switch (event.service) {
        case Event::Service::ProxyDhcp:
        case Event::Service::BootServer:
            offers += ok && event.kind == u"offer";
            bootAnswers += ok && event.kind == u"ack";
            notAnswered += event.outcome == Event::Outcome::Ignored;
            break;
        case Event::Service::Tftp:
            loaders += ok;
            break;
        case Event::Service::Http:
            downloads += ok && event.kind == u"get";
            httpBytes += ended ? qMax<qint64>(0, event.bytes) : 0;
            break;
        case Event::Service::Session:
        case Event::Service::Import:
            break;
        }
    }
};

} // namespace Benchboot
