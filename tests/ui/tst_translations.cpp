// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labfixture.h"
#include "ui/mainwindow.h"
#include "ui/translations.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

const auto folder = QStringLiteral(BENCHBOOT_SOURCE_DIR) + u"/translations/"_s;

/// One message of a .ts file.
struct Message
{
    QString context;
    QString source;
    QStringList forms; ///< one, or singular and plural
    bool hasPlural = false;
    bool isFinished = true;
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{.context = context, .hasPlural = xml.attributes().value("numerus") == "yes"_L1};
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            message.isFinished = !xml.attributes().hasAttribute("type"_L1);
            if (!message.hasPlural)
                message.forms.append(xml.readElementText());
            else
                while (xml.readNextStartElement())
                    message.forms.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

/// The messages of a .ts file; none if it is not well-formed.
QList<Message> messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    xml.readNextStartElement();
    while (xml.readNextStartElement()) { // contexts
        while (xml.readNextStartElement()) {
            if (xml.name() == "name"_L1)
                context = xml.readElementText();
            else
                messages.append(readMessage(xml, context));
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression pattern(u"%L?(?:n|\\d+)"_s);
    QStringList found;
    for (const auto &match : pattern.globalMatch(text))
        found.append(match.captured());
    found.sort();
    return found;
}

qsizetype mnemonicsOf(const QString &text) { return text.count(QRegularExpression(u"&[^& ]"_s)); }

QStringList textsOf(const QList<QAction *> &actions)
{
    QStringList texts;
    for (const auto *action : actions)
        texts.append(action->text());
    return texts;
}

} // namespace

class TestTranslations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path()); }
    void cleanup() { qDeleteAll(qApp->findChildren<QTranslator *>()); }

    void holdsTheWordsOf_data()
    {
        QTest::addColumn<QString>("context");
        QTest::addColumn<QString>("source");
        QTest::newRow("images") << u"Benchboot::ExtentDevice"_s << u"The image ends too early"_s;
        QTest::newRow("lab") << u"Benchboot::LabEditor"_s << u"Change Time-out"_s;
        QTest::newRow("session") << u"BootProgress"_s << u"This PC asked for %1, which is not there."_s;
        QTest::newRow("ui") << u"Benchboot::MainWindow"_s << u"Bench"_s;
        QTest::newRow("ui, pages") << u"Benchboot::BenchPage"_s << u"Waiting for a PC"_s;
        QTest::newRow("ui, text of no class") << u"DisplayText"_s << u"%1 s left"_s;
        QTest::newRow("Qt") << u"QPlatformTheme"_s << u"Cancel"_s;
    }
    void holdsTheWordsOf()
    {
        QFETCH(const QString, context);
        QFETCH(const QString, source);
        const auto messages = messagesOf(folder + u"benchboot_de.ts"_s);
        const auto isSame = [&](const Message &each) { return each.context == context && each.source == source; };
        QCOMPARE(std::ranges::count_if(messages, isSame), 1);
    }

    void files_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("German") << u"benchboot_de.ts"_s;
        QTest::newRow("English plurals") << u"benchboot_en.ts"_s;
    }
    void files()
    {
        QFETCH(const QString, file);
        const auto messages = messagesOf(folder + file);
        QVERIFY(!messages.isEmpty());
        for (const auto &message : messages) {
            const auto where = qUtf8Printable(message.context + u": "_s + message.source);
            QVERIFY2(message.isFinished && !message.forms.contains(QString()), where);
            QCOMPARE(message.forms.size(), message.hasPlural ? 2 : 1);
            for (const auto &form : message.forms) {
                QVERIFY2(placeholdersOf(form) == placeholdersOf(message.source), where);
                QVERIFY2(mnemonicsOf(form) == mnemonicsOf(message.source), where);
            }
        }
    }

    /// Takes the sentences of today's sources into a copy, as the target update_translations does.
    void sourcesAreTranslated_data() { files_data(); }
    void sourcesAreTranslated()
    {
        QFETCH(const QString, file);
        const QTemporaryDir copies;
        const auto copy = copies.filePath(file);
        QVERIFY(QFile::copy(folder + file, copy));
        QStringList arguments{u"-I"_s, u"."_s, u"-I"_s, u"app"_s, u"app"_s, u"ui"_s, u"-ts"_s, copy};
        if (file.endsWith("en.ts"_L1))
            arguments.prepend(u"-pluralonly"_s);
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(BENCHBOOT_SOURCE_DIR));
        lupdate.setProcessChannelMode(QProcess::MergedChannels);
        lupdate.start(QStringLiteral(BENCHBOOT_LUPDATE), arguments);
        QVERIFY(lupdate.waitForFinished());
        QVERIFY2(lupdate.exitCode() == 0, lupdate.readAll().constData());
        QStringList missing;
        for (const auto &message : messagesOf(copy)) {
            if (!message.isFinished)
                missing.append(message.context + u": "_s + message.source);
        }
        QCOMPARE(missing, QStringList());
    }

    void plurals_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("text");
        const auto add = [](const char *row, const QLocale &locale, int count, const QString &text) {
            QTest::newRow(row) << locale << count << text;
        };
        const QLocale german(QLocale::German, QLocale::Austria);
        add("English, one", QLocale(u"en_GB"_s), 1, u"1 PC needs attention"_s);
        add("English, two", QLocale(u"en_GB"_s), 2, u"2 PCs need attention"_s);
        add("German, one", german, 1, u"1 PC braucht Aufmerksamkeit"_s);
        add("German, two", german, 2, u"2 PCs brauchen Aufmerksamkeit"_s);
        add("a language without a file, one", QLocale(QLocale::Finnish), 1, u"1 PC needs attention"_s);
        add("no language, two", QLocale::c(), 2, u"2 PCs need attention"_s);
    }
    void plurals()
    {
        QFETCH(const QLocale, locale);
        QFETCH(const int, count);
        installTranslations(locale);
        QTEST(QCoreApplication::translate("Benchboot::StatusLine", "%n PC(s) need attention", nullptr, count), "text");
    }

    void systemLanguage()
    {
        const auto language = qEnvironmentVariable("LC_ALL");
        qputenv("LC_ALL", "de_DE.UTF-8");
        installTranslations(QLocale::system());
        qputenv("LC_ALL", language.toLocal8Bit());
        QCOMPARE(QCoreApplication::translate("Benchboot::MainWindow", "Bench"), u"Werkbank"_s);
    }

    void germanWindow()
    {
        installTranslations(QLocale(QLocale::German));
        LabFixture lab;
        MainWindow window(lab.context);
        window.show();
        QCOMPARE(window.windowTitle(), u"Werkbank — Benchboot"_s);
        QCOMPARE(window.findChild<QListView *>(u"rail"_s)->model()->index(1, 0).data().toString(), u"Abbilder"_s);
        QCOMPARE(window.findChild<QAction *>(u"importAction"_s)->text(), u"Abbild &importieren …"_s);
        const auto labels = window.findChildren<QLabel *>();
        QVERIFY(
            std::ranges::any_of(labels, [](const auto *each) { return each->text() == u"Noch nichts zu starten"; }));
    }

    void germanMnemonicsAreUnique()
    {
        installTranslations(QLocale(QLocale::German));
        LabFixture lab;
        MainWindow window(lab.context);
        QMap<QString, QStringList> menus{{u"menu bar"_s, textsOf(window.menuBar()->actions())}};
        for (const auto &place : {u"bench"_s, u"images"_s, u"menu"_s, u"activity"_s, u"settings"_s}) {
            window.showPage(place);
            for (const auto *action : window.menuBar()->actions())
                menus.insert(place + u' ' + action->text(), textsOf(action->menu()->actions()));
        }
        for (const auto &[menu, texts] : menus.asKeyValueRange()) {
            QSet<QString> seen;
            for (const auto &text : texts) {
                const auto at = text.indexOf(u'&');
                if (at < 0)
                    continue;
                const auto key = text.sliced(at + 1, 1).toLower();
                QVERIFY2(!seen.contains(key), qUtf8Printable(menu + u": "_s + text));
                seen.insert(key);
            }
        }
    }

private:
    QTemporaryDir m_settings;
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
