// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loaderimport.h"

#include "session/loaderfacts.h"
#include "session/loadermanifest.h"

#include <KCompressionDevice>
#include <KTar>

#include <QBuffer>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qsizetype largestArchive = 128LL << 20; // bytes unpacked; iPXE 2.0.0's has about 30 MiB
constexpr qint64 largestMember = 16LL << 20; // bytes
constexpr int mostMembers = 4096;
constexpr int deepestFolder = 8;
constexpr qsizetype endOfArchive = 1024; // two blocks of zeros (POSIX.1-2017 pax, ustar format)

/// A member of iPXE's release that the lab takes, below its one folder "ipxeboot".
struct Member
{
    const char16_t *path;
    const char16_t *name;
    LoaderKind kind;
};
// The folder names the processor; the BIOS programs are 32-bit code whatever the PC has. Names tell apart what the folders did; the signed ones
// keep theirs, because shim asks for them, in a folder of their own.
constexpr std::array members{
    Member{u"i386/undionly.kpxe", u"undionly.kpxe", LoaderKind::Bios},
    Member{u"i386/ipxe.pxe", u"ipxe.pxe", LoaderKind::Bios},
    Member{u"i386/snponly.efi", u"snponly-ia32.efi", LoaderKind::EfiX86},
    Member{u"i386/ipxe.efi", u"ipxe-ia32.efi", LoaderKind::EfiX86},
    Member{u"x86_64/snponly.efi", u"snponly.efi", LoaderKind::EfiX64},
    Member{u"x86_64/ipxe.efi", u"ipxe.efi", LoaderKind::EfiX64},
    Member{u"arm64/snponly.efi", u"snponly-arm64.efi", LoaderKind::EfiArm64},
    Member{u"arm64/ipxe.efi", u"ipxe-arm64.efi", LoaderKind::EfiArm64},
    Member{u"x86_64-sb/shimx64.efi", u"x64-sb/shimx64.efi", LoaderKind::EfiX64},
    Member{u"x86_64-sb/snponly.efi", u"x64-sb/snponly.efi", LoaderKind::EfiX64},
    Member{u"x86_64-sb/ipxe.efi", u"x64-sb/ipxe.efi", LoaderKind::EfiX64},
    Member{u"arm64-sb/shimaa64.efi", u"arm64-sb/shimaa64.efi", LoaderKind::EfiArm64},
    Member{u"arm64-sb/snponly.efi", u"arm64-sb/snponly.efi", LoaderKind::EfiArm64},
    Member{u"arm64-sb/ipxe.efi", u"arm64-sb/ipxe.efi", LoaderKind::EfiArm64},
};

bool isSafeName(const QString &name)
{
    return !name.isEmpty() && name != u"." && name != u".." && !name.contains(u'/') && !name.contains(QChar(0));
}

/// Whether all names below \a folder stay below it, and there are not too many. \a left: how many more there may be.
bool isSafe(const KArchiveDirectory &folder, int depth, int &left)
{
    const auto names = folder.entries();
    return depth <= deepestFolder && std::ranges::all_of(names, [&](const QString &name) {
        const auto *entry = folder.entry(name);
        if (!entry || !isSafeName(name) || --left < 0)
            return false;
        return !entry->isDirectory() || isSafe(static_cast<const KArchiveDirectory &>(*entry), depth + 1, left);
    });
}

/// The first folder that the archive consists of, which carries the release's name; the archive's root where that is not so.
const KArchiveDirectory *releaseFolder(const KArchiveDirectory &root)
{
    const auto *folder = root.entry(u"ipxeboot"_s);
    return folder && folder->isDirectory() ? static_cast<const KArchiveDirectory *>(folder) : &root;
}

/// The plain file at \a path; null if there is none, or it is a link.
const KArchiveFile *memberAt(const KArchiveDirectory &folder, const QString &path)
{
    const auto *found = folder.entry(path);
    return found && found->isFile() && found->symLinkTarget().isEmpty() ? static_cast<const KArchiveFile *>(found)
                                                                       : nullptr;
}

