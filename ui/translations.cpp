// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace Benchboot {

void installTranslations(const QLocale &locale)
{
    // Qt's words that the window shows: ours have them as well, as many systems lack Qt's translations.
    static constexpr const char *words[]{QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"),
                                         QT_TRANSLATE_NOOP("QWizard", "Cancel")};
    Q_UNUSED(words)

    auto *own = new QTranslator(QCoreApplication::instance());
    if (!own->load(locale, u"benchboot"_s, u"_"_s, u":/i18n"_s) && !own->load(u":/i18n/benchboot_en.qm"_s))
        return;
    auto *qt = new QTranslator(QCoreApplication::instance());
    if (qt->load(QLocale(own->language()), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    QCoreApplication::installTranslator(own); // the last one is asked first
}

} // namespace Benchboot
