// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <span>

namespace Benchboot::Tests {

/// Where a breakout tries its hand: paths below the folder of the test.
struct Ground
{
    explicit Ground(const QByteArray &folder);

    QByteArray home; ///< holds secret.txt
    QByteArray secret;
    QByteArray labFile; ///< beside the staging folder
    QByteArray image;
    QByteArray neighbour; ///< of the image
    QByteArray recipes; ///< holds mine.toml and overlays/net/hello
    QByteArray staging; ///< holds leak, a link to the secret
};

/// What an importer tries that an image has taken over, or what it does in earnest.
struct Breakout
{
    enum class Unfenced {
        Works,
        WorksOnOwnProcesses, ///< and so not where this process gave up being the user of its parent
        Depends, ///< on the rights and the settings of this computer
    };
    const char *name;
    int (*attempt)(const Ground &ground); ///< 0 where it worked, else errno; it may not come back
    Unfenced unfenced = Unfenced::Works;
};

[[nodiscard]] std::span<const Breakout> breakouts(); ///< each must fail in the sandbox
[[nodiscard]] std::span<const Breakout> honestWork(); ///< each must work there

} // namespace Benchboot::Tests
