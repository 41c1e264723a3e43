// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "lab/settings.h"

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {
namespace {

void show(const Lab &lab, const SettingSpec &spec, bool json, bool withMeaning)
{
    if (json) {
        printJson({{u"key"_s, spec.key},
                   {u"value"_s, lab.setting(spec.key)},
                   {u"default"_s, spec.defaultValue},
                   {u"set"_s, lab.isSet(spec.key)},
                   {u"meaning"_s, spec.meaning}});
    } else if (withMeaning) {
        print(u"%1=%2\n    %3"_s.arg(spec.key, lab.setting(spec.key), spec.meaning));
    } else {
        print(lab.setting(spec.key));
    }
}

} // namespace

int settings(const QStringList &words)
{
    Arguments arguments(
        u"settings [--lab DIR] [KEY[=VALUE]…] [--json]"_s,
        u"Shows all settings with their meaning, shows some, or sets some. KEY= takes the default again."_s);
    if (const auto status = arguments.parse(words))
        return *status;
    const auto store = arguments.lab();
    auto lab = store ? store->read() : std::unexpected(store.error());
    if (!lab)
        return report(u"lab"_s, lab.error());

    QStringList asked;
    QList<std::pair<QString, QString>> changes;
    for (const auto &word : arguments.positional()) {
        const auto equals = word.indexOf(u'=');
        const auto key = equals < 0 ? word : word.first(equals);
        if (!settingSpec(key))
            return wrongUsage(u"there is no setting “%1”; “benchboot settings” lists them"_s.arg(key));
        if (equals < 0)
            asked.append(key);
        else
            changes.append({key, word.sliced(equals + 1)});
    }
    if (!changes.isEmpty()) {
        lab = store->change([&changes](Lab &edited) -> Result<void> {
            for (const auto &[key, value] : changes) {
                if (const auto set = edited.setSetting(key, value); !set)
                    return set;
            }
            return {};
        });
        if (!lab)
            return report(u"settings"_s, lab.error());
    }
    if (arguments.json()) {
        for (const auto &[key, value] : changes)
            show(*lab, *settingSpec(key), true, false);
    }
    for (const auto &key : asked)
        show(*lab, *settingSpec(key), arguments.json(), false);
    if (arguments.positional().isEmpty()) {
        for (const auto &spec : settingSpecs())
            show(*lab, spec, arguments.json(), true);
    }
    return Done;
}

} // namespace Benchboot::Cli
