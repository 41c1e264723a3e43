// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/workermessage.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

QByteArray line(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n'; }

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const auto &item : value.toArray())
        list.append(item.toString());
    return list;
}

} // namespace

QByteArray taskLine(const ImageTask &task, qint64 parent)
{
    return line({{u"kind"_s, task.kind == ImageTask::Kind::Import ? u"import"_s : u"inspect"_s},
                 {u"file"_s, task.file},
                 {u"stagingFolder"_s, task.stagingFolder},
                 {u"spoolFolder"_s, task.spoolFolder},
                 {u"recipe"_s, task.recipe},
                 {u"link"_s, task.link},
                 {u"sums"_s, toJson(task.sums)},
                 {u"recipeFolders"_s, QJsonArray::fromStringList(task.recipeFolders)},
                 {u"parent"_s, parent}});
}

Result<ReceivedTask> parseTask(const QByteArray &text)
{
    const auto object = QJsonDocument::fromJson(text).object();
    const auto kind = object.value(u"kind"_s).toString();
    ReceivedTask received;
    auto &task = received.task;
    task.kind = kind == u"import" ? ImageTask::Kind::Import : ImageTask::Kind::Inspect;
    task.file = object.value(u"file"_s).toString();
    task.stagingFolder = object.value(u"stagingFolder"_s).toString();
    task.spoolFolder = object.value(u"spoolFolder"_s).toString();
    task.recipe = object.value(u"recipe"_s).toString();
    task.link = object.value(u"link"_s).toBool();
    task.sums = sumsFromJson(object.value(u"sums"_s).toArray());
    task.recipeFolders = strings(object.value(u"recipeFolders"_s));
    received.parent = object.value(u"parent"_s).toInteger();
    const bool needsFolder = task.kind == ImageTask::Kind::Import && !task.link;
    if ((kind != u"import" && kind != u"inspect") || task.file.isEmpty()
        || (needsFolder && task.stagingFolder.isEmpty()))
        return fail(Error::Code::InvalidArgument,
                    u"the image worker was given no task; Benchboot starts it by itself"_s);
    return received;
}

QByteArray proceedLine() { return line({{u"proceed"_s, true}}); }

bool isProceedLine(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object().value(u"proceed"_s).toBool();
}

QByteArray progressLine(const ImageProgress &progress)
{
    return line({{u"progress"_s,
                  QJsonObject{{u"step"_s, progress.step},
                              {u"file"_s, progress.file},
                              {u"bytes"_s, progress.bytes},
                              {u"total"_s, progress.total}}}});
}

QByteArray recognisedLine(const ImageFacts &facts) { return line({{u"recognised"_s, toJson(facts)}}); }

QByteArray resultLine(const Result<ImageFacts> &result)
{
    if (result)
        return line({{u"result"_s, toJson(*result)}});
    return line(
        {{u"error"_s, QJsonObject{{u"code"_s, codeName(result.error().code)}, {u"detail"_s, result.error().detail}}}});
}

WorkerMessage parseWorkerLine(const QByteArray &text)
{
    const auto object = QJsonDocument::fromJson(text).object();
    if (const auto value = object.value(u"progress"_s).toObject(); !value.isEmpty()) {
        return ImageProgress{value.value(u"step"_s).toString(), value.value(u"file"_s).toString(),
                             value.value(u"bytes"_s).toInteger(), value.value(u"total"_s).toInteger()};
    }
    if (const auto value = object.value(u"recognised"_s).toObject(); !value.isEmpty())
        return RecognisedImage{imageFactsFromJson(value)};
    if (const auto value = object.value(u"result"_s).toObject(); !value.isEmpty())
        return Result<ImageFacts>(imageFactsFromJson(value));
    if (const auto value = object.value(u"error"_s).toObject(); !value.isEmpty()) {
        return Result<ImageFacts>(
            fail(codeFromName(value.value(u"code"_s).toString()), value.value(u"detail"_s).toString()));
    }
    return {};
}

} // namespace Benchboot
