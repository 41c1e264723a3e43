// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/checkdialog.h"
#include "ui/labfixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include <atomic>
#include <memory>
#include <semaphore>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

const Finding fine{u"lab"_s, Finding::Status::Ok, u"The lab has 2 images"_s, {}};
const Finding warning{u"firewall"_s, Finding::Status::Warning, u"The firewall probably blocks UDP 69"_s, u"Allow it"_s};
const Finding problem{u"port"_s, Finding::Status::Failed, u"UDP 69 is in use by dnsmasq"_s, u"Stop that program"_s};

CheckDialog::Examination findingThese(const QList<Finding> &findings)
{
    return [findings](const CheckDialog::Found &found) {
        for (const auto &finding : findings)
            found({finding});
    };
}

} // namespace

class TestCheckDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWasFound_data()
    {
        QTest::addColumn<QList<Finding>>("findings");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("all well") << QList{fine} << u"Nothing here keeps PCs from booting."_s
                                  << QStringList{u"The lab has 2 images."_s};
        QTest::newRow("worst first") << QList{fine, warning, problem}
                                     << u"PCs cannot boot until 1 problem(s) are dealt with."_s
                                     << QStringList{u"UDP 69 is in use by dnsmasq. Stop that program."_s,
                                                    u"The firewall probably blocks UDP 69. Allow it."_s,
                                                    u"The lab has 2 images."_s};
        QTest::newRow("warnings alone") << QList{warning, fine}
                                        << u"PCs can boot. 1 thing(s) may matter to some of them."_s
                                        << QStringList{u"The firewall probably blocks UDP 69. Allow it."_s,
                                                       u"The lab has 2 images."_s};
    }
    void saysWhatWasFound()
    {
        QFETCH(QList<Finding>, findings);
        QFETCH(QString, verdict);
        CheckDialog dialog(findingThese(findings));
        dialog.show();
        QTRY_COMPARE(dialog.findChild<QLabel *>(u"checkVerdict"_s)->text(), verdict);
        QStringList rows;
        const auto *list = dialog.findChild<QListWidget *>(u"checkList"_s);
        for (int row = 0; row < list->count(); ++row)
            rows.append(list->item(row)->text());
        QTEST(rows, "rows");
        QVERIFY(list->item(0)->data(Qt::AccessibleTextRole).toString().endsWith(rows.first()));
    }

    void showsWhatIsKnownWhileItLooks()
    {
        auto goOn = std::make_shared<std::binary_semaphore>(0);
        CheckDialog dialog([goOn](const CheckDialog::Found &found) {
            found({fine});
            goOn->acquire();
            found({problem});
        });
        dialog.show();
        const auto *list = dialog.findChild<QListWidget *>(u"checkList"_s);
        auto *again = dialog.findChild<QPushButton *>(u"checkAgain"_s);
        QTRY_COMPARE(list->count(), 1);
        QVERIFY(!again->isEnabled());
        goOn->release();
        QTRY_COMPARE(list->count(), 2);
        QTRY_VERIFY(again->isEnabled());
    }

    void looksAgain()
    {
        auto times = std::make_shared<std::atomic<int>>(0);
        CheckDialog dialog([times](const CheckDialog::Found &found) { found({++*times == 1 ? problem : fine}); });
        dialog.show();
        auto *again = dialog.findChild<QPushButton *>(u"checkAgain"_s);
        QTRY_VERIFY(again->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_F5);
        QTRY_COMPARE(dialog.text(), u"All right: The lab has 2 images."_s);
    }

    void copies()
    {
        CheckDialog dialog(findingThese({fine, problem}));
        dialog.show();
        QTRY_VERIFY(dialog.findChild<QPushButton *>(u"checkAgain"_s)->isEnabled());
        auto *list = dialog.findChild<QListWidget *>(u"checkList"_s);
        dialog.findChild<QPushButton *>(u"checkCopy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"Problem: UDP 69 is in use by dnsmasq. Stop that program.\nAll right: The lab has 2 images."_s);
        list->setCurrentRow(1);
        QTest::keySequence(list, QKeySequence::Copy);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"All right: The lab has 2 images."_s);
    }

    void mayCloseWhileItLooks()
    {
        auto goOn = std::make_shared<std::binary_semaphore>(0);
        auto done = std::make_shared<std::binary_semaphore>(0);
        {
            CheckDialog dialog([goOn, done](const CheckDialog::Found &found) {
                goOn->acquire();
                found({fine});
                done->release();
            });
            dialog.show();
        }
        goOn->release();
        QVERIFY(done->try_acquire_for(std::chrono::seconds(5)));
    }

    void looksAtTheLab()
    {
        LabFixture lab;
        QVERIFY(lab.session.change([](Lab &changed) { return changed.setSetting(u"network.interface"_s, u"lo"_s); }));
        QStringList checks;
        CheckDialog::examinationOf(lab.context)([&checks](const QList<Finding> &findings) {
            for (const auto &finding : findings) {
                if (!checks.contains(finding.check))
                    checks.append(finding.check);
            }
        });
        for (const auto &check : {u"lab"_s, u"disk"_s, u"loader"_s, u"card"_s, u"port"_s, u"firewall"_s})
            QVERIFY2(checks.contains(check), qPrintable(check));
    }
};

QTEST_MAIN(TestCheckDialog)
#include "tst_checkdialog.moc"
