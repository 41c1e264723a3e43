// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/importmodel.h"

#include "session/detailtext.h"
#include "ui/models/displaytext.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

using State = ImportQueue::State;

ImportRow rowOf(const ImportQueue::Item &item)
{
    return {
        .id = item.id,
        .state = item.state,
        .name = item.name,
        .file = QFileInfo(item.request.file).fileName(),
        .step = item.step,
        .part = item.file,
        .bytes = item.bytes,
        .total = item.total,
        .bytesPerSecond = item.bytesPerSecond,
        .secondsLeft = item.secondsLeft,
        .reason = detailText(item.error.detail),
    };
}

/// Whether it is known how much is done: of unpacking before it is known what the image is.
bool isMeasured(const ImportRow &row)
{
    return (row.state == State::Running || (row.state == State::Recognising && row.step == u"unpacking"))
        && row.total > 0;
}

} // namespace

ImportModel::ImportModel(ImportQueue &queue, QObject *parent) : RowModel(parent), m_queue(queue)
{
    connect(&queue, &ImportQueue::itemAdded, this, &ImportModel::refresh);
    connect(&queue, &ImportQueue::itemChanged, this, &ImportModel::refresh);
    connect(&queue, &ImportQueue::itemRemoved, this, &ImportModel::refresh);
    refresh();
}

void ImportModel::refresh()
{
    QList<ImportRow> wanted;
    for (const auto &item : m_queue.items()) {
        if (item.state != State::Done)
            wanted.append(rowOf(item));
    }
    setRows(wanted);
}

QString ImportModel::summary() const
{
    qsizetype active = 0;
    qint64 longest = -1;
    for (const auto &row : rows()) {
        if (row.state < State::Done) {
            ++active;
            longest = std::max(longest, row.secondsLeft);
        }
    }
    if (active == 0)
        return {};
    const auto count = tr("%n image(s)", nullptr, int(active));
    const auto left = DisplayText::timeLeft(longest);
    //: How many images are imported, and how long that takes: "2 images, 5 s left"
    return left.isEmpty() ? count : tr("%1, %2").arg(count, left);
}

int ImportModel::percent(const ImportRow &row)
{
    if (!isMeasured(row))
        return -1;
    return int(std::clamp(row.bytes * 100 / row.total, qint64(0), qint64(100)));
}

QString ImportModel::amountText(const ImportRow &row)
{
    if (!isMeasured(row))
        return {};
    const auto part = DisplayText::part(row.bytes, row.total);
    if (row.bytesPerSecond <= 0)
        return part;
    //: Done of the whole, and the rate: "1.9 of 4.1 GB, 412 MB/s"
    return tr("%1, %2").arg(part, DisplayText::rate(row.bytesPerSecond));
}

QString ImportModel::stepText(const ImportRow &row)
{
    switch (row.state) {
    case State::Waiting:
        return tr("%1: waiting").arg(row.file);
    case State::Recognising:
        if (row.step == u"unpacking")
            return tr("%1: unpacking").arg(row.file);
        return tr("%1: recognising the system").arg(row.file);
    case State::Asking:
        return tr("%1: waiting for an answer").arg(row.file);
    case State::Running:
        if (row.step == u"checking")
            return tr("%1: checking %2").arg(row.file, row.part);
        return tr("%1: copying %2").arg(row.file, row.part);
    case State::Failed:
        return row.reason;
    case State::Cancelled:
        return tr("%1: cancelled").arg(row.file);
    case State::Done:
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = rows().at(index.row());
    switch (role) {
    case IdRole:
        return row.id;
    case StateRole:
        return int(row.state);
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case AmountRole:
        return amountText(row);
    case LeftRole:
        return DisplayText::timeLeft(row.secondsLeft);
    case PercentRole:
        return percent(row);
    case Qt::ToolTipRole:
    case StepRole:
        return stepText(row);
    case CanRetryRole:
        return row.state == State::Failed || row.state == State::Cancelled;
    case Qt::AccessibleTextRole:
        //: Read aloud: name of an image that is imported, and what happens with it
        return tr("%1, %2").arg(row.name, stepText(row));
    default:
        return {};
    }
}

} // namespace Benchboot
