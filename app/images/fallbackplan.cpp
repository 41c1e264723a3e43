// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imageplan.h"

#include "images/bootconfig.h"
#include "images/bootheader.h"
#include "images/firmwarefit.h"
#include "images/recipeoptions.h"
#include "images/sizetext.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 bytesPerMiB = 1024 * 1024;
constexpr qint64 maxConfigSize = 256 * 1024;
// memdisk: an image larger than that leaves a 32-bit loader no room below 2 GiB
constexpr qint64 memdiskLimit = 1'500'000'000;
constexpr int memdiskBaseMiB = 128;
constexpr int systemBaseMiB = 512; // for a system that nothing is known of
constexpr double selfContainedShare = 0.4; // of the image: a kernel and initrd as large as that hold everything
const auto entryOption = u"entry"_s;

std::unexpected<Error> notRecognised(const ImageContents &contents, const QString &why)
{
    return fail(Error::Code::NotRecognised, contents.name() + u' ' + why);
}

/// What one way of starting makes of an image.
struct Way
{
    QList<BootEntry> entries;
    QList<const ContentFile *> files;
    QStringList warnings;
};

/// What an image without a recipe is called. Few floppies and no programs have a label: their file's name says more than any word of ours.
QString nameOf(const ImageContents &contents)
{
    return contents.label().isEmpty() ? QFileInfo(contents.name()).completeBaseName() : contents.label();
}

BootEntry entryOf(const ImageContents &contents, BootMethod method, const ContentFile &kernel)
{
    BootEntry entry;
    entry.title = nameOf(contents);
    entry.method = method;
    entry.kernel = kernel.path;
    return entry;
}

/// The configurations that a disc's boot loaders read first.
QStringList configsOf(const ImageContents &contents)
{
    QStringList paths;
    for (const auto *pattern :
         {u"isolinux/isolinux.cfg", u"boot/isolinux/isolinux.cfg", u"isolinux.cfg", u"boot/syslinux/*linux.cfg",
          u"syslinux/*linux.cfg", u"*linux.cfg", u"boot/extlinux/extlinux.conf", u"boot/grub/loopback.cfg",
          u"boot/grub/grub.cfg", u"boot/grub2/grub.cfg", u"EFI/*/grub.cfg", u"loader/entries/*.conf"}) {
        const auto matches = contents.glob(QString::fromUtf16(pattern));
        for (const auto &match : matches)
            paths.append(match.file->path);
    }
    return paths;
}

/// The boot loader's own menu: each of its kernels with its initrds and arguments.
class ConfigWay
{
public:
    explicit ConfigWay(const ImageContents &contents) : m_contents(contents) { }

    [[nodiscard]] Way run()
    {
        const auto menu = readBootMenu(configsOf(m_contents), [this](const QString &path) {
            const auto *file = m_contents.find(path);
            return file ? m_contents.head(*file, maxConfigSize) : QByteArray();
        });
        for (const auto &choice : menu.choices)
            add(choice);
        for (auto &entry : m_way.entries) {
            if (m_way.entries.size() == 1)
                entry.whenOptions.clear();
        }
        return std::move(m_way);
    }

private:
    void add(const BootChoice &choice)
    {
        const auto *kernel = m_contents.find(choice.isMemdisk ? choice.initrds.value(0) : choice.kernel);
        if (!kernel)
            return;
        auto entry = entryOf(m_contents, choice.isMemdisk ? BootMethod::Memdisk : BootMethod::Kernel, *kernel);
        QList<const ContentFile *> files{kernel};
        if (!choice.isMemdisk) {
            const auto header = parseBootHeader(m_contents.head(*kernel, bootHeaderSize));
            if (!header || !addInitrds(choice, entry, files))
                return;
            entry.firmware = header->firmware;
            entry.cpuBits = header->is64Bit ? 64 : 0;
        } else {
            entry.firmware = Firmware::Bios;
        }
        qint64 size = 0;
        for (const auto *file : files)
            size += file->size();
        entry.title += u", "_s + choice.label;
        entry.arguments = choice.isMemdisk ? choice.arguments : withCommonArguments(choice.arguments);
        entry.whenOptions.insert(entryOption, choice.label);
        entry.memoryMiB = systemBaseMiB + int(2 * size / bytesPerMiB);
        entry.reason = u"No recipe knows this system, so it starts as its own boot menu says"_s;
        const bool isWhole = choice.isMemdisk || double(size) >= selfContainedShare * double(m_contents.size());
        if (!isWhole)
            warnOfMedium(choice);
        applyInitrdLimits(entry, m_contents);
        m_way.entries.append(entry);
        m_way.files += files;
    }

