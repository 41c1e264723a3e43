// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/rehearsallink.h"

#include "services/datagrams.h"
#include "services/sockets.h"

#include <QDeadlineTimer>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QUrl>

#include <poll.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr int answerMs = 4000; // EDK2 waits as long for an OFFER
constexpr int repeatMs = 1000;
constexpr qint64 largestAnswer = 64 * 1024 * 1024; ///< bytes; a loader, not an image
constexpr qsizetype longestHead = 64 * 1024;

/// A UDP socket that talks to one port of our own services.
class Conversation
{
public:
    explicit Conversation(const NetworkCard &card) : m_card(card), m_socket(openUdpSocket(0)) { }

    [[nodiscard]] Result<void> send(quint16 port, const QByteArray &payload) const
    {
        if (!m_socket)
            return std::unexpected(m_socket.error());
        return sendDatagram(m_socket->get(), {m_card.index, m_card.address, m_card.address, port}, payload);
    }
    /// The next datagram from the service within \a limitMs; its bytes live until the next call.
    [[nodiscard]] std::optional<Datagram> receive(int limitMs)
    {
        const QDeadlineTimer deadline(limitMs);
        while (m_socket) {
            pollfd waiting{.fd = m_socket->get(), .events = POLLIN, .revents = 0};
            if (::poll(&waiting, 1, int(std::max<qint64>(0, deadline.remainingTime()))) <= 0)
                return std::nullopt;
            const auto datagram = receiveDatagram(m_socket->get(), m_buffer);
            if (datagram && datagram->source == m_card.address)
                return datagram;
        }
        return std::nullopt;
    }

private:
    const NetworkCard &m_card;
    Result<FileDescriptor> m_socket;
    std::array<char, 65536> m_buffer{};
};

/// One download: what EDK2 and iPXE do, without the retries that only real networks need.
class Download
{
public:
    Download(const NetworkCard &card, QList<Tftp::Option> asked) : m_conversation(card), m_asked(std::move(asked)) { }

    [[nodiscard]] Result<void> begin(quint16 port, const QByteArray &file)
    {
        return m_conversation.send(port, Tftp::serialise(Tftp::Request{false, file, Tftp::Mode::Octet, m_asked}));
    }
    [[nodiscard]] Result<qint64> size()
    {
        const auto packet = next();
        if (!packet)
            return std::unexpected(packet.error());
        const auto *accepted = std::get_if<Tftp::OptionAck>(&*packet);
        if (!accepted)
            return fail(Error::Code::Malformed, u"the server does not tell the file's size"_s);
        if (const auto taken = take(*accepted); !taken)
            return std::unexpected(taken.error());
        (void)send(Tftp::ErrorPacket{Tftp::ErrorCode::OptionsRefused, "User aborted the transfer"});
        return m_size;
    }
    [[nodiscard]] Result<QByteArray> whole()
    {
        QByteArray bytes;
        for (quint16 expected = 1;;) {
            const auto packet = next();
            if (!packet)
                return std::unexpected(packet.error());
            if (const auto *accepted = std::get_if<Tftp::OptionAck>(&*packet)) {
                if (const auto taken = take(*accepted); !taken)
                    return std::unexpected(taken.error());
                (void)send(Tftp::Ack{0});
                continue;
            }
            const auto *data = std::get_if<Tftp::Data>(&*packet);
            if (!data || data->block != expected)
                continue; // sent once more
            bytes += data->bytes;
            const bool last = data->bytes.size() < m_blockSize;
            if (last || ++m_inWindow >= m_window) {
                (void)send(Tftp::Ack{expected});
                m_inWindow = 0;
            }
            if (last)
                return checked(bytes);
            if (bytes.size() > largestAnswer)
                return fail(Error::Code::LimitExceeded, u"the file does not end"_s);
            ++expected; // 65535 is followed by 0
        }
    }

private:
    [[nodiscard]] Result<Tftp::Packet> next()
    {
        const auto datagram = m_conversation.receive(answerMs);
        if (!datagram)
            return fail(Error::Code::NotFound, u"nobody answered within %1 s"_s.arg(answerMs / 1000));
        m_port = datagram->sourcePort;
        auto packet = Tftp::parse(datagram->payload);
        if (packet && std::holds_alternative<Tftp::ErrorPacket>(*packet)) {
            const auto &error = std::get<Tftp::ErrorPacket>(*packet);
            return fail(Error::Code::NotFound,
                        u"the server says “%1” (%2)"_s.arg(QString::fromUtf8(error.message)).arg(int(error.code)));
        }
        return packet;
    }
    [[nodiscard]] Result<void> take(const Tftp::OptionAck &accepted)
    {
        for (const auto &option : accepted.options) {
            const auto isSame
                = [&option](const Tftp::Option &asked) { return asked.name.compare(option.name, Qt::CaseInsensitive) == 0; };
            if (std::ranges::none_of(m_asked, isSame)) // firmware breaks off here
                return fail(Error::Code::Malformed, u"the server accepts an option that was not asked for: %1"_s.arg(QString::fromLatin1(option.name)));
            const auto name = option.name.toLower();
            if (name == "blksize")
                m_blockSize = option.value.toLongLong();
            else if (name == "windowsize")
                m_window = option.value.toInt();
            else if (name == "tsize")
                m_size = option.value.toLongLong();
        }
        return {};
    }
    [[nodiscard]] Result<QByteArray> checked(const QByteArray &bytes) const
    {
        if (m_size >= 0 && m_size != bytes.size()) {
            return fail(Error::Code::Mismatch,
                        u"%1 bytes came, but the server had said %2"_s.arg(bytes.size()).arg(m_size));
        }
        return bytes;
    }
    [[nodiscard]] Result<void> send(const Tftp::Packet &packet) const
    {
        return m_conversation.send(m_port, Tftp::serialise(packet));
    }

