// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtEndian>

namespace Benchboot {

/// Numbers in little-endian order at fixed places of a structure, as file systems of PCs have them. What does not lie in the structure reads as
/// 0, so a structure that is cut short cannot lead past its end. Keeps a view of the bytes, which must outlive it.
class LittleEndian
{
public:
    explicit LittleEndian(QByteArrayView bytes) : m_bytes(bytes) { }

    [[nodiscard]] quint8 u8(qsizetype at) const { return number<quint8>(at); }
    [[nodiscard]] quint16 u16(qsizetype at) const { return number<quint16>(at); }
    [[nodiscard]] quint32 u32(qsizetype at) const { return number<quint32>(at); }
    [[nodiscard]] quint64 u64(qsizetype at) const { return number<quint64>(at); }
    /// The bytes [at, at + length) as far as they are there.
    [[nodiscard]] QByteArrayView bytes(qsizetype at, qsizetype length) const
    {
        if (at < 0 || length <= 0 || at >= m_bytes.size())
            return {};
        return m_bytes.sliced(at, qMin(length, m_bytes.size() - at));
    }

private:
    template <typename T>
    [[nodiscard]] T number(qsizetype at) const
    {
        if (at < 0 || m_bytes.size() - at < qsizetype(sizeof(T)))
            return 0;
        return qFromLittleEndian<T>(m_bytes.data() + at);
    }

    QByteArrayView m_bytes;
};

} // namespace Benchboot
