// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http/conditional.h"

#include "protocol/http/httpdate.h"

namespace Benchboot::Http {
namespace {

enum class Comparison { Strong, Weak };

QByteArrayView skipSeparators(QByteArrayView list)
{
    while (!list.isEmpty() && (list.front() == ' ' || list.front() == '\t' || list.front() == ','))
        list = list.sliced(1);
    return list;
}

/// Whether the list of entity tags \a list ("*" or `"a", W/"b"`) holds \a current (RFC 9110 §8.8.3.2). Ends at the first thing that is no tag.
bool holds(QByteArrayView list, const QByteArray &current, Comparison comparison)
{
    if (list == "*")
        return true;
    for (list = skipSeparators(list); !list.isEmpty(); list = skipSeparators(list)) {
        const bool weak = list.startsWith("W/");
        if (weak)
            list = list.sliced(2);
        const auto end = list.startsWith('"') ? list.indexOf('"', 1) : -1;
        if (end < 0)
            return false;
        const auto tag = list.first(end + 1);
        if (tag == current && !(weak && comparison == Comparison::Strong))
            return true;
        list = list.sliced(end + 1);
    }
    return false;
}

} // namespace

QByteArray makeEntityTag(qint64 size, qint64 modifiedNs, quint64 inode, qint64 offset)
{
    auto tag = '"' + QByteArray::number(size, 16) + '-' + QByteArray::number(modifiedNs, 16) + '-'
        + QByteArray::number(inode, 16);
    if (offset != 0)
        tag += '-' + QByteArray::number(offset, 16);
    return tag + '"';
}

Precondition checkPreconditions(const Request &request, const Validators &current)
{
    if (!request.ifMatch.isEmpty()) {
        if (!holds(request.ifMatch, current.entityTag, Comparison::Strong))
            return Precondition::Failed;
    } else if (!request.ifUnmodifiedSince.isEmpty() && current.lastModified >= 0) {
        const auto date = parseDate(request.ifUnmodifiedSince);
        if (date && current.lastModified > *date)
            return Precondition::Failed;
    }
    if (!request.ifNoneMatch.isEmpty()) {
        if (holds(request.ifNoneMatch, current.entityTag, Comparison::Weak))
            return Precondition::NotModified;
    } else if (!request.ifModifiedSince.isEmpty() && current.lastModified >= 0) {
        const auto date = parseDate(request.ifModifiedSince);
        if (date && current.lastModified <= *date)
            return Precondition::NotModified;
    }
    return Precondition::Proceed;
}

bool rangeApplies(const Request &request, const Validators &current)
{
    return request.ifRange.isEmpty() || (!current.entityTag.isEmpty() && request.ifRange == current.entityTag);
}

} // namespace Benchboot::Http
