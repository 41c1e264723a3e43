// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loaderlist.h"

#include "session/loaderchain.h"
#include "session/loaders.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// The installed version of a Debian package; empty if it is not installed.
QString packageVersion(const QString &package)
{
    QFile status(u"/var/lib/dpkg/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return {};
    const auto name = package.section(u':', 0, 0).toUtf8();
    bool inside = false;
    while (!status.atEnd()) {
        const auto line = status.readLine().trimmed();
        if (line.startsWith("Package: "))
            inside = line.sliced(9) == name;
        else if (inside && line.startsWith("Version: "))
            return QString::fromUtf8(line.sliced(9));
    }
    return {};
}

void addOrigin(LoaderInfo &loader, const LabStore &store, const LoaderManifest &manifest)
{
    const auto own = QFileInfo(store.loadersFolder()).canonicalFilePath() + u'/';
    if (!loader.path.startsWith(own)) {
        loader.origin = LoaderInfo::Origin::Package;
        loader.source = packageOfLoader(loader.name);
        if (loader.version.isEmpty())
            loader.version = packageVersion(loader.source);
        return;
    }
    const auto imported = manifest.constFind(loader.path.sliced(own.size()));
    if (imported == manifest.cend())
        return;
    if (imported->sha256 != loader.facts.sha256) {
        loader.warnings.append(u"%1 was changed after it was imported. Import it again if that was not you"_s.arg(loader.name));
        return;
    }
    loader.origin = LoaderInfo::Origin::Imported;
    loader.source = imported->source;
    loader.needsAutoexec = imported->needsAutoexec;
    if (loader.version.isEmpty())
        loader.version = imported->version;
}

bool isMicrosoftsOld(const QString &signer) { return signer.contains(u"UEFI CA 2011"); }

void addWarnings(LoaderInfo &loader, const LoaderSlot &slot, const QHash<QString, ServedFile> &found)
{
    if (loader.facts.kind != loaderKindOfSetting(slot.settingKey))
        loader.warnings.append(u"%1 is no program for %2, so such PCs cannot start it"_s.arg(loader.name, slot.kindOfPc));
    if (loader.facts.program == LoaderFacts::Program::Ipxe && loader.facts.http == false)
        loader.warnings.append(u"%1 cannot load over HTTP, so the menu does not come"_s.arg(loader.name));
    const auto *chain = signedChainOf(loader.name);
    if (!chain)
        return;
    if (const auto missing = missingPartOf(loader.name, found); !missing.isEmpty()) {
        const auto package = packageOfLoader(missing);
        const auto sentence = u"%1 loads %2, which is not on this computer"_s.arg(loader.name, missing);
        loader.warnings.append(package.isEmpty() ? sentence
                                                 : u"%1. %2"_s.arg(sentence, u"Install the package %1"_s.arg(package)));
    }
    if (chain->program == SignedChain::Program::Grub)
        loader.warnings.append(grubServerSentence(loader.name));
    if (!loader.facts.signers.isEmpty() && std::ranges::all_of(loader.facts.signers, isMicrosoftsOld)) {
        loader.warnings.append(
            u"%1 is signed for Microsoft's certificate of 2011 only. PCs that hold just the one of 2023 refuse it"_s.arg(loader.name));
    }
}

} // namespace

QList<LoaderInfo> listLoaders(const LabStore &store, const QStringList &folders, const QMap<QString, QString> &chosen)
{
    const auto found = findLoaders(folders);
    const auto manifest = readLoaderManifest(store);
    QList<LoaderInfo> loaders;
    for (const auto &[name, file] : found.asKeyValueRange()) {
        LoaderInfo loader{.name = name, .path = file.path};
        if (auto facts = loaderFacts(file.path))
            loader.facts = *std::move(facts);
        else
            loader.warnings.append(facts.error().detail);
        loader.version = loader.facts.version;
        addOrigin(loader, store, manifest);
        for (const auto &slot : loaderSlots()) {
            if (chosen.value(slot.settingKey) != name)
                continue;
            loader.usedFor.append(slot.settingKey);
            addWarnings(loader, slot, found);
        }
        loaders.append(std::move(loader));
    }
    std::ranges::sort(loaders, {}, &LoaderInfo::name);
    return loaders;
}

QMap<QString, QString> chosenLoaders(const Lab &lab)
{
    QMap<QString, QString> chosen;
    for (const auto &slot : loaderSlots())
        chosen.insert(slot.settingKey, lab.setting(slot.settingKey));
    return chosen;
}

const LoaderSlot *loaderSlotCalled(const QString &word)
{
    bool isNumber = false;
    const auto number = word.toUShort(&isNumber);
    const auto found = std::ranges::find_if(loaderSlots(), [&](const LoaderSlot &slot) {
        return isNumber ? slot.architectures.contains(number) || slot.httpArchitectures.contains(number)
                        : slot.settingKey == u"loader."_s + word;
    });
    return found == loaderSlots().end() ? nullptr : &*found;
}

Result<QString> signedLoaderFor(const LoaderSlot &slot, const LabStore &store, const QStringList &folders)
{
    const auto found = findLoaders(folders);
    const auto kind = loaderKindOfSetting(slot.settingKey);
    QString missing;
    for (const auto &chain : signedChains()) {
        if (chain.kind != kind)
            continue;
        const auto part = missingPartOf(chain.shimName(), found);
        if (part.isEmpty())
            return chain.shimName();
        missing = part; // of the last: the one that packages have
    }
    if (missing.isEmpty()) {
        return fail(Error::Code::Unsupported,
                    u"there is no signed loader for %1; switch Secure Boot off on such PCs"_s.arg(slot.kindOfPc));
    }
    return fail(Error::Code::NotFound, missingLoaderSentence(missing, slot.kindOfPc, store));
}

} // namespace Benchboot
