// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/incomingfolder.h"

#include "lab/filelock.h"

#include <QDir>
#include <QFile>

#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

const auto incomingPrefix = u".incoming-"_s;
const auto replacedPrefix = u".replaced-"_s;

bool renameFolder(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

/// Which import a folder is of stands in its lock file, so that the lab can tell whether it is the one that it means.
QByteArray markOf(const LabImage &image) { return QByteArray::number(image.importedMs); }

Result<void> writeMark(const FileDescriptor &lock, const LabImage &image)
{
    const auto mark = markOf(image);
    if (::pwrite(lock.get(), mark.constData(), size_t(mark.size()), 0) != mark.size() || ::fsync(lock.get()) != 0)
        return std::unexpected(systemError(errno, u"The import could not be finished"_s));
    return {};
}

QByteArray readMark(const FileDescriptor &lock)
{
    QByteArray mark(32, '\0');
    const auto length = ::pread(lock.get(), mark.data(), size_t(mark.size()), 0);
    return mark.first(std::max<qsizetype>(length, 0));
}

/// A folder that nobody has locked any more, or never had; nothing where somebody works on it.
std::optional<FileDescriptor> takeFolder(const QString &folder)
{
    if (auto lock = lockFile(importLockPath(folder), LOCK_EX | LOCK_NB))
        return std::move(*lock);
    return std::nullopt;
}

/// Removes a folder whose name must be free at once, and which must not be taken for a whole one when half of it is gone.
void discard(const LabStore &store, const QString &folder)
{
    const auto place = store.imagesFolder() + u'/' + incomingPrefix + u"swept"_s;
    QDir(place).removeRecursively();
    renameFolder(folder, place);
    QDir(place).removeRecursively();
}

/// Image \a id was being replaced, and its former folder is \a replaced: the lab says which of the two it means.
void endReplacement(const LabStore &store, const Lab &lab, const QString &id, const QString &replaced)
{
    const auto folder = store.imageFolder(id);
    const auto *image = lab.image(id);
    if (!image)
        return discard(store, replaced);
    if (QFile::exists(importLockPath(folder))) {
        const auto lock = takeFolder(folder);
        if (!lock)
            return; // its importer is at it
        if (readMark(*lock) != markOf(*image)) // the lab was not written yet
            discard(store, folder);
        else
            QFile::remove(importLockPath(folder));
    }
    if (QFile::exists(folder))
        discard(store, replaced);
    else
        renameFolder(replaced, folder);
}

} // namespace

Result<IncomingFolder> IncomingFolder::create(const LabStore &store, std::chrono::milliseconds wait)
{
    auto pattern = QFile::encodeName(store.imagesFolder() + u'/' + incomingPrefix + u"XXXXXX"_s);
    // Between mkdtemp and the lock, a sweep could take the folder for a dead import's: it holds the lab's lock, so we do too.
    const auto held = store.lock(wait);
    if (!held)
        return std::unexpected(held.error());
    if (!::mkdtemp(pattern.data()))
        return std::unexpected(systemError(errno, u"%1 could not be written"_s.arg(store.imagesFolder())));
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
    if (!m_lock.isValid())
        return;
    if (!m_settled)
        withdraw();
    QDir(m_incoming).removeRecursively();
}

/// Everything is again as it was before publish().
void IncomingFolder::withdraw()
{
    // First to where sweeps leave it alone: without its lock file, half removed, it would look like a finished import.
    if (m_path != m_incoming && renameFolder(m_path, m_incoming) && !m_replaced.isEmpty())
        renameFolder(m_replaced, m_path);
    if (m_retiredLock.isValid())
        QFile::remove(importLockPath(m_retired));
}

Result<void> IncomingFolder::publish(const LabStore &store, const LabImage &image, bool replaces)
{
    const auto target = store.imageFolder(image.id);
    // mkdtemp made it for its owner alone; a web root is for reading.
    ::chmod(QFile::encodeName(m_path).constData(), 0755);
    if (const auto marked = writeMark(m_lock, image); !marked)
        return marked;
    const auto aside = store.imagesFolder() + u'/' + replacedPrefix + image.id;
    const bool hasMoved = replaces && renameFolder(target, aside);
    if (replaces && !hasMoved && errno != ENOENT) // whose files are gone is replaced all the same
        return std::unexpected(systemError(errno, u"The files of %1 could not be replaced"_s.arg(target)));
    if (!renameFolder(m_path, target)) {
        const auto error = systemError(errno, u"The imported files could not be moved to %1"_s.arg(target));
        if (hasMoved)
            renameFolder(aside, target);
        return std::unexpected(error);
    }
    m_path = target;
    m_replaced = hasMoved ? aside : QString();
    syncFolder(store.imagesFolder());
    return {};
}

void IncomingFolder::retire(const LabStore &store, const QString &imageId)
{
    m_retired = store.imageFolder(imageId);
    if (auto lock = takeFolder(m_retired)) // there is none where its folder is gone already
        m_retiredLock = std::move(*lock);
}

void IncomingFolder::settle()
{
    m_settled = true;
    // Its first name is free again, and what has such a name is nobody's once the importer has ended.
    for (const auto &folder : {m_replaced, m_retired}) {
        if (!folder.isEmpty())
            renameFolder(folder, m_incoming);
    }
    QFile::remove(importLockPath(m_path));
}

void sweepIncoming(const LabStore &store)
{
    const auto held = store.lock(shortLockWait);
    const auto lab = store.read();
    if (held && lab) // otherwise whoever needs the lab next says why
        sweepIncoming(store, *lab);
}

void sweepIncoming(const LabStore &store, const Lab &lab)
{
    const QDir images(store.imagesFolder());
    for (const auto &name : images.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)) {
        const auto folder = images.filePath(name);
        if (name.startsWith(replacedPrefix)) {
            endReplacement(store, lab, name.sliced(replacedPrefix.size()), folder);
            continue;
        }
        const bool incoming = name.startsWith(incomingPrefix);
        if (!incoming && (lab.image(name) || !QFile::exists(importLockPath(folder))))
            continue;
        if (const auto lock = takeFolder(folder))
            discard(store, folder);
    }
}

} // namespace Benchboot
