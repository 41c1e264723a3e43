// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scripthighlighter.h"

#include "ui/widgets/semantic.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Benchboot {

void ScriptHighlighter::setPalette(const QPalette &palette)
{
    const Semantic semantic(palette);
    m_command.setForeground(semantic.working());
    m_command.setFontWeight(QFont::Bold);
    m_comment.setForeground(semantic.idle());
    m_expansion.setForeground(semantic.ok());
    rehighlight();
}

void ScriptHighlighter::highlightBlock(const QString &line)
{
    static const QRegularExpression command(u"^\\s*(:?[A-Za-z0-9_.-]+)"_s);
    static const QRegularExpression expansion(u"\\$\\{[^}]*\\}"_s);
    if (line.startsWith(u'#')) {
        setFormat(0, int(line.size()), m_comment);
        return;
    }
    if (const auto match = command.match(line); match.hasMatch())
        setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)), m_command);
    for (auto it = expansion.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        setFormat(int(match.capturedStart()), int(match.capturedLength()), m_expansion);
    }
}

} // namespace Benchboot
