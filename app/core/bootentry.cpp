// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bootentry.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr std::array<std::pair<BootMethod, const char *>, 6> methodNames{{
    {BootMethod::Kernel, "kernel"},
    {BootMethod::Memdisk, "memdisk"},
    {BootMethod::Wimboot, "wimboot"},
    {BootMethod::Efi, "efi"},
    {BootMethod::Sanboot, "sanboot"},
    {BootMethod::None, "none"},
}};

constexpr std::array<std::pair<Firmware, const char *>, 4> firmwareTable{{
    {Firmware::Bios, "bios"},
    {Firmware::EfiIa32, "efi-ia32"},
    {Firmware::EfiX64, "efi-x64"},
    {Firmware::EfiArm64, "efi-arm64"},
}};

QJsonArray toArray(const QList<Extent> &extents)
{
    QJsonArray array;
    for (const auto &extent : extents)
        array.append(QJsonArray{extent.offset, extent.length});
    return array;
}

QList<Extent> extentsFrom(const QJsonArray &array)
{
    QList<Extent> extents;
    for (const auto &value : array) {
        const auto pair = value.toArray();
        extents.append({pair.at(0).toInteger(), pair.at(1).toInteger()});
    }
    return extents;
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const auto &item : value.toArray())
        list.append(item.toString());
    return list;
}

QJsonObject toJson(const BootEntry &entry)
{
    QJsonArray initrds;
    for (const auto &initrd : entry.initrds) {
        QJsonObject object{{u"path"_s, initrd.path}};
        if (!initrd.injectAs.isEmpty()) {
            object.insert(u"injectAs"_s, initrd.injectAs);
            object.insert(u"mode"_s, qint64(initrd.mode));
        }
        initrds.append(object);
    }
    QJsonObject when;
    for (const auto &[key, value] : entry.whenOptions.asKeyValueRange())
        when.insert(key, value);
    QJsonObject object{
        {u"title"_s, entry.title},         {u"method"_s, methodName(entry.method)},
        {u"kernel"_s, entry.kernel},       {u"initrds"_s, initrds},
        {u"arguments"_s, entry.arguments}, {u"firmware"_s, QJsonArray::fromStringList(firmwareNames(entry.firmware))},
        {u"memoryMiB"_s, entry.memoryMiB}, {u"reason"_s, entry.reason},
    };
    if (!entry.script.isEmpty())
        object.insert(u"script"_s, entry.script);
    if (entry.cpuBits != 0)
        object.insert(u"cpuBits"_s, entry.cpuBits);
    if (!when.isEmpty())
        object.insert(u"when"_s, when);
    return object;
}

BootEntry entryFrom(const QJsonObject &object)
{
    BootEntry entry;
    entry.title = object.value(u"title"_s).toString();
    entry.method = BootMethod::None;
    for (const auto &[method, name] : methodNames) {
        if (object.value(u"method"_s).toString() == QLatin1StringView(name))
            entry.method = method;
    }
    entry.kernel = object.value(u"kernel"_s).toString();
    for (const auto &value : object.value(u"initrds"_s).toArray()) {
        const auto initrd = value.toObject();
        entry.initrds.append({initrd.value(u"path"_s).toString(), initrd.value(u"injectAs"_s).toString(),
                              quint32(initrd.value(u"mode"_s).toInteger(0644))});
    }
    entry.arguments = object.value(u"arguments"_s).toString();
    entry.script = object.value(u"script"_s).toString();
    const auto firmware = strings(object.value(u"firmware"_s));
    for (const auto &[flag, name] : firmwareTable)
        entry.firmware.setFlag(flag, firmware.contains(QLatin1StringView(name)));
    entry.cpuBits = object.value(u"cpuBits"_s).toInt();
    const auto when = object.value(u"when"_s).toObject();
    for (auto it = when.begin(); it != when.end(); ++it)
        entry.whenOptions.insert(it.key(), it.value().toString());
    entry.memoryMiB = object.value(u"memoryMiB"_s).toInt();
    entry.reason = object.value(u"reason"_s).toString();
    return entry;
}

} // namespace

bool isSafeOptionWord(QStringView word)
{
    return !word.startsWith(u'#') && word != u"||" && word != u"&&" && !word.contains(u'$') && !word.endsWith(u'\\');
}

bool isSafeOptionValue(const QString &value)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    return std::ranges::none_of(value, isControl)
        && std::ranges::all_of(value.simplified().split(u' '),
                               [](const QString &word) { return isSafeOptionWord(word); });
}

