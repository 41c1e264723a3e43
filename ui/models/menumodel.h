// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labeditor.h"
#include "ui/models/rowmodel.h"

namespace Benchboot {

struct MenuRow
{
    QString id; ///< of the menu item
    LabMenuItem::Kind kind = LabMenuItem::Kind::Image;
    QString title;
    QString bootsOn;
    bool isDefault = false; ///< starts by itself

    friend bool operator==(const MenuRow &, const MenuRow &) = default;
};

/// The boot menu as an editable list. Reads the lab it is given; what the user does in a view goes to the LabEditor and comes back as a new lab.
class MenuModel final : public RowModel<MenuRow>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MenuModel)

public:
    enum Column { Entry, BootsOn, ColumnCount };
    enum Role { IdRole = Qt::UserRole, DefaultRole };

    explicit MenuModel(LabEditor &editor, QObject *parent = nullptr);
    ~MenuModel() override = default;

    void setLab(const Lab &lab);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

private:
    LabEditor &m_editor;
};

} // namespace Benchboot
