// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QStringList>

#include <optional>

namespace Benchboot {

/// What the headers of an EFI program say (Microsoft PE format; UEFI specification §2.1.1). A value; nothing in it is trusted to lie in the file.
struct PeImage
{
    struct Section
    {
        QByteArray name; ///< ".sbat"; up to 8 bytes
        quint32 offset = 0; ///< in the file, bytes
        quint32 size = 0; ///< in the file, bytes

        friend bool operator==(const Section &, const Section &) = default;
    };
    quint16 machine = 0; ///< 0x8664 x64, 0x14c IA32, 0xaa64 ARM64, …
    QList<Section> sections; ///< 96 at most, as in the format
    quint32 certificateOffset = 0; ///< of the attribute certificate table in the file; 0: none
    quint32 certificateSize = 0;

    friend bool operator==(const PeImage &, const PeImage &) = default;
};

/// \param file  the whole file, or at least its headers
/// \return nothing where \a file is no PE program, or its headers are cut short.
[[nodiscard]] std::optional<PeImage> parsePeImage(QByteArrayView file);

/// The bytes of the section \a name; empty where there is none or it does not lie in \a file.
[[nodiscard]] QByteArrayView sectionOf(QByteArrayView file, const PeImage &image, QByteArrayView name);

/// Who issued the certificates that \a file says to be signed with (Authenticode): common names, one per signature, e.g. "Microsoft
/// Corporation UEFI CA 2011". Firmware holds the issuer's certificate, so this tells which PCs start the file under Secure Boot. It is what
/// the file claims: nothing is verified here. Empty where it is not signed, or the signatures cannot be read.
[[nodiscard]] QStringList signatureIssuers(QByteArrayView file, const PeImage &image);

} // namespace Benchboot
