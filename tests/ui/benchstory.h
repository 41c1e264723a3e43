// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QDateTime>
#include <QList>

#include <algorithm>

namespace Benchboot::Tests {

using namespace Qt::StringLiterals;

/// A bench with four PCs for pictures: one whose loader broke off, one that fetches its root file system, one in the menu, one that is up.
/// The images are "rescue" (a kernel and airootfs.sfs of 1.03 GB) and "memtest" (a kernel).
class BenchStory
{
public:
    [[nodiscard]] static QList<Event> events() ///< in the order of time
    {
        BenchStory story;
        story.brokenOff({u"3c:52:82:6f:0e:91"_s, u"172.16.1.204"_s, QString()});
        story.rootFileSystem({u"d8:9e:f3:12:7a:4c"_s, u"172.16.1.168"_s, u"Dell Inc. OptiPlex 7060"_s});
        story.inTheMenu({u"54:e1:ad:0b:93:d2"_s, u"172.16.1.171"_s, u"LENOVO ThinkPad T480"_s});
        story.up({u"90:1b:0e:5a:21:f7"_s, u"172.16.1.140"_s, u"FUJITSU ESPRIMO P556"_s});
        std::ranges::stable_sort(story.m_events, {}, &Event::timeMs);
        return story.m_events;
    }

private:
    using Service = Event::Service;
    using Outcome = Event::Outcome;

    struct Pc
    {
        QString mac;
        QString address;
        QString name;
    };

    /// \param ago  ms before now
    Event &add(const Pc &pc, qint64 ago, Service service, const QString &kind, Outcome outcome)
    {
        return m_events.emplaceBack(Event{.timeMs = m_now - ago,
                                          .service = service,
                                          .kind = kind,
                                          .outcome = outcome,
                                          .address = kind == u"discover" ? QString() : pc.address,
                                          .mac = pc.mac});
    }
    void fetch(const Pc &pc, qint64 ago, const QString &target, qint64 bytes, qint64 durationMs)
    {
        auto &event = add(pc, ago, target.endsWith(u".efi") || target.endsWith(u".kpxe") ? Service::Tftp : Service::Http,
                          target.startsWith(u'/') ? u"get"_s : u"rrq"_s, Outcome::Ok);
        event.id = ++m_id;
        event.target = target;
        event.bytes = event.total = bytes;
        event.durationMs = durationMs;
    }
    void loader(const Pc &pc, qint64 ago, const QString &firmware, const QString &file)
    {
        add(pc, ago, Service::ProxyDhcp, u"discover"_s, Outcome::Info).detail = firmware + u", PXEClient"_s;
        add(pc, ago - 40, Service::ProxyDhcp, u"offer"_s, Outcome::Ok).target = file;
        auto &request = add(pc, ago - 2100, Service::BootServer, u"request"_s, Outcome::Info);
        request.detail = firmware + u", PXEClient"_s;
        add(pc, ago - 2140, Service::BootServer, u"ack"_s, Outcome::Ok).target = file;
    }
    void menu(const Pc &pc, qint64 ago)
    {
        auto &event = add(pc, ago, Service::Http, u"menu"_s, Outcome::Ok);
        event.id = ++m_id;
        event.target = u"/menu.ipxe"_s;
        event.detail = pc.name;
        event.bytes = event.total = 1068;
        event.durationMs = 2;
    }

    void brokenOff(const Pc &pc)
    {
        loader(pc, 87'000, u"UEFI x64 (7)"_s, u"snponly.efi"_s);
        auto &event = add(pc, 78'000, Service::Tftp, u"rrq"_s, Outcome::Aborted);
        event.id = ++m_id;
        event.target = u"snponly.efi"_s;
        event.detail = u"no answer from the client for 6 s"_s;
        event.bytes = 17'616;
        event.total = 285'696;
        event.durationMs = 6500;
    }
    void rootFileSystem(const Pc &pc)
    {
        loader(pc, 52'000, u"UEFI x64 (7)"_s, u"snponly.efi"_s);
        fetch(pc, 49'100, u"snponly.efi"_s, 285'696, 210);
        menu(pc, 42'000);
        fetch(pc, 31'000, u"/images/rescue/kernel"_s, 6, 1);
        const auto id = ++m_id;
        for (int step = 0; step <= 4; ++step) {
            auto &event = add(pc, 2000 - 500 * step, Service::Http, u"get"_s, Outcome::Started);
            event.id = id;
            event.target = u"/images/rescue/airootfs.sfs"_s;
            event.bytes = 505'600'000 + step * 30'600'000;
            event.total = 1'030'000'000;
        }
    }
    void inTheMenu(const Pc &pc)
    {
        loader(pc, 19'000, u"UEFI x64 (7)"_s, u"snponly.efi"_s);
        fetch(pc, 16'000, u"snponly.efi"_s, 285'696, 190);
        menu(pc, 4000);
    }
    void up(const Pc &pc)
    {
        loader(pc, 1'085'000, u"BIOS (0)"_s, u"undionly.kpxe"_s);
        fetch(pc, 1'082'000, u"undionly.kpxe"_s, 71'680, 88);
        menu(pc, 1'070'000);
        fetch(pc, 1'061'000, u"/images/memtest/kernel"_s, 6, 1);
    }

    qint64 m_now = QDateTime::currentMSecsSinceEpoch();
    quint64 m_id = 0;
    QList<Event> m_events;
};

} // namespace Benchboot::Tests
