// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

/// What discs with a Linux are made of.
namespace Benchboot::E2e {

/// The version whose kernel and modules are both installed, e.g. "6.12.117+deb13-amd64".
[[nodiscard]] Result<QString> kernelVersion();
/// The kernel's file.
[[nodiscard]] QString kernelFile(const QString &version);

/// Copies kernel modules, unpacked, into \a folder, which is made. \param modules  paths below the kernel's folder of
/// modules, without ".ko.xz".
[[nodiscard]] Result<void> copyModules(const QString &version, const QStringList &modules, const QString &folder);
/// With what it takes to use QEMU's network cards, in the order of loading.
[[nodiscard]] QStringList networkModules();
/// With what it takes to start a root file system in a squashfs.
[[nodiscard]] QStringList overlayModules();

/// Makes the folder \a tree of an initramfs: the script \a init as its /init, what it calls, and the nonce that it says.
[[nodiscard]] Result<void> addScripts(const QString &tree, const QString &init, const QByteArray &nonce);
/// The same with busybox, for an initramfs of its own.
[[nodiscard]] Result<void> makeBusyboxTree(const QString &tree, const QString &init, const QByteArray &nonce);

/// Packs an initramfs of our own: busybox, the script \a init, and \a modules for it to load; \a tree is made for it.
[[nodiscard]] Result<void> makeInitramfs(const QString &tree, const QString &init, const QByteArray &nonce,
                                         const QStringList &modules, const QString &file);

/// A root file system: its init (root-init.sh) says "BENCHBOOT-ROOT \a nonce" on the console, and switches the PC off.
[[nodiscard]] Result<void> makeRootTree(const QString &tree, const QByteArray &nonce);
/// Packs the folder \a tree as a squashfs that an initramfs with few modules can read (gzip), everything owned by root.
[[nodiscard]] Result<void> packSquashfs(const QString &tree, const QString &file);
/// What a root file system of makeRootTree() says.
[[nodiscard]] QByteArray rootProof(const QByteArray &nonce);

[[nodiscard]] QByteArray newNonce(); ///< never the same twice

/// Makes a folder of a disc bootable from the disc as well: words for writeIso(). Needs addIsolinux() with the same
/// \a place: the folder in the disc, with a closing slash; empty for the disc's root.
[[nodiscard]] QStringList isolinuxWords(const QString &place = QStringLiteral("isolinux/"));
/// Adds isolinux.bin and a menu \a configuration to the folder \a disc.
[[nodiscard]] Result<void> addIsolinux(const QString &disc, const QByteArray &configuration,
                                       const QString &place = QStringLiteral("isolinux/"));

} // namespace Benchboot::E2e
