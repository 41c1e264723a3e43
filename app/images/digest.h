// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>

struct evp_md_ctx_st;

namespace Benchboot {

/// A running checksum, by OpenSSL (which uses the CPU's SHA instructions).
class Digest
{
public:
    explicit Digest(const QString &type); ///< "md5", "sha256" or "sha512"

    void add(QByteArrayView bytes);
    [[nodiscard]] QString
    finish(); ///< lower-case hex; empty if OpenSSL does not offer the type (FIPS machines have no MD5)

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
    bool m_works = false;
};

} // namespace Benchboot
