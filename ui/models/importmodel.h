// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/importqueue.h"
#include "ui/models/rowmodel.h"

namespace Benchboot {

struct ImportRow
{
    quint64 id = 0;
    ImportQueue::State state = ImportQueue::State::Waiting;
    QString name;
    QString file; ///< name of the image file
    QString step;
    QString part; ///< image-relative path under way
    qint64 bytes = 0;
    qint64 total = 0;
    double bytesPerSecond = 0;
    qint64 secondsLeft = -1;
    QString reason; ///< of a failed one

    friend bool operator==(const ImportRow &, const ImportRow &) = default;
};

/// The imports that wait, run, or did not get through. Done ones are not listed: their images are in the library.
class ImportModel final : public RowModel<ImportRow>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportModel)

public:
    enum Role {
        IdRole = Qt::UserRole,
        StateRole, ///< ImportQueue::State as int
        NameRole,
        AmountRole, ///< "1.9 of 4.1 GB, 412 MB/s"; may be empty
        LeftRole, ///< "5 s left"; may be empty
        PercentRole, ///< 0 to 100; −1: not known, or nothing moves
        StepRole, ///< "kali.iso: copying live/filesystem.squashfs", or why it failed
        CanRetryRole,
    };

    explicit ImportModel(ImportQueue &queue, QObject *parent = nullptr);
    ~ImportModel() override = default;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QString summary() const; ///< "2 images, 5 s left"

private:
    void refresh();
    [[nodiscard]] static QString stepText(const ImportRow &row);
    [[nodiscard]] static QString amountText(const ImportRow &row);
    [[nodiscard]] static int percent(const ImportRow &row);

    ImportQueue &m_queue;
};

} // namespace Benchboot
