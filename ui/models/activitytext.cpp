// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activitytext.h"

#include "session/detailtext.h"
#include "ui/widgets/icons.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Benchboot::ActivityText {

namespace {

/// The translation context of this file.
struct ActivityWords
{
    Q_DECLARE_TR_FUNCTIONS(ActivityText)
};

bool isTransfer(const Event &event) { return event.kind == u"rrq" || event.kind == u"get"; }

bool isProblem(Event::Outcome outcome)
{
    using enum Event::Outcome;
    return outcome == NotFound || outcome == Refused || outcome == Aborted || outcome == Failed;
}

QString dhcpText(const Event &event)
{
    const auto machine = detailText(event.detail.section(u';', 0, 0));
    if (event.kind == u"discover")
        return ActivityWords::tr("Asks for a boot server: %1").arg(machine);
    if (event.kind == u"offer")
        return ActivityWords::tr("Is offered %1").arg(event.target);
    if (event.kind == u"ack")
        return ActivityWords::tr("Is told to load %1").arg(event.target);
    if (event.kind == u"request" || event.kind == u"inform")
        return event.service == Event::Service::BootServer ? ActivityWords::tr("Asks for its loader: %1").arg(machine)
                                                           : ActivityWords::tr("Takes an address: %1").arg(machine);
    return detailText(event.detail);
}

QString requestText(const Event &event)
{
    if (event.kind == u"rrq")
        return ActivityWords::tr("Reads %1").arg(event.target);
    if (event.kind == u"wrq")
        return ActivityWords::tr("Wants to write %1").arg(event.target);
    if (event.kind == u"get")
        return ActivityWords::tr("Fetches %1").arg(event.target);
    if (event.kind == u"head")
        return ActivityWords::tr("Asks for the size of %1").arg(event.target);
    if (event.kind == u"boot")
        return ActivityWords::tr("Asks for the boot script");
    if (event.kind == u"menu")
        return ActivityWords::tr("Asks for the menu");
    return event.target.isEmpty() ? event.kind : event.target;
}

} // namespace

QString service(Event::Service service)
{
    switch (service) {
    case Event::Service::Session:
        return ActivityWords::tr("Services");
    case Event::Service::ProxyDhcp:
        return ActivityWords::tr("ProxyDHCP");
    case Event::Service::BootServer:
        return ActivityWords::tr("Boot server");
    case Event::Service::Tftp:
        return ActivityWords::tr("TFTP");
    case Event::Service::Http:
        return ActivityWords::tr("HTTP");
    case Event::Service::Import:
        return ActivityWords::tr("Import");
    }
    Q_UNREACHABLE_RETURN({});
}

QString whatHappened(const Event &event)
{
    QString text;
    switch (event.service) {
    case Event::Service::Session:
    case Event::Service::Import:
        return event.detail.isEmpty() ? event.kind : detailText(event.detail);
    case Event::Service::ProxyDhcp:
    case Event::Service::BootServer:
        text = dhcpText(event);
        break;
    case Event::Service::Tftp:
    case Event::Service::Http:
        text = requestText(event);
        break;
    }
    const auto reason = event.service == Event::Service::ProxyDhcp || event.service == Event::Service::BootServer
        ? event.detail.section(u"; "_s, 1)
        : event.detail;
    if ((isProblem(event.outcome) || event.outcome == Event::Outcome::Ignored) && !reason.isEmpty())
        text += u" – "_s + detailText(reason);
    return text;
}

QString outcome(const Event &event)
{
    switch (event.outcome) {
    case Event::Outcome::Info:
        return {};
    case Event::Outcome::Started:
        return event.total > 0 ? QLocale().toString(event.bytes * 100 / event.total) + u" %"_s : ActivityWords::tr("Running");
    case Event::Outcome::Ok:
        if (event.service == Event::Service::Session)
            return {};
        return isTransfer(event) ? ActivityWords::tr("Delivered") : ActivityWords::tr("Answered");
    case Event::Outcome::Probe:
        return ActivityWords::tr("Only asked");
    case Event::Outcome::Ignored:
        return ActivityWords::tr("Not answered");
    case Event::Outcome::NotFound:
        return ActivityWords::tr("Not found");
    case Event::Outcome::Refused:
        return ActivityWords::tr("Refused");
    case Event::Outcome::Aborted:
        return ActivityWords::tr("Broken off");
    case Event::Outcome::Failed:
        return ActivityWords::tr("Failed");
    }
    Q_UNREACHABLE_RETURN({});
}

QString duration(qint64 ms)
{
    if (ms < 0)
        return {};
    if (ms < 1000)
        return ActivityWords::tr("%1 ms").arg(QLocale().toString(ms));
    if (ms < 60'000)
        return ActivityWords::tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1));
    return ActivityWords::tr("%1 min").arg(u"%1:%2"_s.arg(ms / 60'000).arg(ms / 1000 % 60, 2, 10, '0'_L1));
}

QVariant mark(Event::Outcome outcome)
{
    if (outcome == Event::Outcome::Failed)
        return Icons::state(Semantic::Role::Failed);
    return isProblem(outcome) ? QVariant(Icons::state(Semantic::Role::Warning)) : QVariant();
}

bool isOf(OutcomeKind kind, Event::Outcome outcome)
{
    switch (kind) {
    case OutcomeKind::All:
        return true;
    case OutcomeKind::Problems:
        return isProblem(outcome);
    case OutcomeKind::Delivered:
        return outcome == Event::Outcome::Ok;
    case OutcomeKind::Running:
        return outcome == Event::Outcome::Started;
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace Benchboot::ActivityText
