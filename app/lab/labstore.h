// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "lab/lab.h"

#include <chrono>
#include <functional>

namespace Benchboot {

/// How long LabStore::lock() waits: another process keeps the lock for milliseconds, unless its disk hangs.
inline constexpr std::chrono::milliseconds longLockWait = std::chrono::seconds(10);
/// The same where a window would stand still meanwhile.
inline constexpr std::chrono::milliseconds shortLockWait = std::chrono::seconds(1);

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

    /// Holds the lock that writers need. Waits up to \a wait for another process; Busy then.
    [[nodiscard]] Result<FileDescriptor> lock(std::chrono::milliseconds wait = longLockWait) const;
    /// Writes \a lab whole or not at all, flushed to the disk. The caller holds lock().
    [[nodiscard]] Result<void> write(const Lab &lab) const;

    /// lock(), read(), \a edit, write(). Nothing is written where \a edit answers an error.
    /// \return the lab as written
    [[nodiscard]] Result<Lab> change(const std::function<Result<void>(Lab &)> &edit,
                                     std::chrono::milliseconds wait = longLockWait) const;

private:
    explicit LabStore(QString folder) : m_folder(std::move(folder)) { }

    QString m_folder; // absolute
};

} // namespace Benchboot