Result<QByteArray> unpacked(const QByteArray &file, KCompressionDevice::CompressionType type)
{
    QBuffer packed;
    packed.setData(file);
    KCompressionDevice device(&packed, false, type);
    if (!device.open(QIODevice::ReadOnly))
        return fail(Error::Code::Malformed, u"the archive cannot be unpacked"_s);
    QByteArray bytes;
    for (;;) {
        const auto part = device.read(1 << 20);
        if (part.isEmpty())
            break;
        bytes += part;
        if (bytes.size() > largestArchive)
            return fail(Error::Code::LimitExceeded, u"the archive is larger than any release of iPXE"_s);
    }
    if (device.error() != QFileDevice::NoError)
        return fail(Error::Code::Malformed, u"the archive is damaged or cut short; download it again"_s);
    return bytes;
}

bool endsWithAny(const QString &name, std::initializer_list<QStringView> ends)
{
    return std::ranges::any_of(ends, [&](QStringView end) { return name.endsWith(end, Qt::CaseInsensitive); });
}

/// What a single file becomes. A signed iPXE and its shim go where shim looks for them.
Result<QList<NewLoader>> singleLoader(const QString &file, const QByteArray &bytes)
{
    const auto name = loaderNameFor(file);
    const auto facts = scanLoader(bytes);
    const bool efi = facts.kind == LoaderKind::EfiX86 || facts.kind == LoaderKind::EfiX64 || facts.kind == LoaderKind::EfiArm64;
    const bool helper = name == u"memdisk" || name == u"wimboot";
    const bool fits = endsWithAny(name, {u".efi"}) ? efi
        : endsWithAny(name, {u".kpxe", u".kkpxe", u".pxe", u".0"}) ? facts.kind == LoaderKind::Bios
                                                                   : helper && !bytes.isEmpty();
    if (!fits) {
        return fail(Error::Code::InvalidArgument,
                    u"it is no boot loader; take an .efi, .kpxe or .pxe file, or iPXE's ipxeboot.tar.gz"_s);
    }
    const auto folder = facts.kind == LoaderKind::EfiX64 ? u"x64-sb/"_s : u"arm64-sb/"_s;
    const bool hasChain = facts.kind == LoaderKind::EfiX64 || facts.kind == LoaderKind::EfiArm64;
    const bool ofIpxe = facts.program == LoaderFacts::Program::Ipxe
        && std::ranges::any_of(facts.signers, [](const QString &signer) { return signer.startsWith(u"iPXE"); });
    if (hasChain && ofIpxe && (name == u"ipxe.efi" || name == u"snponly.efi"))
        return QList<NewLoader>{{folder + name, bytes}};
    if (hasChain && (name.startsWith(u"ipxe-shim") || name.startsWith(u"snponly-shim"))) {
        return QList<NewLoader>{
            {folder + (facts.kind == LoaderKind::EfiX64 ? u"shimx64.efi"_s : u"shimaa64.efi"_s), bytes}};
    }
    return QList<NewLoader>{{name, bytes}};
}

Result<QList<NewLoader>> loadersIn(const QString &file)
{
    QFile source(file);
    if (!QFileInfo(file).isFile() || !source.open(QIODevice::ReadOnly))
        return fail(Error::Code::NotFound, u"there is no such file, or it cannot be read"_s);
    if (source.size() > largestLoader)
        return fail(Error::Code::LimitExceeded, u"it has %1 bytes, more than any boot loader"_s.arg(source.size()));
    const auto bytes = source.read(largestLoader);
    if (source.error() != QFileDevice::NoError)
        return fail(Error::Code::Io, source.errorString());
    const auto name = QFileInfo(file).fileName();
    if (endsWithAny(name, {u".tar"}))
        return loadersInRelease(bytes);
    if (!endsWithAny(name, {u".tar.gz", u".tgz", u".tar.xz", u".tar.zst"}))
        return singleLoader(file, bytes);
    const auto type = endsWithAny(name, {u"gz"}) ? KCompressionDevice::GZip
        : endsWithAny(name, {u"xz"})             ? KCompressionDevice::Xz
                                                 : KCompressionDevice::Zstd;
    const auto tar = unpacked(bytes, type);
    return tar ? loadersInRelease(*tar) : std::unexpected(tar.error());
}

