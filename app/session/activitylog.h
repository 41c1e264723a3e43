// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"

#include <QFile>
#include <QList>
#include <QString>

namespace Benchboot {

/// Keeps every event as one JSON line in activity.jsonl of a folder; at 16 MiB the file becomes activity.1.jsonl and so on, five are kept.
/// One thread. A disk that refuses is reported once by write()'s answer and the log goes on trying.
class ActivityLog
{
public:
    explicit ActivityLog(QString folder, qint64 largestFile = 16 * 1024 * 1024);

    /// \return false when the lines could not be written
    bool write(const QList<Event> &events);

private:
    bool open();
    void rotate();
    [[nodiscard]] QString path(int number) const;

    QString m_folder;
    qint64 m_largestFile;
    QFile m_file;
};

} // namespace Benchboot
