// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imageimport.h"

#include <QElapsedTimer>

namespace Benchboot {

/// Lets a progress report pass at most every 100 ms, except for a new step, and for the one that says that all is done.
class ProgressPacer
{
public:
    explicit ProgressPacer(ProgressCallback callback) : m_callback(std::move(callback)) { }

    void report(const ImageProgress &progress)
    {
        const bool done = progress.total > 0 && progress.bytes == progress.total;
        const bool news = progress.step != m_last.step || (done && progress.bytes != m_last.bytes);
        if (!m_callback || (m_timer.isValid() && !news && !m_timer.hasExpired(intervalMs)))
            return;
        m_last = progress;
        m_timer.start();
        m_callback(progress);
    }

private:
    static constexpr qint64 intervalMs = 100;

    ProgressCallback m_callback;
    QElapsedTimer m_timer;
    ImageProgress m_last;
};

} // namespace Benchboot
