// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace Benchboot {

/// Covers a window while files are dragged over it and says what dropping them does.
class DropOverlay final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DropOverlay)

public:
    explicit DropOverlay(QWidget *window);

    /// Shows it over the whole of its parent. \param freeBytes  on the disk of the web root; −1: unknown
    void open(const QStringList &fileNames, qint64 totalBytes, qint64 freeBytes);
    void setLink(bool link); ///< which of the two ways is marked as the one that counts now

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintPanel(QPainter &painter, const QRect &panel) const;
    void paintWay(QPainter &painter, QRect place, const QString &keys, const QString &what, bool chosen) const;

    QStringList m_names;
    QString m_space;
    bool m_link = false;
};

} // namespace Benchboot
