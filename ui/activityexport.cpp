// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activityexport.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

/// RFC 4180 §2. A formula of a spreadsheet must not come in by a file name that a PC asked for: such text is quoted with an apostrophe.
QByteArray field(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    const bool isPlain = !text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r');
    return (isPlain ? text : u"\"%1\""_s.arg(text.replace(u'"', u"\"\""_s))).toUtf8();
}

QByteArray number(qint64 value) { return value < 0 ? QByteArray() : QByteArray::number(value); }

QByteArray csvLine(const Event &event)
{
    const QByteArrayList fields{
        QDateTime::fromMSecsSinceEpoch(event.timeMs, QTimeZone::UTC).toString(Qt::ISODateWithMs).toLatin1(),
        field(serviceName(event.service)),
        field(event.kind),
        field(outcomeName(event.outcome)),
        field(event.mac),
        field(event.address),
        field(event.target),
        field(event.detail),
        number(event.bytes),
        number(event.total),
        number(event.durationMs)};
    return fields.join(',') + "\r\n";
}

} // namespace

Result<void> exportEvents(const QList<Event> &events, ExportFormat format, const QString &file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return fail(Error::Code::Io, u"%1 cannot be written: %2"_s.arg(file, out.errorString()));
    if (format == ExportFormat::Csv)
        out.write("time,service,kind,outcome,mac,address,target,detail,bytes,total,durationMs\r\n");
    for (const auto &event : events) {
        out.write(format == ExportFormat::Csv ? csvLine(event)
                                              : QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact) + '\n');
    }
    if (!out.commit())
        return fail(Error::Code::Io, u"%1 could not be written: %2"_s.arg(file, out.errorString()));
    return {};
}

} // namespace Benchboot
