// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window.h"

#include "session/session.h"

#include <QApplication>
#include <QListWidget>
#include <QMainWindow>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace Benchboot {

int runWindow()
{
    auto store = LabStore::open(LabStore::defaultFolder());
    if (!store) {
        QMessageBox::critical(nullptr, u"Benchboot"_s, store.error().detail);
        return 1;
    }
    const Session session(*store);
    QMainWindow window;
    window.setWindowTitle(u"Benchboot"_s);
    auto *images = new QListWidget(&window);
    const auto fill = [&] {
        images->clear();
        for (const auto &image : session.lab().images())
            images->addItem(image.displayName());
    };
    fill();
    QObject::connect(&session, &Session::labChanged, images, fill);
    window.setCentralWidget(images);
    window.show();
    return QApplication::exec();
}

} // namespace Benchboot
