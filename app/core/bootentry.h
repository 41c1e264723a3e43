// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Benchboot {

/// The kinds of client firmware an entry can boot on.
enum class Firmware : quint8 {
    Bios = 1,
    EfiIa32 = 2,
    EfiX64 = 4,
    EfiArm64 = 8,
};
Q_DECLARE_FLAGS(Firmwares, Firmware)
Q_DECLARE_OPERATORS_FOR_FLAGS(Firmwares)

enum class BootMethod : quint8 {
    Kernel, ///< Linux-style kernel with initrds
    Memdisk, ///< an image loaded whole into memory by memdisk (BIOS)
    Wimboot, ///< Windows PE by wimboot
    Efi, ///< an EFI program that is chained
    Sanboot, ///< an image used as a block device over HTTP
    None, ///< recognised, but it cannot boot over HTTP; `reason` says why
};

/// A run of bytes of a file that holds (part of) another one.
struct Extent
{
    qint64 offset = 0; ///< from the start of the container, in bytes
    qint64 length = 0; ///< in bytes

    friend bool operator==(const Extent &, const Extent &) = default;
};

struct BootInitrd
{
    QString path; ///< relative to the image's folder
    QString injectAs; ///< absolute path inside the initramfs that iPXE wraps the file into; empty: an ordinary initrd
    quint32 mode = 0644; ///< permission bits of an injected file

    friend bool operator==(const BootInitrd &, const BootInitrd &) = default;
};

/// One way to boot an image: data, from which the iPXE script is written (protocol/ipxe/menuscript.h).
/// Of an image's entries the first is taken whose conditions (`firmware`, `cpuBits`, `whenOptions`) hold for the client.
struct BootEntry
{
    QString title; ///< for people, e.g. "SystemRescueCD 5.3.2, 64 bit"
    BootMethod method = BootMethod::Kernel;
    QString kernel; ///< kernel, EFI program or (memdisk, sanboot) image; relative to the image's folder
    QList<BootInitrd> initrds; ///< in the order they are loaded
    /// Kernel (or memdisk) arguments with placeholders: `${base}` is the URL of the image's folder with a closing slash, `${KEY}` an
    /// option's value. A word that holds a placeholder whose value is empty is left out. Other `${…}` are iPXE settings and stay.
    QString arguments;
    QString script; ///< literal iPXE instead of all the above (escape hatch of a recipe); empty as a rule
    Firmwares firmware;
    int cpuBits = 0; ///< 64: only on CPUs with long mode; 0: any
    QMap<QString, QString> whenOptions; ///< option key → value that it must have
    int memoryMiB = 0; ///< memory that the PC needs; 0: unknown
    QString reason; ///< why this method; for None: why not, and the way out

    friend bool operator==(const BootEntry &, const BootEntry &) = default;
};

/// A choice that the technician has for an image.
struct BootOption
{
    QString key; ///< [a-z][a-z0-9-]*
    QString label; ///< English, sentence case
    QStringList choices; ///< empty: free text
    QString defaultValue;

    friend bool operator==(const BootOption &, const BootOption &) = default;
};

/// A checksum that somebody gives for a file, and that was not compared yet.
struct ExpectedSum
{
    QString type; ///< "md5", "sha256", "sha512"
    QString hex; ///< lower case
    QString source; ///< name of the file that says so

    friend bool operator==(const ExpectedSum &, const ExpectedSum &) = default;
};

/// One file that the lab holds of an image.
struct ImageFile
{
    QString path; ///< relative to the image's folder, '/' between components, never "..", never absolute
    qint64 size = 0; ///< bytes
    QString sha256; ///< lower-case hex; empty until known
    QList<Extent> extents; ///< linked images: where it lies in the container; empty: extracted
    bool own = false; ///< made by the import: it lies in the image's folder even where the image is linked
    QList<ExpectedSum> expected = {}; ///< linked images, until their files are hashed: the system's own checksums

    friend bool operator==(const ImageFile &, const ImageFile &) = default;
};

/// What a recipe made of an image: everything that is stored of it in the lab and shown by `inspect`.
struct ImageFacts
{
    QString recipe; ///< id of the recipe ("systemrescuecd"), or of the fallback ("fallback-memdisk")
    QString name; ///< product, e.g. "SystemRescueCD"
    QString version; ///< empty if unknown
    QString edition; ///< "Cinnamon", "Server"; empty: none
    QString architecture; ///< what the kernels are made for: of "x86", "x86-64", "arm64", joined by "+"; empty: unknown
    QString language; ///< as the image writes it; empty: none or many
    QString label; ///< volume label
    QList<ImageFile> files; ///< what an import takes
    QList<BootEntry> entries;
    QList<BootOption> options;
    QStringList warnings; ///< English sentences
    QList<ExpectedSum> imageSums = {}; ///< linked images, until that is hashed: checksums of the image file as a whole

    friend bool operator==(const ImageFacts &, const ImageFacts &) = default;
};

/// Whether iPXE takes \a word of a line for what it is: no operator ("||", "&&"), comment ('#' first), expansion ('$') or joined line ('\' last).
[[nodiscard]] bool isSafeOptionWord(QStringView word);
/// Whether \a value can be an option's value: safe words and white space, no control characters.
[[nodiscard]] bool isSafeOptionValue(const QString &value);

[[nodiscard]] QString methodName(BootMethod method); ///< "kernel", "memdisk", "wimboot", "efi", "sanboot", "none"
[[nodiscard]] QStringList
firmwareNames(Firmwares firmware); ///< "bios", "efi-ia32", "efi-x64", "efi-arm64", in this order

/// JSON as stored in lab.json and passed between import worker and parent. Unknown keys are ignored, wrong types become defaults.
[[nodiscard]] QJsonObject toJson(const ImageFacts &facts);
[[nodiscard]] QJsonArray toJson(const QList<ExpectedSum> &sums);
[[nodiscard]] QList<ExpectedSum> sumsFromJson(const QJsonArray &array);
[[nodiscard]] ImageFacts imageFactsFromJson(const QJsonObject &object);

} // namespace Benchboot