    Conversation m_conversation;
    QList<Tftp::Option> m_asked;
    quint16 m_port = 0;
    qint64 m_size = -1;
    qint64 m_blockSize = 512;
    int m_window = 1;
    int m_inWindow = 0;
};

Result<FetchedAnswer> readHead(const QByteArray &head)
{
    const auto lines = head.split('\n');
    const auto words = lines.first().trimmed().split(' ');
    FetchedAnswer answer;
    answer.status = words.value(1).toInt();
    if (!head.startsWith("HTTP/1.1 ") || answer.status == 0)
        return fail(Error::Code::Malformed, u"the answer is not HTTP/1.1"_s);
    for (const auto &line : lines) {
        if (line.startsWith("Content-Length: ")) // this very case: boot loaders look for it
            answer.length = line.sliced(16).trimmed().toLongLong();
    }
    return answer;
}

} // namespace

Result<QByteArray> RehearsalLink::exchange(quint16 port, const QByteArray &request) const
{
    Conversation conversation(m_card);
    for (int waited = 0; waited < answerMs; waited += repeatMs) {
        if (const auto sent = conversation.send(port, request); !sent)
            return std::unexpected(sent.error());
        const auto datagram = conversation.receive(repeatMs);
        if (datagram && datagram->sourcePort == port)
            return datagram->payload.toByteArray();
    }
    return fail(Error::Code::NotFound, u"nobody answered on UDP %1 within %2 s"_s.arg(port).arg(answerMs / 1000));
}

Result<QByteArray> RehearsalLink::fetchByTftp(quint16 port, const QByteArray &file,
                                              const QList<Tftp::Option> &options) const
{
    Download download(m_card, options);
    return download.begin(port, file).and_then([&download] { return download.whole(); });
}

Result<qint64> RehearsalLink::probeByTftp(quint16 port, const QByteArray &file,
                                          const QList<Tftp::Option> &options) const
{
    Download download(m_card, options);
    return download.begin(port, file).and_then([&download] { return download.size(); });
}

Result<FetchedAnswer> RehearsalLink::fetchByHttp(const QByteArray &method, const QByteArray &url,
                                                 const QByteArray &fields)
{
    const QUrl parts = QUrl::fromEncoded(url);
    const auto pathAt = url.indexOf('/', 7); // behind "http://"
    if (parts.scheme() != u"http" || pathAt < 0)
        return fail(Error::Code::Malformed, u"“%1” is not an HTTP address"_s.arg(QString::fromLatin1(url)));
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(parts.host(), quint16(parts.port(80)));
    if (!socket.waitForConnected(answerMs))
        return fail(Error::Code::NotFound, u"no connection to %1: %2"_s.arg(parts.authority(), socket.errorString()));
    socket.write(method + ' ' + url.sliced(pathAt) + " HTTP/1.1\r\nHost: " + parts.authority().toLatin1()
                 + "\r\nUser-Agent: Benchboot self-check\r\nConnection: close\r\n" + fields + "\r\n");
    QByteArray received;
    const auto readMore = [&] {
        const bool more = socket.bytesAvailable() > 0 || socket.waitForReadyRead(answerMs);
        received += socket.readAll();
        return more;
    };
    while (!received.contains("\r\n\r\n")) {
        if (received.size() > longestHead || !readMore())
            return fail(Error::Code::NotFound, u"no answer to %1 %2"_s.arg(QString::fromLatin1(method), QString::fromLatin1(url)));
    }
    const auto bodyAt = received.indexOf("\r\n\r\n") + 4;
    auto answer = readHead(received.first(bodyAt));
    if (!answer || method == "HEAD")
        return answer;
    while (received.size() - bodyAt < std::min(answer->length, largestAnswer) && readMore()) { }
    answer->body = received.sliced(bodyAt);
    return answer;
}

} // namespace Benchboot
