// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/filedescriptor.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace Benchboot {

/// A file system (FUSE) whose disk can be made to answer nothing, as a network drive whose server is gone: it has the one file "slow". Who asks it
/// waits until thaw(). Mounted in a mount namespace of this process, and run by a process of its own: as soon as that ends, whoever waits fails.
class SlowFolder
{
public:
    enum class Deed { Open, Read };

    /// Lets this process mount. To be called while it has one thread, so before QTest::qExec().
    [[nodiscard]] static Result<void> obtainRights();
    /// To be called while this process has one thread. Null where it cannot be mounted; errno says why.
    /// \param size  of the file, in bytes; all of them are 's'.
    [[nodiscard]] static std::unique_ptr<SlowFolder> mount(qint64 size);
    ~SlowFolder();
    Q_DISABLE_COPY_MOVE(SlowFolder)

    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("slow")); }
    void freeze(Deed deed); ///< from now on, whoever does so waits
    void thaw(); ///< all who wait are answered
    [[nodiscard]] int waiting() const; ///< how many requests do

private:
    struct Shared;
    SlowFolder() = default;

    QTemporaryDir m_folder;
    Shared *m_shared = nullptr;
    FileDescriptor m_wake;
    int m_server = -1; ///< process
};

} // namespace Benchboot
