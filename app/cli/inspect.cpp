// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/running.h"
#include "images/imageworker.h"
#include "session/importjob.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {
namespace {

Result<ImageFacts> facts(const QString &file)
{
    if (!QFileInfo::exists(file))
        return fail(Error::Code::NotFound, u"There is no such file; check its name"_s);
    ImageTask task{.kind = ImageTask::Kind::Inspect, .file = QFileInfo(file).absoluteFilePath()};
    task.recipeFolders = userRecipeFolders();
    ImageWorker worker(std::move(task));
    Result<ImageFacts> result;
    runUntilFinished(worker, [&](const Result<ImageFacts> &finished) { result = finished; }, [&] { worker.cancel(); });
    return result;
}

/// The documented keys: paths of initrds as plain text, all that is only for the lab left out.
QJsonObject describe(const QString &file, const ImageFacts &found)
{
    QJsonArray entries;
    for (const auto &entry : found.entries) {
        QJsonArray initrds;
        for (const auto &initrd : entry.initrds)
            initrds.append(initrd.path);
        entries.append(QJsonObject{
            {u"title"_s, entry.title},
            {u"method"_s, methodName(entry.method)},
            {u"kernel"_s, entry.kernel},
            {u"initrds"_s, initrds},
            {u"arguments"_s, entry.arguments},
            {u"firmware"_s, QJsonArray::fromStringList(firmwareNames(entry.firmware))},
            {u"memoryMiB"_s, entry.memoryMiB},
            {u"reason"_s, entry.reason},
        });
    }
    QJsonArray files;
    for (const auto &item : found.files)
        files.append(QJsonObject{{u"path"_s, item.path}, {u"size"_s, item.size}});
    return {
        {u"file"_s, file},
        {u"recognised"_s, true},
        {u"recipe"_s, found.recipe},
        {u"name"_s, found.name},
        {u"version"_s, found.version},
        {u"edition"_s, found.edition},
        {u"architecture"_s, found.architecture},
        {u"language"_s, found.language},
        {u"label"_s, found.label},
        {u"files"_s, files},
        {u"entries"_s, entries},
        {u"warnings"_s, QJsonArray::fromStringList(found.warnings)},
    };
}

void printForPeople(const QString &file, const ImageFacts &found)
{
    qint64 size = 0;
    for (const auto &item : found.files)
        size += item.size;
    print(file);
    QStringList system{found.name, found.version, found.edition, found.architecture, found.language};
    system.removeAll(QString());
    print(u"  system    %1 (recipe %2)"_s.arg(system.join(u' '), found.recipe));
    print(u"  label     %1"_s.arg(found.label.isEmpty() ? u"–"_s : found.label));
    print(u"  takes     %1 files, %2"_s.arg(found.files.size()).arg(sizeText(size)));
    for (const auto &entry : found.entries) {
        print(u"  entry     %1"_s.arg(entry.title));
        print(u"            %1 on %2, needs %3 MiB of memory"_s
                  .arg(methodName(entry.method), firmwareNames(entry.firmware).join(u", "_s))
                  .arg(entry.memoryMiB));
        if (!entry.reason.isEmpty())
            print(u"            %1"_s.arg(entry.reason));
    }
    for (const auto &warning : found.warnings)
        print(u"  warning   %1"_s.arg(warning));
}

} // namespace

int inspect(const QStringList &words)
{
    Arguments arguments(u"inspect FILE… [--json]"_s,
                        u"Says what is in an image and how it would boot; changes nothing."_s);
    if (const auto status = arguments.parse(words))
        return *status;
    if (arguments.positional().isEmpty())
        return wrongUsage(u"name one or more images to inspect"_s);
    int worst = Done;
    for (const auto &file : arguments.positional()) {
        const auto found = facts(file);
        if (!found) {
            if (arguments.json()) {
                printJson({{u"file"_s, file},
                           {u"recognised"_s, false},
                           {u"error"_s, codeName(found.error().code)},
                           {u"detail"_s, found.error().detail}});
            }
            worst = std::max<int>(worst, report(file, found.error()));
        } else if (arguments.json()) {
            printJson(describe(file, *found));
        } else {
            printForPeople(file, *found);
        }
    }
    return worst;
}

} // namespace Benchboot::Cli
