// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/loaderconfig.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qsizetype maxEntries = 256;

class SyslinuxReader
{
public:
    [[nodiscard]] LoaderConfig read(const QString &text)
    {
        for (const auto &line : text.split(u'\n'))
            readLine(line.simplified());
        close();
        return std::move(m_config);
    }

private:
    void readLine(const QString &line)
    {
        auto words = line.split(u' ');
        const auto key = words.takeFirst().toUpper();
        if (m_inHelp || key == u"TEXT")
            m_inHelp = key != u"ENDTEXT";
        else if (key == u"MENU")
            readMenu(words);
        else
            readCommand(key, words);
    }

    void readMenu(QStringList words)
    {
        const auto key = words.isEmpty() ? QString() : words.takeFirst().toUpper();
        if (key == u"LABEL")
            m_current.title = words.join(u' ').remove(u'^'); // which marks the shortcut
        else if (key == u"DEFAULT")
            m_current.isDefault = true;
        else if (key == u"INCLUDE")
            include(words.value(0));
    }

    void readCommand(const QString &key, const QStringList &words)
    {
        if (key == u"LABEL") {
            close();
            m_inLabel = true;
            m_current.id = words.join(u' ');
        } else if (key == u"DEFAULT") {
            m_config.defaultId = words.join(u' ');
        } else if (key == u"INCLUDE" || key == u"CONFIG") {
            include(words.value(0));
        } else if (key == u"KERNEL" || key == u"LINUX") {
            m_current.kernel = words.value(0);
        } else if (key == u"INITRD") {
            m_current.initrds = words.value(0).split(u',', Qt::SkipEmptyParts);
        } else if (key == u"APPEND") {
            m_current.arguments = words == QStringList{u"-"_s} ? QStringList() : words;
            if (!m_inLabel)
                m_common = m_current.arguments;
        }
    }

    void include(const QString &path)
    {
        if (m_config.included.size() < maxEntries)
            m_config.included.append(path);
    }

    /// Ends the current label.
    void close()
    {
        static const QRegularExpression module(u"\\.(?:c32|com|cbt|bss|bs|0|img)\\z"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        auto &entry = m_current;
        if (entry.title.isEmpty())
            entry.title = entry.id;
        if (entry.kernel.contains(u"menu.c32"_s))
            include(entry.arguments.value(0));
        else if (m_inLabel && !entry.kernel.isEmpty() && !module.match(entry.kernel).hasMatch()
                 && m_config.entries.size() < maxEntries)
            m_config.entries.append(entry);
        entry = {};
        entry.arguments = m_common;
    }

    LoaderConfig m_config;
    LoaderEntry m_current;
    QStringList m_common; ///< APPEND before the first LABEL
    bool m_inLabel = false;
    bool m_inHelp = false;
};

} // namespace

LoaderConfig parseSyslinuxConfig(const QString &text) { return SyslinuxReader().read(text); }

LoaderConfig parseLoaderSpecEntry(const QString &text)
{
    LoaderEntry entry;
    for (const auto &line : text.split(u'\n')) {
        const auto words = line.simplified().split(u' ');
        const auto rest = words.sliced(1);
        if (words.first() == u"title")
            entry.title = rest.join(u' ');
        else if (words.first() == u"linux")
            entry.kernel = rest.value(0);
        else if (words.first() == u"initrd")
            entry.initrds += rest;
        else if (words.first() == u"options")
            entry.arguments += rest;
    }
    LoaderConfig config;
    if (!entry.kernel.isEmpty())
        config.entries.append(entry);
    return config;
}

} // namespace Benchboot
