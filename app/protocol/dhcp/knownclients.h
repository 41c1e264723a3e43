// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "protocol/dhcp/offermethod.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>

namespace Benchboot::Dhcp {

/// What one boot attempt taught about a client.
struct Lesson
{
    QString mac; ///< lower case with colons
    QString firmware; ///< firmwareName()
    OfferMethod method; ///< what the client gets next
    bool works = false; ///< it booted with it; false: what it got before failed
    qint64 timeMs = 0; ///< since 1970-01-01 UTC
};

/// What is known of the clients: which offers they boot from, and which the technician wants them to get. A value, kept
/// in the lab's clients.json.
class KnownClients
{
public:
    static constexpr qsizetype mostClients = 4096; ///< the ones that taught something longest ago go first
    static constexpr qsizetype mostFirmwares = 8; ///< of one client: BIOS, UEFI, HTTP Boot …

    /// One way in which a PC boots, since one card has several (BIOS, UEFI, UEFI HTTP Boot, iPXE).
    struct Firmware
    {
        QString name; ///< firmwareName()
        OfferMethod method;
        bool works = false;
        qint64 timeMs = 0;

        friend bool operator==(const Firmware &, const Firmware &) = default;
    };
    struct Pins
    {
        std::optional<OfferForm> form;
        QString loader; ///< empty: none

        friend bool operator==(const Pins &, const Pins &) = default;
    };
    struct Client
    {
        Pins pins;
        QList<Firmware> firmwares;

        [[nodiscard]] const Firmware *firmware(const QString &name) const; ///< null where nothing is known
        friend bool operator==(const Client &, const Client &) = default;
    };

    /// \a text as a hardware address of this class, lower case with colons; hyphens and capitals are understood.
    /// InvalidArgument otherwise.
    [[nodiscard]] static Result<QString> parseMac(const QString &text);

    [[nodiscard]] const QMap<QString, Client> &clients() const { return m_clients; } ///< by MAC
    [[nodiscard]] const Client *client(const QString &mac) const; ///< null where nothing is known
    /// What worked last for any client with the firmware \a name; null where nothing did.
    [[nodiscard]] const Firmware *proven(const QString &name) const;

    void learn(const Lesson &lesson);
    void pin(const QString &mac, const Pins &pins) { m_clients[mac].pins = pins; }
    /// Forgets all about \a mac. \return whether there was anything.
    bool reset(const QString &mac);

    [[nodiscard]] static QJsonObject toJson(const QString &mac, const Client &client);
    [[nodiscard]] QJsonObject toJson() const;
    /// \return Unsupported for a file of a newer version. What makes no sense is left out.
    [[nodiscard]] static Result<KnownClients> fromJson(const QJsonObject &object);

    friend bool operator==(const KnownClients &left, const KnownClients &right)
    {
        return left.m_clients == right.m_clients;
    }

private:
    void prove(const Firmware &firmware);
    void findProven();
    void makeRoom();

    QMap<QString, Client> m_clients;
    QHash<QString, Firmware> m_proven; // by name
};

} // namespace Benchboot::Dhcp
