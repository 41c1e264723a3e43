// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/lab.h"

#include "lab/settings.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr int fileVersion = 1;

struct StandardItem
{
    LabMenuItem::Kind kind;
    const char16_t *id;
    const char16_t *name; ///< in lab.json
    const char16_t *title;
};
constexpr std::array standardItems{
    StandardItem{LabMenuItem::Kind::LocalDisk, u"local", u"local-disk", u"Boot from the local disk"},
    StandardItem{LabMenuItem::Kind::Shell, u"shell", u"shell", u"iPXE shell"},
    StandardItem{LabMenuItem::Kind::Reboot, u"reboot", u"reboot", u"Restart this PC"},
};

/// Settings and options that become one word of a kernel's arguments.
bool isKernelSetting(const QString &key) { return key == u"keyboard" || key == u"language" || key == u"console"; }

Result<void> checkOptionValue(const QString &key, const QString &value)
{
    if (!isSafeOptionValue(value)) {
        return fail(
            Error::Code::InvalidArgument,
            u"%1 cannot be “%2”: $, || and && as words, words that begin with #, and control characters would be taken for iPXE commands"_s
                .arg(key, value));
    }
    if (isKernelSetting(key) && std::ranges::any_of(value, [](QChar c) { return c.isSpace(); })) {
        return fail(Error::Code::InvalidArgument,
                    u"%1 cannot be “%2”: it is one word, without spaces. What else the kernel shall get goes into the option arguments"_s
                        .arg(key, value));
    }
    return {};
}

const StandardItem *standardItem(LabMenuItem::Kind kind)
{
    const auto *found = std::ranges::find(standardItems, kind, &StandardItem::kind);
    return found == standardItems.end() ? nullptr : found;
}

bool isId(const QString &text)
{
    static const QRegularExpression pattern(u"^[a-z0-9][a-z0-9.-]{0,63}$"_s);
    return pattern.match(text).hasMatch();
}

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

QString LabImage::displayName() const
{
    return facts.version.isEmpty() ? facts.name : u"%1 %2"_s.arg(facts.name, facts.version);
}

qint64 LabImage::size() const
{
    qint64 sum = 0;
    for (const auto &file : facts.files)
        sum += file.size;
    return sum;
}

Lab::Lab()
{
    for (const auto &standard : standardItems)
        m_menu.append({standard.kind, QString::fromUtf16(standard.id), {}});
}

const LabImage *Lab::image(const QString &id) const
{
    const auto found = std::ranges::find(m_images, id, &LabImage::id);
    return found == m_images.end() ? nullptr : &*found;
}

QString Lab::titleOf(const LabMenuItem &item) const
{
    if (!item.title.isEmpty())
        return item.title;
    if (const auto *standard = standardItem(item.kind))
        return QString::fromUtf16(standard->title);
    const auto *found = image(item.id);
    return found ? found->displayName() : item.id;
}

void Lab::addImage(LabImage image)
{
    Q_ASSERT(isId(image.id) && !this->image(image.id));
    qsizetype position = 0;
    for (qsizetype i = 0; i < m_menu.size(); ++i) {
        if (m_menu.at(i).kind == LabMenuItem::Kind::Image)
            position = i + 1;
    }
    m_menu.insert(position, {LabMenuItem::Kind::Image, image.id, {}});
    m_images.append(std::move(image));
}

Result<LabImage> Lab::removeImage(const QString &id)
{
    const auto found = std::ranges::find(m_images, id, &LabImage::id);
    if (found == m_images.end())
        return fail(Error::Code::NotFound, u"There is no image “%1”; “benchboot images” lists them"_s.arg(id));
    LabImage removed = *found;
    m_images.erase(found);
    m_menu.removeIf([&id](const LabMenuItem &item) { return item.kind == LabMenuItem::Kind::Image && item.id == id; });
    return removed;
}

void Lab::insertImage(LabImage image, qsizetype position)
{
    Q_ASSERT(isId(image.id) && !this->image(image.id));
    m_images.insert(std::clamp(position, qsizetype(0), m_images.size()), std::move(image));
}

QString Lab::freeId(const QString &name) const
{
    QString base;
    for (const auto c : name.toLower()) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || (c == u'.' && !base.isEmpty());
        if (plain)
            base.append(c);
        else if (!base.isEmpty() && !base.endsWith(u'-'))
            base.append(u'-');
    }
    base.truncate(48);
    while (base.endsWith(u'-') || base.endsWith(u'.'))
        base.chop(1);
    if (base.isEmpty())
        base = u"image"_s;
    const auto isTaken = [this](const QString &id) {
        return image(id) || std::ranges::any_of(standardItems, [&](const auto &item) { return id == item.id; });
    };
    QString id = base;
    for (int number = 2; isTaken(id); ++number)
        id = u"%1-%2"_s.arg(base).arg(number);
    return id;
}

