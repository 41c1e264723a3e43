// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dropoverlay.h"

#include "ui/models/displaytext.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/metrics.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Benchboot {

DropOverlay::DropOverlay(QWidget *window) : QWidget(window)
{
    setObjectName(u"dropOverlay"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::open(const QStringList &fileNames, qint64 totalBytes, qint64 freeBytes)
{
    m_names = fileNames;
    m_link = false;
    m_space = freeBytes < 0
        ? QString()
        : tr("Copying takes up to %1 of %2 free.").arg(DisplayText::size(totalBytes), DisplayText::size(freeBytes));
    setAccessibleName(tr("Drop to import %n image(s)", nullptr, int(fileNames.size())));
    setGeometry(parentWidget()->rect());
    raise();
    show();
}

void DropOverlay::setLink(bool link)
{
    if (m_link == link)
        return;
    m_link = link;
    update();
}

void DropOverlay::paintEvent(QPaintEvent * /*event*/)
{
    const Metrics metrics(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.7F);
    painter.fillRect(rect(), veil);
    QPen dashes(palette().color(QPalette::Accent), metrics.u / 2.0, Qt::DashLine);
    painter.setPen(dashes);
    painter.drawRoundedRect(QRectF(rect()).adjusted(metrics.u, metrics.u, -metrics.u, -metrics.u), metrics.u,
                            metrics.u);

    QRect panel(0, 0, qMin(width() - 8 * metrics.u, 33 * metrics.h), qMin(height() - 8 * metrics.u, 12 * metrics.h));
    panel.moveCenter(rect().center());
    painter.setPen(Semantic(palette()).frameLine());
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(panel).adjusted(0.5, 0.5, -0.5, -0.5), 2 * metrics.u, 2 * metrics.u);
    paintPanel(painter, panel.adjusted(3 * metrics.u, 3 * metrics.u, -3 * metrics.u, -3 * metrics.u));
}

void DropOverlay::paintPanel(QPainter &painter, const QRect &panel) const
{
    const Metrics metrics(this);
    const Semantic semantic(palette());
    auto line = QRect(panel.left(), panel.top(), panel.width(), 2 * metrics.h);
    Icons::get(u"document-import"_s).paint(&painter, line);
    line.moveTop(line.bottom() + metrics.u);

    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(Fonts::title(font()));
    painter.drawText(line, Qt::AlignCenter, tr("Drop to import %n image(s)", nullptr, int(m_names.size())));
    line = QRect(panel.left(), line.bottom(), panel.width(), 3 * metrics.h / 2);
    painter.setFont(font());
    painter.drawText(line, Qt::AlignCenter,
                     fontMetrics().elidedText(m_names.join(", "_L1), Qt::ElideRight, panel.width()));

    line.moveTop(line.bottom() + metrics.u);
    paintWay(painter, line, tr("Drop"), tr("Copy the needed files"), !m_link);
    line.moveTop(line.bottom());
    paintWay(painter, line, tr("Ctrl+Shift+Drop"), tr("Leave them in place (link)"), m_link);

    line.moveTop(line.bottom() + metrics.u);
    painter.setPen(semantic.secondaryText());
    painter.setFont(Fonts::small(font()));
    painter.drawText(line, Qt::AlignCenter, m_space);
}

void DropOverlay::paintWay(QPainter &painter, QRect place, const QString &keys, const QString &what, bool chosen) const
{
    const Metrics metrics(this);
    const auto keyFont = Fonts::small(font());
    const auto textFont = chosen ? Fonts::strong(font()) : font();
    const int keyWidth = QFontMetrics(keyFont).horizontalAdvance(keys) + 3 * metrics.u;
    const int textWidth = QFontMetrics(textFont).horizontalAdvance(what);
    const int all = keyWidth + 2 * metrics.u + textWidth;
    QRect key(place.center().x() - all / 2, place.top() + metrics.u / 2, keyWidth, place.height() - metrics.u);
    painter.setPen(Semantic(palette()).frameLine());
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(key).adjusted(0.5, 0.5, -0.5, -0.5), metrics.u / 1.5, metrics.u / 1.5);
    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(keyFont);
    painter.drawText(key, Qt::AlignCenter, keys);
    painter.setFont(textFont);
    painter.drawText(QRect(key.right() + 2 * metrics.u, place.top(), textWidth + metrics.u, place.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, what);
}

} // namespace Benchboot
