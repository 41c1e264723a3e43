// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labeditor.h"

#include <QUndoCommand>

#include <optional>

namespace Benchboot {

/// What a command needs of its editor.
struct LabAccess
{
    LabStore store;
    LabEditor::Change change;
    std::function<void(const Error &)> report;
};

/// A step that can be taken, and taken back. Where that does not work any more, it says why and leaves the stack. The access outlives it.
class LabCommand : public QUndoCommand
{
public:
    LabCommand(const QString &text, LabAccess &access) : QUndoCommand(text), m_access(access) { }

    /// The first time, before the command is on the stack: one that does not work never gets there.
    [[nodiscard]] Result<void> begin();
    void redo() final;
    void undo() final;

protected:
    [[nodiscard]] virtual Result<void> apply() = 0;
    [[nodiscard]] virtual Result<void> revert() = 0;
    [[nodiscard]] LabAccess &access() const { return m_access; }

private:
    void run(const Result<void> &result);

    LabAccess &m_access;
    bool m_begun = false;
};

/// Gives one text of the lab another value: a title, a setting, an option. Values that follow each other under one key are one step.
class ValueCommand final : public LabCommand
{
public:
    struct Place
    {
        QString key; ///< which value this is
        std::function<Result<QString>(const Lab &)> read;
        std::function<Result<void>(Lab &, const QString &)> write;
    };
    ValueCommand(const QString &text, LabAccess &access, Place place, QString value)
        : LabCommand(text, access), m_place(std::move(place)), m_after(std::move(value))
    {
    }

    [[nodiscard]] int id() const override { return 1; }
    [[nodiscard]] bool mergeWith(const QUndoCommand *other) override;

protected:
    [[nodiscard]] Result<void> apply() override;
    [[nodiscard]] Result<void> revert() override;

private:
    [[nodiscard]] Result<void> exchange(const QString &from, const QString &to);

    Place m_place;
    std::optional<QString> m_before; ///< none until begun
    QString m_after;
};

/// An edit of the menu and the edit that takes it back.
class MenuCommand final : public LabCommand
{
public:
    using Edit = std::function<Result<void>(QList<LabMenuItem> &)>;
    MenuCommand(const QString &text, LabAccess &access, Edit apply, Edit revert)
        : LabCommand(text, access), m_apply(std::move(apply)), m_revert(std::move(revert))
    {
    }

protected:
    [[nodiscard]] Result<void> apply() override { return change(m_apply); }
    [[nodiscard]] Result<void> revert() override { return change(m_revert); }

private:
    [[nodiscard]] Result<void> change(const Edit &edit);

    Edit m_apply;
    Edit m_revert;
};

} // namespace Benchboot
