// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace Benchboot {

/// The table of the log. Stays at the newest row while the user is there, and stays where it is while the user reads older rows.
class LogView final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogView)

public:
    explicit LogView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void setFollowing(bool following);
    [[nodiscard]] bool isFollowing() const { return m_following; }
    [[nodiscard]] QList<int> selectedRows() const; ///< of the model, upwards

Q_SIGNALS:
    void followingChanged(bool following);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void keepPlace(int removed);
    void applyMetrics();

    bool m_following = true;
    bool m_moving = false; ///< by ourselves
};

} // namespace Benchboot
