// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/isotree.h"

#include "images/extentdevice.h"

using namespace Qt::StringLiterals;

namespace Benchboot::Iso {
namespace {

class Taker
{
public:
    Taker(IsoImage *image, const TreeContext &context)
        : m_image(image), m_context(context), m_builder(context.name, context.limits)
    {
    }

    [[nodiscard]] Result<ImageTree> run()
    {
        m_contents.label = decodeName(iso_image_get_volume_id(m_image)).trimmed();
        m_contents.bootCatalog = bootCatalog();
        if (const auto added = addFolder(iso_image_get_root(m_image), {}, 0); !added)
            return std::unexpected(added.error());
        m_contents.entries = m_builder.takeEntries();
        return std::move(m_contents);
    }

private:
    [[nodiscard]] QByteArray bootCatalog() const;
    [[nodiscard]] Result<void> addFolder(IsoDir *folder, const QString &prefix, int depth);
    [[nodiscard]] Result<void> addFile(IsoNode *node, TreeEntry &entry);
    void addCatalog(TreeEntry &entry) const;
    [[nodiscard]] std::unexpected<Error> damaged(const QString &how) const
    {
        return fail(Error::Code::Malformed, u"%1 is damaged: %2. Download it again"_s.arg(m_context.name, how));
    }

    IsoImage *m_image;
    const TreeContext &m_context;
    TreeBuilder m_builder;
    ImageTree m_contents;
};

QByteArray Taker::bootCatalog() const
{
    IsoBoot *node = nullptr;
    uint32_t block = 0;
    off_t size = 0;
    char *content = nullptr;
    if (!m_context.hasCatalog || iso_image_get_bootcat(m_image, &node, &block, &content, &size) != 1)
        return {};
    const MallocPointer<char> owner(content);
    return content ? QByteArray(content, qsizetype(size)) : QByteArray();
}

Result<void> Taker::addFolder(IsoDir *folder, const QString &prefix, int depth)
{
    IsoDirIter *raw = nullptr;
    if (depth > m_context.limits.depth || iso_dir_get_children(folder, &raw) < 0)
        return damaged(u"the folder %1 cannot be listed"_s.arg(prefix));
    const IteratorPointer iterator(raw);
    IsoNode *node = nullptr;
    while (iso_dir_iter_next(iterator.get(), &node) == 1) {
        TreeEntry entry;
        entry.path = prefix + decodeName(iso_node_get_name(node));
        entry.modified = iso_node_get_mtime(node);
        switch (iso_node_get_type(node)) {
        case LIBISO_DIR: {
            entry.type = TreeEntry::Type::Folder;
            if (const auto added = m_builder.add(entry); !added)
                return added;
            const auto inside = addFolder(reinterpret_cast<IsoDir *>(node), entry.path + u'/', depth + 1);
            if (!inside)
                return inside;
            continue;
        }
        case LIBISO_FILE:
            if (const auto file = addFile(node, entry); !file)
                return file;
            break;
        case LIBISO_SYMLINK:
            entry.type = TreeEntry::Type::SymLink;
            entry.target = decodeName(iso_symlink_get_dest(reinterpret_cast<IsoSymlink *>(node)));
            break;
        case LIBISO_BOOT:
            addCatalog(entry);
            break;
        case LIBISO_SPECIAL:
            continue; // a device file means nothing to a network client
        }
        if (const auto added = m_builder.add(std::move(entry)); !added)
            return added;
    }
    return {};
}

Result<void> Taker::addFile(IsoNode *node, TreeEntry &entry)
{
    int count = 0;
    iso_file_section *raw = nullptr;
    if (iso_file_get_old_image_sections(reinterpret_cast<IsoFile *>(node), &count, &raw, 0) != 1)
        return damaged(u"%1 has no place in it"_s.arg(entry.path));
    const MallocPointer<iso_file_section> sections(raw);
    for (int i = 0; i < count; ++i) {
        const Extent extent{qint64(raw[i].block) * blockSize, raw[i].size};
        if (extent.length == 0)
            continue;
        if (extent.offset + extent.length > m_context.size)
            return damaged(u"%1 would lie behind its end"_s.arg(entry.path));
        appendExtent(entry.extents, extent);
    }
    return {};
}

void Taker::addCatalog(TreeEntry &entry) const
{
    IsoBoot *node = nullptr;
    uint32_t block = 0;
    char *content = nullptr;
    off_t size = 0;
    if (!m_context.hasCatalog || iso_image_get_bootcat(m_image, &node, &block, &content, &size) != 1)
        return;
    std::free(content);
    const Extent extent{qint64(block) * blockSize, size};
    if (extent.length > 0 && extent.offset + extent.length <= m_context.size)
        entry.extents.append(extent);
}

} // namespace

QString decodeName(const char *name)
{
    const QByteArrayView bytes(name);
    return bytes.isValidUtf8() ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

Result<ImageTree> takeTree(IsoImage *image, const TreeContext &context) { return Taker(image, context).run(); }

} // namespace Benchboot::Iso
