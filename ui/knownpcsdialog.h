// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/clientstore.h"

#include <QDialog>
#include <QTimer>

class QMenu;
class QPushButton;
class QTreeWidget;

namespace Benchboot {

class ClientTracker;
class MessageBar;

/// “Known PCs”: what each PC boots from, as far as it was learnt, with each kind of firmware that it showed. A form of offer and a loader can be
/// pinned, and all of it forgotten. Follows the file, which services and the command line change too.
class KnownPcsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KnownPcsDialog)

public:
    /// \param clients  for names of PCs that are on the bench now
    KnownPcsDialog(const LabStore &store, const ClientTracker &clients, QWidget *parent = nullptr);

    void select(const QString &mac); ///< unknown ones change nothing

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read();
    void showKnown();
    void fitColumns();
    void showButtons();
    void fillPinMenu();
    void pin(const Dhcp::KnownClients::Pins &pins);
    void forget();
    void change(const std::function<void(Dhcp::KnownClients &, const QString &mac)> &edit);
    [[nodiscard]] QString selected() const; ///< MAC; empty: none
    [[nodiscard]] QStringList loadersFor(const Dhcp::KnownClients::Client &client) const;
    [[nodiscard]] QString nameOf(const QString &mac) const;

    LabStore m_lab;
    ClientStore m_store;
    const ClientTracker &m_clients;
    Dhcp::KnownClients m_known;
    QTimer m_timer;
    MessageBar *m_message;
    QTreeWidget *m_tree;
    QMenu *m_pinMenu;
    QPushButton *m_pin;
    QPushButton *m_forget;
};

} // namespace Benchboot
