// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "session/loaderimport.h"
#include "session/loaderlist.h"
#include "session/loaders.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {
namespace {

QString kindName(LoaderKind kind)
{
    const auto found = std::ranges::find_if(
        loaderSlots(), [kind](const LoaderSlot &slot) { return loaderKindOfSetting(slot.settingKey) == kind; });
    return found == loaderSlots().end() ? u"other"_s : found->settingKey.section(u'.', 1);
}

QString originName(LoaderInfo::Origin origin)
{
    switch (origin) {
    case LoaderInfo::Origin::Own:
        return u"own"_s;
    case LoaderInfo::Origin::Imported:
        return u"imported"_s;
    case LoaderInfo::Origin::Package:
        return u"package"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonValue orNull(std::optional<bool> value) { return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null); }

QJsonArray slotNames(const QStringList &keys)
{
    QJsonArray names;
    for (const auto &key : keys)
        names.append(key.section(u'.', 1));
    return names;
}

void printLoaderJson(const LoaderInfo &loader)
{
    printJson({{u"name"_s, loader.name},
               {u"path"_s, loader.path},
               {u"architecture"_s, kindName(loader.facts.kind)},
               {u"origin"_s, originName(loader.origin)},
               {u"source"_s, loader.source},
               {u"version"_s, loader.version},
               {u"sha256"_s, loader.facts.sha256},
               {u"size"_s, loader.facts.size},
               {u"http"_s, orNull(loader.facts.http)},
               {u"keyboard"_s, orNull(loader.facts.keyboard)},
               {u"signers"_s, QJsonArray::fromStringList(loader.facts.signers)},
               {u"usedFor"_s, slotNames(loader.usedFor)},
               {u"warnings"_s, QJsonArray::fromStringList(loader.warnings)}});
}

QString yesNo(std::optional<bool> value) { return value ? *value ? u"yes"_s : u"no"_s : u"unknown"_s; }

void printLoader(const LoaderInfo &loader)
{
    QStringList uses;
    for (const auto &key : loader.usedFor)
        uses.append(key.section(u'.', 1));
    print(uses.isEmpty() ? loader.name : u"%1  (used for %2)"_s.arg(loader.name, uses.join(u", "_s)));
    const auto origin = loader.origin == LoaderInfo::Origin::Own ? u"own file"_s
        : loader.origin == LoaderInfo::Origin::Package           ? u"package "_s + loader.source
                                                                 : u"imported from "_s + loader.source;
    print(u"    %1, %2, version %3, %4"_s.arg(kindName(loader.facts.kind), origin,
                                              loader.version.isEmpty() ? u"unknown"_s : loader.version,
                                              sizeText(loader.facts.size)));
    print(u"    HTTP: %1, keyboard setting: %2, signed: %3"_s.arg(
        yesNo(loader.facts.http), yesNo(loader.facts.keyboard),
        loader.facts.signers.isEmpty() ? u"no"_s : loader.facts.signers.join(u"; "_s)));
    print(u"    SHA-256 %1"_s.arg(loader.facts.sha256));
    for (const auto &warning : loader.warnings)
        print(u"    Note: %1."_s.arg(warning));
}

int list(const LabStore &store, bool json)
{
    const auto lab = store.read();
    if (!lab)
        return report(u"lab"_s, lab.error());
    const auto loaders = listLoaders(store, loaderFolders(store), chosenLoaders(*lab));
    std::ranges::for_each(loaders, json ? &printLoaderJson : &printLoader);
    for (const auto &slot : loaderSlots()) {
        const auto name = lab->setting(slot.settingKey);
        if (std::ranges::contains(loaders, name, &LoaderInfo::name))
            continue;
        const auto why = missingLoaderSentence(name, slot.kindOfPc, store);
        if (json) {
            printJson({{u"name"_s, name},
                       {u"missing"_s, true},
                       {u"usedFor"_s, slotNames({slot.settingKey})},
                       {u"warnings"_s, QJsonArray{why}}});
        } else {
            print(u"%1  (used for %2)\n    Missing: %3"_s.arg(name, slot.settingKey.section(u'.', 1), why));
        }
    }
    return Done;
}

int importFile(const LabStore &store, const QString &file, bool json)
{
    const auto names = importLoaders(store, file);
    if (!names)
        return report(file, names.error());
    for (const auto &name : *names) {
        if (json)
            printJson({{u"event"_s, u"loader-imported"_s}, {u"name"_s, name}, {u"file"_s, file}});
        else
            print(u"Imported %1"_s.arg(name));
    }
    return Done;
}

/// The name of the loader that \a wanted means for \a slot, after it was looked at.
Result<QString> fittingLoader(const LabStore &store, const LoaderSlot &slot, const QString &wanted)
{
    const auto folders = loaderFolders(store);
    if (wanted == u"signed")
        return signedLoaderFor(slot, store, folders);
    const auto found = findLoaders(folders);
    if (const auto missing = missingPartOf(wanted, found); !missing.isEmpty())
        return fail(Error::Code::NotFound, missingLoaderSentence(missing, slot.kindOfPc, store));
    const auto facts = loaderFacts(found.value(wanted).path);
    if (!facts)
        return std::unexpected(facts.error());
    if (facts->kind != loaderKindOfSetting(slot.settingKey)) {
        return fail(Error::Code::InvalidArgument,
                    u"%1 is no program for %2; “benchboot loaders” lists those that are"_s.arg(wanted, slot.kindOfPc));
    }
    return wanted;
}

int use(const LabStore &store, const QString &architecture, const QString &wanted, bool json)
{
    const auto *slot = loaderSlotCalled(architecture);
    if (!slot) {
        return wrongUsage(u"there is no architecture “%1”; take bios, efi-ia32, efi-x64, efi-arm64 or a number as in 7"_s.arg(
            architecture));
    }
    const auto name = fittingLoader(store, *slot, wanted);
    if (!name)
        return report(u"loaders"_s, name.error());
    const auto changed = store.change([&](Lab &lab) { return lab.setSetting(slot->settingKey, *name); });
    if (!changed)
        return report(u"loaders"_s, changed.error());
    const auto loaders = listLoaders(store, loaderFolders(store), chosenLoaders(*changed));
    const auto chosen = std::ranges::find(loaders, *name, &LoaderInfo::name);
    if (chosen != loaders.end())
        json ? printLoaderJson(*chosen) : printLoader(*chosen);
    return Done;
}

} // namespace

int loaders(const QStringList &words)
{
    Arguments arguments(
        u"loaders [list | import FILE | use ARCH LOADER] [--lab DIR] [--json]"_s,
        u"Lists the boot loaders, takes one (or iPXE's ipxeboot.tar.gz) into the lab, or chooses one: ARCH is bios, efi-ia32, efi-x64, efi-arm64 or a number, LOADER a name of the list or “signed”."_s);
    if (const auto status = arguments.parse(words))
        return *status;
    const auto positional = arguments.positional();
    const auto verb = positional.value(0, u"list"_s);
    const qsizetype wordsNeeded = verb == u"list" ? 1 : verb == u"import" ? 2 : verb == u"use" ? 3 : -1;
    if (std::max<qsizetype>(positional.size(), 1) != wordsNeeded)
        return wrongUsage(u"it is “loaders list”, “loaders import FILE” or “loaders use ARCH LOADER”"_s);
    const auto store = arguments.lab();
    if (!store)
        return report(u"lab"_s, store.error());
    if (verb == u"list")
        return list(*store, arguments.json());
    if (verb == u"import")
        return importFile(*store, positional.at(1), arguments.json());
    return use(*store, positional.at(1), positional.at(2), arguments.json());
}

} // namespace Benchboot::Cli
