// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labcommand.h"

using namespace Qt::StringLiterals;

namespace Benchboot {

Result<void> LabCommand::begin()
{
    m_begun = true;
    return apply();
}

void LabCommand::redo()
{
    // QUndoStack::push() calls redo(), but begin() has done it.
    if (m_begun)
        m_begun = false;
    else
        run(apply());
}

void LabCommand::undo() { run(revert()); }

void LabCommand::run(const Result<void> &result)
{
    if (result)
        return;
    setObsolete(true);
    m_access.report(result.error());
}

bool ValueCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = dynamic_cast<const ValueCommand *>(other);
    if (!next || next->m_place.key != m_place.key)
        return false;
    m_after = next->m_after;
    setObsolete(m_before == m_after);
    return true;
}

Result<void> ValueCommand::apply()
{
    if (m_before)
        return exchange(*m_before, m_after);
    return access().change([this](Lab &lab) {
        const auto before = m_place.read(lab);
        if (!before)
            return Result<void>(std::unexpected(before.error()));
        m_before = *before;
        setObsolete(m_before == m_after);
        return m_place.write(lab, m_after);
    });
}

Result<void> ValueCommand::revert() { return exchange(m_after, *m_before); }

Result<void> ValueCommand::exchange(const QString &from, const QString &to)
{
    return access().change([&](Lab &lab) {
        const auto now = m_place.read(lab);
        if (!now)
            return Result<void>(std::unexpected(now.error()));
        if (*now != from)
            return Result<void>(
                fail(Error::Code::Mismatch,
                     u"“%1” cannot be undone or redone: the value was changed elsewhere"_s.arg(text())));
        return m_place.write(lab, to);
    });
}

Result<void> MenuCommand::change(const Edit &edit)
{
    return access().change([&](Lab &lab) {
        auto menu = lab.menu();
        if (const auto edited = edit(menu); !edited)
            return edited;
        return lab.setMenu(std::move(menu));
    });
}

} // namespace Benchboot
