// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/knownpcsdialog.h"

#include "protocol/dhcp/architecture.h"
#include "session/clienttracker.h"
#include "session/detailtext.h"
#include "session/loaderlist.h"
#include "session/loaders.h"
#include "ui/models/displaytext.h"
#include "ui/models/loaderchoices.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrics.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Benchboot {
namespace {

using Dhcp::KnownClients;
using Dhcp::OfferForm;

enum { PcColumn, OfferColumn, LoaderColumn, StateColumn, ColumnCount };

QString formText(OfferForm form)
{
    switch (form) {
    case OfferForm::Direct:
        return KnownPcsDialog::tr("Direct");
    case OfferForm::Bare:
        return KnownPcsDialog::tr("Boot server (4011)");
    case OfferForm::Menu:
        break;
    }
    return KnownPcsDialog::tr("Menu");
}

/// "UEFI x64, UNDI 3.16": what is not known says its name.
QString firmwareText(const QString &name)
{
    const auto facts = Dhcp::factsOfFirmware(name);
    if (!facts)
        return name;
    auto text = detailText(Dhcp::architectureName(facts->architecture));
    if (facts->undi)
        text = KnownPcsDialog::tr("%1, UNDI %2.%3").arg(text).arg(*facts->undi / 1000).arg(*facts->undi % 1000);
    return facts->ipxe ? KnownPcsDialog::tr("%1, iPXE").arg(text) : text;
}

LoaderKind kindOf(const QString &firmware)
{
    const auto facts = Dhcp::factsOfFirmware(firmware);
    const auto *slot = facts ? loaderSlotCalled(QString::number(facts->architecture)) : nullptr;
    return slot ? loaderKindOfSetting(slot->settingKey) : LoaderKind::Unknown;
}

/// The width that no column may exceed so that all fit into \a room.
int widestColumn(QList<int> widths, int room)
{
    std::ranges::sort(widths);
    for (qsizetype i = 0; i < widths.size(); ++i) {
        const auto share = int(room / (widths.size() - i));
        if (widths.at(i) > share)
            return share;
        room -= widths.at(i);
    }
    return widths.last() + room;
}

QTreeWidgetItem *firmwareItem(const KnownClients::Firmware &firmware)
{
    auto *item = new QTreeWidgetItem(
        {firmwareText(firmware.name), formText(firmware.method.form), firmware.method.loader,
         firmware.works ? KnownPcsDialog::tr("Boots with it") : KnownPcsDialog::tr("To be tried next")});
    item->setIcon(StateColumn, Icons::state(firmware.works ? Semantic::Role::Ok : Semantic::Role::Working));
    for (int column = 0; column < ColumnCount; ++column)
        item->setToolTip(column, item->text(column)); // where there is little room
    item->setToolTip(PcColumn, firmware.name);
    return item;
}

} // namespace

KnownPcsDialog::KnownPcsDialog(const LabStore &store, const ClientTracker &clients, QWidget *parent)
    : QDialog(parent), m_lab(store), m_store(store), m_clients(clients), m_message(new MessageBar(this)),
      m_tree(new QTreeWidget(this)), m_pinMenu(new QMenu(this))
{
    setObjectName(u"knownPcsDialog"_s);
    setWindowTitle(tr("Known PCs"));
    m_tree->setObjectName(u"knownPcs"_s);
    m_tree->setAccessibleName(tr("Known PCs and what they boot from"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setHeaderLabels({tr("PC"), tr("Offer"), tr("Loader"), tr("State")});
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setMinimumSectionSize(0);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->viewport()->installEventFilter(this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    m_pin = buttons->addButton(tr("&Pin"), QDialogButtonBox::ActionRole);
    m_pin->setObjectName(u"pinButton"_s);
    m_pin->setToolTip(tr("Give this PC one form of offer or one loader, whatever was learnt"));
    m_pin->setMenu(m_pinMenu);
    m_forget = buttons->addButton(tr("&Forget"), QDialogButtonBox::ActionRole);
    m_forget->setObjectName(u"forgetButton"_s);
    m_forget->setToolTip(tr("Forget what was learnt of this PC, and what is pinned"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_message);
    layout->addWidget(m_tree, 1);
    layout->addWidget(buttons);
    m_message->clear();
    connect(m_pinMenu, &QMenu::aboutToShow, this, &KnownPcsDialog::fillPinMenu);
    connect(m_forget, &QPushButton::clicked, this, &KnownPcsDialog::forget);
    connect(new QShortcut(QKeySequence::Delete, m_tree, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated,
            this, &KnownPcsDialog::forget);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &KnownPcsDialog::showButtons);
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &KnownPcsDialog::read);
    m_timer.start();
    const Metrics metrics(this);
    resize(56 * metrics.h, 24 * metrics.h);
    showKnown();
    read();
    m_tree->setFocus();
}

void KnownPcsDialog::read()
{
    auto known = m_store.read();
    if (!known)
        return m_message->setMessage(Semantic::Role::Failed, DisplayText::sentence(known.error().detail));
    if (*known == m_known)
        return;
    m_known = *std::move(known);
    showKnown();
}

void KnownPcsDialog::showKnown()
{
    const auto before = selected();
    m_tree->clear();
    for (const auto &[mac, client] : m_known.clients().asKeyValueRange()) {
        const auto &pins = client.pins;
        const bool pinned = pins.form || !pins.loader.isEmpty();
        auto *item = new QTreeWidgetItem(m_tree,
                                         {nameOf(mac), pins.form ? formText(*pins.form) : QString(), pins.loader,
                                          pinned ? tr("Pinned") : QString()});
        item->setData(PcColumn, Qt::UserRole, mac);
        for (const auto &firmware : client.firmwares)
            item->addChild(firmwareItem(firmware));
        item->setExpanded(true);
    }
    if (m_known.clients().isEmpty()) {
        auto *none = new QTreeWidgetItem(m_tree, {tr("No PC has booted from this lab yet")});
        none->setFlags(Qt::NoItemFlags);
        none->setFirstColumnSpanned(true);
    }
    fitColumns();
    select(before);
    showButtons();
}

/// The first column has what the others leave; where there is too little for all, the widest end in dots.
void KnownPcsDialog::fitColumns()
{
    QList<int> widths;
    for (int column = 0; column < ColumnCount; ++column) {
        m_tree->resizeColumnToContents(column);
        widths.append(m_tree->columnWidth(column));
    }
    int room = m_tree->viewport()->width();
    const int widest = widestColumn(widths, room);
    for (int column = ColumnCount - 1; column > PcColumn; --column) {
        m_tree->setColumnWidth(column, std::min(widths.at(column), widest));
        room -= m_tree->columnWidth(column);
    }
    m_tree->setColumnWidth(PcColumn, room);
}

bool KnownPcsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QDialog::eventFilter(watched, event);
}

void KnownPcsDialog::select(const QString &mac)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        if (!mac.isEmpty() && m_tree->topLevelItem(i)->data(PcColumn, Qt::UserRole).toString() == mac)
            m_tree->setCurrentItem(m_tree->topLevelItem(i));
    }
}

