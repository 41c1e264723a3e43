// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/imageremoval.h"

namespace Benchboot {

/// A newer image takes over menu entry, options and default of an older one (Lab::takeOver()), which leaves the lab; its folder waits in the trash.
/// Taken back, both are in the lab, each with its own entry and options.
class ImageReplacement final : public ImageRemoval
{
public:
    ImageReplacement(const QString &text, LabAccess &access, TrashFolder &trash, const QString &older, QString newer)
        : ImageRemoval(text, access, trash, older), m_newer(std::move(newer))
    {
    }

protected:
    [[nodiscard]] Result<LabImage> removeFrom(Lab &lab) override;
    [[nodiscard]] Result<void> putBack(Lab &lab) override;

private:
    [[nodiscard]] Result<void> takeOptionsBack(Lab &lab) const;
    [[nodiscard]] Result<void> takeEntryBack(Lab &lab) const;

    QString m_newer;
    QMap<QString, QString> m_taken; ///< options that it got from the older one
    std::optional<LabMenuItem> m_entry; ///< of its own, before
    qsizetype m_entryPosition = 0;
    bool m_wasDefault = false; ///< the older one
};

} // namespace Benchboot
