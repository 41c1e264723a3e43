// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/lab.h"
#include "session/clienttracker.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace Benchboot {

/// What one boot entry of an image makes a PC fetch, and how much of it has come. A value.
class BootPlan
{
public:
    /// The plan of the entry of \a image that a PC took which asks for \a path (relative to the image's folder): the first entry with this
    /// kernel, image or first file that fits \a firmware ("BIOS", "UEFI x64", …; empty: unknown) and the image's options. None if the file
    /// begins no entry.
    [[nodiscard]] static std::optional<BootPlan>
    begunBy(const QString &path, const LabImage &image, const QMap<QString, QString> &options, const QString &firmware);

    [[nodiscard]] BootStage stageOf(const QString &path) const; ///< Kernel, Initrd or System
    [[nodiscard]] bool needs(const QString &path) const; ///< whether the boot cannot succeed without it

    /// Takes the end of a transfer. \param total  bytes of the answer: fewer than the file's size mean a download that was resumed
    void deliver(const QString &path, qint64 bytes, qint64 total);
    [[nodiscard]] bool isComplete() const; ///< every file that the entry needs was delivered whole

private:
    /// A file that the entry needs; where the arguments name only a folder, one of several.
    using Alternatives = QStringList;

    BootPlan(const BootEntry &entry, const LabImage &image, const QMap<QString, QString> &options);
    [[nodiscard]] bool isWhole(const QString &path) const;
    void addMentioned(const QString &text, const LabImage &image, const QMap<QString, QString> &options);
    [[nodiscard]] Alternatives largestBelow(const QString &folder, const LabImage &image) const;

    QString m_kernel;
    QStringList m_initrds;
    QList<Alternatives> m_needed;
    QHash<QString, qint64> m_sizes;
    QHash<QString, qint64> m_delivered; ///< bytes from the start of the file
};

} // namespace Benchboot
