// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/localewidget.h"

#include "lab/lab.h"
#include "ui/widgets/metrics.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

struct Place
{
    const char *locale; ///< as QLocale and the rescue systems' locales name it
    const char *keyboard; ///< XKB layout
    const char *keyboardName;
};

/// Layouts and languages that people at benches have, by the layout's code.
constexpr std::array places{
    Place{"en_US", "us", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "English (US)")},
    Place{"en_GB", "gb", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "English (UK)")},
    Place{"nl_BE", "be", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Belgian")},
    Place{"pt_BR", "br", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Portuguese (Brazil)")},
    Place{"fr_CA", "ca", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "French (Canada)")},
    Place{"de_CH", "ch", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Swiss")},
    Place{"cs_CZ", "cz", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Czech")},
    Place{"de_DE", "de", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "German")},
    Place{"da_DK", "dk", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Danish")},
    Place{"es_ES", "es", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Spanish")},
    Place{"fi_FI", "fi", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Finnish")},
    Place{"fr_FR", "fr", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "French")},
    Place{"hu_HU", "hu", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Hungarian")},
    Place{"it_IT", "it", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Italian")},
    Place{"ja_JP", "jp", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Japanese")},
    Place{"nb_NO", "no", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Norwegian")},
    Place{"pl_PL", "pl", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Polish")},
    Place{"pt_PT", "pt", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Portuguese")},
    Place{"ru_RU", "ru", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Russian")},
    Place{"sv_SE", "se", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Swedish")},
    Place{"tr_TR", "tr", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Turkish")},
    Place{"uk_UA", "ua", QT_TRANSLATE_NOOP("Benchboot::LocaleWidget", "Ukrainian")},
};

QString localeCode(const Place &place) { return QLatin1StringView(place.locale) + u".UTF-8"_s; }

/// This computer's place: language and country, else the language alone; the first if it is none of them.
const Place &ownPlace()
{
    const auto own = QLocale::system().name();
    auto found = std::ranges::find(places, own, [](const Place &place) { return QString::fromLatin1(place.locale); });
    if (found == places.end())
        found = std::ranges::find(places, own.left(2),
                                  [](const Place &place) { return QString::fromLatin1(place.locale).left(2); });
    return found == places.end() ? places.front() : *found;
}

/// A value that the list does not have came from the command line, and stays.
void choose(QComboBox *combo, const QString &code)
{
    if (combo->findData(code) < 0)
        combo->addItem(code, code);
    combo->setCurrentIndex(combo->findData(code));
}

} // namespace

LocaleWidget::LocaleWidget(Unset unset, QWidget *parent)
    : SetupWidget(parent), m_unset(unset), m_keyboard(new QComboBox(this)), m_language(new QComboBox(this))
{
    m_keyboard->setObjectName(u"keyboardCombo"_s);
    m_language->setObjectName(u"languageCombo"_s);
    for (auto *combo : {m_keyboard, m_language}) {
        combo->addItem(tr("The system’s own"), QString());
        connect(combo, &QComboBox::activated, this, &LocaleWidget::edited);
    }
    for (const auto &place : places) {
        m_keyboard->addItem(u"%1 – %2"_s.arg(tr(place.keyboardName), QLatin1StringView(place.keyboard)),
                            QString::fromLatin1(place.keyboard));
        const QLocale locale(QString::fromLatin1(place.locale));
        m_language->addItem(tr("%1 (%2)").arg(locale.nativeLanguageName(), locale.nativeTerritoryName()),
                            localeCode(place));
    }
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    const auto addRow = [&](const QString &text, QComboBox *combo) {
        auto *label = new QLabel(text, this);
        label->setBuddy(combo);
        form->addRow(label, combo);
    };
    addRow(tr("&Keyboard:"), m_keyboard);
    addRow(tr("&Language:"), m_language);
    auto *hint = new QLabel(tr("An image can have other ones: choose them in its boot options."), this);
    hint->setWordWrap(true);
    form->addRow(hint);
}

void LocaleWidget::load(const Lab &lab)
{
    const bool guess = m_unset == Unset::Guess && !lab.isSet(u"keyboard"_s) && !lab.isSet(u"language"_s);
    choose(m_keyboard, guess ? QString::fromLatin1(ownPlace().keyboard) : lab.setting(u"keyboard"_s));
    choose(m_language, guess ? localeCode(ownPlace()) : lab.setting(u"language"_s));
}

QMap<QString, QString> LocaleWidget::values() const
{
    return {{u"keyboard"_s, m_keyboard->currentData().toString()},
            {u"language"_s, m_language->currentData().toString()}};
}

QList<std::pair<QString, QString>> LocaleWidget::summary() const
{
    return {{tr("Keyboard:"), m_keyboard->currentText()}, {tr("Language:"), m_language->currentText()}};
}

} // namespace Benchboot
