// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imageworker.h"

#include <variant>

namespace Benchboot {

// What parent and worker say to each other: one JSON object a line.

/// The task, with the parent's process id, by which the worker sees whether that parent still lives.
[[nodiscard]] QByteArray taskLine(const ImageTask &task, qint64 parent);
struct ReceivedTask
{
    ImageTask task;
    qint64 parent = 0; ///< 0: not told
};
[[nodiscard]] Result<ReceivedTask> parseTask(const QByteArray &line);

/// Tells a worker that waits after its `recognised` to go on.
[[nodiscard]] QByteArray proceedLine();
[[nodiscard]] bool isProceedLine(const QByteArray &line);

[[nodiscard]] QByteArray progressLine(const ImageProgress &progress);
[[nodiscard]] QByteArray recognisedLine(const ImageFacts &facts);
[[nodiscard]] QByteArray resultLine(const Result<ImageFacts> &result);

/// What an import has before it: its files are not copied yet.
struct RecognisedImage
{
    ImageFacts facts;
};

/// A line from the worker. monostate: it is none of these.
using WorkerMessage = std::variant<std::monostate, ImageProgress, RecognisedImage, Result<ImageFacts>>;
[[nodiscard]] WorkerMessage parseWorkerLine(const QByteArray &line);

} // namespace Benchboot
