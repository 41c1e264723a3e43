// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labeditor.h"
#include "session/clienttracker.h"
#include "session/importqueue.h"
#include "session/session.h"
#include "ui/context.h"
#include "ui/servicecontroller.h"
#include "ui/wizard/setupwizard.h"

#include <QFile>
#include <QTemporaryDir>

namespace Benchboot {

/// A lab of its own with everything that pages work with, two made-up network cards, and loaders for BIOS and UEFI x64.
struct SetupFixture
{
    SetupFixture() { m_folder.isValid() ? writeLoaders() : void(); }

    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    /// A boot loader file: a PE header for \a machine, or bare code where that is 0.
    static bool writeLoader(const QString &path, quint16 machine)
    {
        QByteArray bytes(512, '\0');
        if (machine == 0) {
            bytes[0] = '\xea';
        } else {
            bytes.replace(0, 2, "MZ");
            bytes[0x3c] = 0x40;
            bytes.replace(0x40, 4, QByteArray("PE\0\0", 4));
            bytes[0x44] = char(machine & 0xff);
            bytes[0x45] = char(machine >> 8);
        }
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    [[nodiscard]] SetupSources sources() const
    {
        return {.cards = [this] { return cards; }, .loaderFolders = {store.loadersFolder()}, .ports = {0, 0, 0, 0}};
    }

    static CardChoice card(const QString &name, quint32 address, CardLink::Kind kind)
    {
        CardChoice choice;
        choice.card = {
            .name = name, .index = 2, .mac = {}, .address = Ipv4{address}, .prefix = 16, .up = true, .running = true};
        choice.link = {kind, 1000};
        return choice;
    }

private:
    QTemporaryDir m_folder;
    void writeLoaders() const
    {
        writeLoader(store.loadersFolder() + QStringLiteral("/undionly.kpxe"), 0);
        writeLoader(store.loadersFolder() + QStringLiteral("/snponly.efi"), 0x8664);
    }

public:
    LabStore store = LabStore::open(m_folder.filePath(QStringLiteral("lab"))).value();
    Session session{store};
    LabEditor editor{store, [this](const std::function<Result<void>(Lab &)> &edit) { return session.change(edit); }};
    ImportQueue imports{store};
    ClientTracker clients;
    ServiceController services{session};
    UiContext context{session, editor, imports, clients, services};
    QList<CardChoice> cards{card(QStringLiteral("enp0s31f6"), 0xac10000a, CardLink::Kind::Wired),
                            card(QStringLiteral("wlp2s0"), 0xc0a80117, CardLink::Kind::Wireless)};
};

} // namespace Benchboot
