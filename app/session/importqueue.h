// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"
#include "session/importjob.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace Benchboot {

/// Imports one after the other, two at a time besides those that wait for an answer, for the window. Lives in one thread with an event loop. Destroying it cancels what runs.
class ImportQueue final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportQueue)

public:
    enum class State { Waiting, Recognising, Asking, Running, Done, Failed, Cancelled };
    struct Item
    {
        quint64 id = 0; ///< never used again
        ImportRequest request;
        State state = State::Waiting;
        QString name; ///< as recognised; before that the file's name
        QString step; ///< "unpacking" while it is recognised; "copying", "checking", … while it runs
        QString file; ///< file under way
        qint64 bytes = 0; ///< done of `total`
        qint64 total = 0; ///< 0: unknown yet
        double bytesPerSecond = 0; ///< smoothed over 2 s; 0: unknown yet
        qint64 secondsLeft = -1; ///< −1: unknown yet
        Error error; ///< of a failed one
        QString imageId; ///< of a done one
        std::optional<ImageKin> kin; ///< what is asked about while Asking
        QString older; ///< id of the image that this one is to replace once it is imported; empty: none

        [[nodiscard]] bool isUnderWay() const { return state < State::Done; } ///< it waits or runs
    };

    explicit ImportQueue(LabStore store, QObject *parent = nullptr);
    ~ImportQueue() override;

    quint64 add(ImportRequest request);
    void cancel(quint64 id); ///< Waiting or running: becomes Cancelled; nothing of it is left
    /// Asking: goes on. A newer version that is to replace an older one is imported beside it at first, and imported() tells so: what follows can be
    /// undone in the window.
    void answer(quint64 id, KinChoice choice);
    void retry(quint64 id); ///< Failed or Cancelled: waits again
    void setIdle(bool idle); ///< whether imports, those under way too, leave disk and processor to others, e.g. while PCs boot
    void remove(quint64 id); ///< takes a finished item out of the list
    [[nodiscard]] const QList<Item> &items() const;
    [[nodiscard]] int underWay() const; ///< how many wait or run
    [[nodiscard]] bool isBusy() const { return underWay() > 0; }

Q_SIGNALS:
    void itemAdded(qsizetype index);
    void itemChanged(qsizetype index); ///< at most every 100 ms while it runs
    void itemRemoved(qsizetype index);
    /// \a older: id of the image that is to be replaced by it now; empty: none
    void imported(const Benchboot::LabImage &image, const QString &older);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Benchboot
