// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace Benchboot {

/// Edits that people make in the window, each an undoable command with a translated name. Edits say what they want (rename this entry, move it
/// there) and are applied to the lab as it is at that moment, so that changes from the command line in between are not lost. A command that does
/// not apply any more (its entry is gone) leaves the stack and is reported. GUI thread.
class LabEditor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabEditor)

public:
    using Change = std::function<Result<void>(const std::function<Result<void>(Lab &)> &)>;
    /// \param change  applies an edit to the lab and writes it, e.g. Session::change
    LabEditor(LabStore store, Change change, QObject *parent = nullptr);
    ~LabEditor() override; ///< empties this editor's trash: undo is no longer possible

    [[nodiscard]] QUndoStack &undoStack();

    void renameItem(const QString &itemId, const QString &title);      ///< typing is merged into one step
    void moveItem(const QString &itemId, qsizetype position);          ///< position in the menu after the move
    void removeItem(const QString &itemId);                            ///< out of the menu; the image stays
    void addItem(LabMenuItem item, qsizetype position);                ///< an image without an entry, or a standard entry
    void setSetting(const QString &key, const QString &value);         ///< merged while the same key is edited
    void setOption(const QString &imageId, const QString &key, const QString &value);
    void removeImage(const QString &imageId);                          ///< files go to the lab's trash until undo is no longer possible
    /// Image \a newer takes over what \a older is in the menu (Lab::takeOver()); the older one's files go to the trash as with removeImage().
    void replaceImage(const QString &older, const QString &newer);

Q_SIGNALS:
    void failed(const Benchboot::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Benchboot
