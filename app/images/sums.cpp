// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/sums.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

qsizetype hexLength(const QString &type)
{
    if (type == u"md5")
        return 32;
    return type == u"sha256" ? 64 : 128;
}

bool isHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

QString lastComponent(const QString &path) { return path.mid(path.lastIndexOf(u'/') + 1); }

struct SumLine
{
    QString hash; ///< lower-case hex; empty: the line holds none
    QString name; ///< may be empty
};

/// "SHA256 (NAME) = HASH"
SumLine parseBsdLine(QByteArrayView line, const QString &type)
{
    const auto head = type.toUpper().toLatin1() + " (";
    const auto end = line.lastIndexOf(") = ");
    if (!line.startsWith(head) || end < head.size())
        return {};
    const auto hash = line.sliced(end + 4).trimmed();
    if (hash.size() != hexLength(type) || !isHex(hash))
        return {};
    return {QString::fromLatin1(hash).toLower(), QString::fromUtf8(line.sliced(head.size(), end - head.size()))};
}

SumLine parseLine(QByteArrayView line, const QString &type)
{
    const auto length = hexLength(type);
    const bool hasHash = line.size() >= length && isHex(line.first(length))
        && (line.size() == length || line[length] == ' ' || line[length] == '\t');
    if (!hasHash)
        return parseBsdLine(line, type);
    auto name = QString::fromUtf8(line.sliced(length).trimmed());
    if (name.startsWith(u'*'))
        name.removeFirst();
    return {QString::fromLatin1(line.first(length)).toLower(), name};
}

/// The lines of \a sums that hold a checksum of \a type, until \a take answers false.
template <typename Take>
void forEachSum(QByteArrayView sums, const QString &type, Take take)
{
    while (!sums.isEmpty()) {
        const auto end = sums.indexOf('\n');
        auto line = parseLine((end < 0 ? sums : sums.first(end)).trimmed(), type);
        sums = end < 0 ? QByteArrayView() : sums.sliced(end + 1);
        if (line.name.startsWith("./"_L1))
            line.name.remove(0, 2);
        if (!line.hash.isEmpty() && !take(line))
            return;
    }
}

} // namespace

std::optional<QString> checksumFor(QByteArrayView sums, const QString &type, const QString &path)
{
    std::optional<QString> exact;
    std::optional<QString> byName;
    const auto wanted = lastComponent(path);
    forEachSum(sums, type, [&](const SumLine &line) {
        if (line.name.compare(path, Qt::CaseInsensitive) == 0)
            exact = line.hash;
        else if (!byName && lastComponent(line.name).compare(wanted, Qt::CaseInsensitive) == 0)
            byName = line.hash;
        return !exact;
    });
    return exact ? exact : byName;
}

QHash<QString, QString> allChecksums(QByteArrayView sums, const QString &type)
{
    QHash<QString, QString> all;
    forEachSum(sums, type, [&](const SumLine &line) {
        all.insert(line.name.toLower(), line.hash);
        return true;
    });
    return all;
}

std::optional<QString> onlyChecksum(QByteArrayView sums, const QString &type)
{
    QStringList hashes;
    forEachSum(sums, type, [&](const SumLine &line) {
        hashes.append(line.hash);
        return hashes.size() < 2;
    });
    return hashes.size() == 1 ? std::optional(hashes.first()) : std::nullopt;
}

Error damagedError(const QString &path, const ExpectedSum &sum)
{
    return {Error::Code::Mismatch,
            u"%1 is damaged: its %2 checksum is not the one in %3. Download the image again"_s.arg(
                path, sum.type.toUpper(), sum.source)};
}

} // namespace Benchboot