void Lab::relinkImage(LabImage image)
{
    const auto found = std::ranges::find(m_images, image.id, &LabImage::id);
    if (found == m_images.end())
        return;
    auto options = found->options;
    for (const auto &[key, value] : std::as_const(image.options).asKeyValueRange())
        options.insert(key, value);
    image.options = options;
    *found = std::move(image);
}

void Lab::setChecked(const QString &id, const QHash<QString, QString> &hashes, bool imageCompared)
{
    const auto found = std::ranges::find(m_images, id, &LabImage::id);
    if (found == m_images.end())
        return;
    for (auto &file : found->facts.files) {
        const auto hash = hashes.constFind(file.path);
        if (hash == hashes.cend() || !file.sha256.isEmpty())
            continue;
        file.sha256 = *hash;
        file.expected.clear();
    }
    if (imageCompared)
        found->facts.imageSums.clear();
}

Result<void> Lab::setOption(const QString &imageId, const QString &key, const QString &value)
{
    const auto found = std::ranges::find(m_images, imageId, &LabImage::id);
    if (found == m_images.end())
        return fail(Error::Code::NotFound, u"There is no image “%1”"_s.arg(imageId));
    const auto &options = found->facts.options;
    const auto option = std::ranges::find(options, key, &BootOption::key);
    if (option == options.end()) {
        QStringList keys;
        for (const auto &known : options)
            keys.append(known.key);
        return fail(Error::Code::InvalidArgument,
                    u"%1 has no option “%2”; it has %3"_s.arg(found->displayName(), key,
                                                              keys.isEmpty() ? u"none"_s : keys.join(u", "_s)));
    }
    if (!option->choices.isEmpty() && !value.isEmpty() && !option->choices.contains(value)) {
        return fail(Error::Code::InvalidArgument,
                    u"%1 cannot be “%2”; choose one of %3"_s.arg(key, value, option->choices.join(u", "_s)));
    }
    if (const auto checked = checkOptionValue(key, value); !checked)
        return checked;
    if (value.isEmpty())
        found->options.remove(key);
    else
        found->options.insert(key, value);
    return {};
}

Result<void> Lab::setMenu(QList<LabMenuItem> menu)
{
    QSet<QString> seen;
    for (const auto &item : menu) {
        const auto *standard = standardItem(item.kind);
        const bool known = standard ? item.id == QStringView(standard->id) : image(item.id) != nullptr;
        if (!known || seen.contains(item.id))
            return fail(Error::Code::InvalidArgument,
                        u"The menu entry “%1” is not of this lab, or stands in the menu twice"_s.arg(item.id));
        seen.insert(item.id);
    }
    m_menu = std::move(menu);
    return {};
}

QString Lab::setting(const QString &key) const
{
    if (const auto found = m_settings.find(key); found != m_settings.end())
        return *found;
    const auto *spec = settingSpec(key);
    return spec ? spec->defaultValue : QString();
}

Result<void> Lab::setSetting(const QString &key, const QString &value)
{
    const auto *spec = settingSpec(key);
    if (!spec)
        return fail(Error::Code::InvalidArgument,
                    u"There is no setting “%1”; “benchboot settings” lists them"_s.arg(key));
    if (const auto checked = checkSetting(*spec, value); !checked)
        return checked;
    if (isKernelSetting(key)) {
        if (const auto checked = checkOptionValue(key, value); !checked)
            return checked;
    }
    if (spec->type == SettingSpec::Type::MenuItem && !value.isEmpty()
        && !std::ranges::contains(m_menu, value, &LabMenuItem::id))
        return fail(Error::Code::InvalidArgument, u"%1 cannot be “%2”: the menu has no such entry"_s.arg(key, value));
    if (value.isEmpty())
        m_settings.remove(key);
    else
        m_settings.insert(key, value);
    return {};
}

QString Lab::defaultItem() const
{
    const auto wanted = setting(u"menu.default"_s);
    if (!wanted.isEmpty() && std::ranges::contains(m_menu, wanted, &LabMenuItem::id))
        return wanted;
    const auto first = std::ranges::find(m_menu, LabMenuItem::Kind::Image, &LabMenuItem::kind);
    return first == m_menu.end() ? QString() : first->id;
}

QMap<QString, QString> Lab::effectiveOptions(const LabImage &image) const
{
    QMap<QString, QString> values;
    for (const auto &option : image.facts.options) {
        auto value = image.options.value(option.key);
        if (value.isEmpty() && settingSpec(option.key))
            value = setting(option.key);
        values.insert(option.key, value.isEmpty() ? option.defaultValue : value);
    }
    return values;
}

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
        if (!isId(image.id) || lab.image(image.id))
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
