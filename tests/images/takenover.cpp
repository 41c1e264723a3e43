// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/takenover.h"

#include "images/imageworker.h"
#include "images/workersandbox.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include <grp.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace Benchboot::Tests {
namespace {

using namespace TakenOver;

ImageTask taskOn(const Ground &ground, QByteArrayView fence)
{
    if (fence == "inspecting")
        return {.file = QFile::decodeName(ground.image), .spoolFolder = QFile::decodeName(ground.staging)};
    return {.kind = ImageTask::Kind::Import,
            .file = QFile::decodeName(ground.image),
            .stagingFolder = QFile::decodeName(ground.staging),
            .recipeFolders = {QFile::decodeName(ground.recipes)}};
}

/// What an importer does that was taken over: tries one thing.
int attempt(const Breakout *what, QByteArrayView fence, unsigned int user, const Ground &ground)
{
    // Like the worker, before the first expression is compiled.
    qputenv("QT_ENABLE_REGEXP_JIT", "0");
    if (user != ::geteuid()
        && (::setgroups(0, nullptr) != 0 || ::setresgid(user, user, user) != 0 || ::setresuid(user, user, user) != 0))
        return odd;
    if (!what || (fence != "free" && !enterSandbox(taskOn(ground, fence)).isWhole()))
        return odd;
    // Not by exit(): what runs then (the search for leaks, say) is no part of the attempt.
    ::_exit(what->attempt(ground) == 0 ? 0 : denied);
}

/// Makes a kernel that answers as one does that lacks \a means, or as a container's filter that forbids them.
void takeAway(const QByteArray &means)
{
    auto *filter = seccomp_init(SCMP_ACT_ALLOW);
    if (means.contains("landlock"))
        seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(landlock_create_ruleset), 0);
    if (means.contains("seccomp")) {
        seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(seccomp), 0);
        seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prctl), 1,
                         scmp_arg_cmp{0, SCMP_CMP_EQ, PR_SET_SECCOMP, 0});
    }
    seccomp_load(filter);
    seccomp_release(filter);
}

} // namespace

const Breakout *findAttempt(QByteArrayView name)
{
    for (const auto table : {breakouts(), honestWork()}) {
        const auto found = std::ranges::find(table, name, [](const Breakout &one) { return QByteArrayView(one.name); });
        if (found != table.end())
            return &*found;
    }
    return nullptr;
}

std::optional<int> actAsImporter(int argc, char **argv)
{
    const QByteArrayView mode(argc > 1 ? argv[1] : "");
    if (mode == "--image-worker")
        return runImageWorker();
    if (mode == "--import-without" && argc > 2) {
        takeAway(argv[2]);
        return runImageWorker();
    }
    if (mode == "--means-without" && argc > 2) {
        takeAway(argv[2]);
        const auto means = sandboxMeans();
        const auto entered = enterSandbox({});
        std::printf("%s%s", means.landlock > 0 ? "landlock " : "", means.seccomp ? "seccomp " : "");
        std::fflush(stdout);
        ::_exit(entered == means ? 0 : odd);
    }
    if (mode == "--try" && argc > 5)
        return attempt(findAttempt(argv[2]), argv[3], unsigned(std::atoi(argv[4])), Ground(argv[5]));
    return std::nullopt;
}

} // namespace Benchboot::Tests
