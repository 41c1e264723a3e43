// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/tftp/filenames.h"
#include "protocol/tftp/negotiation.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// What is answered to any request must be within the ceilings, and only hold what was asked for.
void checkNegotiation(const Tftp::Request &request)
{
    const auto parameters = Tftp::negotiate(request, 1234, 1500);
    require(parameters.blockSize >= 8 && parameters.blockSize <= Tftp::maxBlockSize);
    require(parameters.windowSize >= 1 && parameters.windowSize <= Tftp::maxWindowSize);
    require(parameters.timeoutSeconds >= 0 && parameters.timeoutSeconds <= 255);
    require(parameters.accepted.size() <= request.options.size());
    for (const auto &option : parameters.accepted) {
        bool asked = false;
        for (const auto &wanted : request.options)
            asked = asked || wanted.name == option.name;
        require(asked);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Tftp::FileNames names({u"ipxe.efi"_s, u"Boot/BCD"_s});
    const QByteArrayView datagram(data, qsizetype(size));
    const auto packet = Tftp::parse(datagram);
    if (!packet)
        return 0;
    const auto *request = std::get_if<Tftp::Request>(&*packet);
    // An unknown mode is spelled anew and may be longer than the one that came; everything else that was read must survive.
    const auto bytes = Tftp::serialise(*packet);
    if (!request || bytes.size() <= Tftp::maxRequestSize) {
        const auto again = Tftp::parse(bytes);
        require(again && *again == *packet);
    }
    if (request) {
        checkNegotiation(*request);
        const auto found = names.find(request->file);
        require(found.isEmpty() || found == u"ipxe.efi" || found == u"Boot/BCD");
        (void)Tftp::usualAskerOf(request->file);
    }
    return 0;
}
