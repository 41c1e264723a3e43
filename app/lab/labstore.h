// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "lab/lab.h"

#include <functional>

namespace Benchboot {

/// A lab on disk: a folder with lab.json, the web root www/, loaders/ and trash/. Several processes may have the same lab open: whoever changes
/// it holds an flock(2) on lab.lock, reads again, changes, writes (design §4.5). A value; any thread.
class LabStore
{
public:
    /// The lab of this user: $XDG_DATA_HOME/benchboot/lab.
    [[nodiscard]] static QString defaultFolder();

    /// Makes the folder and what belongs into it where it is missing. AccessDenied, NoSpace or Io otherwise.
    [[nodiscard]] static Result<LabStore> open(const QString &folder);

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString labFile() const; ///< lab.json
    [[nodiscard]] QString imagesFolder() const; ///< www/images
    [[nodiscard]] QString imageFolder(const QString &id) const;
    [[nodiscard]] QString loadersFolder() const;
    [[nodiscard]] QString trashFolder() const;
    [[nodiscard]] QString activityFolder() const;

    /// The lab as it is now; an empty one where lab.json is not there yet.
    [[nodiscard]] Result<Lab> read() const;

    /// Holds the lock that writers need. Waits up to 10 s for another process; Busy then.
    [[nodiscard]] Result<FileDescriptor> lock() const;
    /// Writes \a lab whole or not at all, flushed to the disk. The caller holds lock().
    [[nodiscard]] Result<void> write(const Lab &lab) const;

    /// lock(), read(), \a edit, write(). Nothing is written where \a edit answers an error.
    /// \return the lab as written
    [[nodiscard]] Result<Lab> change(const std::function<Result<void>(Lab &)> &edit) const;

private:
    explicit LabStore(QString folder) : m_folder(std::move(folder)) { }

    QString m_folder; // absolute
};

/// A folder below the images folder that an import fills: ".incoming-XXXXXX", with a lock file inside that its importer holds (and its worker
/// inherits). sweepIncoming() removes those whose importer is gone.
class IncomingFolder
{
public:
    [[nodiscard]] static Result<IncomingFolder> create(const LabStore &store);
    IncomingFolder(IncomingFolder &&) noexcept = default;
    IncomingFolder &operator=(IncomingFolder &&) noexcept = delete;
    ~IncomingFolder(); ///< removes the folder unless it was published

    [[nodiscard]] QString path() const { return m_path; }
    /// Renames the folder to the image's own. The caller holds LabStore::lock() and writes the lab next, then calls settle().
    [[nodiscard]] Result<void> publish(const LabStore &store, const QString &imageId);
    void settle(); ///< the lab knows the image: the lock file goes

private:
    IncomingFolder(QString path, FileDescriptor lock) : m_path(std::move(path)), m_lock(std::move(lock)) { }

    QString m_path;
    FileDescriptor m_lock;
    bool m_settled = false;
};

/// Removes what interrupted imports left: folders with a free import lock that the lab does not know. Takes LabStore::lock().
void sweepIncoming(const LabStore &store);

} // namespace Benchboot
