// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/lab.h"

#include <QMetaType>

#include <optional>

namespace Benchboot {

/// An image of the lab that one to be imported is, or is a newer version of.
struct ImageKin
{
    enum class Kind {
        Same, ///< name, version and files are alike
        Older, ///< an earlier version of the same system
    };
    Kind kind = Kind::Same;
    LabImage image; ///< of the lab
};

/// What becomes of it.
enum class KinChoice {
    KeepBoth,
    Replace, ///< the new image takes its place in the menu, with its options; of the same image the id stays, too
    ReplaceLater, ///< likewise, but an earlier version is left to whoever answers, to be replaced once the new one is in the lab
    Refuse, ///< the new image is not imported
};

/// Names and versions as the recipe finds them; the files' sizes, too, since versions are missing at times.
[[nodiscard]] bool isSameSystem(const ImageFacts &one, const ImageFacts &other);

/// The image of \a lab that \a facts are of, else the newest of earlier versions: the same recipe, name, edition, architecture and language.
/// \param link  an image that is linked because its file was moved is no other image, but linked again
[[nodiscard]] std::optional<ImageKin> kinOf(const Lab &lab, const ImageFacts &facts, bool link);

} // namespace Benchboot

Q_DECLARE_METATYPE(Benchboot::ImageKin)
