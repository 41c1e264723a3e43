// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/tftpsession.h"

#include "services/datagrams.h"

#include <sys/epoll.h>

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// What is read at once of a file that is not in memory: some windows of the largest kind, so that the loop rarely waits for the disk.
constexpr qint64 pieceSize = 256 * 1024;
static_assert(pieceSize >= qint64(Tftp::maxWindowSize) * Tftp::maxBlockSize);
/// How long disk or network card may keep a transfer waiting.
constexpr qint64 stuckMs = 30'000;
/// Answers to packets from other ports; after that they are only ignored.
constexpr int maxStrangers = 16;

Tftp::ErrorPacket refusalFor(const Error &error)
{
    switch (error.code) {
    case Error::Code::NotFound:
        return {Tftp::ErrorCode::FileNotFound, "File not found"};
    case Error::Code::AccessDenied:
        return {Tftp::ErrorCode::AccessViolation, "Access denied"};
    default:
        return {Tftp::ErrorCode::NotDefined, "The server cannot read the file"};
    }
}

} // namespace

TftpSession::TftpSession(EventLoop &loop, TftpContentStore &store, TftpSocket socket, Endpoint client,
                         Tftp::Request request, int mtu, Finished finished)
    : m_loop(loop), m_store(store), m_socket(std::move(socket)), m_client(client), m_request(std::move(request)),
      m_mtu(mtu), m_finished(std::move(finished))
{
}

TftpSession::~TftpSession() { stop(); }

void TftpSession::start(const ServedFile &file, quint64 generation)
{
    m_loop.watch(m_socket.descriptor(), EPOLLIN, [weak = weak_from_this()](quint32 events) {
        if (const auto self = weak.lock())
            self->onReady(events);
    });
    setTimer(stuckMs, &TftpSession::onStuck);
    m_store.open(file, generation, [weak = weak_from_this()](const auto &opened) {
        if (const auto self = weak.lock())
            self->onOpened(opened);
    });
}

void TftpSession::stop()
{
    m_loop.cancelTimer(std::exchange(m_timer, 0));
    if (m_socket.isOpen()) {
        m_loop.unwatch(m_socket.descriptor());
        m_socket.close();
    }
}

void TftpSession::giveUp(const QString &reason) { finish({Event::Outcome::Aborted, reason}); }

bool TftpSession::isStalled() const { return m_transfer && m_transfer->isAnswered() && m_transfer->isStalled(); }

void TftpSession::onOpened(const Result<std::shared_ptr<const TftpContent>> &opened)
{
    if (!m_socket.isOpen())
        return;
    if (!opened) {
        m_socket.send(m_client, Tftp::serialise(refusalFor(opened.error())));
        finish({Event::Outcome::Failed, opened.error().detail});
        return;
    }
    m_content = *opened;
    m_transfer.emplace(Tftp::negotiate(m_request, m_content->size(), m_mtu), m_content->size());
    perform(m_transfer->start());
}

void TftpSession::onReady(quint32 events)
{
    if (events & EPOLLOUT) {
        m_awaitsRoom = false;
        m_loop.rewatch(m_socket.descriptor(), EPOLLIN);
        if (m_pending.count > 0)
            sendPending();
    }
    if (events & ~quint32(EPOLLOUT))
        receive();
}

void TftpSession::receive()
{
    // One a turn: as a rule there is no other, and asking would cost a call for each block. Where there is, the loop comes back.
    std::array<char, 1024> buffer;
    const auto datagram = receiveDatagram(m_socket.descriptor(), buffer);
    if (!datagram)
        return;
    const Endpoint source{datagram->source, datagram->sourcePort};
    if (source != m_client)
        refuseStranger(source, datagram->payload);
    else if (m_transfer)
        perform(m_transfer->onDatagram(datagram->payload));
}

void TftpSession::refuseStranger(const Endpoint &stranger, QByteArrayView datagram)
{
    // RFC 1350 §4: tell it and carry on. An ERROR is never answered with an ERROR, or two servers could keep each other busy for ever.
    if (stranger.port == 0 || Tftp::opcodeOf(datagram) == Tftp::Opcode::Error || m_strangers >= maxStrangers)
        return;
    ++m_strangers;
    m_socket.send(stranger,
                  Tftp::serialise(Tftp::ErrorPacket{Tftp::ErrorCode::UnknownTransferId, "Unknown transfer ID"}));
}

void TftpSession::perform(const Tftp::Actions &actions)
{
    for (const auto &action : actions) {
        if (const auto *packet = std::get_if<Tftp::SendPacket>(&action))
            m_socket.send(m_client, packet->packet);
        else if (const auto *blocks = std::get_if<Tftp::SendBlocks>(&action))
            m_pending = *blocks;
        else if (const auto *timer = std::get_if<Tftp::ArmTimer>(&action))
            m_retryMs = timer->ms;
        else
            return finish(std::get<Tftp::Finish>(action));
    }
    if (!actions.isEmpty())
        sendPending();
}

