// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clientscreen.h"

#include <QTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

const QByteArray script = "#!ipxe\n"
                          ":start\n"
                          "menu Repair bench\n"
                          "item rescue SystemRescue 12.01\n"
                          "item tester Memory  test\n"
                          "item --gap\n"
                          "item --gap -- ---- This PC\n"
                          "item --key d local Boot from the local disk\n"
                          "choose --default tester --timeout 10000 selected && goto item_${selected} ||\n"
                          "menu Another\n"
                          "item other Other\n";

} // namespace

class TestClientScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheScript()
    {
        const auto menu = clientMenuFromScript(script);
        QCOMPARE(menu.title, u"Repair bench"_s);
        QCOMPARE(menu.items.size(), 5);
        QCOMPARE(menu.items.at(0), (ClientMenu::Item{u"rescue"_s, u"SystemRescue 12.01"_s, {}}));
        QVERIFY(menu.items.at(2).isGap());
        QCOMPARE(menu.items.at(3).text, u"---- This PC"_s);
        QCOMPARE(menu.items.at(4), (ClientMenu::Item{u"local"_s, u"Boot from the local disk"_s, u'd'}));
        QCOMPARE(menu.selected, 1);
        QCOMPARE(menu.timeoutSeconds, 10);
    }

    void survivesAnything_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no menu") << QByteArray("#!ipxe\nshell\n");
        QTest::newRow("item without words")
            << QByteArray("menu\nitem\nitem --key\nitem --gap --key\nchoose --default\n");
        QTest::newRow("choose without items") << QByteArray("choose --timeout x y\n");
        for (qsizetype n = 0; n < script.size(); n += 7)
            QTest::addRow("cut at %lld", n) << script.first(n);
    }

    void survivesAnything()
    {
        QFETCH(QByteArray, text);
        const auto menu = clientMenuFromScript(text);
        QVERIFY(menu.selected < menu.items.size());
        ClientScreen screen;
        screen.setMenu(menu);
        for (int row = 0; row < ClientScreen::rows; ++row)
            QCOMPARE(screen.rowText(row).size(), ClientScreen::columns);
        QVERIFY(!screen.grab().isNull());
    }

    void paintsAsThePcDoes()
    {
        ClientScreen screen;
        QCOMPARE(screen.rowText(12).trimmed(), u"Nothing to show"_s);
        screen.setMenu(clientMenuFromScript(script));
        QCOMPARE(screen.rowText(1).trimmed(), u"Repair bench"_s);
        QCOMPARE(screen.rowText(1).indexOf(u'R'), 34);
        QCOMPARE(screen.rowText(3).trimmed(), u"SystemRescue 12.01"_s);
        QCOMPARE(screen.rowText(3).indexOf(u'S'), 3);
        QCOMPARE(screen.rowText(4).indexOf(u"(10)"_s), 73);
        QVERIFY(!screen.rowText(3).contains(u"(10)"_s));
        QCOMPARE(screen.rowText(0).trimmed(), QString());
    }

    void keysChooseAsOnThePc()
    {
        ClientScreen screen;
        screen.setMenu(clientMenuFromScript(script));
        QTest::keyClick(&screen, Qt::Key_Down);
        QCOMPARE(screen.selected(), 4); // gaps are passed over
        QVERIFY(!screen.rowText(4).contains(u"(10)"_s)); // a key ends the time-out
        QTest::keyClick(&screen, Qt::Key_Down);
        QCOMPARE(screen.selected(), 4);
        QTest::keyClick(&screen, Qt::Key_Up);
        QTest::keyClick(&screen, Qt::Key_Up);
        QCOMPARE(screen.selected(), 0);
        QTest::keyClick(&screen, Qt::Key_D);
        QCOMPARE(screen.selected(), 4);
        QVERIFY(screen.accessibleName().contains(u"Boot from the local disk"_s));
    }

    void longMenusScroll()
    {
        QByteArray longScript = "menu Long\n";
        for (int i = 0; i < 50; ++i)
            longScript += "item id" + QByteArray::number(i) + " Entry " + QByteArray::number(i) + '\n';
        longScript += "choose --default id30 selected\n";
        ClientScreen screen;
        screen.setMenu(clientMenuFromScript(longScript));
        QCOMPARE(screen.rowText(2).trimmed(), u"..."_s);
        QCOMPARE(screen.rowText(23).trimmed(), u"..."_s);
        QCOMPARE(screen.rowText(22).trimmed(), u"Entry 30"_s);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(&screen, Qt::Key_Down);
        QCOMPARE(screen.rowText(22).trimmed(), u"Entry 49"_s);
        QCOMPARE(screen.rowText(23).trimmed(), QString());
    }

    void theMouseChooses()
    {
        ClientScreen screen;
        screen.resize(800, 500);
        screen.setMenu(clientMenuFromScript(script));
        screen.show();
        QTest::mouseClick(&screen, Qt::LeftButton, {}, {400, 75});
        QCOMPARE(screen.selected(), 0);
    }
};

QTEST_MAIN(TestClientScreen)
#include "tst_clientscreen.moc"
