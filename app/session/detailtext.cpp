// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/detailtext.h"

#include "session/sentences/bootsentences.h"
#include "session/sentences/checksentences.h"
#include "session/sentences/clientsentences.h"
#include "session/sentences/generalsentences.h"
#include "session/sentences/imagesentences.h"
#include "session/sentences/labsentences.h"
#include "session/sentences/loadersentences.h"
#include "session/sentences/networksentences.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cstring>
#include <vector>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

constexpr auto context = "Benchboot::DetailText";
constexpr int systemErrors = 134; ///< errno values that Linux has

const QRegularExpression &place()
{
    static const QRegularExpression pattern(u"%[1-9]"_s);
    return pattern;
}

/// One sentence, and what tells quickly that a detail is another one.
class Sentence
{
public:
    explicit Sentence(const char *source)
        : m_source(source), m_words(QString::fromUtf8(source).split(place())), m_pattern(patternOf(m_words))
    {
    }

    [[nodiscard]] const char *source() const { return m_source; }
    [[nodiscard]] qsizetype letters() const { return m_words.join(QString()).size(); }
    [[nodiscard]] QRegularExpressionMatch match(const QString &detail) const
    {
        return detail.startsWith(m_words.first()) && detail.endsWith(m_words.last()) ? m_pattern.match(detail)
                                                                                     : QRegularExpressionMatch();
    }

private:
    static QRegularExpression patternOf(QStringList words)
    {
        for (auto &each : words)
            each = QRegularExpression::escape(each);
        return QRegularExpression(u"\\A%1\\z"_s.arg(words.join(u"(.+?)"_s)),
                                  QRegularExpression::DotMatchesEverythingOption);
    }

    const char *m_source;
    QStringList m_words; // between the places
    QRegularExpression m_pattern;
};

/// The ones that say most come first: “%1: %2” fits much.
const std::vector<Sentence> &sentences()
{
    static const auto all = [] {
        std::vector<Sentence> made;
        for (const auto *source : knownDetails())
            made.emplace_back(source);
        std::ranges::stable_sort(made, std::ranges::greater(), &Sentence::letters);
        return made;
    }();
    return all;
}

/// The reason of the operating system in the language of the user, who may have more of them than we do; of a size, its decimal point.
QString foreignText(const QString &detail)
{
    for (int error = 1; error < systemErrors; ++error) {
        const auto *english = strerrordesc_np(error);
        if (english && detail == QLatin1StringView(english))
            return QString::fromLocal8Bit(std::strerror(error));
    }
    static const QRegularExpression size(u"\\A(\\d+)\\.(\\d+) ([kMGT]?B)\\z"_s);
    if (const auto match = size.match(detail); match.hasMatch())
        return u"%1%2%3 %4"_s.arg(match.captured(1), QLocale().decimalPoint(), match.captured(2), match.captured(3));
    return detail;
}

/// \a text with \a parts in its places, in which nothing is looked for.
QString filled(const QString &text, const QStringList &parts)
{
    QString result;
    qsizetype done = 0;
    for (const auto &found : place().globalMatch(text)) {
        const auto number = text.at(found.capturedStart() + 1).digitValue();
        if (number > parts.size())
            continue;
        result += QStringView(text).sliced(done, found.capturedStart() - done);
        result += parts.at(number - 1);
        done = found.capturedEnd();
    }
    return result += QStringView(text).sliced(done);
}

} // namespace

QString detailText(const QString &detail)
{
    if (QCoreApplication::translate(context, bootSentences.front()) == QString::fromUtf8(bootSentences.front()))
        return detail; // an English program, or one without translations
    for (const auto &sentence : sentences()) {
        const auto match = sentence.match(detail);
        if (!match.hasMatch())
            continue;
        QStringList parts;
        for (int i = 1; i <= match.lastCapturedIndex(); ++i)
            parts.append(detailText(match.captured(i)));
        return filled(QCoreApplication::translate(context, sentence.source()), parts);
    }
    return foreignText(detail);
}

QList<const char *> knownDetails()
{
    QList<const char *> all;
    const auto add = [&all](const auto &some) { all.append(QList<const char *>(some.begin(), some.end())); };
    add(bootSentences);
    add(checkSentences);
    add(clientSentences);
    add(generalSentences);
    add(imageSentences);
    add(labSentences);
    add(loaderSentences);
    add(networkSentences);
    return all;
}

} // namespace Benchboot
