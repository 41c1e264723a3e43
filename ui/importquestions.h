// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/importqueue.h"

#include <QObject>

class QMessageBox;
class QWidget;

namespace Benchboot {

/// Asks what becomes of an image that is in the lab already, or of its earlier version, one question after the other. Nothing is blocked but the
/// window that is asked in; what is imported goes on.
class ImportQuestions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportQuestions)

public:
    ImportQuestions(ImportQueue &queue, QWidget *window);
    ~ImportQuestions() override = default;

private:
    enum class Answer { Replace, KeepBoth, Cancel };

    void follow();
    void ask(const ImportQueue::Item &item);
    void take(quint64 id, ImageKin::Kind kind, Answer answer);
    void tell(quint64 id, Answer answer);
    [[nodiscard]] const ImportQueue::Item *open() const; ///< the first that waits for an answer; null: none
    [[nodiscard]] bool othersWait(quint64 id) const;

    ImportQueue &m_queue;
    QWidget *m_window;
    QMessageBox *m_box = nullptr; ///< the question that is open
    quint64 m_asked = 0; ///< what it is about
    QMap<ImageKin::Kind, Answer> m_forAll; ///< until the queue has nothing left
};

} // namespace Benchboot
