// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labitems.h"
#include "lab/settings.h"

#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr int fileVersion = 1;

QJsonObject jsonOf(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (const auto &[key, value] : map.asKeyValueRange())
        object.insert(key, value);
    return object;
}

QMap<QString, QString> mapFrom(const QJsonValue &value)
{
    QMap<QString, QString> map;
    const auto object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

QJsonObject jsonOf(const LabImage &image)
{
    auto object = toJson(image.facts);
    object.insert(u"id"_s, image.id);
    object.insert(u"chosen"_s, jsonOf(image.options));
    object.insert(u"sourceFile"_s, image.sourceFile);
    object.insert(u"sourceSize"_s, image.sourceSize);
    object.insert(u"sourceModified"_s, image.sourceModifiedMs);
    object.insert(u"linked"_s, image.linked);
    object.insert(u"imported"_s, image.importedMs);
    return object;
}

LabImage imageFrom(const QJsonObject &object)
{
    return {
        .id = object.value(u"id"_s).toString(),
        .facts = imageFactsFromJson(object),
        .options = mapFrom(object.value(u"chosen"_s)),
        .sourceFile = object.value(u"sourceFile"_s).toString(),
        .sourceSize = object.value(u"sourceSize"_s).toInteger(),
        .sourceModifiedMs = object.value(u"sourceModified"_s).toInteger(),
        .linked = object.value(u"linked"_s).toBool(),
        .importedMs = object.value(u"imported"_s).toInteger(),
    };
}

QJsonObject jsonOf(const LabMenuItem &item)
{
    const auto *standard = standardItem(item.kind);
    QJsonObject object{{u"kind"_s, standard ? QString::fromUtf16(standard->name) : u"image"_s}, {u"id"_s, item.id}};
    if (!item.title.isEmpty())
        object.insert(u"title"_s, item.title);
    return object;
}

LabMenuItem menuItemFrom(const QJsonObject &object)
{
    LabMenuItem item{LabMenuItem::Kind::Image, object.value(u"id"_s).toString(), object.value(u"title"_s).toString()};
    for (const auto &standard : standardItems) {
        if (object.value(u"kind"_s).toString() == QString::fromUtf16(standard.name))
            item.kind = standard.kind;
    }
    return item;
}

} // namespace

QJsonObject Lab::toJson() const
{
    QJsonArray images;
    for (const auto &image : m_images)
        images.append(jsonOf(image));
    QJsonArray menu;
    for (const auto &item : m_menu)
        menu.append(jsonOf(item));
    auto object = m_unknown;
    object.insert(u"version"_s, fileVersion);
    object.insert(u"images"_s, images);
    object.insert(u"menu"_s, menu);
    object.insert(u"settings"_s, jsonOf(m_settings));
    return object;
}

Result<Lab> Lab::fromJson(const QJsonObject &object)
{
    const int version = object.value(u"version"_s).toInt();
    if (version > fileVersion)
        return fail(Error::Code::Unsupported, u"The lab was written by a newer Benchboot; update this one"_s);
    if (version < 1 || !object.value(u"images"_s).isArray() || !object.value(u"menu"_s).isArray())
        return fail(Error::Code::Malformed, u"lab.json is damaged: it has no version, no images or no menu"_s);

    Lab lab;
    lab.m_menu.clear();
    for (const auto &value : object.value(u"images"_s).toArray()) {
        auto image = imageFrom(value.toObject());
        if (!isImageId(image.id) || lab.image(image.id))
            return fail(Error::Code::Malformed,
                        u"lab.json is damaged: “%1” is no valid image id, or stands there twice"_s.arg(image.id));
        lab.m_images.append(std::move(image));
    }
    QList<LabMenuItem> menu;
    for (const auto &value : object.value(u"menu"_s).toArray())
        menu.append(menuItemFrom(value.toObject()));
    if (const auto set = lab.setMenu(std::move(menu)); !set)
        return fail(Error::Code::Malformed, u"lab.json is damaged: %1"_s.arg(set.error().detail));
    lab.m_settings = mapFrom(object.value(u"settings"_s));
    for (const auto &[key, value] : std::as_const(lab.m_settings).asKeyValueRange()) {
        const auto *spec = settingSpec(key);
        if (const auto checked = spec ? checkSetting(*spec, value) : Result<void>(); !checked)
            return fail(Error::Code::Malformed, u"lab.json is damaged: %1"_s.arg(checked.error().detail));
    }
    lab.m_unknown = object;
    for (const auto *known : {"version", "images", "menu", "settings"})
        lab.m_unknown.remove(QLatin1StringView(known));
    return lab;
}

} // namespace Benchboot
