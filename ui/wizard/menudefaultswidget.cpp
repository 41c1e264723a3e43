// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/menudefaultswidget.h"

#include "lab/lab.h"
#include "lab/settings.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr int longestLine = 255; ///< characters, as checkSetting() wants it

void fill(QLineEdit *edit, const QString &text)
{
    if (edit->text() != text)
        edit->setText(text);
}

} // namespace

MenuDefaultsWidget::MenuDefaultsWidget(QWidget *parent)
    : SetupWidget(parent), m_title(new QLineEdit(this)), m_timeout(new QSpinBox(this)), m_default(new QComboBox(this)),
      m_console(new QLineEdit(this))
{
    m_title->setObjectName(u"menuTitle"_s);
    m_title->setMaxLength(longestLine);
    m_timeout->setObjectName(u"menuTimeout"_s);
    const auto *spec = settingSpec(u"menu.timeout"_s);
    m_timeout->setRange(int(spec->minimum), int(spec->maximum));
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setSpecialValueText(tr("The menu waits"));
    m_timeout->setKeyboardTracking(false);
    m_default->setObjectName(u"menuDefault"_s);
    m_console->setObjectName(u"kernelConsole"_s);
    m_console->setMaxLength(longestLine);
    m_console->setPlaceholderText(tr("The screen; a serial line is written like ttyS0,115200"));
    connect(m_title, &QLineEdit::editingFinished, this, &MenuDefaultsWidget::edited);
    connect(m_timeout, &QSpinBox::valueChanged, this, &MenuDefaultsWidget::edited);
    connect(m_default, &QComboBox::activated, this, &MenuDefaultsWidget::edited);
    connect(m_console, &QLineEdit::editingFinished, this, &MenuDefaultsWidget::edited);

    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    const auto addRow = [&](const QString &text, QWidget *field) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        form->addRow(label, field);
    };
    addRow(tr("Headline of the menu:"), m_title);
    addRow(tr("Time-out:"), m_timeout);
    addRow(tr("Default entry:"), m_default);
    addRow(tr("Kernel console:"), m_console);
}

void MenuDefaultsWidget::load(const Lab &lab)
{
    fill(m_title, lab.setting(u"menu.title"_s));
    fill(m_console, lab.setting(u"console"_s));
    {
        const QSignalBlocker quiet(m_timeout);
        m_timeout->setValue(lab.setting(u"menu.timeout"_s).toInt());
    }
    m_default->clear();
    m_default->addItem(tr("The first image"), QString());
    for (const auto &item : lab.menu())
        m_default->addItem(lab.titleOf(item), item.id);
    const auto wanted = lab.setting(u"menu.default"_s);
    if (m_default->findData(wanted) < 0)
        m_default->addItem(tr("%1 (not in the menu)").arg(wanted), wanted);
    m_default->setCurrentIndex(m_default->findData(wanted));
}

QMap<QString, QString> MenuDefaultsWidget::values() const
{
    return {{u"menu.title"_s, m_title->text().trimmed()},
            {u"menu.timeout"_s, QString::number(m_timeout->value())},
            {u"menu.default"_s, m_default->currentData().toString()},
            {u"console"_s, m_console->text().trimmed()}};
}

QList<std::pair<QString, QString>> MenuDefaultsWidget::summary() const
{
    return {{tr("Headline of the menu:"), m_title->text()},
            {tr("Time-out:"), m_timeout->text()},
            {tr("Default entry:"), m_default->currentText()}};
}

} // namespace Benchboot
