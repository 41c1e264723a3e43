// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "services/servicehost.h"

#include <QObject>

#include <memory>

namespace Benchboot {

class Session;

/// Start and Stop as the window knows them: takes card, subnet and port from the lab's settings, gets the sockets (asking for the right where
/// needed), starts the session. GUI thread.
class ServiceController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceController)

public:
    enum class State { Stopped, Starting, Running, Failed };

    explicit ServiceController(Session &session, QObject *parent = nullptr);
    ~ServiceController() override;

    /// Other ports than the standard ones, for tests; `http` is always the lab's. Counts from the next start().
    void setPorts(const ServicePorts &ports);

    void start(); ///< Starting, then Running or Failed
    void stop(); ///< Stopped; while Starting it cancels the question for the right
    [[nodiscard]] State state() const;
    [[nodiscard]] const Error &error() const; ///< of Failed

Q_SIGNALS:
    void stateChanged();

private:
    void startSession();
    void setState(State state);
    void setFailed(const Error &error);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Benchboot
