// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/neighbours.h"

#include <QFile>
#include <QTest>

#include <vector>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

constexpr int card = 2;

QByteArray dump(const QString &name)
{
    QFile file(QStringLiteral(BENCHBOOT_SOURCE_DIR "/tests/fuzz/corpus/neighbours/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestNeighbours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhoAnswers()
    {
        QHash<quint32, QString> table;
        QVERIFY(readNeighbours(dump(u"two"_s), card, table) == NeighbourDump::Ended);
        QCOMPARE(table, (QHash<quint32, QString>{{0xac100007, u"52:54:00:aa:bb:01"_s}, {0xac100008, u"52:54:00:aa:bb:02"_s}}));
    }

    void leavesOutFailedAndOtherCards()
    {
        QHash<quint32, QString> table;
        QVERIFY(readNeighbours(dump(u"failed"_s), card, table) == NeighbourDump::GoesOn);
        QVERIFY(table.isEmpty());
    }

    void survivesEveryPrefix()
    {
        const auto whole = dump(u"two"_s);
        QVERIFY(!whole.isEmpty());
        for (qsizetype n = 0; n <= whole.size(); ++n) {
            const std::vector<char> cut(whole.cbegin(), whole.cbegin() + n); // exactly n: ASan sees any over-read
            QHash<quint32, QString> table;
            (void)readNeighbours(QByteArrayView(cut.data(), n), card, table);
            QVERIFY(table.size() <= 2);
        }
    }

    void ownTableCanBeAsked() { QVERIFY(neighbours(1).isEmpty()); } // nobody answers on the loopback card
};

QTEST_GUILESS_MAIN(TestNeighbours)
#include "tst_neighbours.moc"
