// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/clientstore.h"

#include "lab/filelock.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 largestFile = 32 * 1024 * 1024; // ten times what the most clients need

Error busy(const QString &holder)
{
    return {Error::Code::Busy,
            holder.isEmpty()
                ? u"Another program is changing what is known of the PCs; try again when it is done"_s
                : u"%1 is changing what is known of the PCs; try again when it is done"_s.arg(holder)};
}

} // namespace

Result<Dhcp::KnownClients> ClientStore::read() const
{
    QFile stored(file());
    if (!stored.open(QIODevice::ReadOnly)) {
        if (!stored.exists())
            return Dhcp::KnownClients();
        return fail(Error::Code::AccessDenied, u"%1 could not be read: %2"_s.arg(file(), stored.errorString()));
    }
    if (stored.size() > largestFile)
        return fail(Error::Code::LimitExceeded, u"%1 is too large; remove it to start anew"_s.arg(file()));
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(stored.readAll(), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        return fail(Error::Code::Malformed,
                    u"%1 is damaged at byte %2; remove it to start anew"_s.arg(file()).arg(error.offset));
    }
    return Dhcp::KnownClients::fromJson(document.object());
}

Result<Dhcp::KnownClients> ClientStore::change(const std::function<Result<void>(Dhcp::KnownClients &)> &edit,
                                               std::chrono::milliseconds wait) const
{
    const auto lock = m_folder + u"/clients.lock"_s;
    const auto held = awaitLock(lock, wait);
    if (!held)
        return std::unexpected(held.error().code == Error::Code::Busy ? busy(lockHolder(lock)) : held.error());
    auto known = read();
    if (!known)
        return known;
    const auto before = *known;
    if (const auto edited = edit(*known); !edited)
        return std::unexpected(edited.error());
    if (*known == before)
        return known;
    QSaveFile written(file());
    if (!written.open(QIODevice::WriteOnly) || written.write(QJsonDocument(known->toJson()).toJson()) < 0
        || !written.commit()) {
        return std::unexpected(writeError(written));
    }
    syncFolder(m_folder);
    return known;
}

} // namespace Benchboot
