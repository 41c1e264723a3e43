// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/lab.h"

#include "lab/labitems.h"
#include "lab/settings.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

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

/// Whether \a image offers option \a key with that value.
Result<void> checkOption(const LabImage &image, const QString &key, const QString &value)
{
    const auto &options = image.facts.options;
    const auto option = std::ranges::find(options, key, &BootOption::key);
    if (option == options.end()) {
        QStringList keys;
        for (const auto &known : options)
            keys.append(known.key);
        return fail(Error::Code::InvalidArgument,
                    u"%1 has no option “%2”; it has %3"_s.arg(image.displayName(), key,
                                                              keys.isEmpty() ? u"none"_s : keys.join(u", "_s)));
    }
    if (!option->choices.isEmpty() && !value.isEmpty() && !option->choices.contains(value)) {
        return fail(Error::Code::InvalidArgument,
                    u"%1 cannot be “%2”; choose one of %3"_s.arg(key, value, option->choices.join(u", "_s)));
    }
    return checkOptionValue(key, value);
}

/// Options of \a before that \a image offers too and does not choose itself.
void inheritOptions(LabImage &image, const LabImage &before)
{
    for (const auto &[key, value] : before.options.asKeyValueRange()) {
        if (!image.options.contains(key) && checkOption(image, key, value))
            image.options.insert(key, value);
    }
}

} // namespace

bool isImageId(const QString &text)
{
    static const QRegularExpression pattern(u"^[a-z0-9][a-z0-9.-]{0,63}$"_s);
    return pattern.match(text).hasMatch();
}

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

LabImage *Lab::find(const QString &id)
{
    const auto found = std::ranges::find(m_images, id, &LabImage::id);
    return found == m_images.end() ? nullptr : &*found;
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
    Q_ASSERT(isImageId(image.id) && !this->image(image.id));
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
    Q_ASSERT(isImageId(image.id) && !this->image(image.id));
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

void Lab::replaceImage(LabImage image)
{
    auto *found = find(image.id);
    if (!found)
        return;
    inheritOptions(image, *found);
    *found = std::move(image);
}

Result<LabImage> Lab::takeOver(const QString &newer, const QString &older)
{
    auto *heir = find(newer);
    const auto *before = image(older);
    if (!heir || !before)
        return fail(Error::Code::NotFound, u"There is no image “%1”; “benchboot images” lists them"_s.arg(heir ? older : newer));
    inheritOptions(*heir, *before);
    if (const auto entry = std::ranges::find(m_menu, older, &LabMenuItem::id); entry != m_menu.end()) {
        const bool isGenerated = entry->title == before->displayName();
        const LabMenuItem inherited{entry->kind, newer, isGenerated ? QString() : entry->title};
        m_menu.removeIf([&newer](const LabMenuItem &item) { return item.id == newer; });
        *std::ranges::find(m_menu, older, &LabMenuItem::id) = inherited;
    }
    if (m_settings.value(u"menu.default"_s) == older)
        m_settings.insert(u"menu.default"_s, newer);
    return removeImage(older);
}

void Lab::setChecked(const QString &id, const QHash<QString, QString> &hashes, bool imageCompared)
{
    auto *found = find(id);
    if (!found)
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
    auto *found = find(imageId);
    if (!found)
        return fail(Error::Code::NotFound, u"There is no image “%1”"_s.arg(imageId));
    if (const auto checked = checkOption(*found, key, value); !checked)
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

} // namespace Benchboot
