// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/detailtext.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

/// Says each sentence as it is, with a mark before it.
class Marking final : public QTranslator
{
public:
    QString translate(const char * /*context*/, const char *source, const char * /*note*/, int /*n*/) const override
    {
        return u"»"_s + QString::fromUtf8(source);
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestDetailText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutATranslationNothingChanges()
    {
        QCOMPARE(detailText(u"There is no file /srv/a.iso; check its name"_s), u"There is no file /srv/a.iso; check its name"_s);
    }

    void says_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("said");
        QTest::newRow("whole sentence") << u"The import was cancelled"_s << u"»The import was cancelled"_s;
        QTest::newRow("with a name") << u"There is no file /srv/a b.iso; check its name"_s << u"»There is no file /srv/a b.iso; check its name"_s;
        QTest::newRow("parts are said in turn")
            << u"TCP port 80 is in use by nginx (process 7); stop that program, or choose another port"_s
            << u"»»TCP port 80 is in use by nginx (process 7); »stop that program, or choose another port"_s;
        QTest::newRow("places in a name") << u"There is no file %1%2; check its name"_s << u"»There is no file %1%2; check its name"_s;
        QTest::newRow("unknown") << u"Something else went wrong"_s << u"Something else went wrong"_s;
        QTest::newRow("only its beginning") << u"The import was cancelled twice"_s
                                            << u"The import was cancelled twice"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void says()
    {
        QFETCH(const QString, detail);
        Marking marking;
        QCoreApplication::installTranslator(&marking);
        QTEST(detailText(detail), "said");
    }

    /// A sentence that was changed where it is made would no longer be found here.
    void sentencesAreTheSources()
    {
        QString sources;
        static const QRegularExpression joint(u"\"\\s*\\n\\s*u?\""_s);
        for (QDirIterator each(QStringLiteral(BENCHBOOT_SOURCE_DIR "/app"), {u"*.cpp"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
             each.hasNext();) {
            QFile file(each.next());
            if (file.fileName().endsWith(u"detailtext.cpp"))
                continue;
            QVERIFY(file.open(QIODevice::ReadOnly));
            sources += QString::fromUtf8(file.readAll()).remove(joint);
        }
        for (const auto *sentence : knownDetails())
            QVERIFY2(sources.contains(u'"' + QString::fromUtf8(sentence) + u'"'), sentence);
    }
};

QTEST_GUILESS_MAIN(TestDetailText)
#include "tst_detailtext.moc"
