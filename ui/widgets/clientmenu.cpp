// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clientmenu.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// Takes the next word off \a line.
QString takeWord(QString &line)
{
    line = line.trimmed();
    const auto end = line.indexOf(u' ');
    const auto word = line.first(end < 0 ? line.size() : end);
    line.remove(0, word.size());
    return word;
}

ClientMenu::Item itemFrom(QString line)
{
    ClientMenu::Item item;
    bool gap = false;
    for (auto word = takeWord(line); !word.isEmpty(); word = takeWord(line)) {
        if (word == u"--gap") {
            gap = true;
        } else if (word == u"--key") {
            const auto key = takeWord(line);
            item.key = key.isEmpty() ? QChar() : key.at(0);
        } else if (word != u"--") {
            (gap ? item.text : item.id) = word;
            break;
        }
    }
    item.text = (item.text + line).trimmed();
    return item;
}

void readChoice(ClientMenu &menu, QString line)
{
    QString wanted;
    for (auto word = takeWord(line); !word.isEmpty(); word = takeWord(line)) {
        if (word == u"--default")
            wanted = takeWord(line);
        else if (word == u"--timeout")
            menu.timeoutSeconds = takeWord(line).toInt() / 1000;
    }
    auto found = std::ranges::find(menu.items, wanted, &ClientMenu::Item::id);
    if (wanted.isEmpty() || found == menu.items.end())
        found = std::ranges::find_if_not(menu.items, &ClientMenu::Item::isGap);
    menu.selected = found == menu.items.end() ? -1 : found - menu.items.begin();
}

} // namespace

ClientMenu clientMenuFromScript(QByteArrayView script)
{
    ClientMenu menu;
    const auto lines = QString::fromUtf8(script).split(u'\n');
    for (auto line : lines) {
        const auto command = takeWord(line);
        if (command == u"menu")
            menu.title = line.trimmed();
        else if (command == u"item")
            menu.items.append(itemFrom(line));
        else if (command == u"choose") {
            readChoice(menu, line);
            break; // what follows is another menu, or none
        }
    }
    return menu;
}

} // namespace Benchboot
