// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bootentry.h"
#include "images/bootconfig.h"

#include <cstdlib>

using namespace Benchboot;
using namespace Qt::StringLiterals;

/// One file plays all parts: ISOLINUX's, GRUB's and systemd-boot's; what it includes is itself.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto menu = readBootMenu({u"isolinux.cfg"_s, u"boot/grub/grub.cfg"_s, u"loader/entries/a.conf"_s},
                                   [&text](const QString &) { return text; });
    for (const auto &choice : menu.choices) {
        if (choice.kernel.isEmpty() || choice.kernel.startsWith(u'/') || choice.kernel.split(u'/').contains(u".."))
            std::abort();
        if (!isSafeOptionValue(choice.label) || !isSafeOptionValue(choice.arguments))
            std::abort();
    }
    return 0;
}
