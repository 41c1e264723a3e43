// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imageworker.h"

#include "images/spool.h"
#include "images/workermessage.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QProcessEnvironment>
#include <QTimer>

#include <csignal>
#include <optional>
#include <utility>

#include <linux/close_range.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

Q_LOGGING_CATEGORY(log, "benchboot.images")

constexpr qint64 progressIntervalMs = 100;
constexpr qsizetype maxLine = 128 * 1024 * 1024; // facts of 200,000 files with long names
constexpr int killWaitMs = 5000; // SIGKILL needs next to nothing

/// Beside this program (a build folder), else where it is installed.
QString defaultProgram()
{
    const QDir here(QCoreApplication::applicationDirPath());
    const auto beside = here.filePath(u"benchboot-image-worker"_s);
    if (QFileInfo(beside).isExecutable())
        return beside;
    return QDir::cleanPath(here.filePath(QStringLiteral(BENCHBOOT_WORKER_FOLDER "/benchboot-image-worker")));
}

/// Whoever takes the worker over can read its environment, and people keep passwords and keys in theirs. So it gets what it has a use for: how text
/// is encoded, where libraries lie, and what Qt's messages and the sanitizers are told.
QProcessEnvironment workerEnvironment()
{
    QProcessEnvironment passed;
    const auto all = QProcessEnvironment::systemEnvironment();
    for (const auto &name :
         {u"LANG"_s, u"LC_ALL"_s, u"LC_CTYPE"_s, u"TZ"_s, u"LD_LIBRARY_PATH"_s, u"QT_LOGGING_RULES"_s,
          u"ASAN_OPTIONS"_s, u"LSAN_OPTIONS"_s, u"TSAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s}) {
        if (all.contains(name))
            passed.insert(name, all.value(name));
    }
    return passed;
}

} // namespace

struct ImageWorker::Private
{
    Private(ImageTask what, ImageWorker *owner) : task(std::move(what)), q(owner)
    {
        silence.setSingleShot(true);
        silence.setInterval(std::chrono::seconds(60));
    }

    void findSpoolFolder();
    void read();
    void take(const WorkerMessage &message);
    void takeRecognised(const ImageFacts &facts);
    void report(const ImageProgress &progress);
    void stop(Error::Code code, const QString &detail);
    void end();
    [[nodiscard]] Error crashError() const;
    [[nodiscard]] bool brokeOut() const;
    [[nodiscard]] QString name() const { return QFileInfo(task.file).fileName(); }

    ImageTask task;
    ImageWorker *q;
    QString program = defaultProgram();
    QStringList arguments;
    QProcess process;
    QTimer silence;
    QByteArray buffer;
    QElapsedTimer sinceProgress;
    QString step;
    bool recognised = false;
    std::optional<Error> stopped; ///< why we killed it
    std::optional<Result<ImageFacts>> result;
    bool ended = false;
};

/// An import unpacks where the lab is: that file system has room for images, and files are copied fastest within one.
void ImageWorker::Private::findSpoolFolder()
{
    if (task.spoolFolder.isEmpty())
        task.spoolFolder = task.kind == ImageTask::Kind::Import ? task.stagingFolder : temporarySpoolFolder();
}

void ImageWorker::Private::read()
{
    buffer += process.readAllStandardOutput();
    for (auto end = buffer.indexOf('\n'); end >= 0; end = buffer.indexOf('\n')) {
        take(parseWorkerLine(buffer.first(end)));
        buffer.remove(0, end + 1);
    }
    if (buffer.size() > maxLine)
        stop(Error::Code::LimitExceeded, u"%1 has more files than fit in memory"_s.arg(name()));
}

void ImageWorker::Private::take(const WorkerMessage &message)
{
    if (const auto *progress = std::get_if<ImageProgress>(&message)) {
        // Only reading is expected to be quick: copying waits for disks.
        if (progress->step == u"reading")
            silence.start();
        else
            silence.stop();
        report(*progress);
    } else if (const auto *found = std::get_if<RecognisedImage>(&message)) {
        takeRecognised(found->facts);
    } else if (const auto *facts = std::get_if<Result<ImageFacts>>(&message)) {
        result = *facts;
    }
}

/// The worker waits for proceed() now: its silence means nothing.
void ImageWorker::Private::takeRecognised(const ImageFacts &facts)
{
    if (task.kind != ImageTask::Kind::Import || std::exchange(recognised, true))
        return;
    silence.stop();
    Q_EMIT q->recognised(facts);
}

