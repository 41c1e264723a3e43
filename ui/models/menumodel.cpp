// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/menumodel.h"

#include "ui/models/displaytext.h"
#include "ui/widgets/icons.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

const QString mimeType = u"application/x-benchboot-menu-item"_s;

QString bootsOn(const Lab &lab, const LabMenuItem &item)
{
    constexpr Firmwares all = Firmware::Bios | Firmware::EfiIa32 | Firmware::EfiX64 | Firmware::EfiArm64;
    const auto *image = item.kind == LabMenuItem::Kind::Image ? lab.image(item.id) : nullptr;
    return DisplayText::bootsOn(image ? DisplayText::firmwareOf(*image) : all);
}

} // namespace

MenuModel::MenuModel(LabEditor &editor, QObject *parent) : RowModel(parent), m_editor(editor) { }

void MenuModel::setLab(const Lab &lab)
{
    QList<MenuRow> wanted;
    const auto defaultItem = lab.defaultItem();
    for (const auto &item : lab.menu())
        wanted.append({item.id, item.kind, lab.titleOf(item), bootsOn(lab, item), item.id == defaultItem});
    setRows(wanted);
}

int MenuModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant MenuModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = rows().at(index.row());
    switch (role) {
    case IdRole:
        return row.id;
    case DefaultRole:
        return row.isDefault;
    case Qt::DisplayRole:
        return index.column() == Entry ? row.title : row.bootsOn;
    case Qt::EditRole:
        return index.column() == Entry ? row.title : QVariant();
    case Qt::DecorationRole:
        return index.column() == Entry ? Icons::get(DisplayText::menuIcon(row.kind)) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() != Entry)
            return row.bootsOn;
        //: Read aloud: title of a menu entry, and on which PCs it boots
        return row.isDefault ? tr("%1, default entry, boots on: %2").arg(row.title, row.bootsOn)
                             : tr("%1, boots on: %2").arg(row.title, row.bootsOn);
    default:
        return {};
    }
}

QVariant MenuModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Entry ? tr("Entry") : tr("Boots On");
}

Qt::ItemFlags MenuModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between rows
    auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    if (index.column() == Entry)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool MenuModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Entry)
        return false;
    const auto &row = rows().at(index.row());
    if (value.toString() != row.title)
        m_editor.renameItem(row.id, value.toString());
    return true;
}

QStringList MenuModel::mimeTypes() const { return {mimeType}; }

QMimeData *MenuModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(mimeType, indexes.first().data(IdRole).toString().toUtf8());
    return data;
}

bool MenuModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int /*column*/,
                             const QModelIndex &parent)
{
    const auto id = QString::fromUtf8(data->data(mimeType));
    const auto from = indexOf(id);
    if (action != Qt::MoveAction || parent.isValid() || !from.isValid())
        return false;
    const int before = row < 0 ? rowCount() : row;
    m_editor.moveItem(id, before > from.row() ? before - 1 : before);
    return true;
}

} // namespace Benchboot
