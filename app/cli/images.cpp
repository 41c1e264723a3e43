// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "session/imagecheck.h"
#include "session/sourcestate.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {
namespace {

Firmwares firmwareOf(const LabImage &image)
{
    Firmwares all;
    for (const auto &entry : image.facts.entries)
        all |= entry.method == BootMethod::None ? Firmwares() : entry.firmware;
    return all;
}

QJsonObject describe(const Lab &lab, const LabImage &image)
{
    QJsonObject options;
    const auto trouble = sourceTrouble(image);
    for (const auto &[key, value] : lab.effectiveOptions(image).asKeyValueRange())
        options.insert(key, value);
    return {
        {u"id"_s, image.id},
        {u"recipe"_s, image.facts.recipe},
        {u"name"_s, image.facts.name},
        {u"version"_s, image.facts.version},
        {u"size"_s, image.size()},
        {u"files"_s, image.facts.files.size()},
        {u"firmware"_s, QJsonArray::fromStringList(firmwareNames(firmwareOf(image)))},
        {u"edition"_s, image.facts.edition},
        {u"architecture"_s, image.facts.architecture},
        {u"language"_s, image.facts.language},
        {u"mode"_s, image.linked ? u"link"_s : u"extract"_s},
        {u"source"_s, image.sourceFile},
        {u"options"_s, options},
        {u"imported"_s, QDateTime::fromMSecsSinceEpoch(image.importedMs, QTimeZone::UTC).toString(Qt::ISODate)},
        {u"default"_s, lab.defaultItem() == image.id},
        {u"warnings"_s, QJsonArray::fromStringList(image.facts.warnings)},
        {u"uncheckedBytes"_s, uncheckedBytes(image)},
        {u"trouble"_s, trouble ? trouble->detail : QString()},
    };
}

void printImage(const Lab &lab, const LabImage &image)
{
    print(u"%1  %2  %3  %4%5"_s.arg(image.id, -28)
              .arg(image.displayName(), -32)
              .arg(sizeText(image.size()), 9)
              .arg(firmwareNames(firmwareOf(image)).join(u", "_s),
                   lab.defaultItem() == image.id ? u"  (default)"_s : QString()));
    if (const auto trouble = sourceTrouble(image))
        print(u"  %1"_s.arg(trouble->detail));
    else if (const auto unchecked = uncheckedBytes(image))
        print(u"  %1 of its files are not verified yet; “benchboot verify %2” does it now"_s.arg(sizeText(unchecked),
                                                                                          image.id));
}

} // namespace

int images(const QStringList &words)
{
    Arguments arguments(u"images [--lab DIR] [--json]"_s, u"Lists the images of the lab."_s);
    if (const auto status = arguments.parse(words))
        return *status;
    if (!arguments.positional().isEmpty())
        return wrongUsage(u"images takes no words, but “%1” was given"_s.arg(arguments.positional().first()));
    const auto store = arguments.lab();
    const auto lab = store ? store->read() : std::unexpected(store.error());
    if (!lab)
        return report(u"lab"_s, lab.error());
    if (lab->images().isEmpty() && !arguments.json())
        print(u"No images yet. “benchboot import FILE” adds one."_s);
    for (const auto &image : lab->images()) {
        if (arguments.json())
            printJson(describe(*lab, image));
        else
            printImage(*lab, image);
    }
    return Done;
}

int remove(const QStringList &words)
{
    Arguments arguments(u"remove ID… [--lab DIR] [--json]"_s,
                        u"Removes images and their menu entries, and deletes their files."_s);
    if (const auto status = arguments.parse(words))
        return *status;
    if (arguments.positional().isEmpty())
        return wrongUsage(u"name the image to remove; “benchboot images” lists them"_s);
    const auto store = arguments.lab();
    if (!store)
        return report(u"lab"_s, store.error());
    const auto ids = arguments.positional();
    const auto changed = store->change([&ids](Lab &lab) -> Result<void> {
        for (const auto &id : ids) {
            if (const auto removed = lab.removeImage(id); !removed)
                return std::unexpected(removed.error());
        }
        return {};
    });
    if (!changed)
        return report(u"remove"_s, changed.error());
    for (const auto &id : ids) {
        QDir(store->imageFolder(id)).removeRecursively();
        if (arguments.json())
            printJson({{u"event"_s, u"removed"_s}, {u"id"_s, id}});
        else
            print(u"%1: removed"_s.arg(id));
    }
    return Done;
}

} // namespace Benchboot::Cli
