// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace Benchboot {

/// Colours an iPXE script: command, label, comment, `${…}`.
class ScriptHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptHighlighter)

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;
    ~ScriptHighlighter() override = default;

    void setPalette(const QPalette &palette); ///< on every PaletteChange

protected:
    void highlightBlock(const QString &line) override;

private:
    QTextCharFormat m_command;
    QTextCharFormat m_comment;
    QTextCharFormat m_expansion;
};

} // namespace Benchboot
