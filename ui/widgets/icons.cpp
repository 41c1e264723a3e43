// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <optional>

using namespace Qt::StringLiterals;

namespace Benchboot::Icons {

namespace {

/// Paints one of our drawings in a single colour of the palette.
class DrawnIcon final : public QIconEngine
{
public:
    explicit DrawnIcon(const QString &name, std::optional<Semantic::Role> role = {})
        : m_file(u":/icons/%1.svg"_s.arg(name)), m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const auto ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/, qreal scale) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QSvgRenderer drawing(m_file);
        drawing.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        drawing.render(&painter, QRectF(QPointF(), size));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colour(mode));
        painter.end();
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new DrawnIcon(*this); }
    [[nodiscard]] QString key() const override { return u"benchboot"_s; }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode) const
    {
        const auto palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return m_role ? Semantic(palette).colour(*m_role) : palette.color(QPalette::Active, QPalette::ButtonText);
    }

    QString m_file;
    std::optional<Semantic::Role> m_role;
};

QString stateName(Semantic::Role role)
{
    switch (role) {
    case Semantic::Role::Ok:
        return u"state-ok"_s;
    case Semantic::Role::Working:
        return u"state-working"_s;
    case Semantic::Role::Warning:
        return u"state-warning"_s;
    case Semantic::Role::Failed:
        return u"state-failed"_s;
    case Semantic::Role::Idle:
        break;
    }
    return u"state-idle"_s;
}

} // namespace

QIcon get(const QString &name)
{
    for (const auto &themed : {name, name + u"-symbolic"_s}) {
        if (QIcon::hasThemeIcon(themed))
            return QIcon::fromTheme(themed);
    }
    return QIcon(new DrawnIcon(name));
}

QIcon state(Semantic::Role role) { return QIcon(new DrawnIcon(stateName(role), role)); }

} // namespace Benchboot::Icons
