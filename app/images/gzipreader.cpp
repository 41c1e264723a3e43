// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/gzipreader.h"

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr int gzipOnly = 16 + MAX_WBITS; // for inflateInit2(): expects a gzip header, and checks the trailer

} // namespace

GzipReader::GzipReader(std::function<std::span<const char>()> more) : m_more(std::move(more))
{
    if (::inflateInit2(&m_stream, gzipOnly) != Z_OK)
        qBadAlloc();
}

GzipReader::~GzipReader() { ::inflateEnd(&m_stream); }

bool GzipReader::refill()
{
    if (m_stream.avail_in > 0)
        return true;
    const auto bytes = m_more();
    // zlib reads only, whatever its type says.
    m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    m_stream.avail_in = uInt(bytes.size());
    return !bytes.empty();
}

/// Zeros behind a member are what tapes leave.
Result<bool> GzipReader::nextMember()
{
    while (refill()) {
        if (*m_stream.next_in == 0) {
            ++m_stream.next_in;
            --m_stream.avail_in;
            continue;
        }
        if (*m_stream.next_in != 0x1f)
            return fail(Error::Code::Malformed, u"something else follows behind its packed data"_s);
        ::inflateReset(&m_stream);
        return true;
    }
    return false;
}

Result<qsizetype> GzipReader::read(std::span<char> buffer)
{
    m_stream.next_out = reinterpret_cast<Bytef *>(buffer.data());
    m_stream.avail_out = uInt(buffer.size());
    while (m_stream.avail_out > 0) {
        if (!m_inMember) {
            const auto more = nextMember();
            if (!more)
                return std::unexpected(more.error());
            if (!*more)
                break;
            m_inMember = true;
        }
        if (!refill())
            return fail(Error::Code::Truncated, u"its packed data ends too early"_s);
        const auto state = ::inflate(&m_stream, Z_NO_FLUSH);
        if (state == Z_STREAM_END)
            m_inMember = false;
        else if (state != Z_OK && state != Z_BUF_ERROR)
            return fail(Error::Code::Malformed, u"its packed data cannot be read"_s);
    }
    return qsizetype(buffer.size() - m_stream.avail_out);
}

} // namespace Benchboot
