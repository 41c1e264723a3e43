// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"

#include <QObject>

#include <memory>

namespace Benchboot {

class ImagesModel;
class VerifyJob;

/// Checks one image at a time and tells the library how far it is and what came out. A newer check retires the older one.
class Verification final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Verification)

public:
    Verification(const LabStore &store, ImagesModel &model, QObject *parent = nullptr);
    ~Verification() override;

    void start(const LabImage &image); ///< nothing happens where it is being checked already
    void cancel();
    void forget(const QString &imageId); ///< it is leaving the lab

    // What the session does by itself; a check that somebody asked for hides it.
    void showBackground(const QString &imageId, qint64 bytes, qint64 total);
    void endBackground(const LabImage &image, const Result<void> &result);

private:
    void show(const QString &imageId, const Result<void> &result);
    void end(const Result<void> &result);

    LabStore m_store;
    ImagesModel &m_model;
    std::unique_ptr<VerifyJob> m_job;
};

} // namespace Benchboot
