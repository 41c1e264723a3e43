// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/event.h"
#include "protocol/tftp/transfer.h"
#include "services/eventloop.h"
#include "services/tftpcontent.h"
#include "services/tftpsocket.h"

#include <functional>
#include <memory>
#include <optional>

namespace Benchboot {

/// One transfer: joins the state machine of protocol/tftp with its socket, its timers and the file's bytes. Belongs to the loop's thread; held
/// by a shared pointer, of which callbacks keep a copy while they run.
class TftpSession : public std::enable_shared_from_this<TftpSession>
{
public:
    struct Ending
    {
        Event::Outcome outcome = Event::Outcome::Ok;
        QString detail; ///< for people
        qint64 bytes = 0; ///< delivered
        qint64 total = -1;
    };
    using Finished = std::function<void(const Ending &)>;

    /// \param mtu  of the card, in bytes.
    /// \param finished  called once, unless stop() comes first.
    TftpSession(EventLoop &loop, TftpContentStore &store, TftpSocket socket, Endpoint client, Tftp::Request request,
                int mtu, Finished finished);
    ~TftpSession();
    Q_DISABLE_COPY_MOVE(TftpSession)

    void start(const ServedFile &file, quint64 generation);
    void giveUp(const QString &reason); ///< ends it as Aborted, without a word to the client
    void stop(); ///< closes the socket; nothing is called after it

    [[nodiscard]] const Tftp::Request &request() const { return m_request; }
    /// The client has acknowledged something before and been silent since: it may have been restarted.
    [[nodiscard]] bool isStalled() const;

private:
    void onOpened(const Result<std::shared_ptr<const TftpContent>> &opened);
    void onReady(quint32 events);
    void receive();
    void refuseStranger(const Endpoint &stranger, QByteArrayView datagram);
    void perform(const Tftp::Actions &actions);
    void sendPending();
    [[nodiscard]] std::optional<QByteArrayView> loaded(qint64 offset, qint64 length) const;
    [[nodiscard]] bool sendLoaded(QByteArrayView bytes);
    void load(qint64 offset);
    void onRead(qint64 offset, const Result<QByteArray> &bytes);
    void setTimer(qint64 ms, void (TftpSession::*onTimeout)());
    void startTimer(qint64 ms);
    void onTimer();
    void onRetryTimeout();
    void onStuck();
    void finish(const Tftp::Finish &finish);

    EventLoop &m_loop;
    TftpContentStore &m_store;
    TftpSocket m_socket;
    Endpoint m_client;
    Tftp::Request m_request;
    int m_mtu;
    Finished m_finished;
    std::shared_ptr<const TftpContent> m_content;
    std::optional<Tftp::Transfer> m_transfer;

    Tftp::SendBlocks m_pending; // what is still to be sent of the last range; count 0: nothing
    qint64 m_retryMs = 0; // timer to start once it has been sent
    QByteArray m_piece; // of a file that is not in memory
    qint64 m_pieceOffset = 0;
    bool m_reading = false;
    bool m_awaitsRoom = false; // in the socket's buffer
    int m_strangers = 0;
    EventLoop::TimerId m_timer = 0;
    qint64 m_timerMs = 0; // when it fires
    qint64 m_deadlineMs = 0; // when m_onTimeout is due: then or later
    void (TftpSession::*m_onTimeout)() = nullptr;
};

} // namespace Benchboot