    [[nodiscard]] bool addInitrds(const BootChoice &choice, BootEntry &entry, QList<const ContentFile *> &files) const
    {
        for (const auto &path : choice.initrds) {
            const auto *file = m_contents.find(path);
            if (!file)
                return false;
            entry.initrds.append({file->path, {}, 0644});
            files.append(file);
        }
        return true;
    }

    void warnOfMedium(const BootChoice &choice)
    {
        const auto warning = choice.losesMedium
            ? u"Its arguments name a drive, which was left out: the system may look for its disc in vain. Write a "
              u"recipe for it if it does."_s
            : u"Only kernel and initrd are taken, which are a small part of the disc: the system may look for the rest "
              u"in vain. Write a recipe for it if it does."_s;
        if (m_way.warnings.isEmpty())
            m_way.warnings.append(warning);
    }

    const ImageContents &m_contents;
    Way m_way;
};

Way configWay(const ImageContents &contents) { return ConfigWay(contents).run(); }

/// The loader that UEFI would start from a drive with this image.
Way efiWay(const ImageContents &contents)
{
    Way way;
    const auto add = [&](const ContentFile &file, Firmwares firmware, const QString &reason) {
        auto entry = entryOf(contents, BootMethod::Efi, file);
        entry.firmware = firmware;
        entry.memoryMiB = systemBaseMiB;
        entry.reason = reason;
        way.entries.append(entry);
        way.files.append(&file);
    };
    if (contents.isBareProgram()) {
        const auto &file = contents.files().first();
        const auto header = parseBootHeader(contents.head(file, bootHeaderSize));
        if (header && !header->firmware.testFlag(Firmware::Bios))
            add(file, header->firmware, u"No recipe knows this EFI program, so it is started as it is"_s);
        return way;
    }
    const auto loaders = efiLoaders(contents);
    for (const auto &[flag, file] : loaders)
        add(*file, flag, u"No recipe knows this system, so its own EFI loader is started"_s);
    if (!way.entries.isEmpty())
        way.warnings.append(
            u"On UEFI its own loader starts without its disc: programs that are complete in one file work, "
            u"boot menus mostly stop."_s);
    return way;
}

bool startsOnBios(const ImageContents &contents)
{
    if (contents.disk())
        return contents.disk()->hasBootCode;
    const auto &images = contents.bootImages();
    return std::any_of(images.begin(), images.end(), [](const BootImage &image) {
        return image.bootable && image.platform == BootImage::Platform::Bios;
    });
}

/// The disc as a whole, in the memory of the PC.
Way memdiskWay(const ImageContents &contents)
{
    const auto size = contents.image().size();
    if (!startsOnBios(contents) || size > memdiskLimit)
        return {};
    auto entry = entryOf(contents, BootMethod::Memdisk, contents.image());
    entry.arguments = memdiskArguments(contents);
    entry.firmware = Firmware::Bios;
    entry.memoryMiB = int(size / bytesPerMiB) + memdiskBaseMiB;
    entry.reason = u"No recipe knows this system, so the disc is loaded whole into memory and started from there"_s;
    if (isTooSmallForSanboot(contents)) {
        entry.reason = u"%1. %2"_s.arg(
            entry.reason, u"It cannot be read over the network instead: iPXE starts no hard disk of less than 8.2 MB"_s);
    }
    return {{entry},
            {&contents.image()},
            {u"Started by memdisk: BIOS only, and Linux or Windows on the disc lose it as soon as their own drivers "
             u"take over."_s}};
}

/// The disc as a drive that is read over HTTP.
Way sanbootWay(const ImageContents &contents)
{
    if (contents.isTree())
        return {};
    auto entry = entryOf(contents, BootMethod::Sanboot, contents.image());
    entry.firmware = sanbootFirmware(contents);
    if (!entry.firmware)
        return {};
    entry.arguments = sanbootArguments(contents);
    entry.memoryMiB = memdiskBaseMiB;
    entry.reason = u"No recipe knows this system, so the disc is read over the network as if it were a drive"_s;
    return {
        {entry},
        {&contents.image()},
        {u"Started as a drive over the network: slow, and Linux or Windows on the disc lose it as soon as their own "
         u"drivers take over."_s}};
}

const std::array ways{
    std::pair{u"fallback-config"_s, &configWay},
    std::pair{u"fallback-efi"_s, &efiWay},
    std::pair{u"fallback-memdisk"_s, &memdiskWay},
    std::pair{u"fallback-sanboot"_s, &sanbootWay},
};

