// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "protocol/dhcp/knownclients.h"
#include "protocol/dhcp/message.h"
#include "protocol/servedlab.h"

#include <QByteArray>
#include <QCache>
#include <QSet>

#include <memory>
#include <optional>

namespace Benchboot::Dhcp {

/// Says what each client is offered, and learns from what the client makes of it.
///
/// Firmware repeats its DISCOVER until an address is offered, which takes many DHCP servers some seconds: two or three
/// offers in one boot are usual and prove nothing. An offer has failed only where the client took its address from the
/// site's DHCP server and nothing followed within `followUpMs`, or where it gave up after four DISCOVERs (PXE 2.1: at 0,
/// 4, 12 and 28 s) although a DHCP server was there. What once worked for the client must fail twice in a row. One
/// thread.
class OfferHistory
{
public:
    static constexpr qsizetype clientsRemembered = 4096;
    /// From the client's REQUEST to the site's DHCP server to its first request to us.
    static constexpr qint64 followUpMs = 20'000;
    /// How long after an offer what the client does still counts as following it.
    static constexpr qint64 offerHoldsMs = 120'000;
    static constexpr int discoversOfAttempt = 4;
    /// The longest pause between two DISCOVERs of an attempt is 32 s, give or take a second (PXE 2.1).
    static constexpr qint64 attemptPauseMs = 40'000;
    /// How long a DHCP server that was seen is taken to be there; the session looks for servers every ten minutes.
    static constexpr qint64 siteServerHoldsMs = 900'000;

    explicit OfferHistory(const Clock &clock) : m_clock(clock) { }

    /// What to answer the DISCOVER \a request with. Judges what the client was offered before.
    [[nodiscard]] OfferMethod onDiscover(const Message &request, const Client &client, const ServedLab &lab);
    /// The client of \a request, a DISCOVER, was sent what onDiscover() said.
    void onOffer(const Message &request, const Client &client);
    /// \a request came to the boot server, so that the offer worked. \return the method that it was made with
    [[nodiscard]] OfferMethod onBootRequest(const Message &request, const Client &client, const ServedLab &lab);
    /// \a request is iPXE's DISCOVER, so that the offer worked by which the firmware got it.
    void onIpxe(const Message &request);
    /// The client of \a request takes an address from the site's DHCP server.
    void onAddressTaken(const Message &request);
    /// A DHCP server of the site was seen, because some other client takes an address, or by an offer of its own.
    void onSiteServer() { m_siteServerMs = m_clock.monotonicMs(); }
    /// A TFTP or HTTP request came from \a address at \a timeMs (Clock::monotonicMs()). \return whether it is known whose
    /// address that is
    bool onFollowUp(Ipv4 address, qint64 timeMs);
    void onFollowUp(const QByteArray &hardwareKey, qint64 timeMs);

    /// Whether a client has taken an address and is still to follow its offer.
    [[nodiscard]] bool isWaiting() const { return !m_waiting.isEmpty(); }
    /// Judges all clients whose time is up. To be called every second or so while isWaiting().
    void judge(const ServedLab &lab);

    /// What was learnt and the sentence for the log, since the last call.
    struct News
    {
        Lesson lesson;
        Ipv4 address; ///< the client's, as far as is known
        QString sentence;
        bool changed
            = true; ///< false: the lesson changes nothing, because the method is pinned or gets a second chance
    };
    [[nodiscard]] QList<News> takeNews() { return std::exchange(m_news, {}); }
    [[nodiscard]] qsizetype clientCount() const { return m_states.count(); }

private:
    /// What the lab knew about a client.
    struct Basis
    {
        KnownClients::Pins pins;
        std::optional<KnownClients::Firmware> own;
    };
    struct State
    {
        QString mac;
        QString firmware;
        Client client;
        Basis basis;
        OfferMethod method; ///< for the next offer
        OfferMethod offered; ///< in the last offer
        bool works = false; ///< `method` has worked
        int failures = 0; ///< in a row
        bool followed = false; ///< the last offer
        int discovers = 0; ///< of this attempt
        quint32 transaction = 0; ///< of this attempt
        qint64 attemptMs = 0; ///< first DISCOVER of this attempt
        qint64 discoverMs = 0; ///< last one
        std::optional<qint64> offeredMs;
        std::optional<qint64> takenMs; ///< when it took an address, until that is judged
        Ipv4 address;
        Ipv4 siteServer;
    };

    [[nodiscard]] static Basis basisOf(const State &state, const ServedLab &lab);
    static void restart(State &state, const ServedLab &lab);
    void followClients(const ServedLab &lab);
    [[nodiscard]] State *currentState(const QByteArray &hardwareKey) const;
    State &stateFor(const Message &request, const Client &client, const ServedLab &lab);
    void countDiscover(State &state, quint32 transaction, const ServedLab &lab);
    void judgeAttempt(State &state, const ServedLab &lab);
    void judgeAddress(State &state, const ServedLab &lab);
    void failed(State &state, const QString &why, const ServedLab &lab);
    void followUp(const QByteArray &key, qint64 timeMs);
    void followed(State &state);
    void report(const State &state, bool works, bool changed, const QString &sentence);

    const Clock &m_clock;
    // The key of a state is the hardware address and the name of the firmware: one PC tries PXE, then HTTP Boot.
    QCache<QByteArray, State> m_states{clientsRemembered};
    QCache<QByteArray, QByteArray> m_current{clientsRemembered}; // hardware address → key of the last offer's state
    QCache<quint32, QByteArray> m_addresses{clientsRemembered}; // address → key
    QSet<QByteArray> m_waiting; // keys of those with takenMs
    std::optional<qint64> m_siteServerMs;
    std::shared_ptr<const KnownClients> m_clients; // the last that were seen
    QList<News> m_news;
};

} // namespace Benchboot::Dhcp
