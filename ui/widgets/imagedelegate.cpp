// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/imagedelegate.h"

#include "ui/models/imagesmodel.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/rowpainter.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

int badgesWidth(const QFontMetrics &small, const QStringList &badges, int unit)
{
    int width = 0;
    for (const auto &badge : badges)
        width += small.horizontalAdvance(badge) + 3 * unit;
    return width;
}

} // namespace

QSize ImageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    const Metrics metrics(option.fontMetrics);
    return {24 * metrics.h, metrics.h * 29 / 10};
}

void ImageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    auto option = given;
    initStyleOption(&option, index);
    painter->save();
    painter->setClipRect(option.rect);
    RowPainter row(*painter, option);
    row.background();

    const auto &metrics = row.metrics();
    const auto small = Fonts::small(option.font);
    const QFontMetrics smallMetrics(small);
    auto rect = option.rect.adjusted(3 * metrics.u, 0, -3 * metrics.u, 0);
    const bool roomy = rect.width() > 30 * metrics.h;

    const int holdingWidth = std::max(option.fontMetrics.horizontalAdvance(ImagesModel::extractedText()),
                                      option.fontMetrics.horizontalAdvance(ImagesModel::linkedText()));
    if (roomy)
        row.text(takeEnd(rect, holdingWidth + metrics.u, 2 * metrics.u), index.data(ImagesModel::HoldingRole).toString(),
                 option.font, row.secondary());
    row.text(takeEnd(rect, option.fontMetrics.horizontalAdvance(u"000.0 MB"_s), 2 * metrics.u),
             index.data(ImagesModel::SizeTextRole).toString(), Fonts::numbers(option.font), row.primary(),
             Qt::AlignRight | Qt::AlignVCenter);
    const auto badges = index.data(ImagesModel::FirmwareRole).toStringList();
    // One column for all rows: room for the usual two, more where a row has more.
    const int usual = badgesWidth(smallMetrics, {u"BIOS"_s, u"UEFI x64"_s}, metrics.u);
    const int badgeRoom = std::max(roomy ? 2 * usual : usual, 0);
    if (rect.width() > 20 * metrics.h)
        paintBadges(row, *painter, takeEnd(rect, badgeRoom, 2 * metrics.u), small, badges);

    const int iconSize = row.iconSize();
    QRect icon(rect.left(), rect.center().y() - iconSize / 2, iconSize, iconSize);
    row.icon(icon, Icons::get(u"media-optical"_s));
    rect.setLeft(icon.right() + 3 * metrics.u);
    const int textHeight = metrics.h + smallMetrics.height();
    QRect name(rect.left(), rect.center().y() - textHeight / 2, rect.width(), metrics.h);
    row.text(name, index.data(ImagesModel::NameRole).toString(), Fonts::strong(option.font), row.primary());
    paintNote(row, {rect.left(), name.bottom() + 1, rect.width(), smallMetrics.height()}, small, index);
    painter->restore();
}

void ImageDelegate::paintBadges(RowPainter &row, QPainter &painter, QRect rect, const QFont &font,
                                const QStringList &badges)
{
    const auto &metrics = row.metrics();
    const QFontMetrics small(font);
    const auto line = row.isSelected() ? row.secondary() : row.semantic().frameLine();
    int left = rect.left();
    for (const auto &badge : badges) {
        const int width = small.horizontalAdvance(badge) + 2 * metrics.u;
        const QRect frame(left, rect.center().y() - small.height() / 2 - 1, width, small.height() + 2);
        if (frame.right() > rect.right())
            return;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(line);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), metrics.u * 0.75, metrics.u * 0.75);
        row.text(frame, badge, font, row.secondary(), Qt::AlignCenter);
        left += width + metrics.u;
    }
}

void ImageDelegate::paintNote(RowPainter &row, QRect rect, const QFont &font, const QModelIndex &index)
{
    const auto note = index.data(ImagesModel::NoteRole).toString();
    const auto state = static_cast<ImageCheck::State>(index.data(ImagesModel::NoteStateRole).toInt());
    const bool isWrong = state == ImageCheck::State::Failed;
    if (isWrong || state == ImageCheck::State::Whole) {
        const auto role = isWrong ? Semantic::Role::Warning : Semantic::Role::Ok;
        row.icon({rect.left(), rect.top(), rect.height(), rect.height()}, Icons::state(role));
        rect.setLeft(rect.left() + rect.height() + row.metrics().u);
    }
    row.text(rect, note, font, isWrong ? row.state(Semantic::Role::Warning) : row.secondary(),
             Qt::AlignLeft | Qt::AlignVCenter, isWrong ? Qt::ElideRight : Qt::ElideMiddle);
}

} // namespace Benchboot
