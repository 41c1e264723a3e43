// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/semantic.h"

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace Benchboot {

/// The bar at the foot of the window: the services' state; at the right who needs attention, what goes out, and the free space.
class StatusLine final : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setService(Semantic::Role role, const QString &text);
    void setAttention(int pcs); ///< 0 hides it
    void setRate(double bytesPerSecond); ///< under 1: hidden
    void setImports(int running); ///< 0 hides it
    void setFreeSpace(qint64 bytes); ///< −1 hides it

Q_SIGNALS:
    void attentionClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyMetrics();

    Semantic::Role m_role = Semantic::Role::Idle;
    QLabel *m_glyph;
    QLabel *m_service;
    QToolButton *m_attention;
    QLabel *m_imports;
    QLabel *m_rate;
    QLabel *m_space;
};

} // namespace Benchboot
