// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/isofixture.h"
#include "ui/importquestions.h"
#include "ui/labfixture.h"
#include "ui/pages/imagespage.h"
#include "ui/widgets/messagebar.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace Benchboot;
using namespace Qt::StringLiterals;
using State = ImportQueue::State;

/// What the window asks where an image, or an earlier version of it, is in the lab already.
class TestImportQuestions : public QObject
{
    Q_OBJECT

    Tests::IsoFixture m_fixture;
    Tests::IsoFixture m_newerFixture;
    QString m_iso;
    QString m_newer;
    std::unique_ptr<Tests::LabFixture> m_lab;
    std::unique_ptr<ImagesPage> m_page;

    [[nodiscard]] QMessageBox *question() const
    {
        for (auto *box : m_page->findChildren<QMessageBox *>(u"importQuestion"_s)) {
            if (box->isVisible())
                return box;
        }
        return nullptr;
    }
    [[nodiscard]] State stateOf(qsizetype index) const { return m_lab->imports.items().at(index).state; }
    [[nodiscard]] Lab lab() const { return *m_lab->store.read(); }
    void ask(const QString &iso) { m_lab->imports.add({.file = iso, .asks = true}); }
    void importFirst()
    {
        m_lab->imports.add({.file = m_iso});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(0), State::Done, 30'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        Tests::addSystemRescueCd(m_fixture);
        m_iso = m_fixture.make();
        Tests::addSystemRescueCd(m_newerFixture);
        m_newerFixture.add(u"version"_s, "5.4.0\n");
        m_newer = m_newerFixture.make();
    }

    void init()
    {
        m_lab = std::make_unique<Tests::LabFixture>();
        m_page = std::make_unique<ImagesPage>(m_lab->context);
        new ImportQuestions(m_lab->imports, m_page.get());
        m_page->resize(1000, 640);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_lab.reset();
    }

    void isAnsweredByKeyboard_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<State>("state");
        QTest::addColumn<QStringList>("ids");
        const Qt::KeyboardModifiers none = Qt::NoModifier;
        const Qt::KeyboardModifiers alt = Qt::AltModifier;
        const auto id = u"systemrescuecd-5.3.2"_s;
        QTest::newRow("the default replaces") << Qt::Key_Return << none << State::Done << QStringList{id};
        QTest::newRow("replace") << Qt::Key_R << alt << State::Done << QStringList{id};
        QTest::newRow("keep both") << Qt::Key_K << alt << State::Done << QStringList{id, u"systemrescuecd-5.3.2-2"_s};
        QTest::newRow("cancel") << Qt::Key_C << alt << State::Cancelled << QStringList{id};
        QTest::newRow("leave") << Qt::Key_Escape << none << State::Cancelled << QStringList{id};
    }
    void isAnsweredByKeyboard()
    {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(State, state);
        QFETCH(QStringList, ids);
        importFirst();
        const auto before = lab().images().first().importedMs;
        ask(m_iso);
        QTRY_VERIFY_WITH_TIMEOUT(question(), 30'000);
        QCOMPARE(question()->text(), u"SystemRescueCD 5.3.2 is in the lab already."_s);
        QVERIFY(!question()->checkBox()); // nothing else waits
        QTest::keyClick(question(), key, modifiers);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), state, 30'000);
        QVERIFY(!question());
        QStringList left;
        const auto now = lab();
        for (const auto &image : now.images())
            left.append(image.id);
        QCOMPARE(left, ids);
        const bool isReplaced = state == State::Done && ids.size() == 1;
        QCOMPARE(lab().images().first().importedMs > before, isReplaced);
    }

    void oneAnswerDoesForAll()
    {
        importFirst();
        for (int i = 0; i < 3; ++i)
            ask(m_iso);
        QTRY_VERIFY_WITH_TIMEOUT(question(), 30'000);
        auto *all = question()->checkBox();
        QVERIFY(all);
        QTest::keyClick(all, Qt::Key_Space);
        QTest::keyClick(question(), Qt::Key_K, Qt::AltModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!m_lab->imports.isBusy(), 60'000);
        QCOMPARE(lab().images().size(), 4);
        ask(m_iso); // another day, another question
        QTRY_VERIFY_WITH_TIMEOUT(question(), 30'000);
        QTest::mouseClick(question()->findChild<QPushButton *>(u"cancel"_s), Qt::LeftButton);
        QCOMPARE(stateOf(4), State::Cancelled);
    }

    void oneQuestionAfterTheOther()
    {
        importFirst();
        for (int i = 0; i < 2; ++i)
            ask(m_iso);
        QTRY_VERIFY_WITH_TIMEOUT(stateOf(1) == State::Asking && stateOf(2) == State::Asking, 30'000);
        QCOMPARE(m_page->findChildren<QMessageBox *>().size(), 1);
        m_lab->imports.cancel(m_lab->imports.items().at(1).id); // in the list: its question goes, the next comes
        QTRY_VERIFY(question() && question()->isVisible());
        QTest::keyClick(question(), Qt::Key_Escape);
        QCOMPARE(stateOf(2), State::Cancelled);
        QVERIFY(!question());
    }

    void aNewerVersionReplacesAndComesBack()
    {
        importFirst();
        const auto older = u"systemrescuecd-5.3.2"_s;
        const auto newer = u"systemrescuecd-5.4.0"_s;
        QVERIFY(m_lab->session.change([&](Lab &all) { return all.setOption(older, u"keyboard"_s, u"de"_s); }));
        ask(m_newer);
        QTRY_VERIFY_WITH_TIMEOUT(question(), 30'000);
        QCOMPARE(question()->text(), u"SystemRescueCD 5.4.0 is a newer version of SystemRescueCD 5.3.2."_s);
        QTest::keyClick(question(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(1), State::Done, 30'000);
        QVERIFY(!lab().image(older));
        QCOMPARE(lab().image(newer)->options.value(u"keyboard"_s), u"de"_s);
        QCOMPARE(lab().menu().first().id, newer);
        auto *message = m_page->findChild<MessageBar *>(u"imagesMessage"_s);
        QVERIFY(message->isVisible());
        QVERIFY2(message->text().contains(u"SystemRescueCD 5.3.2"), qPrintable(message->text()));
        QTest::mouseClick(message->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(lab().image(older)->options.value(u"keyboard"_s), u"de"_s);
        QVERIFY(lab().image(newer)->options.isEmpty());
        QCOMPARE(lab().menu().first().id, older);
        QVERIFY(QFile::exists(m_lab->store.imageFolder(older) + u"/sysrcd.dat"_s));
    }
};

QTEST_MAIN(TestImportQuestions)
#include "tst_importquestions.moc"
