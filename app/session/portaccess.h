// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/servicehost.h"

#include <QObject>

#include <memory>

namespace Benchboot {

/// Gets the services' sockets for a user without rights: opens them directly where this user may, else through the helper
/// benchboot-portbinder, which asks for the right (polkit) and hands the bound sockets over. Lives in one thread with an event loop.
class PortAccess final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PortAccess)

public:
    enum class Trial { Free, InUse, NotAllowed, Failed };
    struct PortTrial
    {
        const char *transport; ///< "UDP" or "TCP"
        quint16 port;
        Trial trial;
        QString detail; ///< "dnsmasq (process 812)" for InUse; a sentence for Failed
    };

    explicit PortAccess(QObject *parent = nullptr);
    ~PortAccess() override;

    /// Really binds each port for a moment, without any helper: what the wizard shows.
    [[nodiscard]] static QList<PortTrial> tryPorts(const ServicePorts &ports);

    /// Whether the ports need a right that this user does not have, so that acquire() will ask.
    [[nodiscard]] static bool needsRight(const ServicePorts &ports);

    /// One of acquired() and failed() follows, of the last call. Does not block: the question for the password may stay open for minutes.
    void acquire(const ServicePorts &ports);
    void cancel(); ///< failed() with Cancelled follows, where something was under way
    [[nodiscard]] ServiceSockets takeSockets(); ///< after acquired(), once

Q_SIGNALS:
    void acquired();
    void failed(const Benchboot::Error &error);

private:
    void end(const Result<void> &result);
    void dropHelper();

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Benchboot
