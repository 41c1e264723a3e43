// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace Benchboot {

/// Which kind of PC can run a boot loader.
enum class LoaderKind {
    Unknown, ///< none: empty, unreadable, a Linux kernel, an EFI program for another processor
    Bios, ///< whatever has no format: a BIOS network boot program is bare code
    EfiX86,
    EfiX64,
    EfiArm64,
};

/// By the file's first bytes (4 KiB are enough): the machine field of a PE header decides (UEFI specification §2.1.1).
[[nodiscard]] LoaderKind loaderKind(QByteArrayView head);
[[nodiscard]] LoaderKind loaderKindOfFile(const QString &file);
/// The kind that a setting as "loader.efi-x64" is about.
[[nodiscard]] LoaderKind loaderKindOfSetting(const QString &key);

} // namespace Benchboot
