// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/pages/page.h"

#include <QTimer>

class QStackedWidget;

namespace Benchboot {

class ActivityFilter;
class ActivityModel;
class FilterRow;
class LogView;
class MessageBar;
class Placeholder;

/// What exactly happened: the live log with its filter.
class ActivityPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityPage)

public:
    explicit ActivityPage(const UiContext &context, QWidget *parent = nullptr);

    void showClient(const QString &mac); ///< only what this PC did
    [[nodiscard]] QList<QAction *> pageActions() const override { return {m_export, m_copy, m_clear}; }
    void focusSearch() override;

private:
    void setUpActions();
    void setUpLayout();
    void follow();
    void learnClient(qsizetype index);
    void chooseView();
    void updateCounts();
    void copyRows();
    void chooseFile();
    void exportTo(const QString &file);

    UiContext m_context;
    ActivityModel *m_model;
    ActivityFilter *m_filter;
    QAction *m_export;
    QAction *m_copy;
    QAction *m_clear;
    FilterRow *m_row;
    MessageBar *m_message;
    QStackedWidget *m_views;
    Placeholder *m_empty;
    LogView *m_view;
    QTimer m_countTimer;
};

} // namespace Benchboot
