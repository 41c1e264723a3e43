// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activityfilter.h"

#include "ui/models/activitymodel.h"

#include <algorithm>

namespace Benchboot {

ActivityFilter::ActivityFilter(ActivityModel &log, QObject *parent) : QSortFilterProxyModel(parent), m_log(log)
{
    setSourceModel(&log);
}

void ActivityFilter::setCriteria(const Criteria &criteria)
{
    if (m_criteria == criteria)
        return;
    m_criteria = criteria;
    invalidateRowsFilter();
}

bool ActivityFilter::filterAcceptsRow(int sourceRow, const QModelIndex & /*sourceParent*/) const
{
    const auto &event = m_log.event(sourceRow);
    return (!m_criteria.service || event.service == *m_criteria.service)
        && (m_criteria.mac.isEmpty() || event.mac == m_criteria.mac)
        && ActivityText::isOf(m_criteria.outcome, event.outcome) && hasText(event);
}

bool ActivityFilter::hasText(const Event &event) const
{
    if (m_criteria.text.isEmpty())
        return true;
    const auto contains = [this](const QString &text) { return text.contains(m_criteria.text, Qt::CaseInsensitive); };
    return contains(event.target) || contains(event.detail) || contains(event.mac) || contains(event.address)
        || contains(event.kind) || contains(m_log.clientName(event));
}

} // namespace Benchboot