QString methodName(BootMethod method)
{
    for (const auto &[value, name] : methodNames) {
        if (value == method)
            return QString::fromLatin1(name);
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList firmwareNames(Firmwares firmware)
{
    QStringList names;
    for (const auto &[flag, name] : firmwareTable) {
        if (firmware.testFlag(flag))
            names.append(QString::fromLatin1(name));
    }
    return names;
}

QJsonArray toJson(const QList<ExpectedSum> &sums)
{
    QJsonArray array;
    for (const auto &sum : sums)
        array.append(QJsonObject{{u"type"_s, sum.type}, {u"hex"_s, sum.hex}, {u"source"_s, sum.source}});
    return array;
}

QList<ExpectedSum> sumsFromJson(const QJsonArray &array)
{
    QList<ExpectedSum> sums;
    for (const auto &item : array) {
        const auto sum = item.toObject();
        sums.append({sum.value(u"type"_s).toString(), sum.value(u"hex"_s).toString(),
                     sum.value(u"source"_s).toString()});
    }
    return sums;
}

QJsonObject toJson(const ImageFacts &facts)
{
    QJsonArray files;
    for (const auto &file : facts.files) {
        QJsonObject object{{u"path"_s, file.path}, {u"size"_s, file.size}};
        if (!file.sha256.isEmpty())
            object.insert(u"sha256"_s, file.sha256);
        if (!file.extents.isEmpty())
            object.insert(u"extents"_s, toArray(file.extents));
        if (file.own)
            object.insert(u"own"_s, true);
        if (!file.expected.isEmpty())
            object.insert(u"expected"_s, toJson(file.expected));
        files.append(object);
    }
    QJsonArray entries;
    for (const auto &entry : facts.entries)
        entries.append(toJson(entry));
    QJsonArray options;
    for (const auto &option : facts.options) {
        options.append(QJsonObject{{u"key"_s, option.key},
                                   {u"label"_s, option.label},
                                   {u"choices"_s, QJsonArray::fromStringList(option.choices)},
                                   {u"default"_s, option.defaultValue}});
    }
    QJsonObject object{
        {u"recipe"_s, facts.recipe},   {u"name"_s, facts.name},
        {u"version"_s, facts.version}, {u"label"_s, facts.label},
        {u"files"_s, files},           {u"entries"_s, entries},
        {u"options"_s, options},       {u"warnings"_s, QJsonArray::fromStringList(facts.warnings)},
    };
    for (const auto &[key, value] :
         {std::pair{u"edition"_s, facts.edition}, std::pair{u"architecture"_s, facts.architecture},
          std::pair{u"language"_s, facts.language}}) {
        if (!value.isEmpty())
            object.insert(key, value);
    }
    if (!facts.imageSums.isEmpty())
        object.insert(u"imageSums"_s, toJson(facts.imageSums));
    return object;
}

ImageFacts imageFactsFromJson(const QJsonObject &object)
{
    ImageFacts facts;
    facts.recipe = object.value(u"recipe"_s).toString();
    facts.name = object.value(u"name"_s).toString();
    facts.version = object.value(u"version"_s).toString();
    facts.edition = object.value(u"edition"_s).toString();
    facts.architecture = object.value(u"architecture"_s).toString();
    facts.language = object.value(u"language"_s).toString();
    facts.label = object.value(u"label"_s).toString();
    for (const auto &value : object.value(u"files"_s).toArray()) {
        const auto file = value.toObject();
        facts.files.append({file.value(u"path"_s).toString(), file.value(u"size"_s).toInteger(),
                            file.value(u"sha256"_s).toString(), extentsFrom(file.value(u"extents"_s).toArray()),
                            file.value(u"own"_s).toBool(), sumsFromJson(file.value(u"expected"_s).toArray())});
    }
    for (const auto &value : object.value(u"entries"_s).toArray())
        facts.entries.append(entryFrom(value.toObject()));
    for (const auto &value : object.value(u"options"_s).toArray()) {
        const auto option = value.toObject();
        facts.options.append({option.value(u"key"_s).toString(), option.value(u"label"_s).toString(),
                              strings(option.value(u"choices"_s)), option.value(u"default"_s).toString()});
    }
    facts.warnings = strings(object.value(u"warnings"_s));
    facts.imageSums = sumsFromJson(object.value(u"imageSums"_s).toArray());
    return facts;
}

} // namespace Benchboot
