// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/trashfolder.h"

#include "lab/filelock.h"

#include <QDir>
#include <QFile>

#include <sys/file.h>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

const QString editorLock = u".editor.lock"_s;

} // namespace

Result<TrashFolder> TrashFolder::create(const LabStore &store)
{
    // Between mkdtemp and the lock, a sweep could take the folder for a dead editor's: it holds the lab's lock, so we do too.
    const auto held = store.lock(shortLockWait);
    if (!held)
        return std::unexpected(held.error());
    QDir().mkpath(store.trashFolder());
    auto pattern = QFile::encodeName(store.trashFolder() + u"/editor-XXXXXX"_s);
    if (!::mkdtemp(pattern.data()))
        return std::unexpected(systemError(errno, u"No trash folder could be made in %1"_s.arg(store.trashFolder())));
    const auto path = QFile::decodeName(pattern);
    auto locked = lockFile(path + u'/' + editorLock, LOCK_EX | LOCK_NB);
    if (!locked) {
        QDir(path).removeRecursively();
        return std::unexpected(locked.error());
    }
    return TrashFolder(path, std::move(*locked));
}

TrashFolder::~TrashFolder()
{
    if (m_lock.isValid())
        QDir(m_path).removeRecursively();
}

Result<QString> TrashFolder::take(const QString &folder)
{
    const auto place = u"%1/%2"_s.arg(m_path).arg(++m_taken);
    if (const auto moved = moveFolder(folder, place); !moved)
        return std::unexpected(moved.error());
    return place;
}

void TrashFolder::destroy(const QString &place) { QDir(place).removeRecursively(); }

void sweepTrash(const LabStore &store)
{
    const QDir trash(store.trashFolder());
    const auto names = trash.entryList({u"editor-*"_s}, QDir::Dirs | QDir::NoDotAndDotDot);
    if (names.isEmpty())
        return;
    const auto held = store.lock(shortLockWait);
    if (!held)
        return; // Whoever needs the lab next says why.
    for (const auto &name : names) {
        const auto folder = trash.filePath(name);
        if (const auto locked = lockFile(folder + u'/' + editorLock, LOCK_EX | LOCK_NB))
            QDir(folder).removeRecursively();
    }
}

} // namespace Benchboot
