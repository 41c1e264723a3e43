// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/imagereplacement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

const auto defaultKey = u"menu.default"_s;

QMap<QString, QString> optionsOf(const Lab &lab, const QString &imageId)
{
    const auto *image = lab.image(imageId);
    return image ? image->options : QMap<QString, QString>();
}

} // namespace

Result<LabImage> ImageReplacement::removeFrom(Lab &lab)
{
    const auto options = optionsOf(lab, m_newer);
    const auto &menu = lab.menu();
    const auto entry = std::ranges::find(menu, m_newer, &LabMenuItem::id);
    m_entry = entry == menu.end() ? std::nullopt : std::optional(*entry);
    m_entryPosition = entry - menu.begin();
    m_wasDefault = lab.isSet(defaultKey) && lab.setting(defaultKey) == imageId();
    return lab.takeOver(m_newer, imageId()).transform([&](LabImage removed) {
        m_taken = optionsOf(lab, m_newer);
        m_taken.removeIf([&](auto option) { return options.contains(option.key()); });
        return removed;
    });
}

Result<void> ImageReplacement::putBack(Lab &lab)
{
    if (const auto back = ImageRemoval::putBack(lab); !back)
        return back;
    if (m_wasDefault && lab.setting(defaultKey) == m_newer) {
        if (const auto set = lab.setSetting(defaultKey, imageId()); !set)
            return set;
    }
    if (!lab.image(m_newer))
        return {};
    if (const auto taken = takeOptionsBack(lab); !taken)
        return taken;
    return takeEntryBack(lab);
}

Result<void> ImageReplacement::takeOptionsBack(Lab &lab) const
{
    for (const auto &[key, value] : m_taken.asKeyValueRange()) {
        if (optionsOf(lab, m_newer).value(key) != value)
            continue; // chosen elsewhere in the meantime
        if (const auto set = lab.setOption(m_newer, key, {}); !set)
            return set;
    }
    return {};
}

Result<void> ImageReplacement::takeEntryBack(Lab &lab) const
{
    if (!hadEntry())
        return {}; // it inherited none
    auto menu = lab.menu();
    menu.removeIf([this](const LabMenuItem &item) { return item.id == m_newer; });
    if (m_entry)
        menu.insert(std::min(m_entryPosition, menu.size()), *m_entry);
    return lab.setMenu(std::move(menu));
}

} // namespace Benchboot
