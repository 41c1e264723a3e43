// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/bootingwatch.h"

#include "session/clienttracker.h"

#include <QDateTime>
#include <QFile>

#include <fcntl.h>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot {
namespace {

// Unlike flock(2), fcntl(2) tells of a lock without taking it, so that those who look do not see each other.
struct flock wholeFile(short type)
{
    struct flock lock{};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

} // namespace

BootingWatch::BootingWatch(const LabStore &store, const ClientTracker *tracker, QObject *parent)
    : QObject(parent), m_file(store.folder() + u"/booting.lock"_s), m_tracker(tracker)
{
    connect(&m_timer, &QTimer::timeout, this, &BootingWatch::look);
    m_timer.start(1s);
    look();
}

void BootingWatch::look()
{
    const auto now = QDateTime::currentMSecsSinceEpoch();
    const bool own = m_tracker
        && std::ranges::any_of(m_tracker->clients(), [now](const BenchClient &client) { return client.isUnderWay(now); });
    mark(own);
    const bool booting = own || isMarked();
    if (std::exchange(m_booting, booting) != booting)
        Q_EMIT changed(booting);
}

/// Where that fails, others do not step back: nothing worth a message.
void BootingWatch::mark(bool booting)
{
    if (booting == m_mark.isValid())
        return;
    m_mark = FileDescriptor();
    if (!booting)
        return;
    FileDescriptor file(::open(QFile::encodeName(m_file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    auto lock = wholeFile(F_RDLCK); // several programs may hold it
    if (file.isValid() && ::fcntl(file.get(), F_OFD_SETLK, &lock) == 0)
        m_mark = std::move(file);
}

bool BootingWatch::isMarked() const
{
    const FileDescriptor file(::open(QFile::encodeName(m_file).constData(), O_RDONLY | O_CLOEXEC));
    auto lock = wholeFile(F_WRLCK);
    return file.isValid() && ::fcntl(file.get(), F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

} // namespace Benchboot
