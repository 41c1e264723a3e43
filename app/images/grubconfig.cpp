// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/loaderconfig.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qsizetype maxItems = 256;
constexpr qsizetype longestWord = 4096;

/// Splits text into commands, each a list of words; '{' and '}' alone are commands of their own.
class GrubWords
{
public:
    explicit GrubWords(const QString &text) : m_text(text) { }

    void set(const QString &name, const QString &value) { m_variables.insert(name, value); }

    /// \return the next command; empty at the end.
    [[nodiscard]] QStringList next()
    {
        QStringList words;
        while (m_at < m_text.size()) {
            const auto c = m_text.at(m_at);
            if (c == u'#' && !m_inWord) {
                skipLine();
            } else if (c == u'\n' || c == u';') {
                ++m_at;
                endWord(words);
                if (!words.isEmpty())
                    return words;
            } else if (c.isSpace()) {
                ++m_at;
                endWord(words);
            } else if ((c == u'{' || c == u'}') && !m_inWord) {
                if (!words.isEmpty())
                    return words; // the brace comes next
                ++m_at;
                return {c};
            } else {
                readPart(c);
            }
        }
        endWord(words);
        return words;
    }

private:
    void skipLine()
    {
        const auto end = m_text.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_text.size() : end;
    }

    void endWord(QStringList &words)
    {
        if (m_inWord && words.size() < maxItems)
            words.append(m_word.left(longestWord));
        m_word.clear();
        m_inWord = false;
    }

    void readPart(QChar c)
    {
        m_inWord = true;
        ++m_at;
        if (c == u'\'') {
            const auto end = m_text.indexOf(u'\'', m_at);
            append(m_text.sliced(m_at, (end < 0 ? m_text.size() : end) - m_at));
            m_at = end < 0 ? m_text.size() : end + 1;
        } else if (c == u'"') {
            m_inQuotes = !m_inQuotes;
            while (m_inQuotes && m_at < m_text.size() && m_text.at(m_at) != u'"')
                readPlain(m_text.at(m_at++));
        } else {
            readPlain(c);
        }
    }

    /// \a c is read already.
    void readPlain(QChar c)
    {
        if (c == u'\\' && m_at < m_text.size()) {
            const auto escaped = m_text.at(m_at++);
            if (escaped != u'\n')
                append(escaped);
        } else if (c == u'$') {
            append(m_variables.value(readName()));
        } else {
            append(c);
        }
    }

    void append(const QString &text)
    {
        if (m_word.size() < longestWord) // variables made of variables grow fast
            m_word += text;
    }

    [[nodiscard]] QString readName()
    {
        const bool isBraced = m_at < m_text.size() && m_text.at(m_at) == u'{';
        if (isBraced)
            ++m_at;
        const auto start = m_at;
        while (m_at < m_text.size() && (m_text.at(m_at).isLetterOrNumber() || m_text.at(m_at) == u'_'))
            ++m_at;
        const auto name = m_text.sliced(start, m_at - start);
        if (isBraced && m_at < m_text.size() && m_text.at(m_at) == u'}')
            ++m_at;
        return name;
    }

    const QString &m_text;
    QHash<QString, QString> m_variables;
    QString m_word;
    qsizetype m_at = 0;
    bool m_inWord = false;
    bool m_inQuotes = false;
};

bool isCommand(const QString &word, QLatin1StringView name)
{
    return word == name || word == name + u"efi"_s || word == name + u"16"_s;
}

/// Makes a LoaderConfig of the commands, one after the other.
class GrubReader
{
public:
    explicit GrubReader(const QString &text) : m_commands(text) { }

    [[nodiscard]] LoaderConfig run()
    {
        for (auto words = m_commands.next(); !words.isEmpty(); words = m_commands.next()) {
            // `if x; then linux …`, `else linux …`
            while (words.size() > 1 && (words.first() == u"then" || words.first() == u"else"))
                words.removeFirst();
            take(words);
        }
        close();
        markDefault();
        return std::move(m_config);
    }

private:
    void take(const QStringList &words);
    void set(const QString &name, const QString &value);
    void beginEntry(const QStringList &words);
    void close();
    void markDefault();

    GrubWords m_commands;
    LoaderConfig m_config;
    LoaderEntry m_entry;
    QList<qsizetype> m_topLevel; ///< per line of the menu its place in m_config.entries; −1: it starts no Linux
    QString m_default; ///< number, id or title
    int m_depth = 0; ///< braces
    int m_submenuDepth = -1; ///< braces around the outermost submenu under way; −1: none
};

void GrubReader::close()
{
    if (!m_entry.kernel.isEmpty() && m_config.entries.size() < maxItems) {
        if (m_submenuDepth < 0 && !m_topLevel.isEmpty())
            m_topLevel.last() = m_config.entries.size();
        m_config.entries.append(m_entry);
    }
    m_entry = {};
}

void GrubReader::beginEntry(const QStringList &words)
{
    close();
    m_entry.title = words.value(1);
    const auto id = words.indexOf(u"--id"_s);
    m_entry.id = id < 0 ? QString() : words.value(id + 1);
    if (m_submenuDepth < 0 && m_topLevel.size() < maxItems)
        m_topLevel.append(-1);
}

/// What is made of variables that only a running GRUB knows has no value here, and leaves the default as it is.
void GrubReader::set(const QString &name, const QString &value)
{
    m_commands.set(name, value);
    if (name == u"default" && !value.isEmpty())
        m_default = value;
}

void GrubReader::markDefault()
{
    auto &entries = m_config.entries;
    bool isNumber = false;
    const auto number = m_default.toUInt(&isNumber);
    if (isNumber) {
        const auto index = qsizetype(number) < m_topLevel.size() ? m_topLevel.at(qsizetype(number)) : -1;
        if (index >= 0)
            entries[index].isDefault = true;
        return;
    }
    const auto found = std::ranges::find_if(entries, [this](const LoaderEntry &entry) {
        return !m_default.isEmpty() && (entry.id == m_default || entry.title == m_default);
    });
    if (found != entries.end())
        found->isDefault = true;
}

void GrubReader::take(const QStringList &words)
{
    const auto &command = words.first();
    if (command == u"{") {
        ++m_depth;
    } else if (command == u"}") {
        m_depth = std::max(m_depth - 1, 0);
        if (m_depth > m_submenuDepth)
            return;
        close();
        m_submenuDepth = -1;
    } else if (command == u"set" && words.size() > 1) {
        set(words.at(1).section(u'=', 0, 0), words.at(1).section(u'=', 1).left(longestWord));
    } else if (command == u"menuentry") {
        beginEntry(words);
    } else if (command == u"submenu") {
        close();
        if (m_submenuDepth < 0 && m_topLevel.size() < maxItems) {
            m_topLevel.append(-1);
            m_submenuDepth = m_depth;
        }
    } else if (isCommand(command, "linux"_L1) || command == u"kernel") {
        m_entry.kernel = words.value(1);
        m_entry.arguments = words.sliced(std::min<qsizetype>(2, words.size()));
    } else if (isCommand(command, "initrd"_L1)) {
        m_entry.initrds = words.sliced(1);
    } else if ((command == u"source" || command == u"configfile") && m_config.included.size() < maxItems) {
        m_config.included.append(words.value(1));
    }
}

} // namespace

LoaderConfig parseGrubConfig(const QString &text) { return GrubReader(text).run(); }

} // namespace Benchboot
