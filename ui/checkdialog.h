// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/doctor.h"

#include <QDialog>
#include <QFutureWatcher>

#include <functional>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace Benchboot {

struct UiContext;

/// “Check This Computer”: what doctor finds, as it finds it, worst first once all is known. Rows can be copied.
class CheckDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckDialog)

public:
    using Found = std::function<void(const QList<Finding> &)>;
    /// What looks, in a thread of its own that may outlive the dialog.
    using Examination = std::function<void(const Found &)>;

    explicit CheckDialog(Examination examination, QWidget *parent = nullptr);

    /// For the lab, the cards and the ports as they are now.
    [[nodiscard]] static Examination examinationOf(const UiContext &context);
    /// All rows as text, one finding a line.
    [[nodiscard]] QString text() const;

private:
    void look();
    void showFindings(const QList<Finding> &findings);
    void finish();
    void copy() const;
    [[nodiscard]] QString textOf(const QList<int> &rows) const;

    Examination m_examination;
    QList<Finding> m_findings; ///< in the order of the rows
    QFutureWatcher<QList<Finding>> m_looking;
    QLabel *m_glyph;
    QLabel *m_verdict;
    QProgressBar *m_progress;
    QListWidget *m_list;
    QPushButton *m_again;
    QPushButton *m_copy;
};

} // namespace Benchboot
