// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "lab/labstore.h"

namespace Benchboot {

/// Where one editor keeps the folders of removed images as long as it can bring them back: a folder of its own below LabStore::trashFolder(),
/// with a lock file inside that the editor holds. Destroying it deletes what it still has. One thread.
class TrashFolder
{
public:
    /// Makes the folder. Takes LabStore::lock(), without waiting long for it.
    [[nodiscard]] static Result<TrashFolder> create(const LabStore &store);
    TrashFolder(TrashFolder &&) noexcept = default;
    TrashFolder &operator=(TrashFolder &&) noexcept = delete;
    ~TrashFolder();

    [[nodiscard]] QString path() const { return m_path; }
    /// Moves \a folder here. \return where it is now
    [[nodiscard]] Result<QString> take(const QString &folder);
    void destroy(const QString &place); ///< deletes what take() put there, if it still is

private:
    TrashFolder(QString path, FileDescriptor lock) : m_path(std::move(path)), m_lock(std::move(lock)) { }

    QString m_path;
    FileDescriptor m_lock;
    int m_taken = 0;
};

/// Removes the trash of editors that have died. Takes LabStore::lock() where there is any.
void sweepTrash(const LabStore &store);

} // namespace Benchboot
