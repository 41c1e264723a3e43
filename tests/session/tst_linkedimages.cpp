// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/isofixture.h"
#include "session/imagecheck.h"
#include "session/importjob.h"
#include "session/session.h"
#include "session/sidecar.h"
#include "session/snapshot.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

QByteArray hashOf(const QString &file)
{
    return QCryptographicHash::hash(readFile(file), QCryptographicHash::Sha256).toHex();
}

} // namespace

/// What happens with an image that is served from where it is.
class TestLinkedImages : public QObject
{
    Q_OBJECT

    std::unique_ptr<IsoFixture> m_fixture;
    QString m_iso;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LabStore> m_store;

    [[nodiscard]] Result<LabImage> link()
    {
        ImportJob job(*m_store, {.file = m_iso, .recipe = {}, .link = true, .options = {}});
        QSignalSpy finished(&job, &ImportJob::finished);
        job.start();
        if (finished.isEmpty() && !finished.wait(30'000))
            return fail(Error::Code::Busy, u"never ended"_s);
        return finished.first().first().value<Result<LabImage>>();
    }
    [[nodiscard]] LabImage image() const { return m_store->read()->images().first(); }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<IsoFixture>();
        addSystemRescueCd(*m_fixture);
        m_iso = m_fixture->make();
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<LabStore>(*LabStore::open(m_folder->filePath(u"lab"_s)));
    }

    void isReadInTheBackground()
    {
        const auto linked = link();
        QVERIFY2(linked, qPrintable(why(linked)));
        QVERIFY(isUnchecked(*linked));
        QCOMPARE(uncheckedBytes(*linked), linked->size());
        Session session(*m_store);
        QSignalSpy finished(&session, &Session::checkFinished);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
        QVERIFY(finished.first().at(1).value<Result<void>>());
        QVERIFY(!isUnchecked(image()));
        QCOMPARE(uncheckedBytes(image()), 0);
        for (const auto &file : image().facts.files) {
            QCOMPARE(file.sha256.toLatin1(), hashOf(m_fixture->source(file.path)));
            QVERIFY(file.expected.isEmpty());
        }
    }

    void goesOnWhereHashesAreMissing()
    {
        QVERIFY(link());
        const auto first = image().facts.files.first().path;
        const QString kept(64, u'a'); // wrong, which shows that the file is not read again
        QVERIFY(m_store->change([&](Lab &lab) -> Result<void> {
            lab.setChecked(lab.images().first().id, {{first, kept}}, false);
            return {};
        }));
        Session session(*m_store);
        QSignalSpy finished(&session, &Session::checkFinished);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
        QVERIFY(finished.first().at(1).value<Result<void>>());
        QVERIFY(!isUnchecked(image()));
        QCOMPARE(image().facts.files.first().sha256, kept);
        QCOMPARE(checkImage(*m_store, image(), CheckScope::Everything).error().code, Error::Code::Mismatch);
    }

    void damageIsFound_data()
    {
        QTest::addColumn<bool>("beside");
        QTest::newRow("the system's own checksum") << false;
        QTest::newRow("the checksum beside the image") << true;
    }
    void damageIsFound()
    {
        QFETCH(bool, beside);
        if (beside)
            writeFile(m_iso + u".sha256"_s, QByteArray(64, '0') + "\n");
        else
            QVERIFY(patchFile(m_iso, QByteArray(100, 'd'), QByteArray(99, 'd') + '!') > 0);
        const auto linked = link();
        QVERIFY2(linked, qPrintable(why(linked))); // usable at once
        Session session(*m_store);
        QSignalSpy finished(&session, &Session::checkFinished);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
        const auto result = finished.first().at(1).value<Result<void>>();
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::Mismatch);
        const auto name = beside ? QFileInfo(m_iso).fileName() : u"sysrcd.dat"_s;
        QVERIFY2(result.error().detail.startsWith(name + u" is damaged"_s), qPrintable(result.error().detail));
        QVERIFY(isUnchecked(image()));
    }

