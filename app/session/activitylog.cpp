// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/activitylog.h"

#include <QDir>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr int keptFiles = 5;

} // namespace

ActivityLog::ActivityLog(QString folder, qint64 largestFile) : m_folder(std::move(folder)), m_largestFile(largestFile)
{
}

QString ActivityLog::path(int number) const
{
    return number == 0 ? m_folder + u"/activity.jsonl"_s : u"%1/activity.%2.jsonl"_s.arg(m_folder).arg(number);
}

bool ActivityLog::open()
{
    m_file.setFileName(path(0));
    return QDir().mkpath(m_folder) && m_file.open(QIODevice::WriteOnly | QIODevice::Append);
}

void ActivityLog::rotate()
{
    m_file.close();
    QFile::remove(path(keptFiles - 1));
    for (int number = keptFiles - 2; number >= 0; --number)
        QFile::rename(path(number), path(number + 1));
}

bool ActivityLog::write(const QList<Event> &events)
{
    if (!m_file.isOpen() && !open())
        return false;
    QByteArray lines;
    for (const auto &event : events)
        lines += QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact) + '\n';
    const bool written = m_file.write(lines) == lines.size() && m_file.flush();
    if (m_file.size() >= m_largestFile)
        rotate();
    return written;
}

} // namespace Benchboot
