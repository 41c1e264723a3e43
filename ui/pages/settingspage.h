// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/pages/page.h"

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace Benchboot {

class LoadersWidget;
class MessageBar;
class Placeholder;
class SetupWidget;
struct SetupSources;

/// What is fixed for this lab: the wizard's questions and a few more on one scrolling page. Each change applies at once and can be undone.
class SettingsPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsPage)

public:
    explicit SettingsPage(UiContext &context, QWidget *parent = nullptr);
    SettingsPage(UiContext &context, const SetupSources &sources, QWidget *parent = nullptr);

    [[nodiscard]] QList<QAction *> pageActions() const override;
    void focusSearch() override;
    void showLoader(const QString &name, const QString &sentence); ///< LoadersWidget::askFor(), in sight

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Section
    {
        QWidget *frame;
        SetupWidget *widget;
        QString words; ///< that the search looks at, in lower case
    };

    void addSection(const QString &name, const QString &title, SetupWidget *widget);
    void load();
    void take(SetupWidget *widget);
    void search(const QString &text);
    void applyMetrics();

    UiContext &m_context;
    QAction *m_wizardAction;
    QLineEdit *m_search;
    MessageBar *m_message;
    QScrollArea *m_scroll;
    Placeholder *m_nothing;
    QVBoxLayout *m_body;
    LoadersWidget *m_loaders;
    QList<Section> m_sections;
};

} // namespace Benchboot
