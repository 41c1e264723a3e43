// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/firewall.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr int patienceMs = 2000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool runs(const QByteArray &program)
{
    const auto processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    return std::ranges::any_of(processes, [&program](const QString &process) {
        return contentOf(u"/proc/%1/comm"_s.arg(process)).trimmed() == program;
    });
}

/// What \a command prints; nothing if it fails.
std::optional<QByteArray> outputOf(const QString &command)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, environment.value(u"PATH"_s) + u":/usr/sbin:/sbin"_s);
    process.setProcessEnvironment(environment);
    process.start(u"/bin/sh"_s, {u"-c"_s, u"exec "_s + command}); // PATH of its own
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return std::nullopt;
    return process.readAllStandardOutput();
}

/// Reading the rules would make the kernel load the table, so it is asked first whether there is one.
bool hasLegacyTable()
{
    return contentOf(u"/proc/net/ip_tables_names"_s).split('\n').contains("filter")
        || contentOf(u"/proc/modules"_s).contains("iptable_filter "); // for those who may not read the other
}

/// "67", "bootps" or "67-69" (nft), "67:69" (iptables).
std::optional<PacketRules::PortRule> portsOf(const QString &word)
{
    static const QHash<QString, quint16> names{{u"bootps"_s, quint16(67)}, {u"tftp"_s, quint16(69)}};
    static const QRegularExpression between(u"[-:]"_s);
    const auto number = [](const QString &text) { return names.contains(text) ? names.value(text) : text.toUShort(); };
    const auto ends = word.trimmed().split(between);
    if (ends.size() > 2 || number(ends.first()) == 0)
        return std::nullopt;
    return PacketRules::PortRule{.first = number(ends.first()), .last = number(ends.last())};
}

void addPorts(PacketRules &rules, const QString &words, const QString &transport, bool accepts)
{
    for (const auto &word : words.split(u',')) {
        if (auto rule = portsOf(word)) {
            rule->transport = transport.toLatin1();
            rule->accepts = accepts;
            rules.ports.append(*rule);
        }
    }
}

/// The chains that packets for this computer go through.
QSet<QString> inputChains(const QString &rules)
{
    static const QRegularExpression jump(u"^-A (\\S+).* -[jg] (\\S+)"_s, QRegularExpression::MultilineOption);
    QSet<QString> chains{u"INPUT"_s};
    for (qsizetype before = 0; before != chains.size();) {
        before = chains.size();
        for (const auto &match : jump.globalMatch(rules)) {
            if (chains.contains(match.captured(1)))
                chains.insert(match.captured(2));
        }
    }
    return chains;
}

} // namespace

bool PacketRules::blocks(const QByteArray &transport, quint16 port) const
{
    const auto rule = std::ranges::find_if(ports, [&](const PortRule &one) {
        return (one.transport == transport || one.transport == "th") && one.first <= port && port <= one.last;
    });
    return rule != ports.end() ? !rule->accepts : dropsByDefault;
}

PacketRules parseNftables(const QByteArray &rules)
{
    static const QRegularExpression policy(u"type filter hook input [^;]*; *policy drop;"_s);
    static const QRegularExpression wholeChain(u"type filter hook input .*?\\n\\s*\\}"_s,
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression dropsAll(u"\\n\\s*(counter [^\\n]*)?(drop|reject[^\\n]*)\\n\\s*\\}\\z"_s);
    static const QRegularExpression condition(
        u"(udp|tcp|th) dport (?:\\{ ([^}]*) \\}|(\\S+))[^\\n]*\\b(accept|drop|reject)\\b"_s);
    const auto text = QString::fromUtf8(rules);
    PacketRules found{.dropsByDefault = policy.match(text).hasMatch()};
    for (const auto &match : wholeChain.globalMatch(text))
        found.dropsByDefault = found.dropsByDefault || dropsAll.match(match.captured()).hasMatch();
    for (const auto &match : condition.globalMatch(text))
        addPorts(found, match.captured(2) + match.captured(3), match.captured(1), match.captured(4) == u"accept");
    return found;
}

PacketRules parseIptables(const QByteArray &rules)
{
    static const QRegularExpression policy(u"^:INPUT DROP"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression dropsAll(
        u"^-A (\\S+)(?: -m comment --comment (?:\"[^\"]*\"|\\S+))* -j (?:DROP|REJECT)\\b"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression condition(
        u"^-A (\\S+) .*-p (udp|tcp) .*--dports? (\\S+).* -j (ACCEPT|DROP|REJECT)\\b"_s,
        QRegularExpression::MultilineOption);
    const auto text = QString::fromUtf8(rules);
    const auto chains = inputChains(text);
    PacketRules found{.dropsByDefault = policy.match(text).hasMatch()};
    for (const auto &match : dropsAll.globalMatch(text))
        found.dropsByDefault = found.dropsByDefault || chains.contains(match.captured(1));
    for (const auto &match : condition.globalMatch(text)) {
        if (chains.contains(match.captured(1)))
            addPorts(found, match.captured(3), match.captured(2), match.captured(4) == u"ACCEPT");
    }
    return found;
}

FirewallState readFirewall()
{
    FirewallState state{.firewalld = runs("firewalld"),
                        .ufw = contentOf(u"/etc/ufw/ufw.conf"_s).contains("\nENABLED=yes"),
                        .legacy = hasLegacyTable()};
    state.rules = outputOf(u"nft list ruleset"_s).transform(parseNftables);
    if (state.legacy)
        state.legacyRules = outputOf(u"iptables-legacy-save -t filter"_s).transform(parseIptables);
    return state;
}

} // namespace Benchboot
