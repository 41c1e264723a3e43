// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/activityfilter.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Benchboot {

/// What of the log is shown: text, PC, service, outcome; whether it follows the newest row.
class FilterRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterRow)

public:
    explicit FilterRow(QWidget *parent = nullptr);

    void addClient(const QString &mac, const QString &name); ///< or renames it
    void showClient(const QString &mac); ///< clears the other criteria
    void clear();
    void setCounts(qsizetype shown, qsizetype all);
    void setFollowing(bool following);
    void focusSearch();

Q_SIGNALS:
    void criteriaChanged(const Benchboot::ActivityFilter::Criteria &criteria);
    void followingChanged(bool following); ///< by the user

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpControls();
    void publish();

    QLineEdit *m_text;
    QComboBox *m_client;
    QComboBox *m_service;
    QComboBox *m_outcome;
    QPushButton *m_clear;
    QLabel *m_counts;
    QCheckBox *m_follow;
    QTimer m_typing;
};

} // namespace Benchboot