    void missingAndChangedFilesAreNamed()
    {
        const auto linked = link();
        QVERIFY(linked);
        Session session(*m_store);
        QSignalSpy changed(&session, &Session::sourcesChanged);
        QSignalSpy finished(&session, &Session::checkFinished);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
        QVERIFY(QFile::rename(m_iso, m_iso + u".away"_s));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 20'000);
        const auto trouble = session.sourceTroubles().value(linked->id);
        QCOMPARE(trouble.code, Error::Code::NotFound);
        QVERIFY(trouble.detail.contains(m_iso));
        const auto served = makeSnapshot(session.lab(), *m_store, {}, 8080, 1, session.sourceTroubles());
        for (const auto &file : served->httpFiles)
            QCOMPARE(file.trouble, trouble.detail);
        QVERIFY(QFile::rename(m_iso + u".away"_s, m_iso));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, 20'000);
        QVERIFY(session.sourceTroubles().isEmpty());
        QFile file(m_iso);
        QVERIFY(file.open(QIODevice::Append) && file.putChar('x'));
        file.close();
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 3, 20'000);
        QCOMPARE(session.sourceTroubles().value(linked->id).code, Error::Code::Mismatch);
    }

    void movedImageIsLinkedAgainInItsPlace()
    {
        const auto before = link();
        QVERIFY2(before, qPrintable(why(before)));
        QVERIFY(m_store->change([&](Lab &lab) { return lab.setOption(before->id, u"keyboard"_s, u"de"_s); }));
        const auto menu = m_store->read()->menu();
        const auto moved = m_fixture->path(u"moved.iso"_s);
        QVERIFY(QFile::rename(m_iso, moved));
        m_iso = moved;
        const auto after = link();
        QVERIFY2(after, qPrintable(why(after)));
        QCOMPARE(after->id, before->id);
        QCOMPARE(m_store->read()->images().size(), 1);
        QCOMPARE(image().sourceFile, QFileInfo(moved).canonicalFilePath());
        QCOMPARE(image().options.value(u"keyboard"_s), u"de"_s);
        QCOMPARE(m_store->read()->menu(), menu);
        QCOMPARE(QDir(m_store->imagesFolder()).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{before->id});
        // One whose file is where it was is not meant.
        QVERIFY(QFile::copy(moved, m_fixture->path(u"copy.iso"_s)));
        m_iso = m_fixture->path(u"copy.iso"_s);
        QVERIFY(link());
        QCOMPARE(m_store->read()->images().size(), 2);
    }

    void removedImagesAreNotRead()
    {
        QVERIFY(link());
        Session session(*m_store);
        QSignalSpy finished(&session, &Session::checkFinished);
        QVERIFY(session.change([](Lab &lab) -> Result<void> {
            return lab.removeImage(lab.images().first().id).transform([](const LabImage &) {});
        }));
        QVERIFY(!finished.wait(500));
    }

    void checksumsBeside_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("type"); // empty: none is found
        const QByteArray sha256(64, 'a');
        const QByteArray md5(32, 'b');
        QTest::newRow("own, with name") << u"x.iso.sha256"_s << sha256 + "  x.iso\n" << u"sha256"_s;
        QTest::newRow("own, hash alone") << u"x.iso.md5"_s << md5 << u"md5"_s;
        QTest::newRow("own, called otherwise before") << u"x.iso.md5"_s << md5 + " *y.iso\n" << u"md5"_s;
        QTest::newRow("own, instead of the suffix") << u"x.md5"_s << md5 + "  x.iso\n" << u"md5"_s;
        QTest::newRow("own, of another image") << u"x.md5"_s << md5 + "  y.iso\n" << QString();
        QTest::newRow("SHA-512") << u"x.iso.sha512"_s << QByteArray(128, 'c') + "  x.iso\n" << u"sha512"_s;
        QTest::newRow("list") << u"SHA256SUMS"_s << sha256 + "  y.iso\n" + sha256 + " *x.iso\n" << u"sha256"_s;
        QTest::newRow("list in lower case") << u"md5sum.txt"_s << md5 + "  ./x.iso\n" << u"md5"_s;
        QTest::newRow("list of others") << u"SHA256SUMS"_s << sha256 + "  y.iso\n" << QString();
        QTest::newRow("BSD") << u"x.iso.sha256"_s << "SHA256 (x.iso) = " + sha256 + "\n" << u"sha256"_s;
        QTest::newRow("no checksum") << u"x.iso.sha256"_s << QByteArray("404 not found\n") << QString();
    }
    void checksumsBeside()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, content);
        QFETCH(QString, type);
        QTemporaryDir folder;
        writeFile(folder.filePath(file), content);
        const auto sums = sumsBeside(folder.filePath(u"x.iso"_s));
        QCOMPARE(sums.isEmpty(), type.isEmpty());
        if (type.isEmpty())
            return;
        QCOMPARE(sums.first().type, type);
        QCOMPARE(sums.first().source, file);
    }
};

QTEST_GUILESS_MAIN(TestLinkedImages)
#include "tst_linkedimages.moc"
