// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/lab.h"

#include <algorithm>
#include <array>

namespace Benchboot {

/// A menu entry that needs no image.
struct StandardItem
{
    LabMenuItem::Kind kind;
    const char16_t *id;
    const char16_t *name; ///< in lab.json
    const char16_t *title;
};

inline constexpr std::array standardItems{
    StandardItem{LabMenuItem::Kind::LocalDisk, u"local", u"local-disk", u"Boot from the local disk"},
    StandardItem{LabMenuItem::Kind::Shell, u"shell", u"shell", u"iPXE shell"},
    StandardItem{LabMenuItem::Kind::Reboot, u"reboot", u"reboot", u"Restart this PC"},
};

/// Null for the entry of an image.
[[nodiscard]] constexpr const StandardItem *standardItem(LabMenuItem::Kind kind)
{
    const auto *found = std::ranges::find(standardItems, kind, &StandardItem::kind);
    return found == standardItems.end() ? nullptr : found;
}

/// Whether \a text can name an image: it is a folder and part of URLs.
[[nodiscard]] bool isImageId(const QString &text);

} // namespace Benchboot
