// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/imageremoval.h"

#include "lab/filelock.h"

#include <QFile>

#include <sys/file.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

ImageRemoval::ImageRemoval(const QString &text, LabAccess &access, TrashFolder &trash, QString imageId)
    : LabCommand(text, access), m_trash(trash), m_imageId(std::move(imageId)),
      m_folder(access.store.imageFolder(m_imageId))
{
}

ImageRemoval::~ImageRemoval()
{
    if (!m_place.isEmpty())
        m_trash.destroy(m_place);
}

Result<void> ImageRemoval::apply()
{
    // An image whose folder is gone already has no lock; it can leave the lab all the same.
    const auto lock = lockFile(importLockPath(m_folder), LOCK_EX | LOCK_NB);
    const auto changed = access().change([this](Lab &lab) { return takeOut(lab); });
    if (!changed) {
        QFile::remove(importLockPath(m_folder));
        return changed;
    }
    return lock ? moveToTrash() : Result<void>();
}

Result<void> ImageRemoval::takeOut(Lab &lab)
{
    const auto &images = lab.images();
    const auto &menu = lab.menu();
    m_position = std::ranges::find(images, m_imageId, &LabImage::id) - images.begin();
    const auto item = std::ranges::find(menu, m_imageId, &LabMenuItem::id);
    m_item = item == menu.end() ? std::nullopt : std::optional(*item);
    m_itemPosition = item - menu.begin();
    auto removed = removeFrom(lab);
    if (!removed)
        return std::unexpected(removed.error());
    m_image = std::move(*removed);
    return {};
}

Result<LabImage> ImageRemoval::removeFrom(Lab &lab) { return lab.removeImage(m_imageId); }

Result<void> ImageRemoval::moveToTrash()
{
    auto taken = m_trash.take(m_folder);
    if (!taken)
        return std::unexpected(taken.error());
    m_place = std::move(*taken);
    return {};
}

Result<void> ImageRemoval::revert()
{
    if (m_place.isEmpty())
        return fail(Error::Code::NotFound,
                    u"The files of %1 are not in the trash any more. Import it again"_s.arg(m_image.displayName()));
    const auto lock = lockFile(importLockPath(m_place), LOCK_EX | LOCK_NB);
    const auto changed = access().change([this](Lab &lab) { return putBack(lab); });
    if (!changed && m_place.isEmpty())
        (void)moveToTrash(); // the lab could not be written: its error is the one to tell
    else if (changed)
        QFile::remove(importLockPath(m_folder));
    return changed;
}

Result<void> ImageRemoval::putBack(Lab &lab)
{
    if (lab.image(m_imageId) || QFile::exists(m_folder))
        return fail(Error::Code::AlreadyExists,
                    u"%1 cannot come back: it was imported again in the meantime"_s.arg(m_image.displayName()));
    if (const auto moved = moveFolder(m_place, m_folder); !moved)
        return moved;
    m_place.clear();
    lab.insertImage(m_image, m_position);
    if (!m_item)
        return {};
    auto menu = lab.menu();
    menu.insert(std::min(m_itemPosition, menu.size()), *m_item);
    return lab.setMenu(std::move(menu));
}

} // namespace Benchboot
