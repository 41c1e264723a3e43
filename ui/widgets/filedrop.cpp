// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filedrop.h"

#include "ui/widgets/dropoverlay.h"

#include <QCoreApplication>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QStorageInfo>
#include <QUrl>
#include <QWidget>

namespace Benchboot {

FileDrop::FileDrop(QWidget *window, QString webRoot)
    : QObject(window), m_window(window), m_webRoot(std::move(webRoot)), m_overlay(new DropOverlay(window))
{
    window->setAcceptDrops(true);
    // A line edit would take the names of the files as text.
    QCoreApplication::instance()->installEventFilter(this);
}

FileDrop::~FileDrop() = default;

bool FileDrop::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
        return isOurs(watched) && enter(static_cast<QDropEvent &>(*event));
    case QEvent::DragMove:
        if (!isOurs(watched) || m_overlay->isHidden())
            return false;
        m_overlay->setLink(wantsLink(static_cast<QDropEvent &>(*event)));
        static_cast<QDropEvent *>(event)->setDropAction(Qt::CopyAction);
        event->accept();
        return true;
    case QEvent::DragLeave:
        if (isOurs(watched))
            m_overlay->hide();
        return false;
    case QEvent::Drop:
        if (!isOurs(watched) || filesIn(static_cast<QDropEvent *>(event)->mimeData()).isEmpty())
            return false;
        drop(static_cast<QDropEvent &>(*event));
        return true;
    default:
        return false;
    }
}

bool FileDrop::isOurs(QObject *watched) const
{
    return watched->isWidgetType() && static_cast<QWidget *>(watched)->window() == m_window;
}

bool FileDrop::enter(QDropEvent &event)
{
    const auto files = filesIn(event.mimeData());
    if (files.isEmpty())
        return false;
    QStringList names;
    qint64 total = 0;
    for (const auto &file : files) {
        const QFileInfo info(file);
        names.append(info.fileName());
        total += info.size();
    }
    const QStorageInfo storage(m_webRoot);
    m_overlay->open(names, total, storage.isValid() ? storage.bytesAvailable() : -1);
    m_overlay->setLink(wantsLink(event));
    event.setDropAction(Qt::CopyAction); // the source keeps its file, whatever is done with it here
    event.accept();
    return true;
}

void FileDrop::drop(QDropEvent &event)
{
    m_overlay->hide();
    const auto files = filesIn(event.mimeData());
    const bool link = wantsLink(event);
    event.setDropAction(Qt::CopyAction);
    event.accept();
    Q_EMIT dropped(files, link);
}

QStringList FileDrop::filesIn(const QMimeData *data)
{
    QStringList files;
    for (const auto &url : data->urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            files.append(url.toLocalFile());
    }
    return files;
}

bool FileDrop::wantsLink(const QDropEvent &event)
{
    return event.modifiers().testFlags(Qt::ControlModifier | Qt::ShiftModifier)
        || event.proposedAction() == Qt::LinkAction;
}

} // namespace Benchboot
