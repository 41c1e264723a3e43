// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/eventloop.h"
#include "support/loopthread.h"

#include <QtTest>

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

#include <atomic>

using namespace Benchboot;

namespace {

FileDescriptor makeEvent() { return FileDescriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)); }

void signal(const FileDescriptor &event) { QCOMPARE(::eventfd_write(event.get(), 1), 0); }

void drain(const FileDescriptor &event)
{
    eventfd_t value = 0;
    QCOMPARE(::eventfd_read(event.get(), &value), 0);
}

} // namespace

class TestEventLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timersFireInOrder()
    {
        EventLoop loop;
        QList<int> order;
        loop.startTimer(20, [&] {
            order.append(3);
            loop.stop();
        });
        loop.startTimer(0, [&] { order.append(0); });
        loop.startTimer(-5, [&] { order.append(1); }); // as 0
        loop.startTimer(10, [&] { order.append(2); });
        QElapsedTimer elapsed;
        elapsed.start();
        loop.run();
        QCOMPARE(order, (QList{0, 1, 2, 3}));
        QVERIFY2(elapsed.elapsed() >= 19, qPrintable(QString::number(elapsed.elapsed())));
    }

    void cancelledTimersDoNotFire()
    {
        EventLoop loop;
        bool fired = false;
        const auto cancelled = loop.startTimer(5, [&] { fired = true; });
        const auto late = loop.startTimer(6, [&] { fired = true; });
        loop.startTimer(1, [&] { loop.cancelTimer(late); });
        loop.cancelTimer(cancelled);
        loop.cancelTimer(cancelled);
        loop.cancelTimer(0);
        loop.startTimer(20, [&] { loop.stop(); });
        loop.run();
        QVERIFY(!fired);
        QVERIFY(cancelled != 0 && late != cancelled);
    }

    void timersMayStartTimers()
    {
        EventLoop loop;
        int rounds = 0;
        std::function<void()> again = [&] {
            if (++rounds == 5)
                loop.stop();
            else
                loop.startTimer(1, again);
        };
        loop.startTimer(1, again);
        loop.run();
        QCOMPARE(rounds, 5);
    }

    void readinessIsReported()
    {
        EventLoop loop;
        const auto event = makeEvent();
        quint32 seen = 0;
        loop.watch(event.get(), EPOLLIN, [&](quint32 events) {
            seen = events;
            drain(event);
            loop.stop();
        });
        signal(event);
        loop.run();
        QCOMPARE(seen, quint32(EPOLLIN));
    }

    void rewatchChangesWhatIsReported()
    {
        EventLoop loop;
        const auto event = makeEvent();
        signal(event);
        QList<quint32> seen;
        loop.watch(event.get(), EPOLLIN, [&](quint32 events) {
            seen.append(events);
            if (seen.size() == 1)
                loop.rewatch(event.get(), EPOLLOUT);
            else
                loop.stop();
        });
        loop.run();
        QCOMPARE(seen, (QList<quint32>{EPOLLIN, EPOLLOUT}));
    }

    void unwatchIsSafeInCallbacks()
    {
        EventLoop loop;
        const auto first = makeEvent();
        const auto second = makeEvent();
        int calls = 0;
        const auto onReady = [&](quint32) { // whichever comes first takes both away
            const std::shared_ptr<int> kept = std::make_shared<int>(++calls);
            loop.unwatch(first.get());
            loop.unwatch(second.get());
            QCOMPARE(*kept, 1);
        };
        loop.watch(first.get(), EPOLLIN, onReady);
        loop.watch(second.get(), EPOLLIN, onReady);
        signal(first);
        signal(second);
        loop.unwatch(-1);
        loop.startTimer(10, [&] { loop.stop(); });
        loop.run();
        QCOMPARE(calls, 1);
    }

    void tasksComeFromAnyThread()
    {
        LoopThread thread;
        constexpr int perThread = 1000;
        std::atomic<int> ran = 0;
        std::atomic<bool> wrongThread = false;
        std::thread::id loopThread;
        thread.call([&] { loopThread = std::this_thread::get_id(); });
        const auto post = [&] {
            for (int i = 0; i < perThread; ++i) {
                thread.loop().post([&] {
                    ++ran;
                    wrongThread = wrongThread || std::this_thread::get_id() != loopThread;
                });
            }
        };
        {
            const std::jthread one(post);
            const std::jthread two(post);
        }
        thread.settle();
        QCOMPARE(ran.load(), 2 * perThread);
        QVERIFY(!wrongThread);
    }

    void tasksOfItsOwnLeaveDescriptorsTheirTurn()
    {
        EventLoop loop;
        const auto event = makeEvent();
        signal(event);
        int ready = 0;
        int ran = 0;
        loop.watch(event.get(), EPOLLIN, [&](quint32) { ++ready; });
        loop.startTimer(60'000, [&] { loop.stop(); });
        std::function<void()> again = [&] {
            if (++ran == 100)
                loop.stop();
            else
                loop.post(again);
        };
        loop.post(again);
        loop.run();
        QCOMPARE(ran, 100);
        QCOMPARE(ready, 99);
    }

    void tasksOfItsOwnWakeIt_data()
    {
        QTest::addColumn<bool>("fromTimer");
        QTest::newRow("posted by a timer") << true;
        QTest::newRow("posted by a descriptor") << false;
    }
    void tasksOfItsOwnWakeIt()
    {
        QFETCH(bool, fromTimer);
        EventLoop loop;
        const auto event = makeEvent();
        const auto stopSoon = [&] { loop.post([&] { loop.stop(); }); };
        if (fromTimer) {
            loop.startTimer(1, stopSoon);
        } else {
            signal(event);
            loop.watch(event.get(), EPOLLIN | EPOLLONESHOT, [&](quint32) { stopSoon(); });
        }
        QElapsedTimer elapsed;
        elapsed.start();
        loop.startTimer(5'000, [&] { loop.stop(); });
        loop.run();
        QCOMPARE_LT(elapsed.elapsed(), 4'000);
    }

    /// A thread that answers at once, and then is silent: neither gets lost while the loop looks, nor while it sleeps.
    void lingeringMissesNothing()
    {
        constexpr int rounds = 200;
        EventLoop loop;
        loop.setLingers(true);
        const auto ask = makeEvent();
        const auto answer = makeEvent();
        int seen = 0;
        loop.watch(answer.get(), EPOLLIN, [&](quint32) {
            drain(answer);
            if (++seen == rounds)
                loop.startTimer(5, [&] { loop.post([&] { loop.stop(); }); });
            else
                signal(ask);
        });
        const std::jthread other([&] {
            pollfd asked{.fd = ask.get(), .events = POLLIN, .revents = 0};
            for (int i = 1; i < rounds && ::poll(&asked, 1, -1) == 1; ++i) {
                drain(ask);
                signal(answer);
            }
        });
        signal(answer);
        loop.run();
        QCOMPARE(seen, rounds);
    }

    void stopBeforeRunCounts()
    {
        EventLoop loop;
        loop.stop();
        loop.run();
        bool ran = false;
        loop.post([&] {
            ran = true;
            loop.stop();
        });
        loop.run();
        QVERIFY2(ran, "a loop that was stopped runs again");
    }
};

QTEST_GUILESS_MAIN(TestEventLoop)
#include "tst_eventloop.moc"
