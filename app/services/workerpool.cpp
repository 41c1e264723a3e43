// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/workerpool.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Benchboot {
namespace {

struct Queue
{
    std::deque<WorkerPool::Task> tasks;
    std::size_t running = 0;
    bool ready = false; // is in State::ready
};

} // namespace

struct WorkerPool::State : std::enable_shared_from_this<State>
{
    State(std::size_t threadLimit, std::size_t laneLimit) : maxThreads(threadLimit), maxPerLane(laneLimit) { }

    void run();
    void makeReady(Lane lane, Queue &queue);
    void callThread();
    [[nodiscard]] std::vector<std::deque<Task>> takeTasks();

    const std::size_t maxThreads;
    const std::size_t maxPerLane;
    Gate gate;
    std::mutex mutex;
    std::condition_variable taskCame;
    std::condition_variable threadEnded;
    std::unordered_map<Lane, Queue> lanes; // those with tasks; this and all below are guarded by mutex
    std::deque<Lane> ready; // those of which a task may begin, in turn
    std::vector<std::thread> threads;
    std::vector<std::thread::id> ended;
    std::size_t idleThreads = 0;
    bool stopping = false;
};

void WorkerPool::Gate::pass(const std::function<void()> &deed) const
{
    const std::shared_lock lock(m_mutex);
    if (!m_shut)
        deed();
}

/// Sees to it that somebody looks at what is ready. Who takes a task calls the next.
void WorkerPool::State::callThread()
{
    if (ready.size() > idleThreads && threads.size() < maxThreads) {
        threads.emplace_back([self = shared_from_this()] {
            self->run();
            const std::scoped_lock lock(self->mutex);
            self->ended.push_back(std::this_thread::get_id());
            self->threadEnded.notify_all();
        });
    } else if (!ready.empty()) {
        taskCame.notify_one();
    }
}

/// Puts \a lane in line, once, if one of its tasks may begin.
void WorkerPool::State::makeReady(Lane lane, Queue &queue)
{
    if (queue.ready || queue.tasks.empty() || queue.running >= maxPerLane)
        return;
    queue.ready = true;
    ready.push_back(lane);
}

void WorkerPool::State::run()
{
    std::unique_lock lock(mutex);
    for (;;) {
        ++idleThreads;
        taskCame.wait(lock, [this] { return stopping || !ready.empty(); });
        --idleThreads;
        if (stopping)
            return;
        const auto lane = ready.front();
        ready.pop_front();
        auto &queue = lanes[lane];
        queue.ready = false;
        auto task = std::move(queue.tasks.front());
        queue.tasks.pop_front();
        ++queue.running;
        makeReady(lane, queue);
        callThread();
        lock.unlock();
        task(gate);
        task = nullptr; // what it holds goes before the lock is taken again
        lock.lock();
        --queue.running; // elements of an unordered_map stay where they are
        makeReady(lane, queue);
        if (queue.running == 0 && queue.tasks.empty())
            lanes.erase(lane);
    }
}

std::vector<std::deque<WorkerPool::Task>> WorkerPool::State::takeTasks()
{
    std::vector<std::deque<Task>> taken;
    for (auto &[lane, queue] : lanes)
        taken.push_back(std::exchange(queue.tasks, {}));
    return taken;
}

WorkerPool::WorkerPool(std::size_t maxThreads, std::size_t maxPerLane)
    : m_state(std::make_shared<State>(maxThreads, maxPerLane))
{
}

WorkerPool::~WorkerPool() { stop(); }

void WorkerPool::start(Lane lane, Task task)
{
    const std::scoped_lock lock(m_state->mutex);
    if (m_state->stopping)
        return;
    auto &queue = m_state->lanes[lane];
    queue.tasks.push_back(std::move(task));
    m_state->makeReady(lane, queue);
    m_state->callThread();
}

bool WorkerPool::stop(std::chrono::milliseconds patience)
{
    auto &state = *m_state;
    std::unique_lock lock(state.mutex);
    if (std::exchange(state.stopping, true))
        return state.ended.size() == state.threads.size();
    auto dropped = state.takeTasks();
    lock.unlock();
    state.taskCame.notify_all();
    dropped.clear(); // what runs may wait for what they hold
    lock.lock();
    const auto allEnded = [&state] { return state.ended.size() == state.threads.size(); };
    const bool all = state.threadEnded.wait_for(lock, patience, allEnded);
    for (auto &thread : state.threads) {
        if (std::ranges::contains(state.ended, thread.get_id()))
            thread.join(); // it has nothing to do any more
        else
            thread.detach();
    }
    lock.unlock();
    const std::scoped_lock gate(state.gate.m_mutex);
    state.gate.m_shut = true;
    return all;
}

} // namespace Benchboot
