// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/optionsform.h"

#include "session/detailtext.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot {
namespace {

/// What people most often want, offered while they type.
QStringList suggestions(const QString &key)
{
    if (key == u"keyboard")
        return {u"us"_s, u"de"_s, u"fr"_s, u"gb"_s, u"es"_s, u"it"_s, u"pt"_s, u"pl"_s, u"cz"_s, u"ru"_s, u"ch"_s};
    if (key == u"language")
        return {u"en_US.UTF-8"_s, u"de_DE.UTF-8"_s, u"fr_FR.UTF-8"_s, u"es_ES.UTF-8"_s, u"it_IT.UTF-8"_s};
    if (key == u"console")
        return {u"ttyS0,115200"_s, u"ttyS1,115200"_s, u"tty0"_s};
    return {};
}

} // namespace

OptionsForm::OptionsForm(QWidget *parent) : QWidget(parent), m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_typing.setSingleShot(true);
    m_typing.setInterval(600ms); // a pause in typing: the lab is not written for each letter
    connect(&m_typing, &QTimer::timeout, this, &OptionsForm::flush);
}

OptionsForm::~OptionsForm() = default;

QString OptionsForm::labelOf(const BootOption &option)
{
    // Recipes describe their options in English; the usual ones are known here.
    if (option.key == u"keyboard")
        return tr("Keyboard:");
    if (option.key == u"language")
        return tr("Language:");
    if (option.key == u"console")
        return tr("Console:");
    if (option.key == u"arguments")
        return tr("Arguments:");
    if (option.key == u"kernel")
        return tr("Kernel:");
    if (option.key == u"nomodeset")
        return tr("Basic graphics:");
    if (option.key == u"copy-to-ram")
        return tr("Copy to RAM:");
    if (option.key == u"repository")
        return tr("Install from:");
    return detailText(option.label) + u':';
}

void OptionsForm::setImage(const Lab &lab, const LabImage &image)
{
    QList<BootOption> shown;
    for (const auto &field : m_fields)
        shown.append(field->option);
    if (image.id != m_imageId || shown != image.facts.options) {
        flush();
        m_imageId = image.id;
        rebuild(image.facts.options);
    }
    auto untouched = image;
    untouched.options.clear();
    const auto inherited = lab.effectiveOptions(untouched);
    for (const auto &field : m_fields)
        show(*field, image.options.value(field->option.key), inherited.value(field->option.key));
}

void OptionsForm::rebuild(const QList<BootOption> &options)
{
    while (m_layout->rowCount() > 0)
        m_layout->removeRow(0);
    m_fields.clear();
    for (const auto &option : options) {
        auto &field = *m_fields.emplace_back(std::make_unique<Field>(Field{.option = option}));
        if (option.choices.isEmpty())
            addText(field);
        else
            addChoice(field);
    }
}

void OptionsForm::addChoice(Field &field)
{
    field.choice = new QComboBox(this);
    field.choice->setObjectName(u"option-"_s + field.option.key);
    field.choice->setToolTip(detailText(field.option.label));
    field.choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field.choice->setMinimumContentsLength(8);
    field.choice->addItem({}, QString());
    for (const auto &choice : field.option.choices)
        field.choice->addItem(choice, choice);
    connect(field.choice, &QComboBox::activated, this, [this, &field] { commit(field); });
    m_layout->addRow(labelOf(field.option), field.choice);
}

void OptionsForm::addText(Field &field)
{
    field.text = new QLineEdit(this);
    field.text->setObjectName(u"option-"_s + field.option.key);
    field.text->setToolTip(detailText(field.option.label));
    if (const auto known = suggestions(field.option.key); !known.isEmpty())
        field.text->setCompleter(new QCompleter(known, field.text));
    connect(field.text, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(field.text, &QLineEdit::editingFinished, this, [this, &field] { commit(field); });
    m_layout->addRow(labelOf(field.option), field.text);
}

void OptionsForm::show(Field &field, const QString &value, const QString &inherited)
{
    const auto isTyped = field.text && field.text->text() != field.value;
    field.value = value;
    if (field.choice) {
        //: The value an option has when nothing is chosen; "Unchanged" leaves it to the image
        field.choice->setItemText(0, inherited.isEmpty() ? tr("Unchanged") : tr("Default (%1)").arg(inherited));
        field.choice->setCurrentIndex(std::max(0, field.choice->findData(value)));
        return;
    }
    field.text->setPlaceholderText(inherited.isEmpty() ? tr("Unchanged") : inherited);
    if (!isTyped && field.text->text() != value)
        field.text->setText(value);
}

void OptionsForm::focusFirst()
{
    if (m_fields.empty())
        return;
    const auto &field = *m_fields.front();
    QWidget *first = field.choice ? static_cast<QWidget *>(field.choice) : field.text;
    first->setFocus(Qt::ShortcutFocusReason);
}

void OptionsForm::flush()
{
    m_typing.stop();
    for (const auto &field : m_fields)
        commit(*field);
}

void OptionsForm::commit(Field &field)
{
    const auto value = field.choice ? field.choice->currentData().toString() : field.text->text().trimmed();
    if (value == field.value)
        return;
    field.value = value;
    Q_EMIT optionEdited(m_imageId, field.option.key, value);
}

} // namespace Benchboot
