// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/childprocess.h"
#include "e2e/systems/systemdisc.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

Result<SystemDisc> debiansMemtestDisc(const QString &)
{
    // "Pass:" stands on the running program's screen; its name alone is in our menu too.
    return SystemDisc{.path = u"/usr/lib/memtest86+/memtest86+x64.iso"_s,
                      .proof = "Pass:",
                      .delivered = {u"/EFI/BOOT/bootx64.efi"_s}};
}

Result<SystemDisc> packedMemtestDisc(const QString &folder)
{
    return debiansMemtestDisc(folder).and_then([&](SystemDisc disc) {
        const auto archive = folder + u"/memtest86plus.zip"_s;
        const auto inside = QFileInfo(disc.path).path();
        return run({u"env"_s, u"--chdir="_s + inside, u"zip"_s, u"-q"_s, archive, QFileInfo(disc.path).fileName()})
            .transform([&](const QByteArray &) {
                disc.path = archive;
                return disc;
            });
    });
}

} // namespace Benchboot::E2e