Result<void> writeLoader(const LabStore &store, const NewLoader &loader)
{
    const auto path = store.loadersFolder() + u'/' + loader.name;
    QSaveFile target(path);
    QDir().mkpath(QFileInfo(path).path()); // where that fails, so does the next, and says why
    if (!target.open(QIODevice::WriteOnly) || target.write(loader.bytes) != loader.bytes.size() || !target.commit())
        return std::unexpected(writeError(target));
    return {};
}

/// The version that most loaders of a release do not say (those for BIOS are compressed) but some do.
QString commonVersion(const QList<LoaderFacts> &facts)
{
    const auto found = std::ranges::find_if(facts, [](const LoaderFacts &loader) {
        return loader.program == LoaderFacts::Program::Ipxe && !loader.version.isEmpty();
    });
    return found == facts.end() ? QString() : found->version;
}

} // namespace

QString loaderNameFor(const QString &file)
{
    auto name = QFileInfo(file).fileName();
    for (auto &c : name) {
        if (c.unicode() >= 128 || (!c.isLetterOrNumber() && c != u'.' && c != u'-' && c != u'_'))
            c = u'-';
    }
    return name.startsWith(u'.') ? u'-' + name : name;
}

Result<QList<NewLoader>> loadersInRelease(const QByteArray &tar)
{
    QBuffer buffer;
    buffer.setData(tar);
    KTar archive(&buffer);
    if (!archive.open(QIODevice::ReadOnly))
        return fail(Error::Code::Malformed, u"it is no tar archive"_s);
    if (!tar.endsWith(QByteArray(endOfArchive, '\0')))
        return fail(Error::Code::Truncated, u"the archive is cut short; download it again"_s);
    int left = mostMembers;
    if (!isSafe(*archive.directory(), 0, left))
        return fail(Error::Code::Malformed, u"the archive holds names that no release of iPXE has; do not use it"_s);
    const auto *folder = releaseFolder(*archive.directory());
    QList<NewLoader> loaders;
    for (const auto &member : members) {
        const auto *file = memberAt(*folder, QString::fromUtf16(member.path));
        if (!file)
            continue;
        if (file->size() > largestMember)
            return fail(Error::Code::LimitExceeded, u"%1 in it has %2 bytes"_s.arg(member.path).arg(file->size()));
        const auto bytes = file->data();
        if (bytes.size() != file->size())
            return fail(Error::Code::Truncated, u"the archive is cut short; download it again"_s);
        if (loaderKind(bytes) != member.kind)
            return fail(Error::Code::Mismatch, u"%1 in it is not what its name says"_s.arg(member.path));
        loaders.append({QString::fromUtf16(member.name), bytes});
    }
    if (loaders.isEmpty())
        return fail(Error::Code::NotRecognised, u"none of iPXE's loaders is in the archive"_s);
    return loaders;
}

Result<QStringList> importLoaders(const LabStore &store, const QString &file)
{
    const auto loaders = loadersIn(file);
    if (!loaders)
        return std::unexpected(loaders.error());
    QList<LoaderFacts> facts;
    for (const auto &loader : *loaders)
        facts.append(scanLoader(loader.bytes));
    const auto lock = store.lock();
    if (!lock)
        return std::unexpected(lock.error());
    auto manifest = readLoaderManifest(store);
    const auto now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    QStringList names;
    for (qsizetype i = 0; i < loaders->size(); ++i) {
        const auto &loader = loaders->at(i);
        if (auto written = writeLoader(store, loader); !written)
            return std::unexpected(written.error());
        const auto version = facts.at(i).version.isEmpty() ? commonVersion(facts) : facts.at(i).version;
        const bool signedIpxe = loader.name.contains(u'/') && facts.at(i).program == LoaderFacts::Program::Ipxe;
        manifest.insert(loader.name, {QFileInfo(file).fileName(), version, facts.at(i).sha256, now, signedIpxe});
        names.append(loader.name);
    }
    if (auto written = writeLoaderManifest(store, manifest); !written)
        return std::unexpected(written.error());
    return names;
}

} // namespace Benchboot
