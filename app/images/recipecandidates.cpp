// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/recipecandidates.h"

#include "images/bootheader.h"
#include "images/cpio.h"
#include "images/firmwarefit.h"
#include "images/recipeoptions.h"
#include "images/recipewords.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr int familyPriority = 10; // recipes up to here are for whatever looks like it
constexpr double mebibyte = 1024 * 1024;
constexpr qsizetype mostOfEach = 32; // entries of one image that differ in their kernel only

} // namespace

void addWarning(ImageFacts &facts, const QString &warning)
{
    if (!facts.warnings.contains(warning))
        facts.warnings.append(warning);
}

QList<Candidate> CandidateMaker::candidates(const RecipeEntry &from)
{
    if (!from.each.isEmpty())
        return candidatesOfEach(from);
    auto made = candidate(from);
    return made ? QList{std::move(*made)} : QList<Candidate>();
}

QList<Candidate> CandidateMaker::candidatesOfEach(const RecipeEntry &from)
{
    QList<Candidate> list;
    const auto kernels = m_contents.glob(from.kernel);
    for (const auto &kernel : kernels) {
        const auto name = kernel.file->path.section(u'/', -1);
        if (list.size() >= mostOfEach || !isSafeOptionValue(name))
            continue;
        if (auto made = candidate(from, &kernel)) {
            made->entry.title += u", "_s + name;
            made->entry.whenOptions.insert(from.each, name);
            list.append(std::move(*made));
        }
    }
    // A single kernel that another entry starts already is no choice.
    if (list.size() == 1 && std::ranges::contains(m_plan.facts.entries, list.first().entry.kernel, &BootEntry::kernel))
        list.clear();
    return list;
}

QString CandidateMaker::titleOf(const RecipeEntry &from) const
{
    const auto &facts = m_plan.facts;
    auto title = facts.name;
    for (const auto &part : {facts.version, facts.edition}) {
        if (!part.isEmpty())
            title += u' ' + part;
    }
    return from.title.isEmpty() ? title : title + u", "_s + from.title;
}

/// \return nothing where the image lacks one of the entry's files, or the kernel is none.
std::optional<Candidate> CandidateMaker::candidate(const RecipeEntry &from)
{
    if (from.kernel.isEmpty())
        return candidate(from, nullptr);
    const auto kernels = m_contents.glob(from.kernel);
    for (const auto &kernel : kernels) {
        if (auto made = candidate(from, &kernel))
            return made;
    }
    return std::nullopt;
}

std::optional<Candidate> CandidateMaker::candidate(const RecipeEntry &from, const GlobMatch *kernel)
{
    Candidate made;
    auto &entry = made.entry;
    entry.title = titleOf(from);
    entry.method = from.method;
    entry.script = from.script;
    entry.firmware = from.firmware;
    entry.cpuBits = from.cpuBits;
    entry.whenOptions = from.whenOptions;
    entry.reason = from.reason;
    if (m_recipe.priority <= familyPriority && entry.reason.isEmpty())
        entry.reason
            = u"No recipe knows this very system; it has the files of its family, and is started like the others"_s;
    const auto captured = kernel ? kernel->captured : QStringList();
    if (from.method == BootMethod::None) {
        entry.firmware = {};
        return addFiles(from, captured, made) ? std::optional(Candidate{entry, {}}) : std::nullopt;
    }
    if (kernel) {
        if (!setFirmware(from, *kernel->file, entry))
            return std::nullopt;
        entry.kernel = kernel->file->path;
        made.files.append(kernel->file);
    }
    if (!addFiles(from, captured, made) || !addInitrds(from, captured, made) || !addArguments(from, captured, made))
        return std::nullopt;
    entry.memoryMiB = memory(made);
    applyInitrdLimits(entry, m_contents);
    return made;
}

bool CandidateMaker::setFirmware(const RecipeEntry &from, const ContentFile &kernel, BootEntry &entry)
{
    switch (from.method) {
    case BootMethod::Kernel:
    case BootMethod::Efi:
        entry.firmware = firmwareOfHeader(from, kernel, entry);
        break;
    case BootMethod::Sanboot:
        entry.firmware = &kernel == &m_contents.image() ? sanbootFirmware(m_contents)
                                                        : innerDiskFirmware(m_contents, kernel);
        if (from.firmware)
            entry.firmware &= from.firmware;
        break;
    case BootMethod::Memdisk:
    case BootMethod::Wimboot:
    case BootMethod::None:
        entry.firmware = from.firmware ? from.firmware : Firmwares(Firmware::Bios);
        break;
    }
    return bool(entry.firmware);
}

