// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "ui/models/activitytext.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace Benchboot {

class ActivityModel;

/// The rows of the log that somebody wants to see. Looks at the events themselves, never at texts made for cells, so that a batch costs little.
class ActivityFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityFilter)

public:
    /// \param log  must outlive the filter
    explicit ActivityFilter(ActivityModel &log, QObject *parent = nullptr);

    struct Criteria
    {
        QString text; ///< in names, addresses, files and details, without regard to case; empty: any
        QString mac; ///< empty: any PC
        std::optional<Event::Service> service;
        ActivityText::OutcomeKind outcome = ActivityText::OutcomeKind::All;

        friend bool operator==(const Criteria &, const Criteria &) = default;
    };
    void setCriteria(const Criteria &criteria);
    [[nodiscard]] const Criteria &criteria() const { return m_criteria; }
    [[nodiscard]] bool isFiltering() const { return m_criteria != Criteria(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    [[nodiscard]] bool hasText(const Event &event) const;

    ActivityModel &m_log;
    Criteria m_criteria;
};

} // namespace Benchboot
