// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/bootconfig.h"

#include "core/bootentry.h"
#include "images/loaderconfig.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qsizetype maxFiles = 64;
constexpr qsizetype maxFileSize = 256 * 1024;
constexpr qsizetype maxChoices = 32;
constexpr qsizetype longestLabel = 60;

/// Words that name a drive or a medium on one, and those that boot loaders add for themselves.
bool namesDrive(const QString &word)
{
    static const QRegularExpression drive(
        u"\\A(?:BOOT_IMAGE|initrd|findiso|fromiso|iso-scan/filename|iso_filename|img_dev|img_loop|live-media|bootid|"
        "archisolabel|archisodevice|archisosearchuuid|misolabel|misodevice|cdrom|bootfrom|from)=|"
        "\\A(?:root|inst\\.stage2|inst\\.repo|install|method|repo)=(?:live:)?(?:CDLABEL|LABEL|UUID|hd:|cdrom|cd:|/dev/(?:sr|cd|disk))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return drive.match(word).hasMatch();
}

QString labelOf(const QString &text, qsizetype number)
{
    QString label;
    for (const auto c : text.simplified()) {
        if (c.isPrint() && c != u'$' && c != u'\\' && c != u'#' && c != u'^')
            label.append(c);
    }
    label = label.simplified().left(longestLabel).trimmed();
    return label.isEmpty() || !isSafeOptionValue(label) ? u"Entry %1"_s.arg(number) : label;
}

/// Follows configurations through the files that they include.
class MenuReader
{
public:
    explicit MenuReader(const ConfigReader &read) : m_read(read) { }

    void readFile(const QString &path)
    {
        const auto key = path.toCaseFolded();
        if (path.isEmpty() || m_seen.contains(key) || m_seen.size() >= maxFiles)
            return;
        m_seen.insert(key);
        const auto text = QString::fromUtf8(m_read(path).left(maxFileSize));
        if (text.isEmpty())
            return;
        const auto folder = path.left(std::max<qsizetype>(path.lastIndexOf(u'/'), 0));
        const auto config = key.contains(u"loader/entries/"_s)           ? parseLoaderSpecEntry(text)
            : key.contains(u"grub"_s) || key.endsWith(u"loopback.cfg"_s) ? parseGrubConfig(text)
                                                                         : parseSyslinuxConfig(text);
        if (m_defaultId.isEmpty())
            m_defaultId = config.defaultId;
        for (const auto &entry : config.entries)
            add(entry, folder);
        for (const auto &included : config.included)
            readFile(pathInImage(included, folder));
    }

    [[nodiscard]] BootMenu finish() &&
    {
        auto &choices = m_menu.choices;
        if (m_default > 0)
            std::rotate(choices.begin(), choices.begin() + m_default, choices.begin() + m_default + 1);
        return std::move(m_menu);
    }

private:
    void add(const LoaderEntry &raw, const QString &folder);

    const ConfigReader &m_read;
    BootMenu m_menu;
    QString m_defaultId;
    qsizetype m_default = -1; ///< index
    QSet<QString> m_seen;
};

void MenuReader::add(const LoaderEntry &raw, const QString &folder)
{
    auto &choices = m_menu.choices;
    BootChoice choice;
    choice.kernel = pathInImage(raw.kernel, folder);
    if (choice.kernel.isEmpty() || choices.size() >= maxChoices)
        return;
    auto initrds = raw.initrds;
    QStringList kept;
    for (const auto &word : raw.arguments) {
        if (word.startsWith(u"initrd="_s, Qt::CaseInsensitive))
            initrds += word.sliced(7).split(u',', Qt::SkipEmptyParts);
        else if (namesDrive(word))
            choice.losesMedium |= !word.startsWith(u"BOOT_IMAGE="_s);
        else if (!word.isEmpty() && isSafeOptionValue(word))
            kept.append(word);
    }
    for (const auto &initrd : std::as_const(initrds)) {
        if (const auto path = pathInImage(initrd, folder); !path.isEmpty() && !choice.initrds.contains(path))
            choice.initrds.append(path);
    }
    choice.arguments = kept.join(u' ');
    choice.isMemdisk = choice.kernel.section(u'/', -1).compare(u"memdisk", Qt::CaseInsensitive) == 0;
    choice.label = labelOf(raw.title, choices.size() + 1);
    const bool isKnown = std::any_of(choices.begin(), choices.end(), [&choice](const BootChoice &other) {
        return std::tie(other.kernel, other.initrds, other.arguments)
            == std::tie(choice.kernel, choice.initrds, choice.arguments)
            || other.label == choice.label;
    });
    if (isKnown)
        return;
    const bool isDefault
        = raw.isDefault || (!raw.id.isEmpty() && raw.id.compare(m_defaultId, Qt::CaseInsensitive) == 0);
    if (isDefault && m_default < 0)
        m_default = choices.size();
    choices.append(choice);
}

} // namespace

QString pathInImage(const QString &path, const QString &folder)
{
    auto text = path;
    text.replace(u'\\', u'/');
    if (text.startsWith(u'('))
        text = text.section(u')', 1);
    auto parts
        = text.startsWith(u'/') || path.startsWith(u'(') ? QStringList() : folder.split(u'/', Qt::SkipEmptyParts);
    for (const auto &part : text.split(u'/', Qt::SkipEmptyParts)) {
        if (part == u".")
            continue;
        if (part != u"..") {
            parts.append(part);
        } else if (parts.isEmpty()) {
            return {};
        } else {
            parts.removeLast();
        }
    }
    return text.isEmpty() ? QString() : parts.join(u'/');
}

BootMenu readBootMenu(const QStringList &files, const ConfigReader &read)
{
    MenuReader reader(read);
    for (const auto &file : files)
        reader.readFile(file);
    return std::move(reader).finish();
}

} // namespace Benchboot
