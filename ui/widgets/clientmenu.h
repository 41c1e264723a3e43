// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace Benchboot {

/// The menu that an iPXE script shows first, read from the script itself: `menu`, `item` and `choose`.
struct ClientMenu
{
    struct Item
    {
        QString id; ///< empty: a gap
        QString text;
        QChar key; ///< null: none

        [[nodiscard]] bool isGap() const { return id.isEmpty(); }
        friend bool operator==(const Item &, const Item &) = default;
    };
    QString title;
    QList<Item> items;
    qsizetype selected = -1; ///< index of the default item, else the first that can be chosen; −1: there is none
    int timeoutSeconds = 0; ///< 0: it waits

    friend bool operator==(const ClientMenu &, const ClientMenu &) = default;
};

/// \return a menu without items where \a script has none. Never fails: what it does not know it leaves out.
[[nodiscard]] ClientMenu clientMenuFromScript(QByteArrayView script);

} // namespace Benchboot
