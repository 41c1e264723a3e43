// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/lab.h"

#include <QFutureWatcher>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace Benchboot {

/// Looks every five seconds whether the image files of linked images are there, in a thread of its own: a network drive may let it wait.
class SourceWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SourceWatch)

public:
    explicit SourceWatch(QObject *parent = nullptr);
    ~SourceWatch() override = default;

    void setLab(const Lab &lab); ///< looks soon

Q_SIGNALS:
    void missingChanged(const QSet<QString> &files);

private:
    void look();
    void take();

    QStringList m_files;
    QSet<QString> m_missing;
    QTimer m_timer;
    QFutureWatcher<QSet<QString>> m_looking;
};

} // namespace Benchboot