/// Whether UEFI itself finds the loader on a drive with this image: on a FAT volume, or by El Torito.
bool startsOnUefi(const ImageContents &contents)
{
    return contents.disk() || std::ranges::any_of(contents.bootImages(), [](const BootImage &image) {
               return image.bootable && image.platform == BootImage::Platform::Efi;
           });
}

/// In the order of trying. A loader mostly reads on from the drive or disc that it is on, so it starts from one where UEFI can do that.
auto waysFor(const ImageContents &contents)
{
    auto order = ways;
    if (startsOnUefi(contents))
        std::rotate(order.begin() + 1, order.begin() + 2, order.end());
    return order;
}

/// Adds what \a way has for firmware that nothing starts on yet.
void addWay(const QString &id, const Way &way, ImagePlan &plan, Firmwares &covered)
{
    auto &facts = plan.facts;
    Firmwares added;
    for (auto entry : way.entries) {
        entry.firmware &= ~covered;
        if (!entry.firmware)
            continue;
        added |= entry.firmware;
        facts.entries.append(entry);
    }
    if (!added)
        return;
    covered |= added;
    if (facts.recipe.isEmpty())
        facts.recipe = id;
    facts.warnings += way.warnings;
    for (const auto *file : way.files) {
        const bool isTaken = std::ranges::contains(facts.files, file->path, &ImageFile::path);
        if (!isTaken)
            facts.files.append({.path = file->path, .size = file->size(), .sha256 = {}, .extents = file->extents});
    }
}

/// The choice among the entries of the disc's own menu.
QList<BootOption> entryOptions(const QList<BootEntry> &entries)
{
    BootOption option{entryOption, u"Entry of its boot menu"_s, {}, {}};
    for (const auto &entry : entries) {
        const auto label = entry.whenOptions.value(entryOption);
        if (!label.isEmpty() && !option.choices.contains(label))
            option.choices.append(label);
    }
    option.defaultValue = option.choices.value(0);
    return option.choices.size() > 1 ? QList<BootOption>{option} : QList<BootOption>();
}

std::unexpected<Error> noWay(const ImageContents &contents)
{
    const auto &images = contents.bootImages();
    const auto size = contents.image().size();
    if (contents.isBareProgram()) {
        return notRecognised(
            contents,
            u"is a kernel, but no recipe knows it: alone it would find no system. Import the disc that "
            u"it comes from, or write a recipe"_s);
    }
    if (contents.isTree()) {
        return notRecognised(
            contents, u"holds no image, and no recipe knows the files in it. Choose the image of a bootable system"_s);
    }
    if (isTooSmallForSanboot(contents)) {
        return notRecognised(contents,
                             u"is a hard disk of %1, and iPXE starts none of less than 8.2 MB over the network. Load it "
                             u"whole into memory: leave the recipe open, or choose fallback-memdisk"_s.arg(sizeText(size)));
    }
    if (startsOnBios(contents)) {
        return notRecognised(contents,
                             u"is bootable, but no recipe knows it, and at %1 it is too large to be loaded whole "
                             u"into a PC's memory. Write a recipe for it"_s.arg(sizeText(size)));
    }
    if (!images.isEmpty()) {
        return notRecognised(
            contents, u"boots on UEFI only, from a hidden loader, and no recipe knows it. Write a recipe for it"_s);
    }
    return notRecognised(contents,
                         u"is a data disc: it has no boot record, so there is nothing that a PC could boot. "
                         u"Choose the image of a bootable system"_s);
}

} // namespace

bool isFallback(const QString &recipe)
{
    return std::any_of(ways.begin(), ways.end(), [&recipe](const auto &way) { return way.first == recipe; });
}

Result<ImagePlan> planFallback(const ImageContents &contents, const QString &only)
{
    ImagePlan plan;
    auto &facts = plan.facts;
    Firmwares covered;
    for (const auto &[id, way] : waysFor(contents)) {
        if (only.isEmpty() || only == id)
            addWay(id, way(contents), plan, covered);
    }
    if (facts.entries.isEmpty())
        return noWay(contents);
    facts.name = nameOf(contents);
    facts.label = contents.label();
    facts.architecture = architectureOf(facts.entries);
    Recipe recipe;
    recipe.options = entryOptions(facts.entries);
    for (const auto &entry : std::as_const(facts.entries))
        recipe.entries.emplace_back().whenOptions = entry.whenOptions;
    facts.options = offeredOptions(recipe, facts.entries);
    std::sort(facts.files.begin(), facts.files.end(),
              [](const ImageFile &a, const ImageFile &b) { return a.path < b.path; });
    return plan;
}

} // namespace Benchboot
