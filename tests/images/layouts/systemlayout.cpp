// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/layouts/systemlayout.h"

#include "images/diskfixture.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot::Tests {
namespace {

QByteArray contentOf(const QString &kind)
{
    static const std::array kinds{
        std::pair{u"k32"_s, KernelKind{}},
        std::pair{u"k64"_s, KernelKind{.is64Bit = true}},
        std::pair{u"k32e"_s, KernelKind{.peMachine = 0x014c}},
        std::pair{u"k64e"_s, KernelKind{.is64Bit = true, .peMachine = 0x8664}},
        std::pair{u"e32"_s, KernelKind{.linuxHeader = false, .peMachine = 0x014c}},
        std::pair{u"e64"_s, KernelKind{.linuxHeader = false, .peMachine = 0x8664}},
        std::pair{u"ea64"_s, KernelKind{.linuxHeader = false, .peMachine = 0xaa64}},
    };
    for (const auto &[name, kernel] : kinds) {
        if (name == kind)
            return kernelImage(kernel);
    }
    constexpr int kib = 1024;
    if (kind == u"memtest5") { // a floppy image, whose first sectors are the program itself
        auto floppy = kernelImage({}).leftJustified(1440 * kib, '\0');
        return floppy.replace(4096, 20, "Memtest86  5.01     ");
    }
    return QByteArray(kind.toInt() * kib, '\0');
}

void addFile(IsoFixture &fixture, const QString &file)
{
    if (const auto space = file.indexOf(u" :"_s); space > 0)
        fixture.add(file.first(space), contentOf(file.sliced(space + 2)));
    else if (const auto equals = file.indexOf(u'='); equals > 0)
        fixture.add(file.first(equals), file.sliced(equals + 1).toUtf8());
    else
        fixture.add(file);
}

QString makeDrive(const SystemLayout &layout, const IsoFixture &fixture)
{
    const bool isFloppy = layout.drive == u"floppy"_s;
    const DiskFixture disk(fixture.path(u"download.bin"_s), isFloppy ? 1440 : 48 * 1024);
    constexpr qint64 mib = 1024;
    if (!isFloppy)
        disk.partition(layout.drive, "start=2048, size=92160\n");
    disk.addVolume(isFloppy ? 12 : 32, isFloppy ? 0 : mib * 1024, isFloppy ? 1440 : 45 * mib, layout.label,
                   fixture.source({}));
    disk.makeBootable();
    return disk.path();
}

} // namespace

QString makeImage(const SystemLayout &layout, IsoFixture &fixture)
{
    for (const auto &file : layout.files)
        addFile(fixture, file);
    if (!layout.drive.isEmpty())
        return makeDrive(layout, fixture);
    return fixture.make(QStringList{u"-R"_s, u"-V"_s, layout.label} + layout.boot);
}

} // namespace Benchboot::Tests
