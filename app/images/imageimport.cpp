// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/imageimport.h"

#include "images/filecopy.h"

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

struct ReadImage
{
    ImageContents contents;
    ImagePlan plan;
};

Result<ReadImage> readImage(const ImageTask &task, const RecipeBook &book, ProgressPacer &pacer)
{
    pacer.report({u"reading"_s, {}, 0, 0});
    auto contents = ImageContents::open(task.file);
    if (!contents)
        return std::unexpected(contents.error());
    auto plan = planImage(book, *contents, task.recipe);
    if (!plan)
        return std::unexpected(plan.error());
    return ReadImage{std::move(*contents), std::move(*plan)};
}

void forgetExtents(ImageFacts &facts)
{
    for (auto &file : facts.files)
        file.extents.clear();
}

} // namespace

Result<ImageFacts> inspectImage(const ImageTask &task, const RecipeBook &book, const ProgressCallback &progress)
{
    ProgressPacer pacer(progress);
    auto image = readImage(task, book, pacer);
    if (!image)
        return std::unexpected(image.error());
    forgetExtents(image->plan.facts);
    return std::move(image->plan.facts);
}

Result<ImageFacts> importImage(const ImageTask &task, const RecipeBook &book, const ProgressCallback &progress)
{
    ProgressPacer pacer(progress);
    auto image = readImage(task, book, pacer);
    if (!image)
        return std::unexpected(image.error());
    auto &plan = image->plan;
    if (task.link)
        return std::move(plan.facts);
    const auto &contents = image->contents;
    if (const auto copied = copyFiles(contents.descriptor(), plan, task.stagingFolder, contents.name(), pacer); !copied)
        return std::unexpected(copied.error());
    forgetExtents(plan.facts);
    return std::move(plan.facts);
}

} // namespace Benchboot
