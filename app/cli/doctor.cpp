// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/servingoptions.h"
#include "session/doctor.h"
#include "session/likelycard.h"
#include "session/rehearsal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {
namespace {

void show(const Finding &finding, bool json)
{
    if (json) {
        printJson({{u"event"_s, u"finding"_s},
                   {u"check"_s, finding.check},
                   {u"status"_s, statusName(finding.status)},
                   {u"sentence"_s, finding.sentence},
                   {u"remedy"_s, finding.remedy}});
        return;
    }
    print(u"%1 %2"_s.arg(statusName(finding.status), -8).arg(finding.sentence));
    if (!finding.remedy.isEmpty())
        print(u"         → %1"_s.arg(finding.remedy));
}

void show(const RehearsalStep &step, bool json)
{
    if (json) {
        printJson({{u"event"_s, u"step"_s}, {u"step"_s, step.name}, {u"ok"_s, step.ok}, {u"detail"_s, step.detail}});
        return;
    }
    print(u"%1 %2  %3"_s.arg(step.ok ? u"ok"_s : u"failed"_s, -8).arg(step.name, -11).arg(step.detail));
}

void showVerdict(const QString &key, bool good, const QString &sentence, bool json)
{
    if (json)
        printJson({{u"event"_s, u"verdict"_s}, {key, good}});
    else
        print(sentence);
}

int playPc(const QString &word, const NetworkCard &card, const ServicePorts &ports, bool json)
{
    const auto pc = RehearsedPc::parse(word);
    if (!pc) {
        return wrongUsage(
            u"--would-boot takes bios, efi-ia32, efi-x64, efi-arm64, http-ia32, http-x64, http-arm64 or a number, not “%1”"_s.arg(word));
    }
    const bool boots = rehearse(*pc, card, ports, [json](const RehearsalStep &step) { show(step, json); });
    showVerdict(u"boots"_s, boots, boots ? u"Such a PC would boot."_s : u"Such a PC would not boot."_s, json);
    return boots ? Done : Failed;
}

int examine(const Doctor::Subject &subject, bool json)
{
    bool fine = true;
    Doctor::examine(subject, [&](const QList<Finding> &findings) {
        for (const auto &finding : findings) {
            show(finding, json);
            fine = fine && finding.status != Finding::Status::Failed;
        }
    });
    showVerdict(u"fine"_s, fine,
                fine ? u"Nothing here keeps PCs from booting."_s : u"PCs cannot boot until this is put right."_s, json);
    return fine ? Done : Failed;
}

} // namespace

int doctor(const QStringList &words)
{
    Arguments arguments(
        u"doctor [--lab DIR] [--interface IF…] [--would-boot ARCH] [--json]"_s,
        u"Looks for what would keep PCs from booting; with --would-boot plays such a PC against the services that run here."_s);
    addServingOptions(arguments);
    arguments.add({u"would-boot"_s,
                   u"Kind of PC: bios, efi-ia32, efi-x64, efi-arm64, http-ia32, http-x64, http-arm64 or a DHCP architecture number."_s,
                   u"ARCH"_s});
    if (const auto status = arguments.parse(words))
        return *status;
    if (!arguments.positional().isEmpty())
        return wrongUsage(u"doctor takes no words, but “%1” was given"_s.arg(arguments.positional().first()));
    const auto store = arguments.lab();
    if (!store)
        return report(u"lab"_s, store.error());
    const auto lab = store->read();
    const auto settings = lab.value_or(Lab());
    auto network = networkFrom(arguments, settings);
    if (!network)
        return wrongUsage(network.error().detail);
    if (network->cards.isEmpty())
        network->cards = {likelyCard(settings).name};
    const auto ports = portsFrom(arguments, settings);
    if (!ports)
        return wrongUsage(ports.error().detail);
    if (!arguments.isSet(u"would-boot"_s))
        return examine({lab, *store, *network, *ports}, arguments.json());
    const auto found = findNetwork(*network);
    if (found.network.cards.isEmpty())
        return report(u"doctor"_s, found.missing.first());
    return playPc(arguments.value(u"would-boot"_s), found.network.cards.first(), *ports, arguments.json());
}

} // namespace Benchboot::Cli
