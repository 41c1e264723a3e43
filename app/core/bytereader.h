// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtEndian>

#include <optional>

namespace Benchboot {

/// Walks over bytes and cannot run past their end: every read answers nothing where too few are left, and moves nothing then.
/// Keeps a view of the input, which must outlive the reader. Not thread-safe.
class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes) : m_bytes(bytes) { }

    [[nodiscard]] qsizetype position() const { return m_position; }
    [[nodiscard]] qsizetype remaining() const { return m_bytes.size() - m_position; }
    [[nodiscard]] bool atEnd() const { return remaining() == 0; }

    [[nodiscard]] std::optional<QByteArrayView> bytes(qsizetype count)
    {
        if (count < 0 || count > remaining())
            return std::nullopt;
        const auto part = m_bytes.sliced(m_position, count);
        m_position += count;
        return part;
    }
    /// Bytes up to the next NUL, which is consumed and not part of the answer; nothing where no NUL follows.
    [[nodiscard]] std::optional<QByteArrayView> untilNul()
    {
        const auto end = m_bytes.sliced(m_position).indexOf('\0');
        if (end < 0)
            return std::nullopt;
        const auto part = m_bytes.sliced(m_position, end);
        m_position += end + 1;
        return part;
    }
    [[nodiscard]] std::optional<quint8> u8() { return number<quint8>(); }
    [[nodiscard]] std::optional<quint16> u16() { return number<quint16>(); } ///< network byte order
    [[nodiscard]] std::optional<quint32> u32() { return number<quint32>(); } ///< network byte order

private:
    template <typename T>
    std::optional<T> number()
    {
        const auto part = bytes(sizeof(T));
        if (!part)
            return std::nullopt;
        return qFromBigEndian<T>(part->data());
    }

    QByteArrayView m_bytes;
    qsizetype m_position = 0;
};

/// Appends numbers in network byte order to a byte array.
class ByteWriter
{
public:
    ByteWriter &u8(quint8 value) { return number(value); }
    ByteWriter &u16(quint16 value) { return number(value); }
    ByteWriter &u32(quint32 value) { return number(value); }
    ByteWriter &bytes(QByteArrayView value)
    {
        m_bytes.append(value);
        return *this;
    }
    ByteWriter &zeros(qsizetype count)
    {
        m_bytes.append(count, '\0');
        return *this;
    }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    template <typename T>
    ByteWriter &number(T value)
    {
        const T big = qToBigEndian(value);
        m_bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
        return *this;
    }

    QByteArray m_bytes;
};

} // namespace Benchboot
