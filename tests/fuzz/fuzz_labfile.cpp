// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/lab.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdlib>

using namespace Benchboot;

/// lab.json, which people and other versions write too: what is taken over is written and read again as the same lab.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    const auto document = QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    const auto lab = Lab::fromJson(document.object());
    if (!lab)
        return lab.error().detail.isEmpty() ? std::abort(), 0 : 0;
    for (const auto &item : lab->menu())
        (void)lab->titleOf(item);
    for (const auto &image : lab->images())
        (void)lab->effectiveOptions(image);
    const auto bytes = QJsonDocument(lab->toJson()).toJson();
    const auto again = Lab::fromJson(QJsonDocument::fromJson(bytes).object());
    if (!again || *again != *lab)
        std::abort();
    return 0;
}
