// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace Benchboot {

class ClientScreen;
class ScriptHighlighter;

/// What a PC gets to see: its screen with the menu, and the script that makes it, for the chosen kind of PC.
class MenuPreview final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MenuPreview)

public:
    explicit MenuPreview(const Session &session, QWidget *parent = nullptr);
    ~MenuPreview() override = default;

    [[nodiscard]] const QByteArray &script() const { return m_script; } ///< the bytes that /menu.ipxe answers
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeScreenPane();
    QWidget *makeScriptPane();
    void applyMetrics();
    void copyScript() const;

    const Session &m_session;
    QByteArray m_script;
    QComboBox *m_kind = nullptr;
    ClientScreen *m_screen = nullptr;
    QLabel *m_screenTitle = nullptr;
    QLabel *m_scriptTitle = nullptr;
    QLabel *m_scriptNote = nullptr;
    QPlainTextEdit *m_view = nullptr;
    ScriptHighlighter *m_highlighter = nullptr;
};

} // namespace Benchboot
