// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/firewall.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>

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

std::optional<QByteArray> readRules()
{
    QProcess nft;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, environment.value(u"PATH"_s) + u":/usr/sbin:/sbin"_s);
    nft.setProcessEnvironment(environment);
    nft.start(u"/bin/sh"_s, {u"-c"_s, u"exec nft list ruleset"_s}); // PATH of its own
    if (!nft.waitForFinished(patienceMs) || nft.exitStatus() != QProcess::NormalExit || nft.exitCode() != 0)
        return std::nullopt;
    return nft.readAllStandardOutput();
}

/// Whether "67", "bootps" or "67-69" of a rule stands for \a port.
bool matches(const QString &word, quint16 port)
{
    static const QHash<QString, quint16> names{{u"bootps"_s, quint16(67)}, {u"tftp"_s, quint16(69)}};
    const auto number = [](const QString &text) { return names.contains(text) ? names.value(text) : text.toUShort(); };
    const auto ends = word.split(u'-');
    if (ends.size() == 2)
        return number(ends.first()) <= port && port <= number(ends.last());
    return number(word) == port;
}

} // namespace

FirewallState readFirewall()
{
    return {.firewalld = runs("firewalld"),
            .ufw = contentOf(u"/etc/ufw/ufw.conf"_s).contains("\nENABLED=yes"),
            .rules = readRules()};
}

bool dropsByDefault(const QByteArray &rules)
{
    static const QRegularExpression chain(u"type filter hook input [^;]*; *policy drop;"_s);
    static const QRegularExpression wholeChain(u"type filter hook input .*?\\n\\s*\\}"_s,
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression dropsAll(u"\\n\\s*(counter [^\\n]*)?(drop|reject[^\\n]*)\\n\\s*\\}\\z"_s);
    const auto text = QString::fromUtf8(rules);
    if (chain.match(text).hasMatch())
        return true;
    for (const auto &match : wholeChain.globalMatch(text)) {
        if (dropsAll.match(match.captured()).hasMatch())
            return true;
    }
    return false;
}

bool mentionsPort(const QByteArray &rules, const QByteArray &transport, quint16 port)
{
    static const QRegularExpression condition(u"(udp|tcp|th) dport (?:\\{ ([^}]*) \\}|(\\S+))([^\\n]*)"_s);
    const auto text = QString::fromUtf8(rules);
    for (const auto &match : condition.globalMatch(text)) {
        if ((match.captured(1) != u"th" && match.captured(1) != QString::fromLatin1(transport))
            || !match.captured(4).contains(u"accept"))
            continue;
        const auto words = (match.captured(2) + match.captured(3)).split(u',');
        if (std::ranges::any_of(words, [port](const QString &word) { return matches(word.trimmed(), port); }))
            return true;
    }
    return false;
}

} // namespace Benchboot
