// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// portaccessprobe: gets the services' sockets as the window does, HTTP on port 80, and says how it went.

#include "session/portaccess.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Benchboot;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    PortAccess access;
    QObject::connect(&access, &PortAccess::acquired, &application, [&access] {
        const auto sockets = access.takeSockets();
        const auto ports = sockets.ports();
        QTextStream(stdout)
            << u"acquired %1 %2 %3 %4\n"_s.arg(ports.dhcp).arg(ports.tftp).arg(ports.bootServer).arg(ports.http);
        QCoreApplication::exit(0);
    });
    QObject::connect(&access, &PortAccess::failed, &application, [](const Error &error) {
        QTextStream(stdout) << u"failed %1 %2\n"_s.arg(codeName(error.code), error.detail);
        QCoreApplication::exit(1);
    });
    access.acquire({.http = 80});
    return QCoreApplication::exec();
}
