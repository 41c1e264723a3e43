// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "lab/incomingfolder.h"
#include "lab/trashfolder.h"

#include <QJsonDocument>
#include <QLocale>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {

Arguments::Arguments(const QString &usage, const QString &summary) : m_usage(usage)
{
    m_parser.setApplicationDescription(summary);
    m_parser.addOption({{u"h"_s, u"help"_s}, u"Shows this help."_s});
    m_parser.addOption({u"json"_s, u"Prints JSON Lines with stable keys."_s});
    m_parser.addOption({u"lab"_s, u"Folder of the lab (%1)."_s.arg(LabStore::defaultFolder()), u"DIR"_s});
}

std::optional<ExitStatus> Arguments::parse(const QStringList &arguments)
{
    if (!m_parser.parse(QStringList{u"benchboot"_s} + arguments))
        return wrongUsage(m_parser.errorText());
    if (m_parser.isSet(u"help"_s)) {
        // The parser's own first line knows nothing of subcommands.
        auto help = m_parser.helpText();
        help.remove(0, help.indexOf(u'\n'));
        print(u"Usage: benchboot %1%2"_s.arg(m_usage, help));
        return Done;
    }
    return std::nullopt;
}

Result<LabStore> Arguments::lab() const
{
    auto store = LabStore::open(m_parser.isSet(u"lab"_s) ? m_parser.value(u"lab"_s) : LabStore::defaultFolder());
    if (store) {
        sweepIncoming(*store);
        sweepTrash(*store);
    }
    return store;
}

void print(const QString &line)
{
    std::fputs((line + u'\n').toLocal8Bit().constData(), stdout);
    std::fflush(stdout);
}

void printJson(QJsonObject object)
{
    object.insert(u"schema"_s, 1);
    std::fputs((QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n').constData(), stdout);
    std::fflush(stdout);
}

ExitStatus report(const QString &what, const Error &error)
{
    auto detail = error.detail;
    while (detail.endsWith(u'.'))
        detail.chop(1);
    std::fputs(u"benchboot: %1: %2\n"_s.arg(what, detail).toLocal8Bit().constData(), stderr);
    switch (error.code) {
    case Error::Code::InvalidArgument:
        return WrongUsage;
    case Error::Code::NotRecognised:
        return NotRecognised;
    default:
        return Failed;
    }
}

ExitStatus wrongUsage(const QString &why) { return report(u"usage"_s, {Error::Code::InvalidArgument, why}); }

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, bytes < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

} // namespace Benchboot::Cli
