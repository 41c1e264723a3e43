// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Benchboot {

/// A menu entry that starts Linux; everything as it stands in the file.
struct LoaderEntry
{
    QString id; ///< LABEL of syslinux, --id of GRUB; elsewhere empty
    QString title;
    QString kernel;
    QStringList initrds;
    QStringList arguments; ///< words
    bool isDefault = false;

    friend bool operator==(const LoaderEntry &, const LoaderEntry &) = default;
};

/// What one configuration file of a boot loader says that matters to us.
struct LoaderConfig
{
    QList<LoaderEntry> entries; ///< at most 256
    QStringList included; ///< files that belong to it; at most 256
    QString defaultId; ///< of an entry here or in an included file

    friend bool operator==(const LoaderConfig &, const LoaderConfig &) = default;
};

/// Reads a configuration of SYSLINUX, ISOLINUX, EXTLINUX or PXELINUX (syslinux wiki, "Config"): LABEL, KERNEL, LINUX, INITRD, APPEND, DEFAULT,
/// MENU LABEL, MENU DEFAULT, INCLUDE, CONFIG, TEXT HELP; menus that menu.c32 and vesamenu.c32 open count as included. Keywords without case.
[[nodiscard]] LoaderConfig parseSyslinuxConfig(const QString &text);

/// Reads GRUB's language as far as menus need it (GRUB manual §6.1: words, quotes, comments, variables that `set` gives a value; unknown ones
/// are empty). Commands in every branch of a condition count; what no menu needs is passed over. The variable `default` (a line's number, an id
/// or a title) tells the default entry, unless it names one inside a submenu or in an included file.
[[nodiscard]] LoaderConfig parseGrubConfig(const QString &text);

/// Reads one entry of systemd-boot (UAPI boot loader specification, type 1): title, linux, initrd, options.
[[nodiscard]] LoaderConfig parseLoaderSpecEntry(const QString &text);

} // namespace Benchboot
