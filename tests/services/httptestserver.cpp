// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "httptestserver.h"

#include "services/sockets.h"

#include <QFile>

#include <algorithm>

using namespace Benchboot;
using namespace Qt::StringLiterals;

void RecordingSink::append(Event event)
{
    const std::scoped_lock lock(m_mutex);
    m_events.push_back(std::move(event));
}

QList<Event> RecordingSink::all() const
{
    const std::scoped_lock lock(m_mutex);
    return {m_events.cbegin(), m_events.cend()};
}

QList<Event> RecordingSink::with(Event::Outcome outcome) const
{
    auto events = all();
    events.removeIf([outcome](const Event &event) { return event.outcome != outcome; });
    return events;
}

HttpTestServer::HttpTestServer(HttpLimits limits, const Clock *clock)
{
    const NetworkCard loopback{.name = u"lo"_s, .address = Ipv4{0x7f000001}, .prefix = 8, .loopback = true};
    m_lab.network = servedNetwork({loopback});
    start(limits, clock ? *clock : m_clock);
}

HttpTestServer::HttpTestServer(const NetworkCard &card, Subnet subnet)
{
    m_lab.network = {.cards = {card}, .subnets = {subnet}};
    start({}, m_clock);
}

void HttpTestServer::start(HttpLimits limits, const Clock &clock)
{
    m_snapshot.set(std::make_shared<const ServedLab>(m_lab));
    auto listener = openTcpListener({}, 0);
    if (!listener)
        qFatal("%s", qPrintable(listener.error().detail));
    m_port = localPort(listener->get());
    m_service = std::make_unique<HttpService>(*std::move(listener), m_snapshot, m_events, clock, limits);
    m_service->start();
}

QString HttpTestServer::write(const QString &name, const QByteArray &content) const
{
    QFile file(filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(file.errorString()));
    return file.fileName();
}

void HttpTestServer::publish(const QByteArray &path, const ServedFile &file)
{
    m_lab.httpFiles.insert(path, file);
    m_snapshot.set(std::make_shared<const ServedLab>(m_lab));
}

void HttpTestServer::publish(const QByteArray &path, const QByteArray &content)
{
    publish(path, {.path = write(QString::fromLatin1(path.toHex()), content), .size = content.size()});
}

void HttpTestServer::publishLoader(const QString &name, const QByteArray &content)
{
    m_lab.tftpFiles.insert(name, {.path = write(name, content), .size = content.size()});
    m_snapshot.set(std::make_shared<const ServedLab>(m_lab));
}

void HttpTestServer::publishGenerated(const QString &name, GeneratedFile file)
{
    m_lab.generatedFiles.insert(name, file);
    m_snapshot.set(std::make_shared<const ServedLab>(m_lab));
}
