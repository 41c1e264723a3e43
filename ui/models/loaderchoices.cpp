// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/loaderchoices.h"

#include "session/loaderchain.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::LoaderChoices {
namespace {

/// The translation context of this file.
struct ChoiceText
{
    Q_DECLARE_TR_FUNCTIONS(LoaderChoices)
};

/// Whether \a name is only ever loaded by another loader, and so nothing to choose.
bool isLaterStage(const QString &name)
{
    return std::ranges::any_of(signedChains(), [&](const SignedChain &chain) {
        const bool plainShim = name.startsWith(chain.folder() + u"shim"_s) && chain.shimName() != name;
        return name == chain.secondStageName() || (!chain.folder().isEmpty() && plainShim);
    });
}

} // namespace

QStringList fitting(const QHash<QString, ServedFile> &found, LoaderKind kind)
{
    QStringList names;
    for (const auto &[name, file] : found.asKeyValueRange()) {
        if (!isLaterStage(name) && loaderKindOfFile(file.path) == kind)
            names.append(name);
    }
    names.sort();
    return names;
}

QString shownName(const QString &loader)
{
    const auto *chain = signedChainOf(loader);
    if (!chain)
        return loader;
    return chain->program == SignedChain::Program::Grub ? ChoiceText::tr("%1 and GRUB (Secure Boot)").arg(loader)
                                                        : ChoiceText::tr("%1 (Secure Boot)").arg(loader);
}

QString kindText(LoaderKind kind)
{
    switch (kind) {
    case LoaderKind::Bios:
        return ChoiceText::tr("BIOS");
    case LoaderKind::EfiX86:
        return ChoiceText::tr("UEFI x86");
    case LoaderKind::EfiX64:
        return ChoiceText::tr("UEFI x64");
    case LoaderKind::EfiArm64:
        return ChoiceText::tr("UEFI ARM64");
    case LoaderKind::Unknown:
        break;
    }
    return {};
}

} // namespace Benchboot::LoaderChoices
