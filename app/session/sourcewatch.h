// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "lab/lab.h"

#include <QFutureWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace Benchboot {

/// Looks every five seconds whether the image files of linked images are there and unchanged, in a thread of its own: a network drive may let it
/// wait.
class SourceWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourceWatch)

public:
    using Troubles = QHash<QString, Error>; ///< image id → what is wrong with its image file (sourceTrouble())

    explicit SourceWatch(QObject *parent = nullptr);
    ~SourceWatch() override = default;

    void setLab(const Lab &lab); ///< looks soon
    [[nodiscard]] const Troubles &troubles() const { return m_troubles; }

Q_SIGNALS:
    void looked(); ///< at all image files of the lab, for the first time since setLab()
    void troublesChanged(const Benchboot::SourceWatch::Troubles &before);

private:
    void look();
    void take();

    QList<LabImage> m_images; ///< the linked ones, without their files
    Troubles m_troubles;
    QTimer m_timer;
    QFutureWatcher<Troubles> m_looking;
    bool m_lookAgain = false; ///< the images are others than those that are looked at
};

} // namespace Benchboot
