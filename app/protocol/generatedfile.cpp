// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/generatedfile.h"

#include "protocol/grub/grubmenu.h"
#include "protocol/ipxe/menuscript.h"

namespace Benchboot {

QByteArray generate(GeneratedFile file, const ServedLab &lab, const QByteArray &origin)
{
    switch (file) {
    case GeneratedFile::GrubMenu:
        return Grub::menuConfig(lab, origin);
    case GeneratedFile::IpxeAutoexec:
        return Ipxe::autoexecScript(origin);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Benchboot
