// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QObject>
#include <QTimer>

namespace Benchboot {

class ClientModel;
class RailModel;
class StatusLine;

/// Keeps what the status line and the left rail say of the services, of PCs, of imports and of the disk as it is. Counts and rates move four times
/// a second at most.
class WindowCounts final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowCounts)

public:
    WindowCounts(const UiContext &context, const ClientModel &clients, RailModel &places, StatusLine &status,
                 QObject *parent);

private:
    void showServices();
    void showCounts();
    void showSpace();

    UiContext m_context;
    const ClientModel &m_clients;
    RailModel &m_places;
    StatusLine &m_status;
    QTimer m_countTimer;
    QTimer m_spaceTimer;
};

} // namespace Benchboot
