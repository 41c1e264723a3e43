// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/models/servicecounts.h"
#include "ui/widgets/semantic.h"

#include <QTimer>
#include <QWidget>

namespace Benchboot {

class CardLayout;
class MessageBar;
class ServicePanel;

/// The three services beside each other, and above them, when they could not start, why and the button that mends it.
class ServiceRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceRow)

public:
    explicit ServiceRow(const UiContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    void settingsRequested(); ///< another card or port is to be chosen

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyMetrics();
    void showState();
    void showRunning();
    void showFailure();
    [[nodiscard]] QString dhcpCounts() const;
    void setAll(Semantic::Role role, const QString &word, const QString &detail);
    [[nodiscard]] ServicePanel *culprit() const;

    UiContext m_context;
    ServiceCounts m_counts;
    MessageBar *m_message;
    CardLayout *m_panels;
    ServicePanel *m_dhcp;
    ServicePanel *m_tftp;
    ServicePanel *m_http;
    QTimer m_countTimer;
};

} // namespace Benchboot
