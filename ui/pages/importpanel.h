// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/importqueue.h"

#include <QWidget>

class QAction;
class QLabel;
class QListView;

namespace Benchboot {

class ImportModel;

/// The import queue as the Images page shows it. Hidden while there is nothing in it.
class ImportPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportPanel)

public:
    explicit ImportPanel(ImportQueue &queue, QWidget *parent = nullptr);
    ~ImportPanel() override = default;

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpActions();
    void refresh();
    void cancelOrRemove(const QModelIndex &index);
    void retry(const QModelIndex &index);

    ImportQueue &m_queue;
    ImportModel *m_model;
    QListView *m_view;
    QLabel *m_title;
    QLabel *m_summary;
    QAction *m_cancel;
    QAction *m_retry;
};

} // namespace Benchboot
