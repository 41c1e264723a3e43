// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/semantic.h"

#include <QFrame>

class QLabel;

namespace Benchboot {

class ElidedLabel;

/// One service: glyph, name, state in a word and ports; below it what it did, or why it failed.
class ServicePanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServicePanel)

public:
    explicit ServicePanel(const QString &name, QWidget *parent = nullptr);

    void setPorts(const QString &ports); ///< "UDP 67, 4011"
    void setState(Semantic::Role role, const QString &word, const QString &detail);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyMetrics();

    Semantic::Role m_role = Semantic::Role::Idle;
    QLabel *m_glyph;
    QLabel *m_name;
    QLabel *m_state;
    QLabel *m_ports;
    ElidedLabel *m_detail;
};

} // namespace Benchboot
