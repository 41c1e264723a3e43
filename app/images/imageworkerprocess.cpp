// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/archiveunpacker.h"
#include "images/containerkind.h"
#include "images/imageimport.h"
#include "images/workermessage.h"
#include "images/workersandbox.h"

#include <cerrno>
#include <csignal>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace Benchboot {
namespace {

constexpr qsizetype maxTask = 1024 * 1024;
constexpr rlim_t inspectSeconds = 30;
constexpr rlim_t unpackSeconds = 30 * 60; // of packed images: 64 GiB out of an xz file at 40 MB/s
constexpr rlim_t importSeconds = 4 * 3600; // of CPU: hashing a full Blu-ray disc takes a slow laptop minutes

void limit(__rlimit_resource resource, rlim_t value)
{
    const rlimit both{value, value};
    ::setrlimit(resource, &both);
}

/// What holds from the first moment on. Each of these only takes rights away, so a failure leaves the worker usable.
void restrictSelf()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    // Compiled expressions would need memory that can be written and run, and leave some of it behind.
    ::qputenv("QT_ENABLE_REGEXP_JIT", "0");
    limit(RLIMIT_CORE, 0);
#if !__has_feature(address_sanitizer) // which needs more than that for itself
    // Not RLIMIT_AS: mapped libraries and thread stacks count there.
    limit(RLIMIT_DATA, rlim_t(1) << 30);
#endif
}

/// An inspection has no folder of its own to unpack to, and in the sandbox it makes no file elsewhere.
void prepareInspection(const ImageTask &task)
{
    // Compares a few bytes, which needs no sandbox yet.
    const bool isPacked = isPackedFile(task.file);
    limit(RLIMIT_CPU, isPacked ? unpackSeconds : inspectSeconds);
    if (isPacked)
        prepareSpools(task.spoolFolder, mostSpools * UnpackLimits().levels);
}

QByteArray readLine()
{
    QByteArray line;
    char part[4096];
    for (;;) {
        const auto got = ::read(STDIN_FILENO, part, sizeof part);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0 || line.size() > maxTask)
            return line;
        line.append(part, got);
        if (line.endsWith('\n'))
            return line;
    }
}

void send(const QByteArray &line)
{
    for (qsizetype done = 0; done < line.size();) {
        const auto written = ::write(STDOUT_FILENO, line.data() + done, size_t(line.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            _exit(1); // nobody listens any more
        done += written;
    }
}

/// The parent may want other options, or not want this image at all: it decides before anything is copied.
bool askToProceed(const ImageFacts &facts)
{
    send(recognisedLine(facts));
    return isProceedLine(readLine());
}

Result<ImageFacts> work(const ReceivedTask &received)
{
    // Recipes are the user's own files, and may be links to anywhere: they are read before the sandbox, the image is read in it.
    const auto book = RecipeBook::load(received.task.recipeFolders);
    (void)enterSandbox(received.task); // goes on where it is weaker; benchboot doctor says so
    const auto progress = [](const ImageProgress &state) { send(progressLine(state)); };
    if (received.task.kind == ImageTask::Kind::Import)
        return importImage(received.task, book, progress, askToProceed);
    return inspectImage(received.task, book, progress);
}

/// Ends with \a status. The search for leaks would trace this process from another one, which the sandbox takes for an attack.
int leave(int status)
{
#if __has_feature(address_sanitizer)
    ::_exit(status);
#else
    return status;
#endif
}

} // namespace

int runImageWorker()
{
    restrictSelf();
    std::signal(SIGPIPE, SIG_IGN);
    const auto received = parseTask(readLine());
    if (!received) {
        send(resultLine(std::unexpected(received.error())));
        return 2;
    }
    // The parent may have died before the kernel was asked to tell of it.
    if (received->parent != 0 && ::getppid() != received->parent)
        return 1;
    if (received->task.kind == ImageTask::Kind::Import)
        limit(RLIMIT_CPU, importSeconds);
    else
        prepareInspection(received->task);
    const auto result = work(*received);
    send(resultLine(result));
    return leave(result ? 0 : 1);
}

} // namespace Benchboot
