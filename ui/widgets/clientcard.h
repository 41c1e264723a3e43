// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/clienttracker.h"

#include <QFrame>

class QLabel;
class QStackedWidget;

namespace Benchboot {

class ElidedLabel;
class MessageBar;
class StageTrack;

/// One PC on the bench: who it is, what it boots, how far it is, and what is wrong. One tab stop; Enter shows its activity.
class ClientCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientCard)

public:
    explicit ClientCard(QWidget *parent = nullptr);

    void setClient(const BenchClient &client, qint64 nowMs);
    [[nodiscard]] const BenchClient &client() const { return m_client; }
    [[nodiscard]] static int leastWidth(const QWidget *widget); ///< in the font of \a widget

Q_SIGNALS:
    void activityRequested(const QString &mac);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpLayout();
    void showHead(qint64 nowMs);
    void showFoot(qint64 nowMs);
    void applyMetrics();

    BenchClient m_client;
    qint64 m_nowMs = 0; ///< of what is shown
    QLabel *m_glyph;
    ElidedLabel *m_name;
    QLabel *m_firmware;
    ElidedLabel *m_verdict;
    QLabel *m_elapsed;
    QLabel *m_mac;
    QLabel *m_address;
    StageTrack *m_track;
    QWidget *m_foot;
    ElidedLabel *m_file;
    ElidedLabel *m_progress;
    QLabel *m_rate;
    QLabel *m_left;
    MessageBar *m_message;
};

} // namespace Benchboot
