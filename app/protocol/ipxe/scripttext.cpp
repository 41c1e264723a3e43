// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/ipxe/scripttext.h"

#include "core/bootentry.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Ipxe {
namespace {

constexpr qsizetype longestTitle = 120;

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
        || c.category() == QChar::Separator_Paragraph;
}

QStringList words(QString text)
{
    std::ranges::replace_if(text, isControl, u' ');
    return text.simplified().split(u' ', Qt::SkipEmptyParts);
}

/// One word of a template; nothing if it holds a placeholder without a value.
QString expandWord(const QString &word, const QByteArray &base, const QMap<QString, QString> &values)
{
    static const QRegularExpression placeholder(u"\\$\\{([a-z][a-z0-9-]*)\\}"_s);
    QString result;
    qsizetype copied = 0;
    for (auto it = placeholder.globalMatch(word); it.hasNext();) {
        const auto match = it.next();
        const auto key = match.captured(1);
        result += word.sliced(copied, match.capturedStart() - copied);
        copied = match.capturedEnd();
        if (key == u"base") {
            result += QString::fromLatin1(base);
        } else if (const auto value = values.find(key); value != values.end()) {
            auto parts = words(*value);
            parts.removeIf([](const QString &part) { return !isSafeOptionWord(part); });
            if (parts.isEmpty())
                return {};
            result += parts.join(u' ');
        } else {
            result += match.captured();
        }
    }
    return result + word.sliced(copied);
}

} // namespace

QByteArray displayText(const QString &text)
{
    QString line;
    for (auto word : words(text)) {
        // "$ {" reads almost like "${" and expands to nothing.
        word.replace(u"${"_s, u"$ {"_s);
        word.truncate(std::max(longestTitle - line.size() - (line.isEmpty() ? 0 : 1), qsizetype(0)));
        // Only now, as a cut-off or a character taken away may leave a word that iPXE would take for more than text.
        while (word.startsWith(u'#'))
            word.remove(0, 1);
        while (word.endsWith(u'\\') || (!word.isEmpty() && word.back().isHighSurrogate()))
            word.chop(1);
        if (word == u"||" || word == u"&&")
            word.chop(1);
        if (!word.isEmpty())
            line += line.isEmpty() ? word : u' ' + word;
    }
    return line.isEmpty() ? "-"_ba : line.toUtf8();
}

QByteArray urlPath(const QString &path) { return QUrl::toPercentEncoding(path, "/"); }

QByteArray imageName(const QString &name)
{
    QByteArray result;
    for (const auto c : name) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'.'
            || c == u'_' || c == u'-';
        if (plain && !(result.isEmpty() && c == u'-'))
            result.append(c.toLatin1());
    }
    return result.isEmpty() ? "file"_ba : result;
}

QByteArray expandArguments(const QString &arguments, const QByteArray &base, const QMap<QString, QString> &values)
{
    QStringList result;
    for (const auto &word : words(arguments)) {
        const auto expanded = expandWord(word, base, values);
        if (!expanded.isEmpty() && !expanded.startsWith(u'#') && !expanded.endsWith(u'\\'))
            result.append(expanded);
    }
    return result.join(u' ').toUtf8();
}

} // namespace Benchboot::Ipxe
