// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/grubloader.h"

#include "e2e/childprocess.h"
#include "e2e/testfiles.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

Result<void> makeGrub(const QString &path, const QString &platform, const QStringList &modules,
                      const QByteArray &configuration)
{
    const QTemporaryDir folder;
    const auto early = folder.filePath(u"early.cfg"_s);
    return writeFile(early, configuration)
        .and_then([&] {
            return run(
                QStringList{u"grub-mkimage"_s, u"-O"_s, platform, u"-p"_s, u"/grub"_s, u"-c"_s, early, u"-o"_s, path}
                + modules);
        })
        .transform([](const QByteArray &) {});
}

Result<void> makeIa32Grub(const QString &path, const QByteArray &configuration)
{
    return makeGrub(path, u"i386-efi"_s,
                    {u"efinet"_s, u"http"_s, u"tftp"_s, u"linux"_s, u"boot"_s, u"echo"_s, u"reboot"_s}, configuration);
}

} // namespace Benchboot::E2e
