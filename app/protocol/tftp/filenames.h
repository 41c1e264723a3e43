// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace Benchboot::Tftp {

/// Finds the published file that a client means. An allow-list: whatever is not in it, "../" included, does not exist.
class FileNames
{
public:
    FileNames() = default;
    /// \param published  names with '/' between components and none in front (the keys of ServedLab::tftpFiles).
    explicit FileNames(const QStringList &published);

    /// \param requested  the bytes of the request. `\` counts as `/`, repeated and leading slashes do not count; then the exact name wins over
    /// one that differs in case, and both over the name without one trailing 0xFF or control byte (ROMs that misread DHCP option 67).
    /// \return the published name; empty if there is none.
    [[nodiscard]] QString find(QByteArrayView requested) const;

private:
    [[nodiscard]] QString lookUp(QByteArrayView requested) const;

    QSet<QString> m_exact;
    QHash<QString, QString> m_folded; // case-folded → published
};

/// For files that boot loaders ask for and expect to miss: who does, e.g. "iPXE". Empty for every other name.
[[nodiscard]] QString usualAskerOf(QByteArrayView requested);

} // namespace Benchboot::Tftp
