// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/event.h"
#include "services/httpservice.h"

#include <QList>
#include <QTemporaryDir>

#include <memory>
#include <mutex>
#include <vector>

/// Keeps every event.
class RecordingSink final : public Benchboot::EventSink
{
public:
    void append(Benchboot::Event event) override;
    [[nodiscard]] QList<Benchboot::Event> all() const;
    [[nodiscard]] QList<Benchboot::Event> with(Benchboot::Event::Outcome outcome) const;

private:
    mutable std::mutex m_mutex;
    std::vector<Benchboot::Event>
        m_events; // a QList would be shared with the copies of all(), which the thread sanitizer takes for a race
};

/// A real server on a free port of 127.0.0.1 that publishes files of a temporary folder.
class HttpTestServer
{
public:
    explicit HttpTestServer(Benchboot::HttpLimits limits = {}, const Benchboot::Clock *clock = nullptr);
    /// As above, on \a card and for \a subnet.
    HttpTestServer(const Benchboot::NetworkCard &card, Benchboot::Subnet subnet);

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    /// Writes \a content to a file of the folder. \return its path on disk.
    QString write(const QString &name, const QByteArray &content) const;
    /// Publishes \a file under \a path from the next request on.
    void publish(const QByteArray &path, const Benchboot::ServedFile &file);
    void publish(const QByteArray &path, const QByteArray &content);
    void publishLoader(const QString &name, const QByteArray &content);
    void publishGenerated(const QString &name, Benchboot::GeneratedFile file);
    [[nodiscard]] const RecordingSink &events() const { return m_events; }
    void stop() { m_service->stop(); }

private:
    void start(Benchboot::HttpLimits limits, const Benchboot::Clock &clock);

    QTemporaryDir m_folder;
    Benchboot::SystemClock m_clock;
    Benchboot::ServedLab m_lab;
    Benchboot::SnapshotHolder m_snapshot;
    RecordingSink m_events;
    quint16 m_port = 0;
    std::unique_ptr<Benchboot::HttpService> m_service;
};
