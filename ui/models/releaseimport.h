// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "lab/labstore.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>

namespace Benchboot {

/// Takes the loaders of iPXE's release archive into the lab, on another thread (importLoaders()).
class ReleaseImport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReleaseImport)

public:
    explicit ReleaseImport(QObject *parent = nullptr);

    [[nodiscard]] static bool isRelease(const QString &file); ///< by its name: ipxeboot.tar.gz and the like
    void start(const LabStore &store, const QString &file); ///< ignored while another one is under way
    [[nodiscard]] bool isRunning() const { return m_working.isRunning(); }

Q_SIGNALS:
    void finished(const QString &file, const Benchboot::Result<QStringList> &names); ///< of the loaders

private:
    QString m_file;
    QFutureWatcher<Result<QStringList>> m_working;
};

} // namespace Benchboot
