// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imageplan.h"

#include <optional>

namespace Benchboot {

/// An entry of a recipe as one image fills it in, with the files that it needs; they live as long as the ImageContents.
struct Candidate
{
    BootEntry entry;
    QList<const ContentFile *> files;
};

/// Adds \a warning to \a facts, once.
void addWarning(ImageFacts &facts, const QString &warning);

/// Fills the entries of one recipe in for one image: kernel, firmware, initrds, arguments, memory. What an entry needs beside files of the image
/// goes into the plan at once: files of our own (overlays) with their content, and warnings that say why an entry is left out. The plan's name,
/// version and edition must be there before. Nothing is kept; all that it is given must outlive it.
class CandidateMaker
{
public:
    CandidateMaker(const Recipe &recipe, const ImageContents &contents, ImagePlan &plan)
        : m_recipe(recipe), m_contents(contents), m_plan(plan)
    {
    }

    /// \return what \a from comes to: nothing where the image lacks one of its files, or where its kernel is none; with `each`, one candidate
    /// for every kernel.
    [[nodiscard]] QList<Candidate> candidates(const RecipeEntry &from);

private:
    [[nodiscard]] QList<Candidate> candidatesOfEach(const RecipeEntry &from);
    [[nodiscard]] QString titleOf(const RecipeEntry &from) const;
    [[nodiscard]] std::optional<Candidate> candidate(const RecipeEntry &from);
    [[nodiscard]] std::optional<Candidate> candidate(const RecipeEntry &from, const GlobMatch *kernel);
    [[nodiscard]] bool setFirmware(const RecipeEntry &from, const ContentFile &kernel, BootEntry &entry);
    [[nodiscard]] Firmwares firmwareOfHeader(const RecipeEntry &from, const ContentFile &kernel, BootEntry &entry);
    [[nodiscard]] bool addFiles(const RecipeEntry &from, const QStringList &captured, Candidate &to) const;
    [[nodiscard]] bool addInitrds(const RecipeEntry &from, const QStringList &captured, Candidate &to);
    [[nodiscard]] bool addOverlay(const QString &name, Candidate &to);
    [[nodiscard]] bool addArguments(const RecipeEntry &from, const QStringList &captured, Candidate &to) const;
    void fitToDrive(BootEntry &entry) const;
    [[nodiscard]] int memory(const Candidate &candidate) const;

    const Recipe &m_recipe;
    const ImageContents &m_contents;
    ImagePlan &m_plan;
};

} // namespace Benchboot
