// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/progressprinter.h"
#include "cli/running.h"
#include "session/bootingwatch.h"
#include "session/importjob.h"

#include <QMap>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {
namespace {

/// What is asked for where an image, or an earlier version of it, is in the lab already.
struct KinPolicy
{
    KinChoice same = KinChoice::KeepBoth;
    KinChoice older = KinChoice::KeepBoth;
};

void printImported(const QString &file, const LabImage &image, const QString &replaced, bool json)
{
    if (json) {
        return printJson({{u"event"_s, u"imported"_s},
                          {u"file"_s, file},
                          {u"id"_s, image.id},
                          {u"recipe"_s, image.facts.recipe},
                          {u"name"_s, image.facts.name},
                          {u"version"_s, image.facts.version},
                          {u"size"_s, image.size()},
                          {u"replaced"_s, replaced}});
    }
    auto done = replaced == image.id ? u"replaced %1"_s.arg(image.id) : u"imported as %1"_s.arg(image.id);
    if (!replaced.isEmpty() && replaced != image.id)
        done += u", in place of %1"_s.arg(replaced);
    print(u"%1: %2 (%3, %4)"_s.arg(file, done, image.displayName(), sizeText(image.size())));
    for (const auto &warning : image.facts.warnings)
        print(u"  warning: %1"_s.arg(warning));
}

int importOne(const LabStore &store, const ImportRequest &request, const KinPolicy &policy, const QString &file,
              bool json)
{
    ImportJob job(store, request);
    ProgressPrinter printer({{u"file"_s, file}}, json);
    QObject::connect(&job, &ImportJob::progressed, &job,
                     [&](const ImageProgress &progress) { printer.show(progress, job.workerProcess()); });
    const BootingWatch booting(store, nullptr);
    job.setIdle(booting.isBooting());
    QObject::connect(&booting, &BootingWatch::changed, &job, &ImportJob::setIdle);
    QObject::connect(&job, &ImportJob::kinFound, &job, [&](const ImageKin &kin) {
        job.answer(kin.kind == ImageKin::Kind::Same ? policy.same : policy.older);
    });
    Result<LabImage> result;
    runUntilFinished(
        job, [&](const Result<LabImage> &finished) { result = finished; }, [&] { job.cancel(); });
    printer.end();
    if (result) {
        printImported(file, *result, job.replacedId(), json);
        return Done;
    }
    if (json) {
        printJson({{u"event"_s, u"failed"_s},
                   {u"file"_s, file},
                   {u"error"_s, codeName(result.error().code)},
                   {u"detail"_s, result.error().detail}});
    }
    return report(file, result.error());
}

/// --if-present and --take-over.
std::optional<KinPolicy> policyFrom(const Arguments &arguments)
{
    static const QMap<QString, KinChoice> choices{
        {u"keep"_s, KinChoice::KeepBoth}, {u"fail"_s, KinChoice::Refuse}, {u"replace"_s, KinChoice::Replace}};
    const auto same = choices.constFind(arguments.value(u"if-present"_s));
    if (same == choices.cend())
        return std::nullopt;
    return KinPolicy{*same, arguments.isSet(u"take-over"_s) ? KinChoice::Replace : KinChoice::KeepBoth};
}

} // namespace

int import(const QStringList &words)
{
    Arguments arguments(u"import FILE… [--lab DIR] [--mode extract|link] [--recipe ID] [--option K=V]… "
                        "[--if-present keep|fail|replace] [--take-over] [--json]"_s,
                        u"Takes from each image what network boot needs, and adds it to the menu."_s);
    arguments.add({u"mode"_s,
                   u"extract copies the files into the web root; link serves them out of the image, unless that is packed (extract)."_s,
                   u"extract|link"_s, u"extract"_s});
    arguments.add({u"recipe"_s, u"Uses this recipe instead of recognising the image."_s, u"ID"_s});
    arguments.add(
        {u"if-present"_s,
         u"What to do with an image that is in the lab already: keep both, fail, or replace it, which keeps its id, "
         "menu entry and options (keep)."_s,
         u"keep|fail|replace"_s, u"keep"_s});
    arguments.add({u"take-over"_s,
                   u"Where the lab has an earlier version: takes over its menu entry and options, and removes it."_s});
    arguments.add({u"option"_s, u"Sets a boot option, e.g. keyboard=de; may be given several times."_s, u"K=V"_s});
    if (const auto status = arguments.parse(words))
        return *status;
    if (arguments.positional().isEmpty())
        return wrongUsage(u"name one or more images to import"_s);
    const auto policy = policyFrom(arguments);
    if (!policy)
        return wrongUsage(u"--if-present is keep, fail or replace, not “%1”"_s.arg(arguments.value(u"if-present"_s)));
    const auto mode = arguments.value(u"mode"_s);
    if (mode != u"extract" && mode != u"link")
        return wrongUsage(u"--mode is extract or link, not “%1”"_s.arg(mode));

    ImportRequest request{.file = {}, .recipe = arguments.value(u"recipe"_s), .link = mode == u"link", .options = {}};
    request.asks = true;
    for (const auto &pair : arguments.values(u"option"_s)) {
        const auto equals = pair.indexOf(u'=');
        if (equals < 1)
            return wrongUsage(u"--option takes KEY=VALUE, not “%1”"_s.arg(pair));
        request.options.insert(pair.first(equals), pair.sliced(equals + 1));
    }
    const auto store = arguments.lab();
    if (!store)
        return report(u"lab"_s, store.error());
    int worst = Done;
    for (const auto &file : arguments.positional()) {
        request.file = file;
        worst = std::max(worst, importOne(*store, request, *policy, file, arguments.json()));
    }
    return worst;
}

} // namespace Benchboot::Cli
