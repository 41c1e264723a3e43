// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/armimage.h"

#include "e2e/childprocess.h"
#include "e2e/systems/linuxparts.h"
#include "e2e/testfiles.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Benchboot::E2e {

namespace {

const QString installer = u"/usr/lib/debian-installer/images/13/arm64/text/debian-installer/arm64/"_s;

Result<void> makeMarker(const QString &tree, const QString &archive, const QByteArray &nonce)
{
    return addScripts(tree, u"arm-init.sh"_s, nonce).and_then([&] { return packInitramfs(tree, archive); });
}

} // namespace

QByteArray armRecipe()
{
    return R"(id = "arm-test"
name = "ARM Test System"

[[recognise]]
files = ["arm/marker.gz"]

[[entries]]
kernel = "arm/linux"
initrds = ["arm/initrd.gz", "arm/marker.gz"]
arguments = ["payload=${base}arm/payload.dat"]
)";
}

Result<RescueImage> makeArmImage(const QString &folder, qint64 payloadBytes)
{
    const auto disc = folder + u"/arm-disc"_s;
    const auto files = disc + u"/arm"_s;
    QDir().mkpath(files);
    RescueImage image{folder + u"/arm.iso"_s, {}, newNonce()};
    return copyFile(installer + u"linux"_s, files + u"/linux"_s)
        .and_then([&] { return copyFile(installer + u"initrd.gz"_s, files + u"/initrd.gz"_s); })
        .and_then([&] { return makeMarker(folder + u"/arm-marker"_s, files + u"/marker.gz"_s, image.nonce); })
        .and_then([&] { return writeRandomFile(files + u"/payload.dat"_s, payloadBytes); })
        .and_then([&] { return run({u"env"_s, u"--chdir="_s + files, u"sha256sum"_s, u"payload.dat"_s}); })
        .and_then([&](const QByteArray &line) {
            image.checksumLine = line.trimmed();
            return writeIso(image.path, disc, u"arm-test"_s);
        })
        .transform([&] {
            QDir(disc).removeRecursively();
            return image;
        });
}

} // namespace Benchboot::E2e
