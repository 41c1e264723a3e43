// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QDropEvent;
class QMimeData;
class QWidget;

namespace Benchboot {

class DropOverlay;

/// Takes files that are dropped anywhere on a window, also on widgets that take drops of other kinds, and shows an overlay meanwhile.
class FileDrop final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileDrop)

public:
    /// \param webRoot  folder whose free space the overlay tells
    FileDrop(QWidget *window, QString webRoot);
    ~FileDrop() override;

    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void dropped(const QStringList &files, bool link); ///< absolute paths of regular files

private:
    [[nodiscard]] bool isOurs(QObject *watched) const;
    bool enter(QDropEvent &event);
    void drop(QDropEvent &event);
    [[nodiscard]] static QStringList filesIn(const QMimeData *data);
    [[nodiscard]] static bool wantsLink(const QDropEvent &event);

    QWidget *m_window;
    QString m_webRoot;
    DropOverlay *m_overlay;
};

} // namespace Benchboot
