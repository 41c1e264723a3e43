// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/recipewords.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 textLimit = 1024 * 1024;
constexpr qsizetype longestFinding = 80;
constexpr qint64 bytesPerKiB = 1024;

QString findIn(const RecipePlace &place, const QString &text)
{
    const auto match = place.matches.match(text);
    if (!match.hasMatch())
        return {};
    if (place.format.isEmpty())
        return match.captured(1).simplified().left(longestFinding);
    auto found = place.format;
    for (int group = 1; group <= match.lastCapturedIndex(); ++group)
        found.replace(u'\\' + QString::number(group), match.captured(group));
    return found.simplified().left(longestFinding);
}

QString findAt(const RecipePlace &place, const ImageContents &contents)
{
    if (place.inLabel)
        return findIn(place, contents.label());
    if (!place.file.isEmpty()) {
        const auto files = contents.glob(place.file);
        return files.isEmpty() ? QString()
                               : findIn(place, QString::fromLatin1(contents.head(*files.first().file, textLimit)));
    }
    for (const auto &file : contents.files()) {
        if (const auto found = findIn(place, file.path); !found.isEmpty())
            return found;
    }
    return {};
}

/// Whether \a name can stand in a word of a kernel command line, which nothing can quote.
bool isPlain(const QString &name)
{
    return std::ranges::all_of(
        name, [](QChar c) { return c.unicode() < 128 && (c.isLetterOrNumber() || u"._-+@,"_s.contains(c)); });
}

/// Fills one argument in.
class WordFiller
{
public:
    WordFiller(const ImageContents &contents, FilledWords &to) : m_contents(contents), m_to(to) { }

    [[nodiscard]] bool fill(QString text)
    {
        if (!fillFacts(text) || !fillPaths(text))
            return false;
        m_to.words.append(text);
        return true;
    }

private:
    /// `{names:GLOB}` and `{kib:GLOB}`
    [[nodiscard]] bool fillFacts(QString &text) const
    {
        static const QRegularExpression fact(u"\\{(names|kib):([^{}]+)\\}"_s);
        for (auto match = fact.match(text); match.hasMatch(); match = fact.match(text)) {
            const auto found = m_contents.glob(match.captured(2));
            qint64 bytes = 0;
            QStringList names;
            for (const auto &item : found) {
                bytes += item.file->size();
                names.prepend(item.file->path.sliced(item.file->path.lastIndexOf(u'/') + 1));
            }
            const auto value = match.captured(1) == u"kib" ? QString::number((bytes + bytesPerKiB - 1) / bytesPerKiB)
                                                           : names.join(u',');
            if (found.isEmpty() || !isPlain(value))
                return false;
            text.replace(match.capturedStart(), match.capturedLength(), value);
        }
        return true;
    }

    /// What follows ${base} up to the end of the word is a file, or with a closing slash a folder, spelled as the image spells it.
    [[nodiscard]] bool fillPaths(QString &text)
    {
        static const QRegularExpression file(u"\\$\\{base\\}([^\\s\"',$]+)"_s);
        for (auto match = file.match(text); match.hasMatch();) {
            const auto pattern = match.captured(1);
            const bool isFolder = pattern.endsWith(u'/');
            const auto found = m_contents.glob(isFolder ? pattern + u"**"_s : pattern);
            if (found.isEmpty())
                return false;
            const auto &path = found.first().file->path;
            const auto spelled = isFolder ? path.section(u'/', 0, pattern.count(u'/') - 1) + u'/' : path;
            const auto encoded = QString::fromLatin1(QUrl::toPercentEncoding(spelled, "/"));
            text.replace(match.capturedStart(1), match.capturedLength(1), encoded);
            if (!isFolder)
                m_to.files.append(found.first().file);
            match = file.match(text, match.capturedStart(1) + encoded.size());
        }
        return true;
    }

    const ImageContents &m_contents;
    FilledWords &m_to;
};

} // namespace

QString findPlace(const QList<RecipePlace> &places, const ImageContents &contents)
{
    for (const auto &place : places) {
        if (const auto found = findAt(place, contents); !found.isEmpty())
            return found;
    }
    return {};
}

QString withCaptured(QString text, const QStringList &captured)
{
    for (qsizetype i = 0; i < captured.size(); ++i)
        text.replace(u"{%1}"_s.arg(i + 1), captured.at(i));
    return text;
}

std::optional<FilledWords> fillWords(const QList<RecipeArgument> &arguments, const QStringList &captured,
                                     const ImageContents &contents)
{
    FilledWords filled;
    WordFiller filler(contents, filled);
    for (const auto &argument : arguments) {
        const auto condition = withCaptured(argument.ifFile, captured);
        if (!condition.isEmpty() && contents.glob(condition).isEmpty())
            continue;
        const auto text = withCaptured(argument.text, captured);
        const bool isHarmless = text == argument.text || std::ranges::all_of(captured, isPlain);
        if (!isHarmless || !filler.fill(text))
            return std::nullopt;
    }
    return filled;
}

} // namespace Benchboot
