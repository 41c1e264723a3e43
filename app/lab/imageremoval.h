// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labcommand.h"
#include "lab/trashfolder.h"

namespace Benchboot {

/// Takes an image out of the lab; its folder waits in the trash. The lab lists only whole images at every moment: it is written before the folder
/// goes and after the folder is back. While the folder is on its way it holds the import lock, so that after a crash sweepIncoming() removes it.
class ImageRemoval : public LabCommand
{
public:
    /// \a trash outlives the command.
    ImageRemoval(const QString &text, LabAccess &access, TrashFolder &trash, QString imageId);
    ~ImageRemoval() override; ///< nobody can bring the image back any more: its files are deleted

protected:
    [[nodiscard]] Result<void> apply() override;
    [[nodiscard]] Result<void> revert() override;
    /// The part that \a lab has in it: removes the image, and answers it.
    [[nodiscard]] virtual Result<LabImage> removeFrom(Lab &lab);
    /// Image and menu entry are where they were.
    [[nodiscard]] virtual Result<void> putBack(Lab &lab);
    [[nodiscard]] const QString &imageId() const { return m_imageId; }
    [[nodiscard]] bool hadEntry() const { return m_item.has_value(); }

private:
    [[nodiscard]] Result<void> takeOut(Lab &lab);
    [[nodiscard]] Result<void> moveToTrash();

    TrashFolder &m_trash;
    QString m_imageId;
    QString m_folder;
    QString m_place; ///< in the trash; empty: the files are not there
    LabImage m_image;
    qsizetype m_position = 0;
    std::optional<LabMenuItem> m_item; ///< its menu entry
    qsizetype m_itemPosition = 0;
};

} // namespace Benchboot
