// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Benchboot {

/// One setting of a lab: the table in settings.cpp is the only place where it is described.
struct SettingSpec
{
    enum class Type { Text, Number, Subnet, Subnets, MenuItem };
    QString key; ///< "menu.timeout"
    Type type = Type::Text;
    QString defaultValue;
    qint64 minimum = 0; ///< numbers only
    qint64 maximum = 0;
    QString meaning; ///< one English sentence with unit and range
};

[[nodiscard]] const QList<SettingSpec> &settingSpecs();
[[nodiscard]] const SettingSpec *settingSpec(const QString &key); ///< null if there is none

/// Whether \a value fits \a spec; InvalidArgument with a sentence that says what would fit.
[[nodiscard]] Result<void> checkSetting(const SettingSpec &spec, const QString &value);

/// The parts of a value that is a list with commas between, without the spaces around them and without empty ones.
[[nodiscard]] QStringList listOf(const QString &value);

/// A boot loader choice of a lab: which kind of PC, which option 93 numbers it sends, which file it gets.
struct LoaderSlot
{
    QString settingKey; ///< "loader.bios"
    QList<quint16> architectures; ///< DHCP client architectures (IANA), as in the customer's table
    QString kindOfPc; ///< "BIOS", "UEFI x64", …
    QList<quint16> httpArchitectures; ///< what the same machines send when they boot over HTTP (UEFI HTTP Boot)
    QStringList alternatives; ///< loaders to try after the chosen one, the most likely first
};
[[nodiscard]] const QList<LoaderSlot> &loaderSlots();

} // namespace Benchboot
