// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sockets.h"
#include "services/networkcard.h"
#include "session/loaderfixture.h"
#include "ui/setupfixture.h"
#include "ui/widgets/messagebar.h"
#include "ui/wizard/loaderswidget.h"
#include "ui/wizard/portswidget.h"
#include "ui/wizard/spacewidget.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

using namespace Benchboot;
using namespace Qt::StringLiterals;

class TestWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<SetupFixture>();
        QVERIFY(m_fixture->session.change([](Lab &lab) { return lab.setSetting(u"http.port"_s, freePort()); }));
        m_before = m_fixture->session.lab();
        m_fixture->services.setPorts({0, 0, 0, 0});
        open();
    }
    void cleanup()
    {
        m_wizard.reset();
        m_fixture.reset();
    }

    void everyPageCanBeLeftAsItIs()
    {
        QCOMPARE(pageIds(), (QList<int>{0, 1, 2, 3, 4, 5}));
        for (int page = 0; page < 5; ++page) {
            QCOMPARE(m_wizard->currentId(), page);
            QVERIFY2(m_wizard->button(QWizard::NextButton)->isEnabled(), qPrintable(m_wizard->currentPage()->title()));
            press(QWizard::NextButton);
        }
        child<QCheckBox>(u"startNow"_s)->setChecked(false);
        press(QWizard::FinishButton);
        QVERIFY(!m_wizard->isVisible());
        const auto &lab = m_fixture->session.lab();
        QCOMPARE(lab.setting(u"network.interface"_s), u"enp0s31f6"_s);
        QVERIFY2(!lab.isSet(u"network.subnet"_s), "the card's own is not written down");
        QCOMPARE(lab.setting(u"loader.bios"_s), u"undionly.kpxe"_s);
        QCOMPARE(lab.setting(u"http.port"_s), m_before.setting(u"http.port"_s));
        QVERIFY(!lab.setting(u"keyboard"_s).isEmpty());
        QCOMPARE(m_fixture->services.state(), ServiceController::State::Stopped);
    }

    void cancelChangesNothing()
    {
        QVERIFY(SetupFixture::writeLoader(m_fixture->file(u"own.efi"_s), 0x8664));
        chooseCard(1);
        child<QLineEdit>(u"subnetEdit"_s)->setText(u"192.168.0.0/24"_s);
        press(QWizard::NextButton);
        child<LoadersWidget>(u"loadersWidget"_s)->setFile(u"loader.efi-x64"_s, m_fixture->file(u"own.efi"_s));
        press(QWizard::NextButton);
        press(QWizard::CancelButton);
        QVERIFY(!m_wizard->isVisible());
        QCOMPARE(m_fixture->session.lab(), m_before);
        QCOMPARE(m_fixture->store.read().value(), m_before);
        QCOMPARE(QDir(m_fixture->store.loadersFolder()).entryList(QDir::Files),
                 (QStringList{u"snponly.efi"_s, u"undionly.kpxe"_s}));
    }

    void allIsWrittenInOneChange()
    {
        QVERIFY(SetupFixture::writeLoader(m_fixture->file(u"my own.efi"_s), 0x8664));
        chooseCard(1);
        auto *subnet = child<QLineEdit>(u"subnetEdit"_s);
        QCOMPARE(subnet->text(), u"192.168.0.0/16"_s);
        subnet->setFocus();
        subnet->selectAll();
        QTest::keyClicks(subnet, u"192.168.1.0/24"_s);
        press(QWizard::NextButton);
        child<LoadersWidget>(u"loadersWidget"_s)->setFile(u"loader.efi-x64"_s, m_fixture->file(u"my own.efi"_s));
        for (int page = 1; page < 4; ++page)
            press(QWizard::NextButton);
        choose(child<QComboBox>(u"keyboardCombo"_s), u"fr"_s);
        choose(child<QComboBox>(u"languageCombo"_s), u"fr_FR.UTF-8"_s);
        press(QWizard::NextButton);
        child<QCheckBox>(u"startNow"_s)->setChecked(false);
        int changes = 0;
        connect(&m_fixture->session, &Session::labChanged, this, [&changes] { ++changes; });
        press(QWizard::FinishButton);
        QCOMPARE(changes, 1);
        const auto lab = m_fixture->store.read().value();
        QCOMPARE(lab.setting(u"network.interface"_s), u"wlp2s0"_s);
        QCOMPARE(lab.setting(u"network.subnet"_s), u"192.168.1.0/24"_s);
        QCOMPARE(lab.setting(u"loader.efi-x64"_s), u"my-own.efi"_s);
        QCOMPARE(lab.setting(u"keyboard"_s), u"fr"_s);
        QCOMPARE(lab.setting(u"language"_s), u"fr_FR.UTF-8"_s);
        QVERIFY(QFile::exists(m_fixture->store.loadersFolder() + u"/my-own.efi"_s));
    }

    void startsTheServicesAtTheEnd()
    {
        const auto loopback = findNetworkCard(u"lo"_s).value();
        m_fixture->cards = {{loopback, {}}};
        open();
        for (int page = 0; page < 5; ++page)
            press(QWizard::NextButton);
        QVERIFY(child<QCheckBox>(u"startNow"_s)->isChecked());
        press(QWizard::FinishButton);
        QTRY_COMPARE(m_fixture->services.state(), ServiceController::State::Running);
        QCOMPARE(m_fixture->session.network().cards.first().name, u"lo"_s);
        open();
        for (int page = 0; page < 5; ++page)
            press(QWizard::NextButton); // its own ports are no obstacle
        QVERIFY2(!child<QCheckBox>(u"startNow"_s)->isChecked(), "a boot under way is not broken off by accident");
        press(QWizard::FinishButton);
        QCOMPARE(m_fixture->services.state(), ServiceController::State::Running);
    }

    void goesThroughByKeyboard()
    {
        for (int page = 0; page < 5; ++page) {
            QCOMPARE(m_wizard->currentId(), page);
            QTest::keyClick(m_wizard.get(), Qt::Key_Return);
        }
        auto *start = child<QCheckBox>(u"startNow"_s);
        QTest::keyClick(start, Qt::Key_Space);
        QVERIFY(!start->isChecked());
        QTest::keyClick(m_wizard.get(), Qt::Key_Return);
        QVERIFY(!m_wizard->isVisible());
        QCOMPARE(m_fixture->session.lab().setting(u"network.interface"_s), u"enp0s31f6"_s);
    }
    void escapeCancels()
    {
        QTest::keyClick(m_wizard.get(), Qt::Key_Escape);
        QVERIFY(!m_wizard->isVisible());
        QCOMPARE(m_fixture->session.lab(), m_before);
    }

    void summaryLeadsBack()
    {
        for (int page = 0; page < 5; ++page)
            press(QWizard::NextButton);
        QTest::mouseClick(child<QPushButton>(u"change1"_s), Qt::LeftButton);
        QCOMPARE(m_wizard->currentId(), 1);
    }

    void networkObstacles_data()
    {
        QTest::addColumn<QString>("obstacle");
        QTest::addColumn<bool>("mayGoOn");
        QTest::addColumn<QString>("message");
        QTest::newRow("no card") << u"none"_s << false << u"no network card"_s;
        QTest::newRow("no address") << u"address"_s << false << u"has no IPv4 address"_s;
        QTest::newRow("switched off") << u"off"_s << false << u"has no IPv4 address"_s;
        QTest::newRow("no subnet") << u"172.16"_s << false << u"This is no subnet"_s;
        QTest::newRow("other subnet") << u"10.0.0.0/8"_s << true << u"no address in this subnet"_s;
        QTest::newRow("nothing wrong") << u"172.16.0.0/24"_s << true << QString();
    }
    void networkObstacles()
    {
        QFETCH(QString, obstacle);
        QFETCH(bool, mayGoOn);
        QFETCH(QString, message);
        m_fixture->cards.removeLast();
        if (obstacle == u"none")
            m_fixture->cards.clear();
        else if (obstacle == u"address")
            m_fixture->cards.first().card.address = {};
        else if (obstacle == u"off")
            m_fixture->cards.first().card.up = false;
        open();
        if (obstacle.contains(u'.')) {
            auto *subnet = child<QLineEdit>(u"subnetEdit"_s);
            subnet->selectAll();
            QTest::keyClicks(subnet, obstacle);
        }
        QCOMPARE(m_wizard->button(QWizard::NextButton)->isEnabled(), mayGoOn);
        const auto text = child<QWidget>(u"networkWidget"_s)->findChild<MessageBar *>()->text();
        QVERIFY2(message.isEmpty() ? text.isEmpty() : text.contains(message), qPrintable(text));
    }

    void cardsThatArePluggedInShowUp()
    {
        m_fixture->cards.clear();
        open();
        QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
        m_fixture->cards = {SetupFixture::card(u"enx00"_s, 0x0a000005, CardLink::Kind::Wired)};
        QTRY_VERIFY_WITH_TIMEOUT(m_wizard->button(QWizard::NextButton)->isEnabled(), 10'000);
        QCOMPARE(child<QLineEdit>(u"subnetEdit"_s)->text(), u"10.0.0.0/16"_s);
    }

    void loadersSayWhereTheyComeFrom()
    {
        press(QWizard::NextButton);
        const auto *table = child<QTableWidget>(u"loaderTable"_s);
        QCOMPARE(table->rowCount(), 4);
        QCOMPARE(table->item(2, 0)->text(), u"7, 8, 9"_s);
        QCOMPARE(table->item(0, 3)->text(), u"Loaders folder"_s);
        QCOMPARE(table->item(1, 3)->text(), u"Missing"_s);
        const auto *bios = child<QComboBox>(u"loader.bios"_s);
        QCOMPARE(bios->currentText(), u"undionly.kpxe"_s);
        QCOMPARE(bios->findData(u"snponly.efi"_s), -1); // for another kind of PC
        QVERIFY(m_wizard->button(QWizard::NextButton)->isEnabled());
    }

    void signedChainsCanBeChosen()
    {
        press(QWizard::NextButton);
        auto *loaders = child<LoadersWidget>(u"loadersWidget"_s);
        const auto folder = m_fixture->store.loadersFolder();
        for (const auto &name : {u"/shimx64.efi"_s, u"/grubx64.efi"_s})
            QVERIFY(SetupFixture::writeLoader(folder + name, 0x8664));
        loaders->load(m_fixture->session.lab());
        auto *combo = child<QComboBox>(u"loader.efi-x64"_s);
        QCOMPARE(combo->findData(u"grubx64.efi"_s), -1); // nothing to choose: shim loads it
        const int index = combo->findData(u"shimx64.efi"_s);
        QCOMPARE(combo->itemText(index), u"shimx64.efi and GRUB (Secure Boot)"_s);
        const auto *table = child<QTableWidget>(u"loaderTable"_s);
        // What is known of it is read on another thread.
        QTRY_VERIFY(table->item(2, 3)->toolTip().contains(u"Not signed for Secure Boot"_s));
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
        QCOMPARE(loaders->values().value(u"loader.efi-x64"_s), u"shimx64.efi"_s);
        QVERIFY(QFile::remove(folder + u"/grubx64.efi"_s));
        loaders->load(m_fixture->session.lab());
        combo->setCurrentIndex(combo->findData(u"shimx64.efi"_s));
        Q_EMIT combo->activated(combo->currentIndex());
        QCOMPARE(table->item(2, 3)->text(), u"Missing"_s); // what shim loads next
    }

    void filesForOtherPcsAreRefused_data()
    {
        QTest::addColumn<int>("machine");
        QTest::addColumn<QString>("message");
        QTest::newRow("ARM64") << 0xaa64 << u"is a loader for UEFI ARM64"_s;
        QTest::newRow("BIOS") << 0 << u"is a loader for BIOS"_s;
        QTest::newRow("RISC-V") << 0x5064 << u"is no boot loader"_s;
        QTest::newRow("not there") << -1 << u"is no boot loader"_s;
    }
    void filesForOtherPcsAreRefused()
    {
        QFETCH(int, machine);
        QFETCH(QString, message);
        const auto file = m_fixture->file(u"other.efi"_s);
        if (machine >= 0)
            QVERIFY(SetupFixture::writeLoader(file, quint16(machine)));
        auto *loaders = child<LoadersWidget>(u"loadersWidget"_s);
        const auto before = loaders->values();
        loaders->setFile(u"loader.efi-x64"_s, file);
        QCOMPARE(loaders->values(), before);
        const auto text = loaders->findChild<MessageBar *>()->text();
        QVERIFY2(text.contains(message), qPrintable(text));
    }

    void releaseArchives_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("taken");
        QTest::newRow("iPXE's release") << gzipped(tarOf(releaseMembers(), true)) << u"ipxeboot.tar.gz can be chosen now"_s << true;
        QTest::newRow("something else") << gzipped(QByteArray("hello").repeated(1000)) << u"ipxeboot.tar.gz was not taken"_s << false;
    }
    void releaseArchives()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, message);
        QFETCH(bool, taken);
        QFile archive(m_fixture->file(u"ipxeboot.tar.gz"_s));
        QVERIFY(archive.open(QIODevice::WriteOnly) && archive.write(bytes) == bytes.size());
        archive.close();
        auto *loaders = child<LoadersWidget>(u"loadersWidget"_s);
        const auto before = loaders->values();
        loaders->setFile(u"loader.efi-ia32"_s, archive.fileName());
        const auto *bar = loaders->findChild<MessageBar *>();
        QTRY_VERIFY2(bar->text().contains(message), qPrintable(bar->text()));
        QCOMPARE(loaders->values(), before); // nothing is chosen for anybody
        QCOMPARE(child<QComboBox>(u"loader.efi-ia32"_s)->findData(u"ipxe-ia32.efi"_s) >= 0, taken);
        QCOMPARE(child<QComboBox>(u"loader.efi-x64"_s)->findData(u"ipxe.efi"_s) >= 0, taken);
    }

    void takenPortStopsUntilItIsFreeOrSkipped()
    {
        const auto number = m_before.setting(u"http.port"_s).toUShort();
        auto holder = openTcpListener({}, number);
        QVERIFY(holder);
        for (int page = 0; page < 3; ++page)
            press(QWizard::NextButton);
        auto *next = m_wizard->button(QWizard::NextButton);
        QVERIFY(!next->isEnabled());
        QVERIFY(child<QLabel>(u"portState3"_s)->text().startsWith(u"In use by tst_wizard"));
        *holder = FileDescriptor();
        QTest::mouseClick(child<QPushButton>(u"tryAgainButton"_s), Qt::LeftButton);
        QVERIFY(next->isEnabled());
        QCOMPARE(child<QLabel>(u"portState3"_s)->text(), u"Free"_s);

        holder = openTcpListener({}, number);
        QTest::mouseClick(child<QPushButton>(u"tryAgainButton"_s), Qt::LeftButton);
        QVERIFY(!next->isEnabled());
        auto *skip = child<PortsWidget>(u"portsWidget"_s)->findChild<QPushButton *>(u"messageButton1"_s);
        QCOMPARE(skip->text().remove(u'&'), u"Skip for Now"_s);
        QTest::mouseClick(skip, Qt::LeftButton);
        QVERIFY(next->isEnabled());
    }

    void anotherHttpPortIsTriedAtOnce()
    {
        const auto holder = openTcpListener({}, m_before.setting(u"http.port"_s).toUShort());
        for (int page = 0; page < 3; ++page)
            press(QWizard::NextButton);
        QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
        const auto other = freePort();
        child<QSpinBox>(u"httpPort"_s)->setValue(other.toInt());
        QVERIFY(m_wizard->button(QWizard::NextButton)->isEnabled());
        QCOMPARE(child<PortsWidget>(u"portsWidget"_s)->values().value(u"http.port"_s), other);
    }

    void spaceIsToldInImages()
    {
        const auto much = SpaceWidget::freeText(212'000'000'000);
        QVERIFY2(much.startsWith(u"212 GB free, enough for about 151 rescue image"), qPrintable(much));
        QCOMPARE(SpaceWidget::freeText(1'300'000'000), u"1 GB free, too little for a rescue image"_s);
    }

private:
    void open()
    {
        m_wizard = std::make_unique<SetupWizard>(m_fixture->context, m_fixture->sources());
        m_wizard->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_wizard.get()));
    }
    [[nodiscard]] QList<int> pageIds() const { return m_wizard->pageIds(); }
    void press(QWizard::WizardButton which) { QTest::mouseClick(m_wizard->button(which), Qt::LeftButton); }
    template <typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        auto *found = m_wizard->findChild<T *>(name);
        return found ? found : (qFatal("no child %s", qPrintable(name)), nullptr);
    }
    void chooseCard(int row)
    {
        auto *list = child<QTreeWidget>(u"cardList"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->topLevelItem(row)).center());
    }
    /// As a user at the keyboard does it.
    static void choose(QComboBox *combo, const QString &data)
    {
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < combo->count() && combo->currentData().toString() != data; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(combo->currentData().toString(), data);
    }
    static QString freePort()
    {
        const auto socket = openTcpListener({}, 0);
        return QString::number(localPort(socket->get()));
    }

    std::unique_ptr<SetupFixture> m_fixture;
    std::unique_ptr<SetupWizard> m_wizard;
    Lab m_before;
};

QTEST_MAIN(TestWizard)
#include "tst_wizard.moc"
