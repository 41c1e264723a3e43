// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/workerpool.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <semaphore>
#include <thread>
#include <vector>

using namespace Benchboot;

class TestWorkerPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stuckLanesLeaveThreadsToOthers_data()
    {
        QTest::addColumn<int>("stuckLanes");
        QTest::newRow("one disk is stuck") << 1;
        QTest::newRow("three disks are stuck") << 3;
    }
    void stuckLanesLeaveThreadsToOthers()
    {
        QFETCH(int, stuckLanes);
        constexpr int tasks = 20;
        std::counting_semaphore<> released(0);
        std::atomic<int> stuck = 0;
        std::atomic<int> most = 0;
        std::atomic<int> done = 0;
        WorkerPool pool(8, 2);
        for (int i = 0; i < tasks; ++i) {
            for (int lane = 0; lane < stuckLanes; ++lane) {
                pool.start(WorkerPool::Lane(lane), [&](const auto &) {
                    most = std::max(most.load(), ++stuck);
                    released.acquire();
                    --stuck;
                    ++done;
                });
            }
        }
        QTRY_COMPARE(stuck, 2 * stuckLanes);
        std::binary_semaphore quick(0);
        for (int i = 0; i < tasks; ++i) {
            pool.start(99, [&](const auto &) { quick.release(); });
            QVERIFY(quick.try_acquire_for(std::chrono::seconds(5)));
        }
        released.release(tasks * stuckLanes);
        QTRY_COMPARE(done, tasks * stuckLanes);
        QCOMPARE(most, 2 * stuckLanes);
    }

    void tasksOfALaneBeginInTheirOrder()
    {
        std::vector<int> order;
        std::binary_semaphore last(0);
        WorkerPool pool(4, 1); // one at a time, so that nothing guards `order`
        for (int i = 0; i < 100; ++i)
            pool.start(1, [&order, i](const auto &) { order.push_back(i); });
        pool.start(1, [&last](const auto &) { last.release(); });
        last.acquire();
        QCOMPARE(order.size(), 100U);
        QVERIFY(std::ranges::is_sorted(order));
    }

    void allThreadsWorkAtOnce()
    {
        std::atomic<int> running = 0;
        std::counting_semaphore<> released(0);
        WorkerPool pool(6, 6);
        for (int i = 0; i < 12; ++i) {
            pool.start(1, [&](const auto &) {
                ++running;
                released.acquire();
            });
        }
        QTRY_COMPARE(running, 6);
        released.release(12);
        QTRY_COMPARE(running, 12);
    }

    void stopDropsWhatWaits()
    {
        std::atomic<int> begun = 0;
        auto held = std::make_shared<int>();
        const std::weak_ptr dropped(held);
        WorkerPool pool(1, 1);
        std::binary_semaphore begin(0);
        std::binary_semaphore stopping(0);
        std::thread stopper([&] {
            stopping.acquire();
            pool.stop();
        });
        for (int i = 0; i < 10; ++i) {
            pool.start(WorkerPool::Lane(i), [&](const auto &) {
                ++begun;
                begin.acquire();
                stopping.release();
                while (!dropped.expired()) // held by a task that waits, until stop() drops it
                    std::this_thread::yield();
            });
        }
        pool.start(1, [held = std::move(held)](const auto &) { });
        begin.release();
        stopper.join();
        QCOMPARE(begun, 1);
        pool.start(1, [&](const auto &) { ++begun; });
        QCOMPARE(begun, 1);
    }

    void stuckThreadsAreLeftBehind()
    {
        struct Owned
        {
            std::binary_semaphore disk{0};
            std::binary_semaphore passed{0};
        };
        auto owned = std::make_shared<Owned>();
        const std::weak_ptr left(owned);
        std::atomic<bool> told = false;
        std::binary_semaphore begun(0);
        {
            WorkerPool pool(4, 4);
            pool.start(1, [owned, &told, &begun](const auto &gate) {
                begun.release();
                owned->disk.acquire();
                gate.pass([&] { told = true; });
                owned->passed.release();
            });
            begun.acquire();
            QElapsedTimer timer;
            timer.start();
            QVERIFY(!pool.stop(std::chrono::milliseconds(20)));
            QVERIFY(timer.elapsed() >= 20);
        }
        owned->disk.release();
        owned->passed.acquire();
        QVERIFY(!told);
        owned.reset();
        QTRY_VERIFY(left.expired()); // what a task owns goes with it
    }

    void whatEndsInTimeIsHeard()
    {
        std::atomic<int> told = 0;
        std::counting_semaphore<> begun(0);
        WorkerPool pool(4, 4);
        for (int i = 0; i < 4; ++i) {
            pool.start(1, [&](const auto &gate) {
                begun.release();
                gate.pass([&] { ++told; });
            });
        }
        for (int i = 0; i < 4; ++i)
            begun.acquire();
        QVERIFY(pool.stop(std::chrono::seconds(60)));
        QCOMPARE(told, 4);
    }
};

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "tst_workerpool.moc"
