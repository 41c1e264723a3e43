// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/doctor.h"

#include "lab/settings.h"
#include "protocol/dhcp/policy.h"
#include "services/datagrams.h"
#include "services/serversearch.h"
#include "services/sockets.h"
#include "session/snapshot.h"

#include <QLocale>
#include <QStorageInfo>

#include <sys/epoll.h>

#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

using Status = Finding::Status;

constexpr qint64 littleSpace = 1'000'000'000; ///< bytes: no live system fits
constexpr qint64 noSpace = 50'000'000; ///< bytes: not even the log

QString placeOf(const PortAccess::PortTrial &trial) { return u"%1 %2"_s.arg(QLatin1StringView(trial.transport)).arg(trial.port); }

Finding judgePort(const PortAccess::PortTrial &trial)
{
    const auto place = placeOf(trial);
    const auto check = u"port"_s;
    using enum PortAccess::Trial;
    switch (trial.trial) {
    case Free:
        return {check, Status::Ok, u"%1 is free"_s.arg(place), {}};
    case InUse:
        if (trial.detail.startsWith(u"benchboot"))
            return {check, Status::Ok, u"%1 is served by %2"_s.arg(place, trial.detail), {}};
        return {check, Status::Failed,
                trial.detail.isEmpty() ? u"%1 is in use by another program"_s.arg(place)
                                       : u"%1 is in use by %2"_s.arg(place, trial.detail),
                u"Stop that program, or change its port"_s};
    case NotAllowed:
        return {check, Status::Warning, u"%1 may not be opened by this user"_s.arg(place),
                u"Start the services in the window, which asks for the right, or as root"_s};
    case Failed:
        break;
    }
    return {check, Status::Failed, u"%1 cannot be opened: %2"_s.arg(place, trial.detail), u"Look at the reason"_s};
}

/// "UDP 67, TCP 8080"; empty: all get through.
QString blockedPorts(const PacketRules &rules, const ServicePorts &ports)
{
    QStringList shut;
    const std::array udp{ports.dhcp, ports.tftp, ports.bootServer};
    for (const auto port : udp) {
        if (rules.blocks("udp", port))
            shut.append(u"UDP %1"_s.arg(port));
    }
    if (rules.blocks("tcp", ports.http))
        shut.append(u"TCP %1"_s.arg(ports.http));
    return shut.join(u", "_s);
}

Status statusOf(Dhcp::NetworkFinding::Weight weight)
{
    switch (weight) {
    case Dhcp::NetworkFinding::Weight::Fine:
        return Status::Ok;
    case Dhcp::NetworkFinding::Weight::Warning:
        return Status::Warning;
    case Dhcp::NetworkFinding::Weight::Failed:
        return Status::Failed;
    }
    Q_UNREACHABLE_RETURN(Status::Failed);
}

} // namespace

