// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stagetrack.h"

#include "ui/clienttext.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/metrics.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace Benchboot {

StageTrack::StageTrack(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("stageTrack"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StageTrack::setStage(BootStage stage, int percent, Semantic::Role role)
{
    if (m_stage == stage && m_percent == percent && m_role == role)
        return;
    m_stage = stage;
    m_percent = percent;
    m_role = role;
    setAccessibleName(percent < 0 ? tr("Stage %1").arg(ClientText::stage(stage))
                                  : tr("Stage %1, %2 percent").arg(ClientText::stage(stage)).arg(percent));
    update();
}

QSize StageTrack::sizeHint() const
{
    const Metrics metrics(this);
    const auto body = Fonts::small(font());
    const int text = std::max(QFontMetrics(body).height(), QFontMetrics(Fonts::strong(body)).height());
    return {22 * metrics.h, int(std::ceil(metrics.h / 3.0 + metrics.u / 2.0)) + text + 1};
}

QSize StageTrack::minimumSizeHint() const { return {12 * Metrics(this).h, sizeHint().height()}; }

QColor StageTrack::fill(BootStage stage) const
{
    const Semantic semantic(palette());
    if (m_role == Semantic::Role::Ok)
        return semantic.ok();
    if (m_role == Semantic::Role::Warning && stage == m_stage)
        return semantic.warning();
    return palette().color(QPalette::Accent);
}

/// All as wide as each other, unless a name needs more and there is room: then each as wide as its name, and a share of the rest.
std::array<double, StageTrack::stageCount> StageTrack::barWidths() const
{
    const QFontMetricsF strong(Fonts::strong(Fonts::small(font())));
    const double room = width() - (stageCount - 1) * Metrics(this).u;
    std::array<double, stageCount> widths{};
    double needed = 0;
    double longest = 0;
    for (int i = 0; i < stageCount; ++i) {
        auto &own = widths[size_t(i)];
        own = std::ceil(strong.horizontalAdvance(ClientText::stage(BootStage(i))));
        needed += own;
        longest = std::max(longest, own);
    }
    const bool isEven = longest * stageCount <= room || needed > room;
    for (auto &own : widths)
        own = isEven ? room / stageCount : own + (room - needed) / stageCount;
    return widths;
}

void StageTrack::paintEvent(QPaintEvent * /*event*/)
{
    const Metrics metrics(this);
    const Semantic semantic(palette());
    const auto body = Fonts::small(font());
    const auto strong = Fonts::strong(body);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto widths = barWidths();
    double left = 0;
    const double barHeight = metrics.h / 3.0;
    for (int i = 0; i < stageCount; ++i) {
        const auto stage = BootStage(i);
        const bool isCurrent = stage == m_stage && m_role != Semantic::Role::Ok;
        QRectF bar(left, 0, widths[size_t(i)], barHeight);
        left += bar.width() + metrics.u;
        if (layoutDirection() == Qt::RightToLeft)
            bar.moveLeft(width() - bar.right());
        painter.setPen(Qt::NoPen);
        painter.setBrush(semantic.track());
        painter.drawRoundedRect(bar, barHeight / 2, barHeight / 2);
        if (stage <= m_stage) {
            const double part
                = isCurrent && m_role != Semantic::Role::Warning ? (m_percent < 0 ? 0.5 : m_percent / 100.0) : 1.0;
            painter.setBrush(fill(stage));
            painter.setClipRect(QRectF(bar.left(), bar.top(), bar.width() * part, bar.height()));
            painter.drawRoundedRect(bar, barHeight / 2, barHeight / 2);
            painter.setClipping(false);
        }
        painter.setFont(isCurrent ? strong : body);
        painter.setPen(isCurrent && m_role == Semantic::Role::Warning ? semantic.warning()
                           : stage <= m_stage                         ? palette().color(QPalette::Text)
                                                                      : semantic.secondaryText());
        const QRectF label(bar.left(), barHeight + metrics.u / 2.0, bar.width() + metrics.u / 2.0,
                           height() - barHeight - metrics.u / 2.0);
        const auto name
            = painter.fontMetrics().elidedText(ClientText::stage(stage), Qt::ElideRight, int(label.width()));
        painter.drawText(label, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine, name);
    }
}

void StageTrack::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace Benchboot
