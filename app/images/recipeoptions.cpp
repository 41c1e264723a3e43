// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/recipeoptions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

bool selectsEntries(const BootOption &option, const Recipe &recipe)
{
    return std::any_of(recipe.entries.begin(), recipe.entries.end(),
                       [&option](const RecipeEntry &entry) {
                           return entry.whenOptions.contains(option.key) || entry.each == option.key;
                       });
}

template <typename Entry>
bool anyAsksFor(const QList<Entry> &entries, const QString &key, const QString &choice)
{
    return std::any_of(entries.begin(), entries.end(),
                       [&](const Entry &entry) { return entry.whenOptions.value(key) == choice; });
}

/// \return whether there is still something to choose.
bool narrow(BootOption &option, const Recipe &recipe, const QList<BootEntry> &entries)
{
    if (!selectsEntries(option, recipe))
        return true;
    option.choices.removeIf([&](const QString &choice) {
        return anyAsksFor(recipe.entries, option.key, choice) && !anyAsksFor(entries, option.key, choice);
    });
    for (const auto &entry : entries) {
        const auto asked = entry.whenOptions.value(option.key);
        if (!asked.isEmpty() && !option.choices.contains(asked))
            option.choices.append(asked); // one of the kernels of an entry with `each`
    }
    if (!option.choices.contains(option.defaultValue))
        option.defaultValue = option.choices.value(0);
    return option.choices.size() > 1;
}

QList<BootOption> kernelOptions()
{
    return {{u"keyboard"_s, u"Keyboard layout"_s, {}, {}},
            {u"language"_s, u"Language"_s, {}, {}},
            {u"console"_s, u"Console (such as ttyS0,115200)"_s, {}, {}},
            {u"nomodeset"_s, u"Basic graphics"_s, {u"nomodeset"_s}, {}},
            {u"arguments"_s, u"More kernel arguments"_s, {}, {}}};
}

} // namespace

QList<BootOption> offeredOptions(const Recipe &recipe, QList<BootEntry> &entries)
{
    QList<BootOption> options;
    for (auto option : recipe.options) {
        if (narrow(option, recipe, entries)) {
            options.append(option);
            continue;
        }
        for (auto &entry : entries)
            entry.whenOptions.remove(option.key);
    }
    const bool hasKernel = std::any_of(entries.begin(), entries.end(),
                                       [](const BootEntry &entry) { return entry.method == BootMethod::Kernel; });
    if (!hasKernel)
        return options;
    const auto common = kernelOptions();
    for (const auto &option : common) {
        const bool isNew = std::none_of(options.begin(), options.end(),
                                        [&option](const BootOption &other) { return other.key == option.key; });
        const bool isUsed = option.key != u"nomodeset"
            || std::any_of(entries.begin(), entries.end(),
                           [](const BootEntry &entry) { return entry.arguments.contains(u"${nomodeset}"); });
        if (isNew && isUsed)
            options.append(option);
    }
    return options;
}

QString withCommonArguments(const QString &arguments)
{
    auto result = arguments;
    const auto add = [&result](const QString &word) { result += (result.isEmpty() ? u""_s : u" "_s) + word; };
    for (const auto &[key, word] :
         {std::pair{u"${console}"_s, u"console=${console}"_s}, std::pair{u"nomodeset"_s, u"${nomodeset}"_s},
          std::pair{u"${arguments}"_s, u"${arguments}"_s}}) {
        if (!result.contains(key))
            add(word);
    }
    return result;
}

} // namespace Benchboot
