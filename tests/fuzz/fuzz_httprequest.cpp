// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http/requestparser.h"
#include "protocol/http/response.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Benchboot;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// What everything behind the parser relies on.
void checkRequest(const Http::Request &request)
{
    require(request.path.startsWith('/') && !request.path.contains("/../") && !request.path.endsWith("/.."));
    require(std::ranges::none_of(request.path, [](char c) { return uchar(c) < 0x20 || c == '\\' || c == 0x7f; }));
    require(request.hostCount == 1 || (request.hostCount == 0 && request.versionMinor == 0));
    const Http::Validators current{"\"400-1-2\"", 784'111'777};
    for (const qint64 size : {qint64(0), qint64(1), qint64(1024), qint64(6'442'450'944)}) {
        const auto response = Http::respond(request, {.size = size, .validators = current}, current.lastModified);
        require(response.first >= 0 && response.length >= 0 && response.length <= size
                && response.first <= size - response.length);
        require(response.head.status != 206 || response.length > 0);
        require(Http::serialise(response.head).endsWith("\r\n\r\n"));
    }
}

} // namespace

/// Feeds the input in pieces, whose size the first byte says, as the requests of one connection.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const qsizetype piece = data[0] == 0 ? qsizetype(size) : data[0];
    QByteArrayView rest(data + 1, qsizetype(size) - 1);
    Http::RequestParser parser;
    while (!rest.isEmpty()) {
        const auto taken = parser.feed(rest.first(std::min(piece, rest.size())));
        require(taken >= 0 && taken <= std::min(piece, rest.size()));
        rest = rest.sliced(taken);
        if (parser.state() == Http::RequestParser::State::Refused) {
            require(parser.refusal().status >= 400 && !Http::reasonPhrase(parser.refusal().status).isEmpty());
            return 0;
        }
        if (parser.state() == Http::RequestParser::State::Complete) {
            checkRequest(parser.request());
            parser.reset();
        } else {
            require(taken > 0);
        }
    }
    return 0;
}
