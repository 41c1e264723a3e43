// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/dhcp/offerhistory.h"

#include "protocol/dhcp/bootfile.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace Benchboot::Dhcp {
namespace {

/// Lessons wait for somebody who takes them after each datagram.
constexpr qsizetype mostNews = 1024;

QByteArray keyOf(const Message &request, const Client &client)
{
    return hardwareKey(request) + '/' + firmwareName(client).toLatin1();
}

/// What \a client may be given, in the order in which it is tried: the loader that is pinned, if any.
QStringList candidates(const Client &client, const KnownClients::Pins &pins, const ServedLab &lab)
{
    return canLoad(client, pins.loader, lab) ? QStringList{pins.loader} : loadersFor(client, lab);
}

/// \a method with a loader out of \a loaders.
OfferMethod withLoader(OfferMethod method, const QStringList &loaders)
{
    if (!loaders.contains(method.loader))
        method.loader = loaders.value(0);
    return method;
}

/// The method after \a method; \a method itself where there is none, or none with the form that is pinned.
OfferMethod nextWithin(const OfferMethod &method, const Client &client, const QStringList &loaders,
                       std::optional<OfferForm> pinnedForm)
{
    if (loaders.isEmpty())
        return method;
    auto next = nextMethod(method, client, loaders);
    while (hasForms(client) && pinnedForm && next.form != *pinnedForm) // one of three is
        next = nextMethod(next, client, loaders);
    return next;
}

} // namespace

OfferMethod OfferHistory::onDiscover(const Message &request, const Client &client, const ServedLab &lab)
{
    followClients(lab);
    if (loadersFor(client, lab).isEmpty())
        return {usualForm(client), {}};
    auto &state = stateFor(request, client, lab);
    countDiscover(state, request.transaction, lab);
    return state.method;
}

void OfferHistory::onOffer(const Message &request, const Client &client)
{
    const auto key = keyOf(request, client);
    auto *state = m_states.object(key);
    if (!state)
        return;
    state->offered = state->method;
    state->offeredMs = m_clock.monotonicMs();
    state->followed = false;
    m_current.insert(hardwareKey(request), new QByteArray(key));
}

OfferMethod OfferHistory::onBootRequest(const Message &request, const Client &client, const ServedLab &lab)
{
    followClients(lab);
    // By the hardware address alone: some ROMs say less about themselves here than in their DISCOVER.
    if (auto *state = currentState(hardwareKey(request))) {
        if (!request.clientAddress.isNull())
            state->address = request.clientAddress;
        const auto method = state->offered;
        onFollowUp(hardwareKey(request), m_clock.monotonicMs());
        return method;
    }
    // The offer was made before this Benchboot was started, or is forgotten.
    State unknown{.mac = macOf(request), .firmware = firmwareName(client), .client = client};
    restart(unknown, lab);
    return unknown.method;
}

void OfferHistory::onIpxe(const Message &request) { onFollowUp(hardwareKey(request), m_clock.monotonicMs()); }

void OfferHistory::onAddressTaken(const Message &request)
{
    onSiteServer();
    auto *state = currentState(hardwareKey(request));
    const qint64 now = m_clock.monotonicMs();
    if (!state || state->followed || now - *state->offeredMs > offerHoldsMs)
        return;
    const auto &key = *m_current.object(hardwareKey(request));
    state->siteServer = addressOption(request, OptionCode::ServerIdentifier);
    state->address = addressOption(request, OptionCode::RequestedAddress);
    state->discovers = 0;
    if (!state->address.isNull())
        m_addresses.insert(state->address.value, new QByteArray(key));
    if (!state->takenMs) // the first one counts: a client may ask again and again
        state->takenMs = now;
    m_waiting.insert(key);
}

bool OfferHistory::onFollowUp(Ipv4 address, qint64 timeMs)
{
    const auto *key = m_addresses.object(address.value);
    if (key)
        followUp(*key, timeMs);
    return key;
}

void OfferHistory::onFollowUp(const QByteArray &hardwareKey, qint64 timeMs)
{
    if (const auto *key = m_current.object(hardwareKey))
        followUp(*key, timeMs);
}

void OfferHistory::followUp(const QByteArray &key, qint64 timeMs)
{
    auto *state = m_states.object(key);
    if (!state || !state->offeredMs || timeMs < *state->offeredMs || timeMs - *state->offeredMs > offerHoldsMs)
        return;
    m_waiting.remove(key);
    followed(*state);
}

/// The state of the last offer to a client; null where it had none.
OfferHistory::State *OfferHistory::currentState(const QByteArray &hardwareKey) const
{
    const auto *key = m_current.object(hardwareKey);
    auto *state = key ? m_states.object(*key) : nullptr;
    return state && state->offeredMs ? state : nullptr;
}

void OfferHistory::judge(const ServedLab &lab)
{
    followClients(lab);
    const auto waiting = m_waiting;
    for (const auto &key : waiting) {
        if (auto *state = m_states.object(key))
            judgeAddress(*state, lab);
        if (const auto *state = m_states.object(key); !state || !state->takenMs)
            m_waiting.remove(key);
    }
}

OfferHistory::Basis OfferHistory::basisOf(const State &state, const ServedLab &lab)
{
    const auto *known = lab.clients ? lab.clients->client(state.mac) : nullptr;
    if (!known)
        return {};
    const auto *own = known->firmware(state.firmware);
    return {known->pins, own ? std::optional(*own) : std::nullopt};
}

