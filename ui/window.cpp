// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window.h"

#include "lab/labeditor.h"
#include "session/bootingwatch.h"
#include "session/clienttracker.h"
#include "session/importqueue.h"
#include "session/session.h"
#include "ui/mainwindow.h"
#include "ui/servicecontroller.h"
#include "ui/translations.h"
#include "ui/widgets/indicatorstyle.h"

#include <QApplication>
#include <QLocale>
#include <QMessageBox>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Benchboot {

int runWindow()
{
    IndicatorStyle::install();
    installTranslations(QLocale::system());
    auto store = LabStore::open(LabStore::defaultFolder());
    if (!store) {
        QMessageBox::critical(nullptr, u"Benchboot"_s, store.error().detail);
        return 1;
    }
    Session session(*store);
    LabEditor editor(*store, [&session](const auto &edit) { return session.change(edit); });
    ImportQueue imports(*store);
    ClientTracker clients;
    clients.setLab(session.lab());
    QObject::connect(&session, &Session::labChanged, &clients, [&] { clients.setLab(session.lab()); });
    QObject::connect(&session, &Session::eventsArrived, &clients, &ClientTracker::take);
    ServiceController services(session);
    const BootingWatch booting(*store, &clients);
    QObject::connect(&booting, &BootingWatch::changed, &imports, &ImportQueue::setIdle);
    imports.setIdle(booting.isBooting());

    MainWindow window({session, editor, imports, clients, services});
    window.show();
    if (!session.lab().isSet(u"network.interface"_s))
        QTimer::singleShot(0, &window, &MainWindow::openWizard);
    return QApplication::exec();
}

} // namespace Benchboot
