// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/filelock.h"
#include "session/loaderfixture.h"
#include "ui/knownpcsdialog.h"
#include "ui/labfixture.h"
#include "ui/widgets/messagebar.h"

#include <QElapsedTimer>
#include <QFile>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTreeWidget>

#include <sys/file.h>

#include <algorithm>
#include <chrono>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;
using Dhcp::KnownClients;
using Dhcp::OfferForm;

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestKnownPcsDialog : public QObject
{
    Q_OBJECT

private:
    const QString m_mac = u"52:54:00:aa:00:01"_s;
    std::unique_ptr<LabFixture> m_lab;
    std::unique_ptr<KnownPcsDialog> m_dialog;

    [[nodiscard]] bool learn(const QString &mac, OfferForm form, bool works) const
    {
        return ClientStore(m_lab->store)
            .change([&](KnownClients &known) {
                known.learn({mac, u"PXEClient:Arch:00007:UNDI:003016"_s, {form, u"snponly.efi"_s}, works, 1000});
                return Result<void>();
            })
            .has_value();
    }
    [[nodiscard]] KnownClients known() const { return ClientStore(m_lab->store).read().value(); }
    [[nodiscard]] QTreeWidget *tree() const { return m_dialog->findChild<QTreeWidget *>(u"knownPcs"_s); }
    [[nodiscard]] QStringList texts(const QTreeWidgetItem *item) const
    {
        QStringList all;
        for (int column = 0; column < tree()->columnCount(); ++column)
            all.append(item->text(column));
        return all;
    }
    void pin(const QString &text) const
    {
        auto *menu = m_dialog->findChild<QPushButton *>(u"pinButton"_s)->menu();
        Q_EMIT menu->aboutToShow();
        const auto actions = menu->actions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        QVERIFY2(found != actions.cend(), qPrintable(text));
        (*found)->trigger();
    }

private Q_SLOTS:
    void init()
    {
        m_lab = std::make_unique<LabFixture>();
        QVERIFY(learn(m_mac, OfferForm::Bare, true));
        m_dialog = std::make_unique<KnownPcsDialog>(m_lab->store, m_lab->clients);
        m_dialog->show();
    }
    void cleanup()
    {
        m_dialog.reset();
        m_lab.reset();
    }

    void showsWhatWorks()
    {
        QCOMPARE(tree()->topLevelItemCount(), 1);
        QCOMPARE(texts(tree()->topLevelItem(0)), (QStringList{m_mac, QString(), QString(), QString()}));
        QCOMPARE(texts(tree()->topLevelItem(0)->child(0)),
                 (QStringList{u"UEFI x64, UNDI 3.16"_s, u"Boot server (4011)"_s, u"snponly.efi"_s,
                              u"Boots with it"_s}));
    }

    void followsTheFile()
    {
        QVERIFY(learn(u"52:54:00:aa:00:02"_s, OfferForm::Direct, false));
        QTRY_COMPARE(tree()->topLevelItemCount(), 2);
        QCOMPARE(texts(tree()->topLevelItem(1)->child(0)).last(), u"To be tried next"_s);
    }

    void pins()
    {
        m_dialog->select(m_mac);
        pin(u"Offer: Direct"_s);
        QCOMPARE(known().client(m_mac)->pins, (KnownClients::Pins{OfferForm::Direct, {}}));
        QCOMPARE(texts(tree()->topLevelItem(0)), (QStringList{m_mac, u"Direct"_s, QString(), u"Pinned"_s}));
        pin(u"Loader: snponly.efi"_s); // it is still selected
        QCOMPARE(known().client(m_mac)->pins, (KnownClients::Pins{OfferForm::Direct, u"snponly.efi"_s}));
        pin(u"Nothing"_s);
        QCOMPARE(known().client(m_mac)->pins, KnownClients::Pins());
        QCOMPARE(known().client(m_mac)->firmwares.size(), 1);
    }

    void pinsWhatFits()
    {
        const auto folder = m_lab->store.loadersFolder();
        QVERIFY(write(folder + u"/own.efi"_s, efiProgram(0x8664, "iPXE")));
        QVERIFY(write(folder + u"/own-arm.efi"_s, efiProgram(0xaa64, "iPXE")));
        QVERIFY(write(folder + u"/own.kpxe"_s, "code for BIOS"));
        m_dialog->select(m_mac);
        auto *menu = m_dialog->findChild<QPushButton *>(u"pinButton"_s)->menu();
        Q_EMIT menu->aboutToShow();
        QStringList texts;
        for (const auto *action : menu->actions())
            texts.append(action->text());
        QVERIFY(texts.contains(u"Loader: own.efi"));
        QVERIFY(texts.contains(u"Loader: snponly.efi")); // was offered
        QVERIFY(!texts.contains(u"Loader: own-arm.efi"));
        QVERIFY(!texts.contains(u"Loader: own.kpxe"));
        pin(u"Loader: own.efi"_s);
        QCOMPARE(known().client(m_mac)->pins.loader, u"own.efi"_s);
    }

    void kindsOfFirmware_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("BIOS") << u"PXEClient:Arch:00000:UNDI:002001"_s << u"BIOS, UNDI 2.1"_s;
        QTest::newRow("iPXE") << u"PXEClient:Arch:00007:UNDI:003010 (iPXE)"_s << u"UEFI x64, UNDI 3.10, iPXE"_s;
        QTest::newRow("HTTP") << u"HTTPClient:Arch:00016"_s << u"UEFI x64 HTTP"_s;
        QTest::newRow("not registered") << u"PXEClient:Arch:00099"_s << u"Architecture 99"_s;
        QTest::newRow("no architecture") << u"PXEClient"_s << u"PXEClient"_s;
    }
    void kindsOfFirmware()
    {
        QFETCH(const QString, name);
        QVERIFY(ClientStore(m_lab->store).change([&](KnownClients &known) {
            known.learn({u"52:54:00:aa:00:00"_s, name, {OfferForm::Direct, u"a"_s}, true, 2000});
            return Result<void>();
        }));
        QTRY_COMPARE(tree()->topLevelItemCount(), 2);
        QTEST(tree()->topLevelItem(0)->child(0)->text(0), "text");
        QCOMPARE(tree()->topLevelItem(0)->child(0)->toolTip(0), name);
    }

    void allColumnsFit_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("wide") << 1200;
        QTest::newRow("as narrow as it gets") << 0;
    }
    void allColumnsFit()
    {
        QFETCH(const int, width);
        m_dialog->resize(width, 300);
        const auto columns = [this] {
            int all = 0;
            for (int column = 0; column < tree()->columnCount(); ++column)
                all += tree()->columnWidth(column);
            return all;
        };
        QTRY_COMPARE(columns(), tree()->viewport()->width());
        QVERIFY(!tree()->horizontalScrollBar()->isVisible());
    }

    /// A program that stopped in the middle holds up nobody.
    void aHeldLockIsSaid()
    {
        QProcess holder;
        const auto lock = m_lab->store.folder() + u"/clients.lock"_s;
        holder.start(u"flock"_s, {lock, u"cat"_s});
        QTRY_VERIFY(!lockFile(lock, LOCK_EX | LOCK_NB));
        m_dialog->select(m_mac);
        QElapsedTimer timer;
        timer.start();
        pin(u"Offer: Menu"_s);
        QVERIFY(timer.durationElapsed() < std::chrono::seconds(3));
        QVERIFY(m_dialog->findChild<MessageBar *>()->text().startsWith(u"flock (process"));
        holder.closeWriteChannel();
        QVERIFY(holder.waitForFinished());
        pin(u"Offer: Menu"_s);
        QVERIFY(!m_dialog->findChild<MessageBar *>()->isVisible());
        QCOMPARE(known().client(m_mac)->pins.form, OfferForm::Menu);
    }

    void forgets()
    {
        auto *forget = m_dialog->findChild<QPushButton *>(u"forgetButton"_s);
        QVERIFY(!forget->isEnabled());
        tree()->setCurrentItem(tree()->topLevelItem(0)->child(0)); // belongs to it
        QVERIFY(forget->isEnabled());
        forget->click();
        QVERIFY(!known().client(m_mac));
        QCOMPARE(tree()->topLevelItemCount(), 1);
        QCOMPARE(tree()->topLevelItem(0)->text(0), u"No PC has booted from this lab yet"_s);
        QVERIFY(!forget->isEnabled());
    }
};

QTEST_MAIN(TestKnownPcsDialog)
#include "tst_knownpcsdialog.moc"
