// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/digest.h"

#include <openssl/evp.h>

#include <array>

namespace Benchboot {

void Digest::Free::operator()(evp_md_ctx_st *context) const { EVP_MD_CTX_free(context); }

Digest::Digest(const QString &type) : m_context(EVP_MD_CTX_new())
{
    const auto *method = EVP_get_digestbyname(type.toLatin1().constData());
    m_works = m_context && method && EVP_DigestInit_ex(m_context.get(), method, nullptr) == 1;
}

void Digest::add(QByteArrayView bytes)
{
    m_works = m_works && EVP_DigestUpdate(m_context.get(), bytes.data(), size_t(bytes.size())) == 1;
}

QString Digest::finish()
{
    std::array<uchar, EVP_MAX_MD_SIZE> value{};
    unsigned int size = 0;
    m_works = m_works && EVP_DigestFinal_ex(m_context.get(), value.data(), &size) == 1;
    if (!m_works)
        return {};
    m_works = false;
    return QString::fromLatin1(QByteArrayView(value.data(), qsizetype(size)).toByteArray().toHex());
}

} // namespace Benchboot
