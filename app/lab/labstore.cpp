// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labstore.h"

#include "lab/filelock.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThread>

#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 largestLabFile = 64 * 1024 * 1024;
constexpr int lockWaitMs = 10'000;

Result<void> makeFolder(const QString &path)
{
    if (QDir().mkpath(path))
        return {};
    auto error = systemError(errno, u"The folder %1 could not be made"_s.arg(path));
    error.detail += u". Choose another folder for the lab (--lab DIR)"_s;
    return std::unexpected(error);
}

} // namespace

QString LabStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/benchboot/lab"_s;
}

Result<LabStore> LabStore::open(const QString &folder)
{
    LabStore store(QDir(folder).absolutePath());
    for (const auto &path : {store.imagesFolder(), store.loadersFolder()}) {
        if (const auto made = makeFolder(path); !made)
            return std::unexpected(made.error());
    }
    return store;
}

QString LabStore::labFile() const { return m_folder + u"/lab.json"_s; }

QString LabStore::imagesFolder() const { return m_folder + u"/www/images"_s; }

QString LabStore::imageFolder(const QString &id) const { return imagesFolder() + u'/' + id; }

QString LabStore::loadersFolder() const { return m_folder + u"/loaders"_s; }

QString LabStore::trashFolder() const { return m_folder + u"/trash"_s; }

QString LabStore::activityFolder() const { return m_folder + u"/activity"_s; }

Result<Lab> LabStore::read() const
{
    QFile file(labFile());
    if (!file.open(QIODevice::ReadOnly)) {
        if (!file.exists())
            return Lab();
        return fail(Error::Code::AccessDenied, u"%1 could not be read: %2"_s.arg(labFile(), file.errorString()));
    }
    if (file.size() > largestLabFile)
        return fail(Error::Code::LimitExceeded, u"%1 is too large to be a lab"_s.arg(labFile()));
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        return fail(Error::Code::Malformed,
                    u"%1 is damaged at byte %2: %3"_s.arg(labFile()).arg(error.offset).arg(error.errorString()));
    return Lab::fromJson(document.object());
}

Result<FileDescriptor> LabStore::lock() const
{
    QElapsedTimer timer;
    timer.start();
    const auto path = m_folder + u"/lab.lock"_s;
    for (;;) {
        auto locked = lockFile(path, LOCK_EX | LOCK_NB);
        if (!locked && locked.error().code == Error::Code::AccessDenied) {
            return fail(
                Error::Code::AccessDenied,
                u"The lab %1 belongs to another user, so you cannot change it. Use one of your own (--lab DIR)"_s.arg(
                    m_folder));
        }
        if (locked || locked.error().code != Error::Code::Busy)
            return locked;
        if (timer.elapsed() > lockWaitMs)
            return fail(
                Error::Code::Busy,
                u"Another Benchboot has been changing the lab %1 for 10 seconds; try again when it is done"_s.arg(
                    m_folder));
        QThread::msleep(10); // flock(2) has no time-out, and a holder keeps the lock for milliseconds
    }
}

Result<void> LabStore::write(const Lab &lab) const
{
    QSaveFile file(labFile());
    const auto failed = [&] {
        const bool full = file.error() == QFileDevice::ResourceError;
        return fail(full ? Error::Code::NoSpace : Error::Code::Io,
                    u"%1 could not be written: %2%3"_s.arg(labFile(), file.errorString(),
                                                           full ? u". Free some space"_s : QString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    file.write(QJsonDocument(lab.toJson()).toJson());
    if (!file.commit())
        return failed();
    syncFolder(m_folder);
    return {};
}

Result<Lab> LabStore::change(const std::function<Result<void>(Lab &)> &edit) const
{
    const auto held = lock();
    if (!held)
        return std::unexpected(held.error());
    auto lab = read();
    if (!lab)
        return lab;
    if (const auto edited = edit(*lab); !edited)
        return std::unexpected(edited.error());
    if (const auto written = write(*lab); !written)
        return std::unexpected(written.error());
    return lab;
}

Result<IncomingFolder> IncomingFolder::create(const LabStore &store)
{
    auto pattern = QFile::encodeName(store.imagesFolder() + u"/.incoming-XXXXXX"_s);
    // Between mkdtemp and the lock, a sweep could take the folder for a dead import's: it holds the lab's lock, so we do too.
    const auto held = store.lock();
    if (!held)
        return std::unexpected(held.error());
    if (!::mkdtemp(pattern.data()))
        return std::unexpected(
            systemError(errno, u"No folder for the import could be made in %1"_s.arg(store.imagesFolder())));
    const auto path = QFile::decodeName(pattern);
    // Not close-on-exec: the worker inherits the lock, so that the folder stays taken as long as anybody can write to it.
    auto locked = lockFile(importLockPath(path), LOCK_EX | LOCK_NB, 0);
    if (!locked) {
        QDir(path).removeRecursively();
        return std::unexpected(locked.error());
    }
    return IncomingFolder(path, std::move(*locked));
}

IncomingFolder::~IncomingFolder()
{
    if (m_lock.isValid() && !m_settled)
        QDir(m_path).removeRecursively();
}

Result<void> IncomingFolder::publish(const LabStore &store, const QString &imageId)
{
    const auto target = store.imageFolder(imageId);
    // mkdtemp made it for its owner alone; a web root is for reading.
    ::chmod(QFile::encodeName(m_path).constData(), 0755);
    if (::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(target).constData()) != 0)
        return std::unexpected(systemError(errno, u"The imported files could not be moved to %1"_s.arg(target)));
    m_path = target;
    syncFolder(store.imagesFolder());
    return {};
}

void IncomingFolder::settle()
{
    QFile::remove(importLockPath(m_path));
    m_settled = true;
}

void sweepIncoming(const LabStore &store)
{
    const auto held = store.lock();
    const auto lab = store.read();
    if (!held || !lab)
        return; // Whoever needs the lab next says why.
    const QDir images(store.imagesFolder());
    for (const auto &name : images.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)) {
        const auto folder = images.filePath(name);
        const auto lockPath = importLockPath(folder);
        const bool incoming = name.startsWith(u".incoming-");
        if (!incoming && (lab->image(name) || !QFile::exists(lockPath)))
            continue;
        if (const auto locked = lockFile(lockPath, LOCK_EX | LOCK_NB))
            QDir(folder).removeRecursively();
    }
}

} // namespace Benchboot
