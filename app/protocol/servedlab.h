// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bootentry.h"
#include "protocol/servednetwork.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QStringList>

#include <atomic>
#include <memory>

namespace Benchboot {

namespace Dhcp {
class KnownClients;
}

/// A file that TFTP or HTTP hands out. Lies on disk; may be part of a larger file (linked images).
struct ServedFile
{
    QString path;            ///< absolute path of the file on disk (for linked images: the container)
    QList<Extent> extents;   ///< empty: the whole file; otherwise these runs of it, in order
    qint64 size = 0;         ///< bytes that a client gets, as of when the snapshot was made
    QString trouble = {};    ///< why it cannot be had now, a sentence; empty: it can
    QByteArray content = {}; ///< not null: these bytes instead of a file on disk
    QString folder = {};     ///< absolute and canonical; `path` must not lead out of it, nor through a link. Empty: the folder that `path` names
};

/// A text that boot loaders ask for as a file, and that is made for the one who asks.
enum class GeneratedFile {
    GrubMenu, ///< grub.cfg: the menu for a signed GRUB
    IpxeAutoexec, ///< autoexec.ipxe for an iPXE whose signature forbids a script inside
};

/// One line of the boot menu.
struct ServedMenuItem
{
    enum class Kind { Image, LocalDisk, Shell, Reboot };
    Kind kind = Kind::Image;
    QString id;     ///< [a-z0-9-]+, unique in the menu; for Kind::Image the image's id
    QString title;  ///< free text of the technician: never trusted by the script writer
};

struct ServedImage
{
    QString id;                       ///< [a-z0-9-]+; its files are published under /images/ID/
    QList<BootEntry> entries;
    QMap<QString, QString> options;   ///< option key → effective value
};

/// Everything that the services need of a lab, frozen. Made by the session, shared between threads, swapped whole when the lab changes.
struct ServedLab
{
    quint64 generation = 0;                  ///< grows with each swap
    ServedNetwork network;                   ///< the cards and subnets that are served, and no others
    quint16 httpPort = 8080;                 ///< the port that the HTTP server really listens on
    /// DHCP client architecture (option 93) → names in `tftpFiles`, the one to try first in front. Never an empty list.
    QMap<quint16, QStringList> loadersForArch;
    QMap<quint16, QString> missingLoaders;   ///< architecture → sentence that names the missing loader and how to get it
    QHash<QString, ServedFile> tftpFiles;    ///< name below the TFTP root, '/' between components → file
    QHash<QString, GeneratedFile> generatedFiles; ///< further names below the TFTP root
    QHash<QByteArray, ServedFile> httpFiles; ///< absolute, percent-decoded URL path ("/images/ID/isolinux/rescue64") → file
    QList<ServedMenuItem> menu;
    QString menuTitle;
    QString defaultItem;                     ///< id of the item that starts by itself; empty: none
    int menuTimeoutSeconds = 10;             ///< 0: wait for ever
    QHash<QString, ServedImage> images;      ///< by id
    std::shared_ptr<const Dhcp::KnownClients> clients; ///< which offers they boot from; null: nothing is known
};

/// The one place where services find the current snapshot. Any thread.
class SnapshotHolder
{
public:
    [[nodiscard]] std::shared_ptr<const ServedLab> get() const { return m_lab.load(); }
    void set(std::shared_ptr<const ServedLab> lab) { m_lab.store(std::move(lab)); }

private:
    std::atomic<std::shared_ptr<const ServedLab>> m_lab{std::make_shared<const ServedLab>()};
};

} // namespace Benchboot
