// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/benchbootprogram.h"
#include "e2e/benchnetwork.h"
#include "e2e/capture.h"
#include "e2e/qemuclient.h"

#include <QTemporaryDir>

namespace Benchboot::E2e {

/// What `benchboot import` made of an image.
struct Imported
{
    QString id;
    QString recipe;
};

/// One boot from beginning to end: a lab folder, the network, the server and a PC or several. It is set up the way a
/// technician would do it, with the program's command line; the check functions look at what the server reported
/// meanwhile. The user's own recipes lie in the same folder.
class BootBench
{
public:
    BootBench();
    [[nodiscard]] QString folder() const { return m_folder.path(); } ///< for files of this boot; goes with this object
    [[nodiscard]] QString loadersFolder() const; ///< of the lab

    /// Imports \a image into the lab, whose menu starts by itself after 3 s. \return its id.
    /// \param arguments  for a kernel; empty for a system that takes none.
    [[nodiscard]] Result<QString> import(const QString &image, const QString &arguments);
    /// The same for an image as it comes with \a words of the command line more, e.g. {"--mode", "link"}.
    [[nodiscard]] Result<Imported> importAs(const QString &image, const QStringList &words);
    /// Changes the lab's settings. \param assignments  "KEY=VALUE".
    [[nodiscard]] Result<void> set(const QStringList &assignments);
    /// Makes a user's recipe \a name of \a text.
    [[nodiscard]] Result<void> writeRecipe(const QString &name, const QByteArray &text);
    /// Chooses a \a loader (or "signed") for \a architecture, as `benchboot loaders use` does.
    [[nodiscard]] Result<void> useLoader(const QString &architecture, const QString &loader);
    /// For a PC that iPXE does not exist for: GRUB, made to start the 64-bit kernel of the image \a id.
    [[nodiscard]] Result<void> useOwnGrub(const QString &id);
    /// Lets \a client have offers of \a form whatever was learnt, as `benchboot clients pin` does.
    [[nodiscard]] Result<void> pinForm(const QemuClient &client, const QString &form);
    /// From the next serve() on the site's router names the server (see BenchNetwork::create()).
    void letRouterNameServer() { m_routerNamesServer = true; }
    /// Serves the lab on a network of its own, and records what crosses the server's card.
    /// \param filter  what is recorded (see Capture).
    [[nodiscard]] Result<void> serve(QStringView filter = Capture::dhcpOnly);
    /// The same on both cards of a bench that has two. Only the first one's packets are recorded.
    [[nodiscard]] Result<void> serveTwoCards();
    [[nodiscard]] BenchNetwork &network() { return *m_network; }
    [[nodiscard]] ServeProcess &server() { return *m_server; }

    /// Turns one more PC on.
    [[nodiscard]] Result<QemuClient *> powerOn(const PcKind &kind, BenchNetwork::Wire wire = BenchNetwork::Wire::Bench);

    /// Everything on \a client's way to its loader was reported with its address, and so was iPXE's menu.
    [[nodiscard]] Result<void> checkWay(const QemuClient &client);
    /// Files whose URLs end so were delivered whole over HTTP to \a client.
    [[nodiscard]] Result<void> checkDelivered(const QemuClient &client, const QStringList &urlEnds);
    /// The server reported no failure, said nothing on standard error, and ends when told to; nothing that it sent is
    /// malformed.
    [[nodiscard]] Result<void> checkNothingFailed();

    [[nodiscard]] QByteArray logs() const; ///< all that helps to find out why a boot failed

private:
    [[nodiscard]] Result<void> makeNetwork();
    [[nodiscard]] Result<void> startServer(QStringView filter, const QStringList &cards);
    [[nodiscard]] Result<void> expectEvent(const QString &what, const std::function<bool(const QJsonObject &)> &wanted);
    [[nodiscard]] Result<void> expectDelivery(const QemuClient &client, QLatin1StringView service,
                                              const QString &targetEnd);
    [[nodiscard]] Result<void> checkPackets();

    bool m_routerNamesServer = false;
    QTemporaryDir m_folder;
    std::unique_ptr<BenchNetwork> m_network;
    std::unique_ptr<Capture> m_capture;
    std::unique_ptr<ServeProcess> m_server;
    std::vector<std::unique_ptr<QemuClient>> m_clients;
};

} // namespace Benchboot::E2e
