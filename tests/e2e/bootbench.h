// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/benchbootprogram.h"
#include "e2e/benchnetwork.h"
#include "e2e/qemuclient.h"

#include <QTemporaryDir>

namespace Benchboot::E2e {

/// One boot from beginning to end: a lab folder, the network, the server and a PC. It is set up the way a technician
/// would do it, with the program's command line; the check functions look at what the server reported meanwhile.
class BootBench
{
public:
    [[nodiscard]] QString folder() const
    {
        return m_folder.path();
    } ///< for files of this boot; removed with this object

    /// Imports \a image into a new lab, has its menu start by itself after 3 s, and serves it on the network.
    [[nodiscard]] Result<void> serve(const QString &image);
    /// Turns a PC of \a kind on (a name that QemuClient::kindFromName() knows).
    [[nodiscard]] Result<void> powerOn(const QString &kind);
    [[nodiscard]] QemuClient &client() { return *m_client; }

    /// Everything on the way to iPXE's menu was reported, with the PC's address.
    [[nodiscard]] Result<void> checkWayToMenu();
    /// Files whose URLs end so were delivered whole over HTTP.
    [[nodiscard]] Result<void> checkDelivered(const QStringList &urlEnds);
    /// The server reported no failure, said nothing on standard error, and ends when told to.
    [[nodiscard]] Result<void> checkNothingFailed();

    [[nodiscard]] QByteArray logs() const; ///< all that helps to find out why a boot failed

private:
    [[nodiscard]] Result<void> expectEvent(const QString &what, const std::function<bool(const QJsonObject &)> &wanted);
    [[nodiscard]] Result<void> expectDelivery(QLatin1StringView service, const QString &targetEnd);

    QTemporaryDir m_folder;
    std::unique_ptr<BenchNetwork> m_network;
    std::unique_ptr<ServeProcess> m_server;
    std::unique_ptr<QemuClient> m_client;
    QString m_kind;
};

} // namespace Benchboot::E2e