void TftpSession::sendPending()
{
    if (m_pending.count > 0) {
        const qint64 offset = m_transfer->offsetOf(m_pending.first);
        const qint64 wanted = qint64(m_pending.count) * m_transfer->parameters().blockSize;
        const auto bytes = loaded(offset, std::min(wanted, m_content->size() - offset));
        if (!bytes)
            load(offset);
        if (!bytes || !sendLoaded(*bytes))
            return setTimer(stuckMs, &TftpSession::onStuck);
    }
    setTimer(m_retryMs, &TftpSession::onRetryTimeout);
}

std::optional<QByteArrayView> TftpSession::loaded(qint64 offset, qint64 length) const
{
    if (m_content->isInMemory())
        return QByteArrayView(m_content->bytes()).sliced(offset, length);
    if (length == 0)
        return QByteArrayView();
    if (offset < m_pieceOffset || offset + length > m_pieceOffset + m_piece.size())
        return std::nullopt;
    return QByteArrayView(m_piece).sliced(offset - m_pieceOffset, length);
}

/// \return whether everything that was pending has left.
bool TftpSession::sendLoaded(QByteArrayView bytes)
{
    QVarLengthArray<TftpBlock, Tftp::maxWindowSize> blocks;
    qsizetype offset = 0;
    for (int i = 0; i < m_pending.count; ++i) {
        const qint64 number = m_pending.first + i;
        const int length = m_transfer->lengthOf(number);
        blocks.append({quint16(number), bytes.sliced(offset, length)});
        offset += length;
    }
    const auto sent = m_socket.sendBlocks(m_client, blocks);
    m_pending.first += qint64(sent);
    m_pending.count -= int(sent);
    if (m_pending.count > 0 && !std::exchange(m_awaitsRoom, true))
        m_loop.rewatch(m_socket.descriptor(), EPOLLIN | EPOLLOUT);
    return m_pending.count == 0;
}

void TftpSession::load(qint64 offset)
{
    if (std::exchange(m_reading, true))
        return;
    m_store.read(m_content, offset, pieceSize, [weak = weak_from_this(), offset](const auto &bytes) {
        if (const auto self = weak.lock())
            self->onRead(offset, bytes);
    });
}

void TftpSession::onRead(qint64 offset, const Result<QByteArray> &bytes)
{
    m_reading = false;
    if (!m_socket.isOpen())
        return;
    if (!bytes)
        return perform(m_transfer->onFailure(bytes.error().detail));
    m_piece = *bytes;
    m_pieceOffset = offset;
    sendPending();
}

/// Each block moves the deadline, nearly always to later: then the timer that runs is left alone, and looks again when it fires.
void TftpSession::setTimer(qint64 ms, void (TftpSession::*onTimeout)())
{
    m_onTimeout = onTimeout;
    m_deadlineMs = SystemClock().monotonicMs() + ms;
    if (m_timer != 0 && m_timerMs <= m_deadlineMs)
        return;
    m_loop.cancelTimer(m_timer);
    startTimer(ms);
}

void TftpSession::startTimer(qint64 ms)
{
    m_timerMs = m_deadlineMs;
    m_timer = m_loop.startTimer(ms, [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            self->onTimer();
    });
}

void TftpSession::onTimer()
{
    m_timer = 0;
    if (const qint64 left = m_deadlineMs - SystemClock().monotonicMs(); left > 0)
        startTimer(left);
    else
        (this->*m_onTimeout)();
}

void TftpSession::onRetryTimeout() { perform(m_transfer->onTimeout()); }

void TftpSession::onStuck()
{
    const auto reason = m_awaitsRoom ? u"the network card took no packets for %1 s"_s
                                     : u"the disk did not deliver the file within %1 s"_s;
    const auto detail = reason.arg(stuckMs / 1000);
    if (m_transfer)
        perform(m_transfer->onFailure(detail));
    else
        finish({Event::Outcome::Failed, detail});
}

void TftpSession::finish(const Tftp::Finish &finish)
{
    stop();
    Ending ending{.outcome = finish.outcome, .detail = finish.detail};
    if (m_transfer) {
        ending.bytes = m_transfer->bytesDelivered();
        ending.total = m_content->size();
        if (finish.outcome == Event::Outcome::Ok) {
            const auto &parameters = m_transfer->parameters();
            ending.detail = u"blksize %1, windowsize %2"_s.arg(parameters.blockSize).arg(parameters.windowSize);
            if (!finish.detail.isEmpty())
                ending.detail += u"; "_s + finish.detail;
        }
    }
    m_finished(ending);
}

} // namespace Benchboot
