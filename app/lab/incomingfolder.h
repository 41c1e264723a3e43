// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"

namespace Benchboot {

/// A folder below the images folder that an import fills: ".incoming-XXXXXX", with a lock file inside that its importer holds (and its worker
/// inherits). What it replaces waits beside it, as ".replaced-ID", until the lab is written. sweepIncoming() puts right what a dead importer left.
class IncomingFolder
{
public:
    [[nodiscard]] static Result<IncomingFolder> create(const LabStore &store,
                                                       std::chrono::milliseconds wait = longLockWait);
    IncomingFolder(IncomingFolder &&) noexcept = default;
    IncomingFolder &operator=(IncomingFolder &&) noexcept = delete;
    /// Removes the folder unless it was settled, and what it replaced comes back; or else what it replaced goes, which may take seconds.
    ~IncomingFolder();

    [[nodiscard]] QString path() const { return m_path; }
    /// Renames the folder to the image's own. The caller holds LabStore::lock(), has called sweepIncoming(store, lab), and writes the lab with
    /// \a image next, then calls settle().
    /// \param replaces  the lab has that image already: its folder steps aside. A folder that is not of the lab is left alone, which is an error
    [[nodiscard]] Result<void> publish(const LabStore &store, const LabImage &image, bool replaces = false);
    /// Image \a imageId is not in the lab that is written next: settle() takes its folder away. Between publish() and the writing.
    void retire(const LabStore &store, const QString &imageId);
    /// The lab was written and knows the image: what it replaced is not needed any more. Under the same LabStore::lock() as publish().
    void settle();

private:
    IncomingFolder(QString path, FileDescriptor lock)
        : m_incoming(path), m_path(std::move(path)), m_lock(std::move(lock))
    {
    }
    void withdraw();

    QString m_incoming; ///< where the import fills it
    QString m_path; ///< where it is now
    FileDescriptor m_lock;
    QString m_replaced; ///< where the folder is that stepped aside; empty: none
    QString m_retired; ///< folder of an image that leaves the lab; empty: none
    FileDescriptor m_retiredLock;
    bool m_settled = false;
};

/// Puts right what interrupted imports left: folders with a free import lock that the lab does not know go; a folder that was replaced comes back
/// where the lab still means that one, and goes otherwise. Takes LabStore::lock(), but does not wait long for it.
void sweepIncoming(const LabStore &store);
/// The same for whoever holds LabStore::lock() and has read \a lab under it.
void sweepIncoming(const LabStore &store, const Lab &lab);

} // namespace Benchboot
