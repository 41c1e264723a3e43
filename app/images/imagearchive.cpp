// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imagearchive.h"

#include "images/bootheader.h"
#include "images/discreader.h"
#include "images/diskreader.h"
#include "images/udfreader.h"

#include <KArchiveDirectory>

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QTimeZone>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr int fileMode = S_IFREG | 0644;
constexpr int folderMode = S_IFDIR | 0755;
constexpr int linkMode = S_IFLNK | 0777;

} // namespace

ImageArchiveFile::ImageArchiveFile(KArchive *archive, const QString &name, const QDateTime &date,
                                   SharedDescriptor image, const QList<Extent> &extents)
    : KArchiveFile(archive, name, fileMode, date, {}, {}, {}, extents.isEmpty() ? 0 : extents.first().offset,
                   totalLength(extents)),
      m_image(std::move(image)), m_extents(extents)
{
}

QByteArray ImageArchiveFile::data() const { return readExtents(m_image->get(), m_extents, 0, size()); }

QIODevice *ImageArchiveFile::createDevice() const { return new ExtentDevice(m_image, m_extents); }

ImageArchive::ImageArchive(const QString &fileName, const TreeLimits &limits, Unpacking unpacking)
    : KArchive(fileName), m_limits(limits), m_unpacking(std::move(unpacking))
{
}

ImageArchive::~ImageArchive()
{
    if (isOpen())
        close();
}

bool ImageArchive::refuse(Error error)
{
    m_error = std::move(error);
    setErrorString(m_error.detail);
    return false;
}

/// KArchive's own device is not used: extents are read from a descriptor that outlives the archive where a file's device does.
bool ImageArchive::createDevice(QIODevice::OpenMode mode)
{
    const auto name = QFileInfo(fileName()).fileName();
    if (mode != QIODevice::ReadOnly)
        return refuse({Error::Code::Unsupported, u"%1 can only be read"_s.arg(name)});
    const auto path = QFile::encodeName(fileName());
    struct stat status{};
    // Before it is opened: the worker's sandbox opens nothing but files.
    if (::stat(path.constData(), &status) == 0 && !S_ISREG(status.st_mode)) {
        return refuse(
            {Error::Code::InvalidArgument, u"%1 is not a file. Choose the image file itself"_s.arg(fileName())});
    }
    FileDescriptor descriptor(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!descriptor.isValid())
        return refuse(systemError(errno, u"%1 cannot be opened"_s.arg(fileName())));
    m_descriptor = std::make_shared<const FileDescriptor>(std::move(descriptor));
    return KArchive::createDevice(mode);
}

bool ImageArchive::openArchive(QIODevice::OpenMode)
{
    const auto fileItself = QFileInfo(fileName()).fileName();
    const auto opened = openImage(m_descriptor, fileItself, m_unpacking, m_limits);
    if (!opened)
        return refuse(opened.error());
    m_descriptor = opened->descriptor;
    m_imageName = opened->name;
    m_packed = opened->isPacked;
    m_tree = opened->tree.has_value();
    if (m_tree) {
        addEntries(opened->tree->entries);
        return true;
    }
    const auto name = m_packed && m_imageName != fileItself ? u"%1 in %2"_s.arg(m_imageName, fileItself) : fileItself;
    const auto descriptor = m_descriptor->get();
    return isIso(descriptor) || isUdf(descriptor) ? openDisc(name) : openProgram(name);
}

bool ImageArchive::openDisc(const QString &name)
{
    const auto contents = readDisc(m_descriptor->get(), name, m_limits);
    if (!contents)
        return refuse(contents.error());
    m_label = contents->label;
    m_bootImages = parseBootCatalog(contents->bootCatalog);
    nameBootImages(contents->entries);
    addEntries(contents->entries);
    return true;
}

