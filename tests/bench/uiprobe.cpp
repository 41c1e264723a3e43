// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QGenericPlugin>
#include <QMainWindow>
#include <QPointer>
#include <QSocketNotifier>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

double seconds(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

/// Resident memory of this process, MiB.
double residentMiB()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(::sysconf(_SC_PAGESIZE)) / 1048576;
}

template <typename... Values>
void say(const char *format, Values... values)
{
    std::printf(format, values...);
    std::fflush(stdout);
}

} // namespace

/// Says on standard output when the main window was painted first, and how long the GUI thread was away from its event loop.
///   "paint EPOCH-SECONDS CPU-MS" and "memory MIB", once the main window is on the screen
///   with the argument "stream": presses Start, shows Activity, says "ready"; from each line on standard input to the next it watches, and
///   then says "watched SECONDS ROWS LONGEST-MS LONGEST-CPU-MS P999-MS OVER-16" and "memory MIB". The end of the input ends the program.
class UiProbe final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UiProbe)

public:
    explicit UiProbe(bool streams) : m_streams(streams), m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        qApp->installEventFilter(this);
        connect(&m_input, &QSocketNotifier::activated, this, &UiProbe::read);
        m_input.setEnabled(false);
        m_tick.setTimerType(Qt::PreciseTimer);
        m_tick.setInterval(1);
        connect(&m_tick, &QTimer::timeout, this, &UiProbe::tick);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_window && watched->objectName() == u"mainWindow") {
            m_window = qobject_cast<QMainWindow *>(watched);
            // All of the window's widgets are painted in this turn of the event loop, and flushed to the screen at its end.
            QTimer::singleShot(0, this, &UiProbe::painted);
        }
        return false;
    }

private:
    struct Turn
    {
        double wall; ///< ms
        double cpu; ///< ms of the GUI thread
    };

    void painted()
    {
        say("paint %.4f %.1f\n", seconds(CLOCK_REALTIME), seconds(CLOCK_PROCESS_CPUTIME_ID) * 1000);
        QTimer::singleShot(1000, this, [this] {
            say("memory %.1f\n", residentMiB());
            if (!m_streams)
                return QCoreApplication::exit(); // quit() would ask first: a PC is under way
            m_window->findChild<QAction *>(u"activityAction"_s)->trigger();
            m_window->findChild<QAction *>(u"startAction"_s)->trigger();
            m_input.setEnabled(true);
            say("ready\n");
        });
    }

    void read()
    {
        char bytes[64];
        if (::read(STDIN_FILENO, bytes, sizeof bytes) <= 0) {
            m_input.setEnabled(false);
            return QCoreApplication::exit(); // quit() would ask first: a PC is under way
        }
        m_tick.isActive() ? stop() : start();
    }

    [[nodiscard]] int rows() const
    {
        return m_window->findChild<QAbstractItemView *>(u"activityView"_s)->model()->rowCount();
    }

    void start()
    {
        m_turns.clear();
        m_rowsBefore = rows();
        m_started = m_last = seconds(CLOCK_MONOTONIC);
        m_lastCpu = seconds(CLOCK_THREAD_CPUTIME_ID);
        m_tick.start();
    }

    void tick()
    {
        const auto now = seconds(CLOCK_MONOTONIC);
        const auto cpu = seconds(CLOCK_THREAD_CPUTIME_ID);
        m_turns.push_back({(now - m_last) * 1000, (cpu - m_lastCpu) * 1000});
        m_last = now;
        m_lastCpu = cpu;
    }

    void stop()
    {
        m_tick.stop();
        const auto longest = std::ranges::max_element(m_turns, {}, &Turn::wall)->wall;
        const auto longestCpu = std::ranges::max_element(m_turns, {}, &Turn::cpu)->cpu;
        const auto over = std::ranges::count_if(m_turns, [](const Turn &turn) { return turn.wall > 16; });
        std::ranges::sort(m_turns, {}, &Turn::wall);
        const auto p999 = m_turns.at(m_turns.size() * 999 / 1000).wall;
        say("watched %.2f %d %.1f %.1f %.1f %ld\n", m_last - m_started, rows() - m_rowsBefore, longest, longestCpu, p999,
            long(over));
        say("memory %.1f\n", residentMiB());
    }

    bool m_streams;
    QSocketNotifier m_input;
    QTimer m_tick;
    QPointer<QMainWindow> m_window;
    std::vector<Turn> m_turns;
    int m_rowsBefore = 0;
    double m_started = 0;
    double m_last = 0;
    double m_lastCpu = 0;
};

class UiProbePlugin final : public QGenericPlugin
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UiProbePlugin)
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "uiprobe.json")

public:
    UiProbePlugin() = default;

    QObject *create(const QString & /*name*/, const QString &what) override { return new UiProbe(what == u"stream"); }
};

#include "uiprobe.moc"
