// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screenshot.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QStyleOptionComboBox>

using namespace Qt::StringLiterals;

namespace Benchboot::Tests {

namespace {

bool isCut(const QLabel &label)
{
    if (label.text().isEmpty())
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height();
    return label.sizeHint().width() > label.width() || label.sizeHint().height() > label.height();
}

bool isCut(const QComboBox &combo)
{
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    option.editable = combo.isEditable();
    const auto field
        = combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
    return combo.fontMetrics().horizontalAdvance(combo.currentText()) > field.width();
}

QStringList cutHeads(const QHeaderView &header)
{
    QStringList cut;
    for (int section = 0; section < header.count() && header.orientation() == Qt::Horizontal; ++section) {
        const auto text = header.model()->headerData(section, Qt::Horizontal).toString();
        if (!header.isSectionHidden(section) && header.fontMetrics().horizontalAdvance(text) > header.sectionSize(section))
            cut.append(text);
    }
    return cut;
}

} // namespace

QPalette darkPalette()
{
    QPalette palette(QColor(0x2a2e32));
    palette.setColor(QPalette::Base, QColor(0x1b1e20));
    palette.setColor(QPalette::AlternateBase, QColor(0x23262a));
    palette.setColor(QPalette::Highlight, QColor(0x3daee9));
    palette.setColor(QPalette::Accent, QColor(0x3daee9));
    palette.setColor(QPalette::Link, QColor(0x1d99f3));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor(0x6e7173));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(0x232629));
    return palette;
}

bool hasHiddenActions(const QWidget &window)
{
    const auto *more = window.findChild<const QWidget *>(u"qt_toolbar_ext_button"_s);
    return more && more->isVisible();
}

QStringList cutTexts(const QWidget &window)
{
    QStringList cut;
    for (const auto *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && isCut(*label))
            cut.append(label->text());
        else if (const auto *combo = qobject_cast<const QComboBox *>(widget); combo && isCut(*combo))
            cut.append(combo->currentText());
        else if (const auto *header = qobject_cast<const QHeaderView *>(widget))
            cut.append(cutHeads(*header));
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
                 button && !button->text().isEmpty() && button->sizeHint().width() > button->width())
            cut.append(button->text());
    }
    return cut;
}

} // namespace Benchboot::Tests
