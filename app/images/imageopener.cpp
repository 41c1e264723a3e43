// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imageopener.h"

#include "images/archiveunpacker.h"

#include <array>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// What the content of the packed stream \a name is called.
QString contentName(const QString &name)
{
    constexpr std::array endings{
        std::pair{u".gz", u""},      std::pair{u".bz2", u""},      std::pair{u".xz", u""},
        std::pair{u".zst", u""},     std::pair{u".tgz", u".tar"},  std::pair{u".tbz2", u".tar"},
        std::pair{u".txz", u".tar"}, std::pair{u".tzst", u".tar"},
    };
    for (const auto &[ending, instead] : endings) {
        const auto packed = QString::fromUtf16(ending);
        if (name.size() > packed.size() && name.endsWith(packed, Qt::CaseInsensitive))
            return name.chopped(packed.size()) + QString::fromUtf16(instead);
    }
    return name;
}

/// Looks for what can be told before anything is unpacked.
Result<void> checkBefore(int descriptor, ContainerKind kind, const QString &name, SpoolSpace &space)
{
    const auto head = readExtents(descriptor, {{0, containerHeadSize}}, 0, containerHeadSize);
    if (isEmptyZip(head))
        return std::unexpected(emptyArchiveError(name));
    if (isOneOfSeveral(head)) {
        return fail(Error::Code::Unsupported,
                    u"%1 is one part of several. Unpack them together, and import what is in them"_s.arg(name));
    }
    return space.expect(leastUnpackedSize(descriptor, kind));
}

} // namespace

Result<OpenedImage> openImage(const SharedDescriptor &file, const QString &name, const Unpacking &unpacking,
                              const TreeLimits &limits)
{
    struct stat status{};
    ::fstat(file->get(), &status);
    SpoolSpace space(unpacking.folder.isEmpty() ? temporarySpoolFolder() : unpacking.folder, unpacking.inLab, name,
                     status.st_size, unpacking.limits);
    OpenedImage image{.descriptor = file, .name = name, .isPacked = false, .tree = {}};
    for (int level = 0;; ++level) {
        const auto kind = containerKind(image.descriptor->get());
        if (!kind)
            return image;
        if (unpacking.refuse) {
            return fail(
                Error::Code::Unsupported,
                u"%1 is packed, so nothing can be served out of it as it lies there. Import it by copying (--mode extract)"_s
                    .arg(name));
        }
        if (level >= unpacking.limits.levels) {
            return fail(Error::Code::LimitExceeded,
                        u"%1 is packed more than %2 times over. Unpack it yourself, and import what is in it"_s.arg(
                            name, QString::number(unpacking.limits.levels)));
        }
        if (const auto possible = checkBefore(image.descriptor->get(), *kind, name, space); !possible)
            return std::unexpected(possible.error());
        auto archive = ArchiveReader::open(image.descriptor, *kind, name);
        if (!archive)
            return std::unexpected(archive.error());
        auto unpacked = unpackArchive(*archive, space, name, contentName(image.name), limits, unpacking.progress);
        if (!unpacked)
            return std::unexpected(unpacked.error());
        image.isPacked = true;
        image.descriptor = unpacked->descriptor;
        if (unpacked->name.isEmpty()) {
            image.tree = std::move(unpacked->tree);
            return image;
        }
        image.name = unpacked->name.section(u'/', -1);
    }
}

} // namespace Benchboot
