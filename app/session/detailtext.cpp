// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/detailtext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

constexpr auto context = "Benchboot::DetailText";

// As they are written where they come from, with places in rising order; tst_detailtext looks there.
constexpr std::array knownSentences{
    // ports and rights
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is in use by %2; %3"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is in use by a program of another user, which “%2” names; %3"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 needs a right that this user does not have, as do all ports below 1024; allow it with “sudo sysctl "
                      "net.ipv4.ip_unprivileged_port_start=%2”, or run this as root"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The ports below 1024 were not opened, because the right to do so was not given; %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "UDP port %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "TCP port %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "stop that program, then start again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "stop that program, or choose another port"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "press Start to be asked again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The helper %1 is not installed; install Benchboot again, or start it as root"),
    // network cards
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "There is no network card named “%1”; choose one of %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The network card %1 is switched off; switch it on or choose another"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The network card %1 has no IPv4 address; check the cable to the router"),
    // imports and images
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "There is no file %1; check its name"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The import was cancelled"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The import of %1 was cancelled"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The import of %1 broke off while its files were copied. Start it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 could not be read: its file system is damaged. Download it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 made its reader try what only an attack does, so the reader was stopped. Get the image from its makers"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 could not be read in time: its file system is damaged, or its disk does not answer"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 needs %2, %3 are free. Free some space, or keep the web root on another disk"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "is a data disc: it has no boot record, so there is nothing that a PC could boot. "
                      "Choose the image of a bootable system"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The image file %1 is not there any more. Connect its drive, or import it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The image file %1 has changed since it was linked. Import it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The image file %1 is there again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "All files of %1 were read and are whole"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 is damaged: its %2 checksum is not the one in %3. Download the image again"),
    // the lab
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Another Benchboot is changing the lab %1; try again when it is done"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 cannot be “%2”: %3"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 cannot be “%2”: $, || and && as words, words that begin with #, and control characters would be taken for iPXE commands"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 cannot be “%2”: it is one word, without spaces. What else the kernel shall get goes into the option arguments"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "it must be one line of at most 255 characters"),
    // what happens
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The lab has %1 images now"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The loader %1 for %2 is not on this computer. Install the package %3 (sudo apt install %3)."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The loader %1 for %2 is not on this computer, and Debian has no package with it. Put the file "
                      "into %3, import iPXE's release (benchboot loaders import ipxeboot.tar.gz), or choose another loader "
                      "(benchboot loaders use)."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The loader wimboot for %1 is not on this computer. Download it from "
                      "github.com/ipxe/wimboot/releases and put it into %2, or import it (benchboot loaders import "
                      "wimboot)."),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1: GRUB looks for its menu on the server that the site's DHCP server names, not on the one that "
                      "ProxyDHCP names. If PCs stop at GRUB's prompt, let the DHCP server name this computer (next-server, "
                      "siaddr), or import iPXE's signed release (benchboot loaders import ipxeboot.tar.gz)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the client gave up with error %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "no answer from the client for %1 s"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "too many blocks had to be sent again; the network loses packets"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The client closed the connection before the end"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The client took nothing for %1 seconds"),
    // the network changes, and other servers
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Serving %1 on %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Serving on %1 (%2)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Serving on %1 (%2) again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 has a link again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 has no link, so no PC there is reached; check the cable"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The address of %1 is %2 now, it was %3; a PC that is starting at this moment must be started again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The network card %1 is gone or has lost its address; PCs there are served again as soon as it is back"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "This computer has slept for %1 s"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The DHCP server on %1 is %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "No DHCP server answered on %1, so PCs get no address"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Check the cable to the router"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Several DHCP servers answer on %1: %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Let only one of them hand out addresses there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Another ProxyDHCP server answers on %1: %2; PCs take one or the other"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Stop the other one, or serve on another network card"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The DHCP server %1 itself answers as a boot server (option 60), so UEFI PCs ask it instead of Benchboot"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Remove option 60 “PXEClient” there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The DHCP server %1 tells iPXE not to wait for Benchboot (option 175.176, no-pxedhcp)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Remove ipxe.no-pxedhcp there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The DHCP server %1 names a boot file of its own (“%2”), which some PCs and signed loaders take instead of Benchboot's"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Remove the boot file (filename, option 67) there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The DHCP server %1 names %2 as boot server, from which signed GRUB loads its files"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Remove the boot server (next-server, option 66) there"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1. %2"), // what, and what to do: the last, since it fits much
};

struct Sentence
{
    QRegularExpression english;
    const char *source;
};

QRegularExpression patternOf(const char *source)
{
    auto pattern = QRegularExpression::escape(QString::fromUtf8(source));
    static const QRegularExpression place(u"\\\\%[1-9]"_s);
    pattern.replace(place, u"(.+?)"_s);
    return QRegularExpression(u"\\A%1\\z"_s.arg(pattern), QRegularExpression::DotMatchesEverythingOption);
}

const std::array<Sentence, knownSentences.size()> &sentences()
{
    static const auto all = [] {
        std::array<Sentence, knownSentences.size()> made;
        for (size_t i = 0; i < knownSentences.size(); ++i)
            made[i] = {patternOf(knownSentences[i]), knownSentences[i]};
        return made;
    }();
    return all;
}

} // namespace

QString detailText(const QString &detail)
{
    if (QCoreApplication::translate(context, knownSentences.front()) == QString::fromUtf8(knownSentences.front()))
        return detail; // an English program, or one without translations
    for (const auto &sentence : sentences()) {
        const auto match = sentence.english.match(detail);
        if (!match.hasMatch())
            continue;
        const auto text = QCoreApplication::translate(context, sentence.source);
        QStringList parts;
        for (int i = 1; i <= match.lastCapturedIndex(); ++i)
            parts.append(detailText(match.captured(i)));
        QString filled;
        for (qsizetype at = 0; at < text.size(); ++at) {
            const auto number = text.at(at) == u'%' && at + 1 < text.size() ? text.at(at + 1).digitValue() : -1;
            if (number < 1 || number > parts.size()) {
                filled += text.at(at);
                continue;
            }
            filled += parts.at(number - 1);
            ++at;
        }
        return filled;
    }
    return detail;
}

QList<const char *> knownDetails() { return {knownSentences.begin(), knownSentences.end()}; }

} // namespace Benchboot
