// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli.h"

#include "cli/command.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {
namespace {

constexpr std::array commands{
    Command{u"inspect", u"what is in an image, and how it would boot", &inspect},
    Command{u"import", u"take from images what network boot needs", &import},
    Command{u"images", u"list the imported images", &images},
    Command{u"remove", u"remove an image and its menu entry", &remove},
    Command{u"verify", u"check the imported files against their checksums", &verify},
    Command{u"settings", u"show or change the lab's settings", &settings},
    Command{u"recipes", u"list the systems that are recognised, or check a recipe", &recipes},
    Command{u"loaders", u"list, import and choose boot loaders", &loaders},
    Command{u"serve", u"run ProxyDHCP, TFTP and HTTP", &serve},
    Command{u"menu", u"print the boot menu that a client gets", &menu},
    Command{u"clients", u"what PCs boot from, and which offer they get", &clients},
    Command{u"doctor", u"look for what would keep PCs from booting", &doctor},
};

void printOverview()
{
    print(
        u"Usage: benchboot            the window\n       benchboot COMMAND …  one of these; “benchboot COMMAND --help” says more\n"_s);
    for (const auto &command : commands)
        print(u"  %1 %2"_s.arg(QString::fromUtf16(command.name), -10).arg(QString::fromUtf16(command.summary)));
}

} // namespace

bool isCommand(const QString &word)
{
    return !word.startsWith(u'-') || word == u"--help" || word == u"-h" || word == u"--version";
}

int run(const QStringList &arguments)
{
    const auto word = arguments.value(0);
    if (word == u"--help" || word == u"-h" || word == u"help") {
        printOverview();
        return Done;
    }
    if (word == u"--version") {
        print(u"benchboot %1"_s.arg(QCoreApplication::applicationVersion()));
        return Done;
    }
    const auto found = std::ranges::find_if(commands, [&word](const Command &command) { return word == command.name; });
    if (found == commands.end())
        return wrongUsage(u"there is no command “%1”; “benchboot --help” lists them"_s.arg(word));
    return found->run(arguments.sliced(1));
}

} // namespace Benchboot::Cli
