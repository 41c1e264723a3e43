// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/portaccess.h"
#include "ui/wizard/setupwidget.h"

#include <QList>

class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace Benchboot {

class MessageBar;
class Session;

/// Whether each port of the services can be had, really tried, and the right to it, asked for. Holds no port afterwards.
class PortsWidget final : public SetupWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PortsWidget)

public:
    enum class Use { Wizard, Settings }; ///< the wizard can skip what is wrong
    PortsWidget(const Session &session, Use use, QWidget *parent = nullptr);

    /// Other ports than the standard ones, for tests; `http` is always the field's.
    void setPorts(const ServicePorts &ports);

    void load(const Lab &lab) override;
    [[nodiscard]] QMap<QString, QString> values() const override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QList<std::pair<QString, QString>> summary() const override;

    void refresh() override; ///< tries each port
    void allow(); ///< asks for the right; cancels the question where it is open

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *glyph = nullptr;
        QLabel *port = nullptr;
        QLabel *state = nullptr;
    };
    enum class Verdict { Free, Allowed, Ours, InUse, NotAllowed, Failed };

    void addRow(int index, QGridLayout *grid);
    [[nodiscard]] ServicePorts ports() const;
    [[nodiscard]] Verdict verdict(const PortAccess::PortTrial &trial) const;
    void show(const Row &row, const PortAccess::PortTrial &trial);
    void showMessage();
    void addSkipButton();
    void applyMetrics();

    const Session &m_session;
    const Use m_use;
    ServicePorts m_ports;
    PortAccess m_access;
    QList<PortAccess::PortTrial> m_trials;
    QList<Row> m_rows;
    QSpinBox *m_http;
    QPushButton *m_again;
    MessageBar *m_message;
    Error m_refusal; ///< of the last question; no detail: none
    bool m_asking = false;
    bool m_allowed = false; ///< the right was given once
    bool m_skipped = false;
};

} // namespace Benchboot
