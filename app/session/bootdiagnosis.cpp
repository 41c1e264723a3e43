// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/bootdiagnosis.h"

#include "core/rehearsalmac.h"
#include "session/bootprogress.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 grubMs = 30'000; ///< GRUB asks for its menu at once, and at several places, but some PCs are slow
constexpr qint64 loaderMs = 60'000; ///< iPXE waits for the link, too, which takes half of that behind some switches
constexpr qsizetype mostPcs = 1000;

QString nameOf(const QString &loader) { return loader.section(u'/', -1).toLower(); }

bool isGrub(const QString &loader) { return nameOf(loader) == u"grubx64.efi" || nameOf(loader) == u"grubaa64.efi"; }

/// Shims, and what they check themselves.
bool isSigned(const QString &loader)
{
    return nameOf(loader).contains(u"shim") || loader.contains(u"-sb/") || isGrub(loader);
}

bool isRequest(const Event &event)
{
    return event.service == Event::Service::Tftp || event.service == Event::Service::Http;
}

Event diagnosis(const QString &mac, const QString &address, const QString &loader, qint64 timeMs)
{
    const auto sentence = isGrub(loader)
        ? u"GRUB (%1) was loaded, but has not asked this computer for its menu. It asks the server that the site's DHCP server names: let that name this computer (next-server, siaddr), or use iPXE's signed release"_s
        : u"The firmware took the loader %1 and did not start it; Secure Boot is probably on. Use a signed loader for such PCs, or switch Secure Boot off there"_s;
    return {.timeMs = timeMs,
            .service = Event::Service::Session,
            .kind = u"diagnosis"_s,
            .outcome = Event::Outcome::Failed,
            .address = address,
            .mac = mac,
            .target = loader,
            .detail = sentence.arg(nameOf(loader))};
}

} // namespace

QList<Event> BootDiagnosis::take(const QList<Event> &events)
{
    QList<Event> diagnoses;
    for (const auto &event : events) {
        if (event.mac.isEmpty() || event.mac == QLatin1StringView(rehearsalMac))
            continue;
        if (event.kind == u"discover") {
            if (m_uefi.size() >= mostPcs)
                m_uefi.clear();
            m_uefi.insert(event.mac, event.detail.startsWith(u"UEFI"));
            const auto waiting = m_waiting.take(event.mac);
            // The firmware is back, and goes on looking for something to start.
            if (!BootProgress::isIpxe(event) && waiting.uefi && !isSigned(waiting.loader)
                && event.timeMs - waiting.sinceMs < loaderMs)
                diagnoses.append(diagnosis(event.mac, event.address, waiting.loader, event.timeMs));
        } else if (isRequest(event)) {
            m_waiting.remove(event.mac);
            takeLoader(event);
        }
    }
    return diagnoses;
}

void BootDiagnosis::takeLoader(const Event &event)
{
    constexpr QStringView folder = u"/loaders/";
    const bool http = event.service == Event::Service::Http && event.target.startsWith(folder);
    const bool whole = event.outcome == Event::Outcome::Ok && event.total > 0 && event.bytes == event.total;
    if (!whole || (!http && event.service != Event::Service::Tftp)
        || !event.target.endsWith(u".efi", Qt::CaseInsensitive))
        return;
    if (m_waiting.size() >= mostPcs)
        m_waiting.clear();
    m_waiting.insert(event.mac,
                     {http ? event.target.sliced(folder.size()) : event.target, event.address, m_uefi.value(event.mac),
                      event.timeMs});
}

QList<Event> BootDiagnosis::look(qint64 nowMs)
{
    QList<Event> diagnoses;
    m_waiting.removeIf([&](const std::pair<const QString &, Waiting &> &entry) {
        const auto &[mac, waiting] = entry;
        if (nowMs - waiting.sinceMs < (isGrub(waiting.loader) ? grubMs : loaderMs))
            return false;
        if (isGrub(waiting.loader) || (waiting.uefi && !isSigned(waiting.loader)))
            diagnoses.append(diagnosis(mac, waiting.address, waiting.loader, nowMs));
        return true;
    });
    std::ranges::sort(diagnoses, {}, &Event::mac);
    return diagnoses;
}

} // namespace Benchboot
