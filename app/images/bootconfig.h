// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace Benchboot {

/// One choice of a boot loader's menu.
struct BootChoice
{
    QString
        label; ///< for people: one line of at most 60 characters that is safe as an option's value (isSafeOptionValue)
    QString kernel; ///< path in the image, relative and without ".."
    QStringList initrds; ///< likewise
    QString arguments; ///< without words that name a drive, which mean nothing over a network
    bool isMemdisk = false; ///< the kernel is memdisk, and the initrd the disk image that it starts
    bool losesMedium = false; ///< words that name a drive were left out, so the system may look for one

    friend bool operator==(const BootChoice &, const BootChoice &) = default;
};

/// What a disc's own boot loaders offer, the default first.
struct BootMenu
{
    QList<BootChoice> choices; ///< at most 32, each kernel with the same initrds and arguments once

    friend bool operator==(const BootMenu &, const BootMenu &) = default;
};

/// Answers the content of a file of the image (path without a leading '/', compared without case); empty: there is none.
using ConfigReader = std::function<QByteArray(const QString &path)>;

/// Reads configurations of ISOLINUX and its relatives (LABEL, KERNEL, LINUX, INITRD, APPEND, DEFAULT, MENU LABEL, INCLUDE, CONFIG, and menus that
/// menu.c32 opens), of GRUB (menuentry, linux…, initrd…, set, source, configfile) and of systemd-boot (loader/entries). Which it is, the path
/// tells. Conditions and functions of GRUB are not understood: all branches count. At most 64 files of 256 KiB are read, included ones among
/// them, each once.
/// \param files  where to begin; the first that has choices decides which one is the default.
[[nodiscard]] BootMenu readBootMenu(const QStringList &files, const ConfigReader &read);

/// \a path as it stands in a configuration in \a folder as a path in the image: a device in parentheses before it is left out, '\' is '/'.
/// \return empty where it leads out of the image.
[[nodiscard]] QString pathInImage(const QString &path, const QString &folder);

} // namespace Benchboot
