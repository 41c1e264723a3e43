// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knownpcsdialog.h"
#include "ui/labfixture.h"

#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;
using Dhcp::KnownClients;
using Dhcp::OfferForm;

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
                known.learn({mac, u"UEFI x64 (7), PXEClient"_s, {form, u"snponly.efi"_s}, works, 1000});
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
                 (QStringList{u"UEFI x64 (7), PXEClient"_s, u"Boot server (4011)"_s, u"snponly.efi"_s,
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
