// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli.h"
#include "images/imageworker.h"
#include "ui/window.h"

#include <QApplication>
#include <QIcon>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

void describeProgram()
{
    QCoreApplication::setApplicationName(u"benchboot"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(BENCHBOOT_VERSION));
}

} // namespace

int main(int argc, char *argv[])
{
    // Peers and pipes close when they like; every write checks its answer.
    std::signal(SIGPIPE, SIG_IGN);
    const auto first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (first == u"--image-worker")
        return Benchboot::runImageWorker(); // no application object, which may start threads: see enterSandbox()
    if (argc > 1 && Benchboot::Cli::isCommand(first)) {
        const QCoreApplication application(argc, argv);
        describeProgram();
        return Benchboot::Cli::run(QCoreApplication::arguments().sliced(1));
    }
    const QApplication application(argc, argv);
    describeProgram();
    // Joins the window with the desktop file: its name and icon in task bars.
    QGuiApplication::setDesktopFileName(QStringLiteral(BENCHBOOT_ID));
    QGuiApplication::setWindowIcon(QIcon::fromTheme(QStringLiteral(BENCHBOOT_ID), QIcon(u":/app/benchboot.svg"_s)));
    return Benchboot::runWindow();
}
