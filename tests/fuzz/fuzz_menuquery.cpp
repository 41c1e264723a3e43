// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/ipxe/menuscript.h"
#include "protocol/ipxe/scripttext.h"

#include <QRegularExpression>

using namespace Benchboot;

namespace {

/// Words that mean something to iPXE: operators, and what starts a comment.
qsizetype commandWords(const QByteArray &script)
{
    qsizetype count = 0;
    for (const auto &word : script.simplified().split(' '))
        count += word == "||" || word == "&&" || word.startsWith('#');
    return count;
}

} // namespace

/// The query of /menu.ipxe, and the same text as a title and as an option: whatever comes in, the script keeps its lines and gains neither
/// expansion nor operator nor comment.
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArrayView input(data, qsizetype(size));
    const auto client = Ipxe::menuClientFromQuery(input);

    const auto text = QString::fromUtf8(input);
    ServedLab lab;
    lab.menuTitle = text;
    lab.menu = {{ServedMenuItem::Kind::Image, QStringLiteral("one"), text}};
    BootEntry entry;
    entry.kernel = text;
    entry.arguments = QStringLiteral("x=${value}");
    entry.firmware = Firmware::Bios | Firmware::EfiX64 | Firmware::EfiIa32 | Firmware::EfiArm64;
    lab.images.insert(QStringLiteral("one"), {QStringLiteral("one"), {entry}, {{QStringLiteral("value"), text}}});
    const auto script = Ipxe::menuScript(lab, client, "http://h");
    const auto plain = [&] {
        ServedLab same = lab;
        same.menuTitle = same.menu[0].title = same.images[QStringLiteral("one")].entries[0].kernel = QStringLiteral("x");
        same.images[QStringLiteral("one")].options.clear();
        return Ipxe::menuScript(same, client, "http://h");
    }();
    if (script.count('\n') != plain.count('\n') || script.count("${") > plain.count("${") || script.contains('\0')
        || commandWords(script) != commandWords(plain))
        __builtin_trap();
    return 0;
}
