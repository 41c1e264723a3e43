// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clientscreen.h"

#include "ui/widgets/metrics.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

// As iPXE lays out its menu: title in row 1, items from row 3, one cell free at either side of the bar, two more inside it.
constexpr int titleRow = 1;
constexpr int firstRow = 3;
constexpr int visibleRows = 20;
constexpr int barColumn = 1;
constexpr int textColumn = 3;
constexpr int barWidth = ClientScreen::columns - 2 * barColumn;
constexpr int textWidth = ClientScreen::columns - 2 * textColumn;

constexpr QColor background(0, 0, 170);
constexpr QColor text(255, 255, 255);
constexpr QColor separator(85, 255, 255);
constexpr QColor selection(170, 0, 0);

} // namespace

ClientScreen::ClientScreen(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    describe();
}

void ClientScreen::setMenu(const ClientMenu &menu)
{
    if (menu == m_menu)
        return;
    m_menu = menu;
    m_selected = menu.selected;
    m_untouched = true;
    describe();
    update();
}

QSize ClientScreen::sizeHint() const
{
    const Metrics metrics(this);
    return {metrics.ch * columns, metrics.h * rows * 4 / 5};
}

QSize ClientScreen::minimumSizeHint() const
{
    const Metrics metrics(this);
    return {metrics.h * 14, metrics.h * 8};
}

qsizetype ClientScreen::firstVisible() const
{
    const auto last = std::max(qsizetype(0), m_menu.items.size() - visibleRows);
    return std::clamp(m_selected - visibleRows + 1, qsizetype(0), last);
}

QString ClientScreen::rowText(int row) const
{
    QString cells(columns, u' ');
    const auto put = [&cells](int column, const QString &what) { cells.replace(column, what.size(), what); };
    const auto first = firstVisible();
    if (m_menu.items.isEmpty()) {
        const auto nothing = tr("Nothing to show");
        if (row == rows / 2)
            put((columns - int(nothing.size())) / 2, nothing);
        return cells;
    }
    if (row == titleRow) {
        const auto title = m_menu.title.left(textWidth);
        put((columns - int(title.size())) / 2, title);
    } else if (row == firstRow - 1 && first > 0) {
        put(textColumn, u"..."_s);
    } else if (row == firstRow + visibleRows && first + visibleRows < m_menu.items.size()) {
        put(textColumn, u"..."_s);
    } else if (row >= firstRow && row < firstRow + visibleRows && first + row - firstRow < m_menu.items.size()) {
        const auto index = first + row - firstRow;
        put(textColumn, m_menu.items.at(index).text.left(textWidth));
        const auto timeout = u"(%1)"_s.arg(m_menu.timeoutSeconds);
        if (index == m_selected && m_untouched && m_menu.timeoutSeconds > 0)
            put(textColumn + textWidth - int(timeout.size()), timeout);
    }
    return cells;
}

ClientScreen::Geometry ClientScreen::geometryFor(const QSize &size) const
{
    const double bezel = Metrics(this).u * 2;
    const auto room = QSizeF(size) - QSizeF(2 * bezel, 2 * bezel);
    Geometry geometry{.screen = {}, .cell = {}, .font = QFontDatabase::systemFont(QFontDatabase::FixedFont)};
    auto &font = geometry.font;
    font.setPixelSize(100); // to measure its shape
    const QFontMetricsF shape(font);
    const double width = shape.horizontalAdvance(u'M');
    const double scale = std::min(room.width() / (columns * width), room.height() / (rows * shape.height()));
    font.setPixelSize(std::max(1, int(100 * scale)));
    geometry.cell = QSizeF(width * scale, shape.height() * scale);
    const QSizeF screen(geometry.cell.width() * columns, geometry.cell.height() * rows);
    geometry.screen = QRectF(QPointF((size.width() - screen.width()) / 2, bezel), screen);
    return geometry;
}

void ClientScreen::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().window());
    const auto geometry = geometryFor(size());
    const double bezel = Metrics(this).u * 2;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Accent), 2) : QPen(Qt::NoPen));
    painter.setBrush(Qt::black);
    painter.drawRoundedRect(geometry.screen.adjusted(-bezel, -bezel, bezel, bezel).adjusted(1, 1, -1, -1), bezel / 2,
                            bezel / 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(geometry.screen, background);
    painter.setFont(geometry.font);
    for (int row = 0; row < rows; ++row)
        paintRow(painter, geometry, row);
}

void ClientScreen::paintRow(QPainter &painter, const Geometry &geometry, int row) const
{
    const auto index = firstVisible() + row - firstRow;
    const bool isItem = row >= firstRow && row < firstRow + visibleRows && index < m_menu.items.size();
    const bool isSelected = isItem && index == m_selected;
    const auto top = geometry.screen.top() + row * geometry.cell.height();
    const auto left = [&](int column) { return geometry.screen.left() + column * geometry.cell.width(); };
    if (isSelected) {
        painter.fillRect(
            QRectF(left(barColumn), top, geometry.cell.width() * barWidth, geometry.cell.height()).toAlignedRect(),
            selection);
    }
    auto font = geometry.font;
    font.setBold(row == titleRow || isSelected);
    painter.setFont(font);
    painter.setPen(isItem && m_menu.items.at(index).isGap() ? separator : text);
    const auto cells = rowText(row);
    for (int column = 0; column < columns; ++column) {
        if (cells.at(column) != u' ')
            painter.drawText(QRectF({left(column), top}, geometry.cell), Qt::AlignCenter | Qt::TextDontClip,
                             cells.sliced(column, 1));
    }
}

void ClientScreen::select(qsizetype index)
{
    m_selected = index;
    m_untouched = false;
    describe();
    update();
}

void ClientScreen::step(int direction)
{
    for (auto i = m_selected + direction; i >= 0 && i < m_menu.items.size(); i += direction) {
        if (!m_menu.items.at(i).isGap())
            return select(i);
    }
}

void ClientScreen::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up)
        return step(-1);
    if (event->key() == Qt::Key_Down)
        return step(1);
    const auto key = event->text().toLower();
    const auto found = std::ranges::find_if(
        m_menu.items, [&key](const auto &item) { return key.size() == 1 && item.key == key.at(0); });
    if (found != m_menu.items.end())
        return select(found - m_menu.items.begin());
    QWidget::keyPressEvent(event);
}

void ClientScreen::mousePressEvent(QMouseEvent *event)
{
    const auto geometry = geometryFor(size());
    const auto row = int((event->position().y() - geometry.screen.top()) / geometry.cell.height());
    const auto index = firstVisible() + row - firstRow;
    if (row >= firstRow && row < firstRow + visibleRows && index < m_menu.items.size()
        && !m_menu.items.at(index).isGap())
        select(index);
}

void ClientScreen::describe()
{
    if (m_selected < 0)
        return setAccessibleName(tr("Client screen, nothing to show"));
    const auto &selected = m_menu.items.at(m_selected).text;
    //: Read aloud: headline of the client's menu, and the entry that is chosen
    setAccessibleName(tr("Client screen, %1, chosen: %2").arg(m_menu.title, selected));
}

} // namespace Benchboot