QString statusName(Status status)
{
    switch (status) {
    case Status::Ok:
        return u"ok"_s;
    case Status::Warning:
        return u"warning"_s;
    case Status::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QList<Finding> Doctor::judgePorts(const QList<PortAccess::PortTrial> &trials)
{
    QList<Finding> findings;
    for (const auto &trial : trials)
        findings.append(judgePort(trial));
    return findings;
}

QList<Finding> Doctor::checkPorts(const ServicePorts &ports) { return judgePorts(PortAccess::tryPorts(ports)); }

QList<Finding> Doctor::judgeFirewall(const FirewallState &state, const ServicePorts &ports)
{
    const auto check = u"firewall"_s;
    const auto remedy = u"Allow UDP %1, %2 and %3 and TCP %4 in it"_s.arg(ports.dhcp).arg(ports.tftp).arg(ports.bootServer).arg(ports.http);
    QList<Finding> findings;
    if (state.legacy && !state.legacyRules) {
        findings.append({check, Status::Warning, u"Rules of iptables-legacy may keep PCs out; they may not be read by this user"_s,
                         u"Ask again as root (sudo benchboot doctor)"_s});
    } else if (state.legacyRules) {
        if (const auto shut = blockedPorts(*state.legacyRules, ports); !shut.isEmpty())
            findings.append({check, Status::Warning, u"Rules of iptables-legacy probably block %1"_s.arg(shut), remedy});
    }
    if (!state.rules) {
        if (state.firewalld)
            findings.append({check, Status::Warning, u"firewalld runs and may keep PCs out; its rules may not be read by this user"_s, remedy});
        else if (state.ufw)
            findings.append({check, Status::Warning, u"ufw is switched on and may keep PCs out; its rules may not be read by this user"_s, remedy});
        else if (findings.isEmpty())
            findings.append({check, Status::Ok, u"No firewall was found; the rules of the kernel may not be read by this user"_s, {}});
        return findings;
    }
    auto rules = *state.rules;
    const bool legacyDrops = state.legacyRules && state.legacyRules->dropsByDefault;
    rules.dropsByDefault = rules.dropsByDefault || ((state.firewalld || state.ufw) && !legacyDrops);
    if (const auto shut = blockedPorts(rules, ports); !shut.isEmpty())
        findings.append({check, Status::Warning, u"The firewall of this computer probably blocks %1"_s.arg(shut), remedy});
    if (findings.isEmpty()) {
        const auto sentence = rules.dropsByDefault || legacyDrops ? u"The firewall lets PCs in"_s : u"No firewall keeps PCs out"_s;
        findings.append({check, Status::Ok, sentence, {}});
    }
    return findings;
}

QList<Finding> Doctor::checkFirewall(const ServicePorts &ports) { return judgeFirewall(readFirewall(), ports); }

QList<Finding> Doctor::checkCards(const NetworkChoice &choice)
{
    const auto check = u"card"_s;
    if (choice.cards.isEmpty()) {
        return {{check, Status::Failed, u"No network card is chosen"_s,
                 u"Name it: --interface IF, or the setting network.interface"_s}};
    }
    const auto found = findNetwork(choice);
    QList<Finding> findings;
    for (const auto &card : found.network.cards) {
        const auto place = u"%1 (%2)"_s.arg(card.name, card.address.toString());
        if (card.running)
            findings.append({check, Status::Ok, u"%1 has a link"_s.arg(place), {}});
        else
            findings.append({check, Status::Failed, u"%1 has no link"_s.arg(place), u"Check the cable"_s});
    }
    for (const auto &error : found.missing)
        findings.append({check, Status::Failed, error.detail, u"Connect the card, or choose another one"_s});
    return findings;
}

QList<Finding> Doctor::checkServers(const QList<NetworkCard> &cards, quint16 dhcpPort)
{
    const auto check = u"server"_s;
    if (cards.isEmpty())
        return {};
    const auto socket = dhcpPort == Dhcp::serverPort
        ? openUdpSocket(dhcpPort)
        : fail(Error::Code::InvalidArgument, u"DHCP servers answer only to UDP 67"_s);
    if (!socket) {
        return {{check, Status::Warning, u"Other DHCP and PXE servers were not looked for: %1"_s.arg(socket.error().detail),
                 u"Look into the log of the running services, which look themselves, or ask again as root while they are stopped"_s}};
    }
    EventLoop loop;
    QList<Finding> findings;
    auto left = cards.size() - std::ranges::count(cards, true, &NetworkCard::loopback);
    ServerSearch search(loop, [&](const NetworkCard &, const QList<Dhcp::NetworkFinding> &seen) {
        for (const auto &one : seen)
            findings.append({check, statusOf(one.weight), one.sentence, one.remedy});
        if (--left == 0)
            loop.stop();
    });
    loop.watch(socket->get(), EPOLLIN, [&](quint32) {
        std::array<char, 2048> buffer{};
        while (const auto datagram = receiveDatagram(socket->get(), buffer)) {
            if (const auto message = Dhcp::parseMessage(datagram->payload))
                (void)search.take(*message, datagram->source);
        }
    });
    search.start(socket->get(), cards);
    if (search.isRunning())
        loop.run();
    return findings;
}

QList<Finding> Doctor::checkLoaders(const Lab &lab, const LabStore &store)
{
    const auto check = u"loader"_s;
    const auto served = makeSnapshot(lab, store, {}, 0);
    QList<Finding> findings;
    for (const auto &slot : loaderSlots()) {
        const auto architecture = slot.architectures.first();
        if (const auto names = served->loadersForArch.value(architecture); !names.isEmpty()) {
            findings.append({check, Status::Ok, u"%1: %2"_s.arg(slot.kindOfPc, names.first()), {}});
        } else {
            findings.append({check, Status::Warning, served->missingLoaders.value(architecture),
                             u"Get it if such PCs are to boot"_s});
        }
    }
    if (served->loadersForArch.isEmpty()) {
        findings.append({check, Status::Failed, u"No boot loader is on this computer, so no PC could start"_s,
                         u"Install the package ipxe (sudo apt install ipxe)"_s});
    }
    return findings;
}

QList<Finding> Doctor::checkDisk(const LabStore &store)
{
    const auto check = u"disk"_s;
    const QStorageInfo disk(store.folder());
    if (!disk.isValid())
        return {{check, Status::Failed, u"The disk of %1 is not there"_s.arg(store.folder()), u"Connect it"_s}};
    const auto free = QLocale::c().formattedDataSize(disk.bytesAvailable(), 1, QLocale::DataSizeSIFormat);
    const auto sentence = u"%1 are free in %2"_s.arg(free, store.folder());
    if (disk.isReadOnly())
        return {{check, Status::Warning, u"%1 cannot be written, so nothing can be imported"_s.arg(store.folder()), u"Make it writable"_s}};
    if (disk.bytesAvailable() < noSpace)
        return {{check, Status::Failed, sentence, u"Free some space"_s}};
    if (disk.bytesAvailable() < littleSpace)
        return {{check, Status::Warning, sentence, u"Free some space before the next import"_s}};
    return {{check, Status::Ok, sentence, {}}};
}

Finding Doctor::judgeSandbox(const SandboxMeans &means)
{
    const auto check = u"sandbox"_s;
    if (means.isWhole())
        return {check, Status::Ok, u"Images are read in a sandbox (Landlock %1 and seccomp)"_s.arg(means.landlock), {}};
    if (means.landlock > 0) {
        return {check, Status::Warning, u"The importer's sandbox is weaker: system calls cannot be filtered here (seccomp)"_s,
                u"Import only images whose makers you trust, or allow seccomp in this container"_s};
    }
    return {check, Status::Warning,
            means.seccomp ? u"The importer's sandbox is weaker: this kernel does not fence files off (Landlock)"_s
                          : u"The importer has no sandbox: neither Landlock nor seccomp can be used here"_s,
            u"Import only images whose makers you trust, or use a kernel of 5.13 or newer that starts with Landlock (lsm=landlock,…)"_s};
}

QList<Finding> Doctor::checkSandbox() { return {judgeSandbox(sandboxMeans())}; }

QList<Finding> Doctor::checkLab(const Result<Lab> &lab, const LabStore &store)
{
    const auto check = u"lab"_s;
    if (!lab)
        return {{check, Status::Failed, lab.error().detail, u"Restore lab.json, or name another folder with --lab"_s}};
    if (lab->images().isEmpty()) {
        return {{check, Status::Warning, u"The lab in %1 has no image yet, so the menu offers nothing"_s.arg(store.folder()),
                 u"Import one: benchboot import FILE"_s}};
    }
    return {{check, Status::Ok, u"The lab in %1 has %2 images"_s.arg(store.folder()).arg(lab->images().size()), {}}};
}

void Doctor::examine(const Subject &subject, const std::function<void(const QList<Finding> &)> &found)
{
    found(checkLab(subject.lab, subject.store));
    found(checkDisk(subject.store));
    found(checkSandbox());
    found(checkLoaders(subject.lab.value_or(Lab()), subject.store));
    found(checkCards(subject.network));
    found(checkPorts(subject.ports));
    found(checkFirewall(subject.ports));
    if (subject.servers)
        found(checkServers(findNetwork(subject.network).network.cards, subject.ports.dhcp));
}

} // namespace Benchboot
