// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/tftp/transfer.h"

#include <fuzzer/FuzzedDataProvider.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace Benchboot;
using namespace Benchboot::Tftp;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Follows a transfer and checks that each step keeps to the rules.
class Watcher
{
public:
    explicit Watcher(const Parameters &parameters, qint64 size) : m_size(size), transfer(parameters, size) { }

    void check(const Actions &actions)
    {
        require(!m_finished || actions.isEmpty());
        for (const auto &action : actions) {
            require(!m_finished);
            if (const auto *blocks = std::get_if<SendBlocks>(&action))
                checkRange(*blocks);
            else if (const auto *timer = std::get_if<ArmTimer>(&action))
                require(timer->ms > 0 && timer->ms <= 255'000);
            else if (std::holds_alternative<Finish>(action))
                m_finished = true;
        }
        require(m_finished == transfer.isFinished());
        require(transfer.bytesDelivered() >= m_delivered && transfer.bytesDelivered() <= m_size);
        m_delivered = transfer.bytesDelivered();
    }

private:
    void checkRange(const SendBlocks &blocks) const
    {
        const auto &parameters = transfer.parameters();
        require(blocks.first >= 1 && blocks.count >= 1 && blocks.count <= parameters.windowSize);
        const qint64 last = blocks.first + blocks.count - 1;
        require(last <= transfer.blockCount());
        for (qint64 number = blocks.first; number <= last; ++number) {
            const int length = transfer.lengthOf(number);
            require(number == transfer.blockCount() ? length < parameters.blockSize : length == parameters.blockSize);
            require(transfer.offsetOf(number) + length <= m_size);
        }
    }

    qint64 m_size;
    qint64 m_delivered = 0;
    bool m_finished = false;

public:
    Transfer transfer;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    FuzzedDataProvider input(data, size);
    Parameters parameters{.blockSize = input.ConsumeIntegralInRange(8, maxBlockSize),
                          .windowSize = input.ConsumeIntegralInRange(1, maxWindowSize),
                          .timeoutSeconds = input.ConsumeIntegralInRange(0, 255)};
    if (input.ConsumeBool())
        parameters.accepted.append(Option{"tsize", "0"});
    Watcher watcher(parameters, input.ConsumeIntegralInRange<qint64>(0, 2'000'000));
    watcher.check(watcher.transfer.start());
    quint16 acknowledged = 0;
    while (input.remaining_bytes() > 0) {
        switch (input.ConsumeIntegralInRange(0, 4)) {
        case 0: // near what has been acknowledged, so that the transfer gets on
            acknowledged = quint16(acknowledged + input.ConsumeIntegralInRange(-2, maxWindowSize + 1));
            watcher.check(watcher.transfer.onDatagram(serialise(Ack{acknowledged})));
            break;
        case 1:
            watcher.check(watcher.transfer.onDatagram(serialise(Ack{input.ConsumeIntegral<quint16>()})));
            break;
        case 2:
            watcher.check(watcher.transfer.onTimeout());
            break;
        case 3: {
            const auto bytes = input.ConsumeRandomLengthString(64);
            watcher.check(watcher.transfer.onDatagram(QByteArrayView(bytes.data(), qsizetype(bytes.size()))));
            break;
        }
        default:
            if (input.ConsumeIntegral<quint8>() == 0)
                watcher.check(watcher.transfer.onFailure(QStringLiteral("x")));
        }
    }
    // Silence ends every transfer.
    for (int i = 0; i < 12; ++i)
        watcher.check(watcher.transfer.onTimeout());
    require(watcher.transfer.isFinished());
    return 0;
}
