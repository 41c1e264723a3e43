// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/semantic.h"

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace Benchboot {

class ElidedLabel;

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
    void setNarrow(bool narrow); ///< only state and attention are shown

Q_SIGNALS:
    void attentionClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyMetrics();
    void showFigures();

    bool m_narrow = false;
    bool m_hasImports = false;
    bool m_hasRate = false;
    bool m_hasSpace = false;
    Semantic::Role m_role = Semantic::Role::Idle;
    QLabel *m_glyph;
    ElidedLabel *m_service;
    QToolButton *m_attention;
    QLabel *m_imports;
    QLabel *m_rate;
    QLabel *m_space;
};

} // namespace Benchboot