void ImageWorker::Private::report(const ImageProgress &progress)
{
    const bool isNewStep = progress.step != step;
    if (!isNewStep && sinceProgress.isValid() && !sinceProgress.hasExpired(progressIntervalMs))
        return;
    step = progress.step;
    sinceProgress.start();
    Q_EMIT q->progressed(progress);
}

void ImageWorker::Private::stop(Error::Code code, const QString &detail)
{
    if (ended || stopped)
        return;
    stopped = Error{code, detail};
    process.kill();
}

/// It died without a word: a parser met something that it cannot stand, or a limit; or, while copying, something outside of the image.
Error ImageWorker::Private::crashError() const
{
    if (brokeOut()) {
        return {
            Error::Code::Malformed,
            u"%1 made its reader try what only an attack does, so the reader was stopped. Get the image from its makers"_s
                .arg(name())};
    }
    if (step == u"unpacking")
        return {Error::Code::Malformed, u"%1 could not be unpacked: it is damaged. Download it again"_s.arg(name())};
    if (!recognised && (step.isEmpty() || step == u"reading")) {
        return {Error::Code::Malformed,
                u"%1 could not be read: its file system is damaged. Download it again"_s.arg(name())};
    }
    return {Error::Code::Io, u"The import of %1 broke off while its files were copied. Start it again"_s.arg(name())};
}

/// Whether its sandbox killed it.
bool ImageWorker::Private::brokeOut() const
{
    return process.exitStatus() == QProcess::CrashExit && process.exitCode() == SIGSYS;
}

void ImageWorker::Private::end()
{
    if (ended)
        return;
    ended = true;
    silence.stop();
    if (stopped)
        result = std::unexpected(*stopped);
    else if (!result || (*result && process.exitStatus() == QProcess::CrashExit))
        result = std::unexpected(crashError());
    Q_EMIT q->finished(*result);
}

ImageWorker::ImageWorker(ImageTask task, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(task), this))
{
    // Whoever started this program may have left files open in it. Qt's own way would also close where it hears of a failed start.
    d->process.setUnixProcessParameters(QProcess::UnixProcessFlag::UseVFork);
    d->process.setChildProcessModifier([] { ::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC); });
    d->process.setProcessEnvironment(workerEnvironment());
    d->findSpoolFolder();
    connect(&d->process, &QProcess::readyReadStandardOutput, this, [this] { d->read(); });
    connect(&d->process, &QProcess::readyReadStandardError, this,
            [this] { qCDebug(log).noquote() << d->process.readAllStandardError(); });
    connect(&d->process, &QProcess::finished, this, [this] {
        d->read();
        d->end();
    });
    connect(&d->process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // finished() follows
        d->result = fail(
            Error::Code::Io,
            u"The image reader %1 does not start: %2. Reinstall Benchboot"_s.arg(d->program, d->process.errorString()));
        QMetaObject::invokeMethod(this, [this] { d->end(); }, Qt::QueuedConnection);
    });
    connect(&d->silence, &QTimer::timeout, this, [this] {
        d->stop(
            Error::Code::LimitExceeded,
            u"%1 could not be read in time: its file system is damaged, or its disk does not answer"_s.arg(d->name()));
    });
}

ImageWorker::~ImageWorker()
{
    d->ended = true;
    disconnect(&d->process, nullptr, this, nullptr);
    if (d->process.state() == QProcess::NotRunning)
        return;
    d->process.kill();
    d->process.waitForFinished(killWaitMs);
}

void ImageWorker::setProgram(const QString &program, const QStringList &arguments)
{
    d->program = program;
    d->arguments = arguments;
}

void ImageWorker::setSilenceLimit(std::chrono::milliseconds limit) { d->silence.setInterval(limit); }

void ImageWorker::start()
{
    if (d->process.state() != QProcess::NotRunning || d->ended)
        return;
    d->silence.start();
    d->process.start(d->program, d->arguments);
    d->process.write(taskLine(d->task, QCoreApplication::applicationPid()));
    if (d->task.kind != ImageTask::Kind::Import)
        d->process.closeWriteChannel();
}

void ImageWorker::proceed()
{
    d->process.write(proceedLine());
    d->process.closeWriteChannel();
}

void ImageWorker::cancel() { d->stop(Error::Code::Cancelled, u"The import of %1 was cancelled"_s.arg(d->name())); }

qint64 ImageWorker::processId() const { return d->process.processId(); }

} // namespace Benchboot
