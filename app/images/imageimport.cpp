// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imageimport.h"

#include "images/disksums.h"
#include "images/filecopy.h"
#include "images/verify.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

struct ReadImage
{
    ImageContents contents;
    ImagePlan plan;
};

Result<ImagePlan> planHere(const ImageTask &task, const RecipeBook &book, const ImageContents &contents)
{
    auto plan = planImage(book, contents, task.recipe);
    if (plan)
        addDiskSums(contents, *plan);
    return plan;
}

/// Many archives hold the folder that a disc was copied to: what no recipe knows is looked for there.
Result<ImagePlan> planAnywhere(const ImageTask &task, const RecipeBook &book, ImageContents &contents)
{
    auto plan = planHere(task, book, contents);
    const auto isKnown = [](const Result<ImagePlan> &found) { return found && !isFallback(found->facts.recipe); };
    while (!isKnown(plan) && contents.isTree() && contents.enterOnlyFolder()) {
        if (auto inside = planHere(task, book, contents); isKnown(inside) || (inside && !plan))
            plan = std::move(inside);
    }
    return plan;
}

Result<ReadImage> readImage(const ImageTask &task, const RecipeBook &book, ProgressPacer &pacer)
{
    pacer.report({u"reading"_s, {}, 0, 0});
    const auto name = QFileInfo(task.file).fileName();
    auto contents = ImageContents::open(task.file,
                                        {.folder = task.spoolFolder,
                                         .inLab = task.kind == ImageTask::Kind::Import,
                                         .refuse = task.link,
                                         .progress = [&](qint64 done, qint64 total) {
                                             pacer.report({u"unpacking"_s, name, done, total});
                                         }});
    if (!contents)
        return std::unexpected(contents.error());
    if (contents->isPacked())
        pacer.report({u"reading"_s, {}, 0, 0});
    auto plan = planAnywhere(task, book, *contents);
    if (!plan)
        return std::unexpected(plan.error());
    return ReadImage{std::move(*contents), std::move(*plan)};
}

ImageFacts withoutExtents(ImageFacts facts)
{
    for (auto &file : facts.files)
        file.extents.clear();
    return facts;
}

/// An image that cannot boot over the network has no business in a lab.
Result<void> checkStartable(const ImageFacts &facts)
{
    QString reason;
    for (const auto &entry : facts.entries) {
        if (entry.method != BootMethod::None)
            return {};
        reason = entry.reason;
    }
    return fail(Error::Code::Unsupported,
                u"This is %1, which cannot start over the network: %2"_s.arg(facts.name, reason));
}

/// Of a linked image only the files that its recipe made are written.
Result<void> writeOwnFiles(ImagePlan &plan, const QString &folder, const QString &imageName, ProgressPacer &pacer)
{
    if (plan.ownFiles.isEmpty())
        return {};
    ImagePlan own{.facts = {}, .checks = {}, .ownFiles = plan.ownFiles};
    for (const auto &file : std::as_const(plan.facts.files)) {
        if (file.own)
            own.facts.files.append(file);
    }
    if (auto written = copyFiles(-1, own, folder, imageName, pacer); !written)
        return written;
    for (auto &file : plan.facts.files) {
        const auto made = std::ranges::find(own.facts.files, file.path, &ImageFile::path);
        if (made != own.facts.files.end())
            file.sha256 = made->sha256;
    }
    return {};
}

/// Compares the image file with the checksums that are expected of it. \return how many bytes were read for that.
Result<qint64> checkWholeImage(const ImageTask &task, const ImageFacts &facts, const ProgressCallback &progress)
{
    if (task.sums.isEmpty())
        return 0;
    const auto whole = wholeImage(task.file, task.sums);
    if (!whole)
        return std::unexpected(whole.error());
    ProgressPacer pacer(progress);
    ImageProgress state{u"checking"_s, whole->path, 0, whole->size};
    for (const auto &file : facts.files)
        state.total += file.size;
    const auto checked = checkFile({.folder = {}, .image = task.file}, *whole, [&](qint64 bytes) {
        state.bytes += bytes;
        pacer.report(state);
    });
    return checked.transform([&](const QString &) { return whole->size; });
}

/// \a progress as it goes on behind \a bytes that are done.
ProgressCallback after(const ProgressCallback &progress, qint64 bytes)
{
    if (!progress || bytes == 0)
        return progress;
    return [progress, bytes](ImageProgress state) {
        state.bytes += bytes;
        state.total += bytes;
        progress(state);
    };
}

/// Linking reads nothing: what is to be compared is kept until somebody reads the files.
void expectLater(const ImageTask &task, ImagePlan &plan)
{
    plan.facts.imageSums = task.sums;
    for (const auto &check : std::as_const(plan.checks)) {
        const auto file = std::ranges::find(plan.facts.files, check.path, &ImageFile::path);
        if (file != plan.facts.files.end())
            file->expected.append({check.type, check.expected, check.source});
    }
}

} // namespace

Result<ImageFacts> inspectImage(const ImageTask &task, const RecipeBook &book, const ProgressCallback &progress)
{
    ProgressPacer pacer(progress);
    auto image = readImage(task, book, pacer);
    if (!image)
        return std::unexpected(image.error());
    return withoutExtents(std::move(image->plan.facts));
}

Result<ImageFacts> importImage(const ImageTask &task, const RecipeBook &book, const ProgressCallback &progress,
                               const RecognisedCallback &recognised)
{
    ProgressPacer pacer(progress);
    auto image = readImage(task, book, pacer);
    if (!image)
        return std::unexpected(image.error());
    auto &plan = image->plan;
    if (const auto useful = checkStartable(plan.facts); !useful)
        return std::unexpected(useful.error());
    if (recognised && !recognised(withoutExtents(plan.facts)))
        return fail(Error::Code::Cancelled, u"The import was cancelled"_s);
    const auto &contents = image->contents;
    if (task.link) {
        expectLater(task, plan);
        if (const auto made = writeOwnFiles(plan, task.stagingFolder, contents.name(), pacer); !made)
            return std::unexpected(made.error());
        return std::move(plan.facts);
    }
    const auto checked = checkWholeImage(task, plan.facts, progress);
    if (!checked)
        return std::unexpected(checked.error());
    ProgressPacer copying(after(progress, *checked));
    if (const auto copied = copyFiles(contents.descriptor(), plan, task.stagingFolder, contents.name(), copying); !copied)
        return std::unexpected(copied.error());
    return withoutExtents(std::move(plan.facts));
}

} // namespace Benchboot
