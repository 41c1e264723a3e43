// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imageworker.h"

#include <QElapsedTimer>
#include <QJsonObject>

namespace Benchboot::Cli {

/// Progress of one image, for people on a terminal (standard error) or as JSON lines.
class ProgressPrinter
{
public:
    /// \param what  keys of the JSON lines that name the image
    ProgressPrinter(QJsonObject what, bool json);

    void show(const ImageProgress &progress, qint64 worker = 0); ///< \param worker  id of the process that does it; 0: this one
    void end() const;

private:
    [[nodiscard]] QString rate(const ImageProgress &progress) const;

    QJsonObject m_what;
    bool m_json;
    bool m_terminal;
    qint64 m_bytes = 0;
    QElapsedTimer m_timer;
};

} // namespace Benchboot::Cli
