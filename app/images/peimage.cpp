// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/peimage.h"

#include <QtEndian>

#include <openssl/err.h>
#include <openssl/pkcs7.h>
#include <openssl/x509.h>

#include <algorithm>
#include <memory>

namespace Benchboot {
namespace {

constexpr qsizetype peOffsetPlace = 0x3c;
constexpr qsizetype coffHeaderSize = 20;
constexpr qsizetype sectionHeaderSize = 40;
constexpr quint16 mostSections = 96; // the Windows loader's limit; real loaders have about ten
constexpr qsizetype certificateEntry = 4; // of the data directories
constexpr qsizetype mostCertificates = 8; // a file signed twice is the most that exists
constexpr qsizetype largestCertificate = 256 * 1024; // shim's is 9 KiB
constexpr quint16 pkcsSignedData = 2; // WIN_CERT_TYPE_PKCS_SIGNED_DATA

/// Reads little-endian numbers at places that the file itself names.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_bytes(bytes) { }

    [[nodiscard]] bool has(qsizetype place, qsizetype size) const
    {
        return place >= 0 && size >= 0 && place <= m_bytes.size() && size <= m_bytes.size() - place;
    }
    [[nodiscard]] QByteArrayView bytes(qsizetype place, qsizetype size) const
    {
        return has(place, size) ? m_bytes.sliced(place, size) : QByteArrayView();
    }
    template <typename T>
    [[nodiscard]] T number(qsizetype place) const ///< 0 beyond the end
    {
        return has(place, sizeof(T)) ? qFromLittleEndian<T>(m_bytes.data() + place) : T(0);
    }

private:
    QByteArrayView m_bytes;
};

/// Where the data directories begin in an optional header of this kind, after their count; 0: not a kind that is known.
qsizetype directoriesPlace(quint16 magic)
{
    constexpr quint16 pe32 = 0x10b;
    constexpr quint16 pe32Plus = 0x20b;
    return magic == pe32 ? 96 : magic == pe32Plus ? 112 : 0;
}

QByteArray sectionName(QByteArrayView raw)
{
    const auto end = raw.indexOf('\0');
    return (end < 0 ? raw : raw.first(end)).toByteArray();
}

QString commonName(const X509_NAME *name)
{
    const int index = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    const auto *entry = index < 0 ? nullptr : X509_NAME_get_entry(name, index);
    unsigned char *text = nullptr;
    const int size = entry ? ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(entry)) : -1;
    if (size < 0)
        return {};
    auto result = QString::fromUtf8(reinterpret_cast<const char *>(text), std::min(size, 200));
    OPENSSL_free(text);
    result.removeIf([](QChar c) { return !c.isPrint(); });
    return result;
}

/// The issuers of the certificates that one PKCS #7 structure is signed with.
QStringList issuersOf(QByteArrayView signature)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(signature.data());
    const std::unique_ptr<PKCS7, decltype(&PKCS7_free)> message(d2i_PKCS7(nullptr, &bytes, long(signature.size())),
                                                                &PKCS7_free);
    QStringList issuers;
    const auto *signers = message && PKCS7_type_is_signed(message.get()) ? PKCS7_get_signer_info(message.get()) : nullptr;
    for (int i = 0; signers && i < sk_PKCS7_SIGNER_INFO_num(signers); ++i) {
        const auto *signer = sk_PKCS7_SIGNER_INFO_value(signers, i);
        const auto name = signer->issuer_and_serial ? commonName(signer->issuer_and_serial->issuer) : QString();
        if (!name.isEmpty() && !issuers.contains(name))
            issuers.append(name);
    }
    ERR_clear_error(); // what a damaged structure left in this thread's queue
    return issuers;
}

} // namespace

std::optional<PeImage> parsePeImage(QByteArrayView file)
{
    const Reader reader(file);
    if (reader.bytes(0, 2) != "MZ")
        return std::nullopt;
    const qsizetype pe = reader.number<quint32>(peOffsetPlace);
    const qsizetype coff = pe + 4;
    if (reader.bytes(pe, 4) != QByteArrayView("PE\0\0", 4) || !reader.has(coff, coffHeaderSize))
        return std::nullopt;
    PeImage image{.machine = reader.number<quint16>(coff)};
    const qsizetype optional = coff + coffHeaderSize;
    const qsizetype optionalSize = reader.number<quint16>(coff + 16);
    if (!reader.has(optional, optionalSize))
        return std::nullopt;
    const qsizetype directories = directoriesPlace(reader.number<quint16>(optional));
    const qsizetype certificate = directories + certificateEntry * 8;
    const bool hasCertificate = directories > 0 && certificate + 8 <= optionalSize
        && reader.number<quint32>(optional + directories - 4) > quint32(certificateEntry);
    if (hasCertificate) {
        image.certificateOffset = reader.number<quint32>(optional + certificate);
        image.certificateSize = reader.number<quint32>(optional + certificate + 4);
    }
    const auto count = std::min(reader.number<quint16>(coff + 2), mostSections);
    for (int i = 0; i < count; ++i) {
        const qsizetype place = optional + optionalSize + i * sectionHeaderSize;
        if (!reader.has(place, sectionHeaderSize))
            return std::nullopt;
        image.sections.append({sectionName(reader.bytes(place, 8)), reader.number<quint32>(place + 20),
                               reader.number<quint32>(place + 16)});
    }
    return image;
}

QByteArrayView sectionOf(QByteArrayView file, const PeImage &image, QByteArrayView name)
{
    const auto found = std::ranges::find(image.sections, name, &PeImage::Section::name);
    return found == image.sections.end() ? QByteArrayView() : Reader(file).bytes(found->offset, found->size);
}

QStringList signatureIssuers(QByteArrayView file, const PeImage &image)
{
    // WIN_CERTIFICATE (UEFI specification §32.5.1): length of it all, revision, type, content; each begins at a multiple of 8.
    constexpr qsizetype headerSize = 8;
    const Reader table(Reader(file).bytes(image.certificateOffset, image.certificateSize));
    QStringList issuers;
    qsizetype place = 0;
    for (int i = 0; i < mostCertificates && table.has(place, headerSize); ++i) {
        const qsizetype length = table.number<quint32>(place);
        if (length < headerSize || !table.has(place, length) || length > largestCertificate)
            break;
        if (table.number<quint16>(place + 6) == pkcsSignedData)
            issuers += issuersOf(table.bytes(place + headerSize, length - headerSize));
        place += (length + 7) / 8 * 8;
    }
    return issuers;
}

} // namespace Benchboot
