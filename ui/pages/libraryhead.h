// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/imagesmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace Benchboot {

/// The line above the library: how much there is, search, order.
class LibraryHead final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryHead)

public:
    explicit LibraryHead(QWidget *parent = nullptr);
    ~LibraryHead() override = default;

    /// \param images  how many there are; 0: there is nothing to search \param bytes  of all of them
    void setContent(qsizetype images, qint64 bytes);
    [[nodiscard]] QString searchText() const;
    void clearSearch();
    void focusSearch(); ///< all of it selected

Q_SIGNALS:
    void searchChanged(const QString &text);
    void searchLeft(); ///< by Escape: it is empty now
    void orderChanged(Benchboot::ImagesModel::Order order);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpSearch();
    void setUpOrder();
    void applyMetrics();

    QLabel *m_title;
    QLabel *m_summary;
    QLineEdit *m_search;
    QComboBox *m_order;
};

} // namespace Benchboot