bool ImageArchive::openProgram(const QString &name)
{
    struct stat status{};
    if (::fstat(m_descriptor->get(), &status) != 0)
        return refuse(systemError(errno, u"reading %1"_s.arg(name)));
    const QList<Extent> whole{{0, status.st_size}};
    if (!parseBootHeader(readExtents(m_descriptor->get(), whole, 0, bootHeaderSize))) {
        if (isDisk(m_descriptor->get()))
            return openDisk(name);
        return refuse({Error::Code::NotRecognised,
                       status.st_size == 0 ? u"%1 is empty. Download it again"_s.arg(name)
                                           : u"%1 is neither an image of a disc (ISO), disk or floppy nor a kernel or EFI "
                                             u"program, and not packed in a way that Benchboot knows"_s.arg(name)});
    }
    m_bare = true;
    addEntries({{publishedName(m_imageName), TreeEntry::Type::File, whole, {}, status.st_mtime}});
    return true;
}

bool ImageArchive::openDisk(const QString &name)
{
    const auto contents = readDisk(m_descriptor->get(), name, m_limits);
    if (!contents)
        return refuse(contents.error());
    m_label = contents->label;
    m_disk = contents->disk;
    addEntries(contents->entries);
    return true;
}

void ImageArchive::addEntries(const QList<TreeEntry> &entries)
{
    // KArchive's own root would be named after this process's user, whom the system may ask a service for.
    setRootDir(new KArchiveDirectory(this, u"/"_s, folderMode, {}, {}, {}, {}));
    QHash<QString, KArchiveDirectory *> folders{{QString(), rootDir()}};
    QString parentPath; // a folder's files mostly follow each other
    auto *parent = rootDir();
    for (const auto &entry : entries) {
        const auto slash = entry.path.lastIndexOf(u'/');
        if (const auto path = QStringView(entry.path).first(std::max<qsizetype>(slash, 0)); path != parentPath) {
            parentPath = path.toString();
            parent = folders.value(parentPath);
        }
        Q_ASSERT(parent); // a folder stands before what it holds
        const auto name = entry.path.mid(slash + 1);
        // In UTC: for local time the C library looks at the zone's file each time.
        const auto date = QDateTime::fromSecsSinceEpoch(entry.modified, QTimeZone::UTC);
        KArchiveEntry *added = nullptr;
        if (entry.type == TreeEntry::Type::Folder) {
            auto *folder = new KArchiveDirectory(this, name, folderMode, date, {}, {}, {});
            folders.insert(entry.path, folder);
            added = folder;
        } else if (entry.type == TreeEntry::Type::SymLink) {
            added = new KArchiveFile(this, name, linkMode, date, {}, {}, entry.target, 0, 0);
        } else {
            added = new ImageArchiveFile(this, name, date, m_descriptor, entry.extents);
        }
        [[maybe_unused]] const bool isNew = parent->addEntryV2(added);
        Q_ASSERT(isNew); // no name is there twice
    }
}

/// Gives boot images the paths of the files that begin where they do.
void ImageArchive::nameBootImages(const QList<TreeEntry> &entries)
{
    for (const auto &entry : entries) {
        if (entry.extents.isEmpty())
            continue;
        for (auto &image : m_bootImages) {
            if (!image.path.isEmpty() || image.extent.offset != entry.extents.first().offset)
                continue;
            image.path = entry.path;
            if (image.media != BootImage::Media::Floppy)
                image.extent.length = totalLength(entry.extents);
        }
    }
}

bool ImageArchive::closeArchive()
{
    m_label.clear();
    m_bootImages.clear();
    m_descriptor.reset();
    m_imageName.clear();
    m_packed = false;
    m_tree = false;
    m_bare = false;
    m_disk.reset();
    return true;
}

QString publishedName(const QString &fileName)
{
    auto name = QFileInfo(fileName).fileName();
    for (auto &character : name) {
        const bool plain = character.unicode() < 128 && (character.isLetterOrNumber() || u"._-"_s.contains(character));
        if (!plain)
            character = u'-';
    }
    while (name.startsWith(u'.'))
        name.removeFirst();
    return name.isEmpty() ? u"image"_s : name;
}

} // namespace Benchboot
