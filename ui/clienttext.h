// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/clienttracker.h"
#include "ui/widgets/semantic.h"

/// What the window says about a PC on the bench, in the user's language.
namespace Benchboot::ClientText {

[[nodiscard]] QString name(const BenchClient &client); ///< "Dell OptiPlex 7060", or "Unknown PC"
[[nodiscard]] QString stage(BootStage stage); ///< "Kernel", as below the stage track
[[nodiscard]] bool needsAttention(const BenchClient &client);
[[nodiscard]] Semantic::Role role(const BenchClient &client, qint64 nowMs);
/// What the PC is at, in a few words: the entry it boots, "In the menu", "Needs attention", …
[[nodiscard]] QString verdict(const BenchClient &client);
/// Delivered bytes of the file under way, "628 MB of 1.0 GB", "Up since 14:14", "Silent since 14:20", …
[[nodiscard]] QString progress(const BenchClient &client, qint64 nowMs);
[[nodiscard]] int percent(const BenchClient &client); ///< of the file under way; −1: unknown
[[nodiscard]] QString timeLeft(const BenchClient &client); ///< "7 s left"; empty while unknown
[[nodiscard]] QString elapsed(const BenchClient &client, qint64 nowMs); ///< since its boot began, "1:27"
/// All of it as one sentence, for screen readers.
[[nodiscard]] QString spoken(const BenchClient &client, qint64 nowMs);

/// The names of the PCs that are under way, each with what it boots.
[[nodiscard]] QStringList underWay(const QList<BenchClient> &clients, qint64 nowMs);

} // namespace Benchboot::ClientText
