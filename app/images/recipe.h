// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bootentry.h"

#include <QRegularExpression>

namespace Benchboot {

// A recipe as read from its TOML file; resources/recipes/README.md explains every key.

/// Text that must be found in the first MiB of a file.
struct RecipeText
{
    QString file; ///< glob; "@image": the image itself
    QRegularExpression matches;
};

/// One way to know the system: all of it must hold.
struct RecipeMatch
{
    QStringList files; ///< globs; each must fit a file
    QStringList any; ///< globs; one of them must fit a file
    QStringList none; ///< globs; none may fit a file
    QRegularExpression label; ///< of the volume label; empty pattern: any label
    QList<RecipeText> text;
    bool bare = false; ///< the image is a single kernel or EFI program

    /// How much it asks for: of two recipes with the same priority the one that asks for more wins.
    [[nodiscard]] int conditions() const
    {
        return int(files.size() + none.size() + text.size()) + !any.isEmpty() + !label.pattern().isEmpty() + bare;
    }
};

/// One place where the version (or product, edition, language) may stand.
struct RecipePlace
{
    QString file; ///< glob: search its first MiB; empty: search `inLabel`, else all paths
    bool inLabel = false;
    QRegularExpression matches; ///< the first group is what is looked for
    QString format; ///< "\1.\2": puts groups together; empty: the first group
};

/// A checksum file of the system, compared with the data at import.
struct RecipeCheck
{
    QString type; ///< "md5", "sha256", "sha512"
    QString sums; ///< glob of the file with "HASH  NAME" lines
    QString file; ///< glob of the file to check
};

/// Memory that the PC needs: base + kernel + 2 × initrds + times × files.
struct RecipeMemory
{
    int baseMiB = 512;
    double times = 1;
    QStringList files; ///< globs
};

struct RecipeInitrd
{
    QString file; ///< glob; `{1}` stands for what the kernel's first `*` is, `{2}` for its second
    QString overlay; ///< instead: the folder below overlays/ whose files are packed into an initramfs of our own
    bool optional = false;
    QString injectAs; ///< as BootInitrd
    quint32 mode = 0644;
};

/// Words of the kernel command line.
struct RecipeArgument
{
    QString text;
    QString ifFile; ///< glob; only where it fits a file
};

struct RecipeEntry
{
    QString title; ///< follows name and version: "64 bit"
    BootMethod method = BootMethod::Kernel;
    QString kernel; ///< glob; "@image": the image itself; "@boot": the disk that BIOSes emulate
    QStringList files; ///< globs; the entry needs and takes all that fits, and is left out where nothing does
    QStringList none; ///< globs; the entry is left out where one of them fits
    QList<RecipeInitrd> initrds;
    QList<RecipeArgument> arguments; ///< follow the recipe's
    QString script;
    Firmwares firmware; ///< empty: whatever the kernel's own header says
    int cpuBits = 0; ///< 0: whatever the kernel's own header says
    QMap<QString, QString> whenOptions;
    QString each; ///< key of an option: one entry for every file that `kernel` fits, which the option offers by its name; empty: one entry
    QString reason;
};

struct Recipe
{
    QString id; ///< [a-z0-9][a-z0-9-]*
    QString name;
    QString file; ///< where it was read from
    int priority = 50; ///< of two recipes that fit the higher one wins
    QList<RecipeMatch> recognise; ///< one of them must hold
    // Of each list the first place that has something counts.
    QList<RecipePlace> product; ///< the system's name; `name` where none has it
    QList<RecipePlace> version;
    QList<RecipePlace> edition;
    QList<RecipePlace> language;
    QStringList take; ///< globs; each must fit at least one file
    QStringList takeOptional;
    QList<BootOption> options;
    QList<RecipeCheck> checks;
    RecipeMemory memory;
    QList<RecipeArgument> arguments; ///< of every entry, before its own
    QList<RecipeArgument> notes; ///< English sentences for the technician
    QList<RecipeEntry> entries;
};

/// What is wrong with a recipe file.
struct RecipeProblem
{
    QString file;
    int line = 0; ///< from 1; 0: the whole file
    QString field; ///< "entries[2].kernel"; empty: the file as such
    QString message; ///< English, no stop

    [[nodiscard]] QString toString() const; ///< "FILE:LINE: FIELD: MESSAGE"
    friend bool operator==(const RecipeProblem &, const RecipeProblem &) = default;
};

} // namespace Benchboot
