// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

/// How untrusted text gets into an iPXE script. iPXE has no quoting: it splits a line at white space, treats a word that starts with '#' as the
/// start of a comment and the words "||" and "&&" as operators, joins a line that ends with '\' with the next one, and expands `${…}` again
/// and again until none is left.
namespace Benchboot::Ipxe {

/// \a text as something a person reads in a menu: one line, no expansion, no operator, no comment. Never empty ("-" at least), at most
/// 120 characters.
[[nodiscard]] QByteArray displayText(const QString &text);

/// \a path (relative, '/' between components) percent-encoded for a URL in a script.
[[nodiscard]] QByteArray urlPath(const QString &path);

/// \a name reduced to one harmless word of letters, digits, '.', '-' and '_', for `--name`; "file" if nothing is left.
[[nodiscard]] QByteArray imageName(const QString &name);

/// The arguments template of a BootEntry filled in (placeholders: core/bootentry.h). Words of \a values that would be operators, comments or
/// expansions are left out; `${…}` of the template itself that is no placeholder stays for iPXE.
/// \param base  the URL of the image's folder with a closing slash
[[nodiscard]] QByteArray expandArguments(const QString &arguments, const QByteArray &base,
                                         const QMap<QString, QString> &values);

} // namespace Benchboot::Ipxe
