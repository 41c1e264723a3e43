// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bootentry.h"
#include "core/error.h"

#include <QObject>
#include <QProcess>

#include <chrono>
#include <functional>
#include <memory>

namespace Benchboot {

/// What a worker process is asked to do. Image parsers meet hostile files, so they run in a process of their own (design §4.4).
struct ImageTask
{
    enum class Kind {
        Inspect, ///< recognise only
        Import, ///< recognise, wait for ImageWorker::proceed(), copy the files that the recipe takes into `stagingFolder`
    };
    Kind kind = Kind::Inspect;
    QString file; ///< image, absolute path
    QString
        stagingFolder; ///< Import: an existing, empty folder; files are written below it with their image-relative paths
    QString spoolFolder = {}; ///< where packed images are unpacked to; an import's: stagingFolder. Empty: ImageWorker fills it in
    QString recipe = {}; ///< id of the recipe to use; empty: recognise
    bool link = false; ///< Import: copy nothing, report extents
    QList<ExpectedSum> sums = {}; ///< Import: expected of the image file as a whole; linked images are compared later
    QStringList recipeFolders = {}; ///< folders of *.toml, later ones win; empty: only the built-in recipes
};

struct ImageProgress
{
    QString step; ///< "reading", "unpacking", "copying", "checking" (English, stable)
    QString file; ///< image-relative path under way; may be empty
    qint64 bytes = 0; ///< done of `total`, over the whole task; "unpacking": packed bytes of one container
    qint64 total = 0;
};

/// Runs one ImageTask in a worker process (the program benchboot-image-worker) and reports its progress. GUI-less; lives in the thread that made
/// it, which needs an event loop, and the worker dies with that thread. Ends with exactly one finished(). Destroying it kills the worker.
class ImageWorker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageWorker)

public:
    explicit ImageWorker(ImageTask task, QObject *parent = nullptr);
    ~ImageWorker() override;

    /// Which program is run instead, e.g. by tests.
    void setProgram(const QString &program, const QStringList &arguments = {});
    /// How long the worker may report nothing while it reads the image, before it is killed. 60 s unless told.
    void setSilenceLimit(std::chrono::milliseconds limit);

    void start();
    void proceed(); ///< Import, after recognised(): begins to copy. Until then the worker waits, for as long as it takes
    void cancel(); ///< kills the worker; finished() follows with Cancelled
    [[nodiscard]] qint64 processId() const; ///< 0 while not running

Q_SIGNALS:
    void progressed(const Benchboot::ImageProgress &progress); ///< at most every 100 ms
    void recognised(const Benchboot::ImageFacts &facts); ///< Import, once: no hashes and extents yet
    void finished(const Benchboot::Result<Benchboot::ImageFacts> &result);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The worker's side: all that benchboot-image-worker does. Reads one JSON task from standard input, writes JSON lines
/// (`{"progress":…}`, at last `{"result":…}` or `{"error":…}`) to standard output. An import says `{"recognised":…}` in between and goes on once
/// it is sent `{"proceed":true}`. Sets its own limits and dies with its parent.
/// \return the process's exit status.
[[nodiscard]] int runImageWorker();

} // namespace Benchboot
