// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowcounts.h"

#include "session/importqueue.h"
#include "session/session.h"
#include "ui/models/clientmodel.h"
#include "ui/models/railmodel.h"
#include "ui/servicecontroller.h"
#include "ui/widgets/statusline.h"

#include <QStorageInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

enum { BenchPlace, ImagesPlace }; ///< rows of the rail

QString runningText(const Session &session)
{
    QStringList cards;
    for (const auto &card : session.network().cards)
        cards.append(u"%1, %2"_s.arg(card.name, card.address.toString()));
    //: Shown while a network card is unplugged
    return cards.isEmpty() ? WindowCounts::tr("Waiting for %1").arg(session.choice().cards.join(u", "_s))
                           : WindowCounts::tr("Running on %1").arg(cards.join(u"; "_s));
}

} // namespace

WindowCounts::WindowCounts(const UiContext &context, const ClientModel &clients, RailModel &places, StatusLine &status,
                           QObject *parent)
    : QObject(parent), m_context(context), m_clients(clients), m_places(places), m_status(status)
{
    m_spaceTimer.setInterval(5000);
    connect(&m_spaceTimer, &QTimer::timeout, this, &WindowCounts::showSpace);
    m_spaceTimer.start();
    m_countTimer.setInterval(250);
    m_countTimer.setSingleShot(true);
    connect(&m_countTimer, &QTimer::timeout, this, &WindowCounts::showCounts);
    const auto countSoon = [this] {
        if (!m_countTimer.isActive())
            m_countTimer.start();
    };
    connect(&m_context.services, &ServiceController::stateChanged, this, &WindowCounts::showServices);
    connect(&m_context.session, &Session::networkChanged, this, &WindowCounts::showServices);
    connect(&m_clients, &QAbstractItemModel::rowsInserted, this, countSoon);
    connect(&m_clients, &QAbstractItemModel::rowsRemoved, this, countSoon);
    connect(&m_clients, &QAbstractItemModel::dataChanged, this, countSoon);
    connect(&m_context.imports, &ImportQueue::itemAdded, this, countSoon);
    connect(&m_context.imports, &ImportQueue::itemChanged, this, countSoon);
    connect(&m_context.imports, &ImportQueue::itemRemoved, this, countSoon);
    showServices();
    showCounts();
    showSpace();
}

void WindowCounts::showServices()
{
    using enum ServiceController::State;
    const auto &session = m_context.session;
    switch (m_context.services.state()) {
    case Stopped:
        m_status.setService(Semantic::Role::Idle, tr("Stopped"));
        break;
    case Starting:
        m_status.setService(Semantic::Role::Working, tr("Starting…"));
        break;
    case Running:
        m_status.setService(session.network().cards.isEmpty() ? Semantic::Role::Warning : Semantic::Role::Ok,
                            runningText(session));
        break;
    case Failed:
        m_status.setService(Semantic::Role::Failed, tr("The services could not start"));
        break;
    }
}

void WindowCounts::showCounts()
{
    const auto pcs = m_clients.rowCount();
    const auto attention = m_clients.attentionCount();
    const auto imports = m_context.imports.underWay();
    auto spoken = pcs > 0 ? tr("%n PC(s)", nullptr, pcs) : QString();
    if (attention > 0)
        spoken += u", "_s + tr("%n need(s) attention", nullptr, attention);
    m_places.setCount(BenchPlace, pcs, attention > 0 ? Semantic::Role::Warning : Semantic::Role::Ok, spoken);
    m_places.setCount(ImagesPlace, imports, Semantic::Role::Working,
                      imports > 0 ? tr("%n import(s)", nullptr, imports) : QString());
    m_status.setAttention(attention);
    m_status.setRate(m_clients.bytesPerSecond());
    m_status.setImports(imports);
}

void WindowCounts::showSpace()
{
    const QStorageInfo storage(m_context.session.store().folder());
    m_status.setFreeSpace(storage.isValid() ? storage.bytesAvailable() : -1);
}

} // namespace Benchboot
