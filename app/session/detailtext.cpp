// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/detailtext.h"

#include "session/detailsentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

constexpr auto context = "Benchboot::DetailText";

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
