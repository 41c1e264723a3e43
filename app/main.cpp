// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli.h"
#include "ui/window.h"

#include <QApplication>
#include <QIcon>
#include <QThreadPool>

#include <csignal>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 500; ///< for threads, at the end

void describeProgram()
{
    QCoreApplication::setApplicationName(u"benchboot"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BENCHBOOT_VERSION));
}

/// Ends the program. Qt would wait for a look at a drive that answers nothing (SourceWatch), which may take for ever.
int leave(int status)
{
    if (!QThreadPool::globalInstance()->waitForDone(patienceMs))
        std::_Exit(status);
    return status;
}

} // namespace

int main(int argc, char *argv[])
{
    // Peers and pipes close when they like; every write checks its answer.
    std::signal(SIGPIPE, SIG_IGN);
    const auto first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (argc > 1 && Benchboot::Cli::isCommand(first)) {
        const QCoreApplication application(argc, argv);
        describeProgram();
        return leave(Benchboot::Cli::run(QCoreApplication::arguments().sliced(1)));
    }
    const QApplication application(argc, argv);
    describeProgram();
    // Joins the window with the desktop file: its name and icon in task bars.
    QGuiApplication::setDesktopFileName(QStringLiteral(BENCHBOOT_ID));
    QGuiApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral(BENCHBOOT_ID), QIcon(u":/app/benchboot.svg"_s)));
    return leave(Benchboot::runWindow());
}