/// Begins with what the lab knows: of this client, else of its sort of firmware.
void OfferHistory::restart(State &state, const ServedLab &lab)
{
    state = {.mac = state.mac, .firmware = state.firmware, .client = state.client};
    state.basis = basisOf(state, lab);
    OfferMethod method{usualForm(state.client), {}};
    if (const auto &own = state.basis.own)
        method = own->method;
    else if (const auto *proven = lab.clients ? lab.clients->proven(state.firmware) : nullptr)
        method = proven->method;
    if (hasForms(state.client))
        method.form = state.basis.pins.form.value_or(method.form);
    state.method = withLoader(method, candidates(state.client, state.basis.pins, lab));
    state.works = state.basis.own && state.basis.own->works && state.basis.own->method == state.method;
}

/// Where the technician pinned or reset clients, what was going on with them is void.
void OfferHistory::followClients(const ServedLab &lab)
{
    if (lab.clients == m_clients)
        return;
    m_clients = lab.clients;
    for (const auto &key : m_states.keys()) {
        auto &state = *m_states.object(key);
        auto basis = basisOf(state, lab);
        const bool ownLesson = basis.own && basis.own->method == state.method;
        if (basis.pins == state.basis.pins && (basis.own == state.basis.own || ownLesson)) {
            state.basis = std::move(basis);
            continue;
        }
        restart(state, lab);
        m_waiting.remove(key);
    }
}

OfferHistory::State &OfferHistory::stateFor(const Message &request, const Client &client, const ServedLab &lab)
{
    const auto key = keyOf(request, client);
    if (auto *known = m_states.object(key)) {
        known->method = withLoader(known->method, candidates(client, known->basis.pins, lab));
        return *known;
    }
    auto fresh
        = std::make_unique<State>(State{.mac = macOf(request), .firmware = firmwareName(client), .client = client});
    restart(*fresh, lab);
    auto &state = *fresh;
    m_states.insert(key, fresh.release());
    return state;
}

void OfferHistory::countDiscover(State &state, quint32 transaction, const ServedLab &lab)
{
    const qint64 now = m_clock.monotonicMs();
    judgeAddress(state, lab);
    const bool first = state.discovers == 0;
    const bool over = state.discovers >= discoversOfAttempt || transaction != state.transaction
        || now - state.discoverMs > attemptPauseMs;
    if (!first && over)
        judgeAttempt(state, lab);
    if (first || over) {
        state.discovers = 0;
        state.attemptMs = now;
        state.transaction = transaction;
    }
    ++state.discovers;
    state.discoverMs = now;
}

/// An attempt is over in which the client took no address.
void OfferHistory::judgeAttempt(State &state, const ServedLab &lab)
{
    const bool whole = state.discovers >= discoversOfAttempt && state.offeredMs && !state.followed && !state.takenMs;
    // Whoever came back only after the last DISCOVER may not have been there in time.
    const bool siteServerThere = m_siteServerMs && *m_siteServerMs <= state.discoverMs
        && state.attemptMs - *m_siteServerMs <= siteServerHoldsMs;
    if (whole && siteServerThere)
        failed(state, u"it asked four times and took no address, although a DHCP server is there"_s, lab);
}

void OfferHistory::judgeAddress(State &state, const ServedLab &lab)
{
    if (!state.takenMs || m_clock.monotonicMs() - *state.takenMs < followUpMs)
        return;
    failed(state,
           u"it took its address from %1 and asked us for nothing within %2 s"_s.arg(state.siteServer.toString())
               .arg(followUpMs / 1000),
           lab);
}

void OfferHistory::failed(State &state, const QString &why, const ServedLab &lab)
{
    state.takenMs.reset();
    state.discovers = 0;
    if (state.offered != state.method)
        return; // given up already
    ++state.failures;
    const auto offered = toString(state.offered, state.client);
    if (state.works && state.failures == 1)
        return report(state, true, false,
                      u"%1: %2 failed, but worked before; it is tried once more"_s.arg(why, offered));
    const auto loaders = candidates(state.client, state.basis.pins, lab);
    const auto next = nextWithin(state.method, state.client, loaders, state.basis.pins.form);
    if (next == state.method)
        return report(state, state.works, false,
                      u"%1: %2 failed; it stays, because nothing else is to be tried"_s.arg(why, offered));
    state.method = next;
    state.works = false;
    state.failures = 0;
    report(state, false, true, u"%1: %2 failed; next is %3"_s.arg(why, offered, toString(next, state.client)));
}

/// The client came back after its last offer. Even where that had been given up in the meantime, it works.
void OfferHistory::followed(State &state)
{
    state.takenMs.reset();
    state.discovers = 0;
    state.failures = 0;
    state.followed = true;
    const bool known = state.works && state.method == state.offered;
    state.method = state.offered;
    state.works = true;
    if (!known)
        report(state, true, true, u"it boots from %1; this is remembered"_s.arg(toString(state.method, state.client)));
}

void OfferHistory::report(const State &state, bool works, bool changed, const QString &sentence)
{
    if (m_news.size() < mostNews)
        m_news.append(
            {{state.mac, state.firmware, state.method, works, m_clock.wallMs()}, state.address, sentence, changed});
}

} // namespace Benchboot::Dhcp
