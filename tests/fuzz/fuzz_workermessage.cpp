// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/workermessage.h"

#include <cstdlib>

using namespace Benchboot;

/// What the import worker is told and tells: whatever comes out of a broken worker, the parent reads facts that survive being sent again.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    const QByteArray line(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto received = parseTask(line)) {
        if (received->task.file.isEmpty() || !parseTask(taskLine(received->task, received->parent)))
            std::abort();
    }
    (void)isProceedLine(line);
    const auto message = parseWorkerLine(line);
    if (const auto *progress = std::get_if<ImageProgress>(&message)) {
        (void)progressLine(*progress);
    } else if (const auto *recognised = std::get_if<RecognisedImage>(&message)) {
        const auto again = parseWorkerLine(recognisedLine(recognised->facts));
        const auto *same = std::get_if<RecognisedImage>(&again);
        if (!same || same->facts != recognised->facts)
            std::abort();
    } else if (const auto *result = std::get_if<Result<ImageFacts>>(&message)) {
        const auto again = parseWorkerLine(resultLine(*result));
        const auto *same = std::get_if<Result<ImageFacts>>(&again);
        if (!same || same->has_value() != result->has_value() || (*result && **same != **result))
            std::abort();
    }
    return 0;
}