/// \return where the kernel or EFI program starts; nothing where it does not.
Firmwares CandidateMaker::firmwareOfHeader(const RecipeEntry &from, const ContentFile &kernel, BootEntry &entry)
{
    if (&kernel == &m_contents.image() && !m_contents.isBareProgram())
        return {}; // "@image" of an entry that is meant for the bare program
    const auto header = parseBootHeader(m_contents.head(kernel, bootHeaderSize));
    if (!header && from.firmware)
        return from.firmware; // the recipe knows better, e.g. a kernel in another format
    if (!header) {
        addWarning(m_plan.facts, u"%1 is not a kernel that iPXE can start, so its menu entry is left out."_s.arg(kernel.path));
        return {};
    }
    auto firmware = from.firmware ? from.firmware & header->firmware : header->firmware;
    if (from.method == BootMethod::Efi)
        firmware.setFlag(Firmware::Bios, false);
    if (header->is64Bit)
        entry.cpuBits = 64;
    return firmware;
}

bool CandidateMaker::addFiles(const RecipeEntry &from, const QStringList &captured, Candidate &to) const
{
    for (const auto &pattern : from.none) {
        if (!m_contents.glob(withCaptured(pattern, captured)).isEmpty())
            return false;
    }
    for (const auto &pattern : from.files) {
        const auto matches = m_contents.glob(withCaptured(pattern, captured));
        if (matches.isEmpty())
            return false;
        for (const auto &match : matches)
            to.files.append(match.file);
    }
    return true;
}

bool CandidateMaker::addInitrds(const RecipeEntry &from, const QStringList &captured, Candidate &to)
{
    for (const auto &initrd : from.initrds) {
        if (!initrd.overlay.isEmpty()) {
            if (!addOverlay(initrd.overlay, to))
                return false;
            continue;
        }
        const auto matches = m_contents.glob(withCaptured(initrd.file, captured));
        if (matches.isEmpty()) {
            if (initrd.optional)
                continue;
            return false;
        }
        to.entry.initrds.append(
            {matches.first().file->path, withCaptured(initrd.injectAs, matches.first().captured), initrd.mode});
        to.files.append(matches.first().file);
    }
    return true;
}

/// An initramfs of our own, made of the files below overlays/ beside the recipe, or of the built-in ones.
bool CandidateMaker::addOverlay(const QString &name, Candidate &to)
{
    const auto path = u"benchboot-%1.cpio"_s.arg(name);
    if (!m_plan.ownFiles.contains(path)) {
        auto files = overlayFiles(QFileInfo(m_recipe.file).path() + u"/overlays/"_s + name);
        if (!files)
            files = overlayFiles(u":/recipes/overlays/"_s + name);
        if (!files) {
            addWarning(m_plan.facts, u"%1, so a menu entry is left out."_s.arg(files.error().detail));
            return false;
        }
        const auto content = cpioArchive(*files);
        m_plan.ownFiles.insert(path, content);
        m_plan.facts.files.append({.path = path, .size = content.size(), .sha256 = {}, .extents = {}, .own = true});
    }
    to.entry.initrds.append({path, {}, 0644});
    return true;
}

bool CandidateMaker::addArguments(const RecipeEntry &from, const QStringList &captured, Candidate &to) const
{
    const auto filled = fillWords(m_recipe.arguments + from.arguments, captured, m_contents);
    if (!filled)
        return false;
    to.files += filled->files;
    to.entry.arguments = filled->words.join(u' ');
    if (to.entry.method == BootMethod::Kernel)
        to.entry.arguments = withCommonArguments(to.entry.arguments);
    fitToDrive(to.entry);
    return true;
}

/// Recipes are written for discs; the same system comes as an image of a floppy, a disk or a stick.
void CandidateMaker::fitToDrive(BootEntry &entry) const
{
    if (!m_contents.disk() || entry.kernel != m_contents.image().path)
        return;
    if (entry.method == BootMethod::Memdisk && entry.arguments == u"iso raw")
        entry.arguments = memdiskArguments(m_contents);
    else if (entry.method == BootMethod::Sanboot && entry.arguments.isEmpty())
        entry.arguments = sanbootArguments(m_contents);
}

int CandidateMaker::memory(const Candidate &candidate) const
{
    double bytes = 0;
    const auto sizeOf = [this](const QString &path) {
        const auto own = m_plan.ownFiles.constFind(path);
        if (own != m_plan.ownFiles.cend())
            return qint64(own->size());
        const auto *file = m_contents.find(path);
        return file ? file->size() : 0;
    };
    for (const auto &initrd : candidate.entry.initrds)
        bytes += 2 * double(sizeOf(initrd.path)); // packed and unpacked at once
    if (!candidate.entry.kernel.isEmpty())
        bytes += double(candidate.files.first()->size()); // of memdisk and wimboot: the image, which stays there
    for (const auto &pattern : m_recipe.memory.files) {
        const auto matches = m_contents.glob(pattern);
        for (const auto &match : matches)
            bytes += m_recipe.memory.times * double(match.file->size());
    }
    return m_recipe.memory.baseMiB + int(std::ceil(bytes / mebibyte));
}

} // namespace Benchboot