QString KnownPcsDialog::selected() const
{
    const auto items = m_tree->selectedItems();
    if (items.isEmpty())
        return {};
    const auto *item = items.first()->parent() ? items.first()->parent() : items.first();
    return item->data(PcColumn, Qt::UserRole).toString();
}

QString KnownPcsDialog::nameOf(const QString &mac) const
{
    const auto &all = m_clients.clients();
    const auto found = std::ranges::find(all, mac, &BenchClient::mac);
    return found != all.cend() && !found->name.isEmpty() ? u"%1 (%2)"_s.arg(found->name, mac) : mac;
}

void KnownPcsDialog::showButtons()
{
    m_pin->setEnabled(!selected().isEmpty());
    m_forget->setEnabled(!selected().isEmpty());
}

void KnownPcsDialog::fillPinMenu()
{
    m_pinMenu->clear();
    const auto *client = m_known.client(selected());
    if (!client)
        return;
    const auto add = [this](const QString &text, bool checked, const KnownClients::Pins &pins) {
        auto *action = m_pinMenu->addAction(text, this, [this, pins] { pin(pins); });
        action->setCheckable(true);
        action->setChecked(checked);
    };
    const auto pins = client->pins;
    for (const auto form : {OfferForm::Direct, OfferForm::Bare, OfferForm::Menu})
        add(tr("Offer: %1").arg(formText(form)), pins.form == form, {form, pins.loader});
    m_pinMenu->addSeparator();
    for (const auto &loader : loadersFor(*client))
        add(tr("Loader: %1").arg(LoaderChoices::shownName(loader)), pins.loader == loader, {pins.form, loader});
    m_pinMenu->addSeparator();
    add(tr("Nothing"), pins == KnownClients::Pins(), {});
}

/// Those that fit one of its kinds of firmware, what it was offered, and what is pinned.
QStringList KnownPcsDialog::loadersFor(const KnownClients::Client &client) const
{
    const auto found = findLoaders(loaderFolders(m_lab));
    QStringList loaders{client.pins.loader};
    for (const auto &firmware : client.firmwares) {
        loaders.append(firmware.method.loader);
        if (const auto kind = kindOf(firmware.name); kind != LoaderKind::Unknown)
            loaders += LoaderChoices::fitting(found, kind);
    }
    loaders.removeAll(QString());
    loaders.removeDuplicates();
    loaders.sort();
    return loaders;
}

void KnownPcsDialog::pin(const KnownClients::Pins &pins)
{
    change([pins](KnownClients &known, const QString &mac) { known.pin(mac, pins); });
}

void KnownPcsDialog::forget()
{
    change([](KnownClients &known, const QString &mac) { (void)known.reset(mac); });
}

void KnownPcsDialog::change(const std::function<void(KnownClients &, const QString &)> &edit)
{
    const auto mac = selected();
    if (mac.isEmpty())
        return;
    const auto known = m_store.change(
        [&](KnownClients &edited) {
            edit(edited, mac);
            return Result<void>();
        },
        shortLockWait);
    if (!known)
        return m_message->setMessage(Semantic::Role::Failed, DisplayText::sentence(known.error().detail));
    m_message->clear();
    m_known = *known;
    showKnown();
}

} // namespace Benchboot
