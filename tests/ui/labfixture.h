// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labeditor.h"
#include "session/clienttracker.h"
#include "session/importqueue.h"
#include "session/session.h"
#include "ui/context.h"
#include "ui/servicecontroller.h"

#include <QDir>
#include <QTemporaryDir>

namespace Benchboot::Tests {

/// An image as an import leaves it, with a file on disk.
inline LabImage makeImage(const LabStore &store, const QString &id, const QString &name, Firmwares firmware)
{
    using namespace Qt::StringLiterals;
    LabImage image{.id = id};
    image.facts.recipe = u"systemrescue"_s;
    image.facts.name = name;
    image.facts.label = u"LABEL"_s;
    // sha256sum of "kernel"
    image.facts.files = {{u"kernel"_s, 6, u"6923dd1bc0460082c5d55a831908c24a282860b7f1cd6c2b79cf1bc8857c639c"_s, {}}};
    image.facts.entries = {{.title = name, .kernel = u"kernel"_s, .firmware = firmware, .memoryMiB = 2048}};
    image.facts.options = {{u"keyboard"_s, u"Keyboard layout"_s, {}, {}},
                           {u"kernel"_s, u"Kernel"_s, {u"standard"_s, u"alternative"_s}, u"standard"_s}};
    image.sourceFile = u"/srv/images/%1.iso"_s.arg(id);
    image.importedMs = 1'700'000'000'000;
    QDir().mkpath(store.imageFolder(id));
    QFile file(store.imageFolder(id) + u"/kernel"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("kernel");
    return image;
}

/// A lab in a folder of its own, with all that pages work with.
class LabFixture
{
public:
    LabFixture()
        : store(*LabStore::open(m_folder.filePath(QStringLiteral("lab")))), session(store),
          editor(store, [this](const auto &edit) { return session.change(edit); }), imports(store), services(session)
    {
    }

    /// Changes the lab as another program does.
    [[nodiscard]] bool changeElsewhere(const std::function<Result<void>(Lab &)> &edit) const
    {
        return store.change(edit).has_value();
    }
    [[nodiscard]] bool addImage(const QString &id, const QString &name,
                                Firmwares firmware = Firmware::Bios | Firmware::EfiX64)
    {
        return session
            .change([&](Lab &lab) {
                lab.addImage(makeImage(store, id, name, firmware));
                return Result<void>();
            })
            .has_value();
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;

public:
    LabStore store;
    Session session;
    LabEditor editor;
    ImportQueue imports;
    ClientTracker clients;
    ServiceController services;
    UiContext context{session, editor, imports, clients, services};
};

} // namespace Benchboot::Tests
