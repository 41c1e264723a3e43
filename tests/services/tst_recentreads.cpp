// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/recentreads.h"

#include <QtTest>

using namespace Benchboot;

namespace {

constexpr RecentReads::File File{1, 2};
constexpr qint64 Window = RecentReads::WindowBytes;

} // namespace

class TestRecentReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheFileThatIsRead()
    {
        RecentReads reads;
        QVERIFY(!reads.mayBeFilling(File, 0, 0));
        reads.begin(File, 3 * Window);
        QVERIFY(reads.mayBeFilling(File, 3 * Window, 0));
        QVERIFY2(reads.mayBeFilling(File, 0, 0), "an earlier read's pages may still be on their way");
        QVERIFY(!reads.mayBeFilling({1, 3}, 3 * Window, 0));
        QVERIFY(!reads.mayBeFilling({2, 2}, 3 * Window, 0));
    }

    void untilSomeTimeAfterTheLastRead()
    {
        RecentReads reads;
        reads.begin(File, 0);
        reads.begin(File, 0);
        reads.end(File, 1000);
        QVERIFY2(reads.mayBeFilling(File, 0, 1000 + 10 * RecentReads::ReadAheadMs), "the other one is under way");
        reads.end(File, 2000);
        QVERIFY(reads.mayBeFilling(File, 0, 2000 + RecentReads::ReadAheadMs - 1));
        QVERIFY(!reads.mayBeFilling(File, 0, 2000 + RecentReads::ReadAheadMs));
        reads.end(File, 3000); // forgotten already
        QVERIFY(!reads.mayBeFilling(File, 0, 3000));
    }

    void whatWasFoundFilledIsRemembered()
    {
        RecentReads reads;
        reads.foundFilled(File, 0); // nobody reads it
        reads.begin(File, 0);
        QVERIFY(reads.mayBeFilling(File, 0, 0));
        reads.foundFilled(File, 2 * Window);
        QVERIFY(!reads.mayBeFilling(File, 2 * Window, 0));
        QVERIFY(!reads.mayBeFilling(File, 3 * Window - 1, 0));
        QVERIFY(reads.mayBeFilling(File, 2 * Window - 1, 0));
        QVERIFY(reads.mayBeFilling(File, 3 * Window, 0));
    }

    void aNewReadMakesWhatFollowsDoubtful()
    {
        RecentReads reads;
        reads.begin(File, 0);
        for (int i = 0; i < 4; ++i)
            reads.foundFilled(File, i * Window);
        reads.begin(File, 2 * Window + 1);
        QVERIFY(!reads.mayBeFilling(File, Window, 0));
        QVERIFY2(reads.mayBeFilling(File, 2 * Window, 0), "it begins in this one");
        QVERIFY(reads.mayBeFilling(File, 3 * Window, 0));
    }
};

QTEST_GUILESS_MAIN(TestRecentReads)
#include "tst_recentreads.moc"
