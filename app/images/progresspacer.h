// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imageimport.h"

#include <QElapsedTimer>

namespace Benchboot {

/// Lets a progress report pass at most every 100 ms, except for a new step.
class ProgressPacer
{
public:
    explicit ProgressPacer(ProgressCallback callback) : m_callback(std::move(callback)) { }

    void report(const ImageProgress &progress)
    {
        if (!m_callback || (m_timer.isValid() && progress.step == m_step && !m_timer.hasExpired(intervalMs)))
            return;
        m_step = progress.step;
        m_timer.start();
        m_callback(progress);
    }

private:
    static constexpr qint64 intervalMs = 100;

    ProgressCallback m_callback;
    QElapsedTimer m_timer;
    QString m_step;
};

} // namespace Benchboot
