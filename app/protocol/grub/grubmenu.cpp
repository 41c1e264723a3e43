// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/grub/grubmenu.h"

#include "protocol/ipxe/scripttext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Grub {
namespace {

struct Processor
{
    Firmware firmware;
    QByteArrayView name; ///< what GRUB's variable grub_cpu says
};
constexpr Processor processors[]{
    {Firmware::EfiX64, "x86_64"}, {Firmware::EfiIa32, "i386"}, {Firmware::EfiArm64, "arm64"}};

bool canStart(const BootEntry &entry, const ServedImage &image, Firmware firmware)
{
    // A recipe's own script is iPXE's language.
    const bool known = entry.script.isEmpty() && (entry.method == BootMethod::Kernel || entry.method == BootMethod::Efi);
    return known && entry.firmware.testFlag(firmware)
        && std::ranges::all_of(entry.whenOptions.asKeyValueRange(), [&image](const auto &condition) {
               return image.options.value(condition.first) == condition.second;
           });
}

/// Writes the menu, once for each processor.
class MenuWriter
{
public:
    MenuWriter(const ServedLab &lab, const QByteArray &origin)
        : m_lab(lab), m_origin(origin), m_device("(http," + origin.sliced(origin.lastIndexOf('/') + 1) + ')')
    {
    }

    QByteArray write()
    {
        for (const auto &processor : processors) {
            line("if [ \"$grub_cpu\" = ", processor.name, " ]; then");
            writeFor(processor.firmware);
            line("fi");
        }
        return m_config;
    }

private:
    template <typename... Parts>
    void line(const Parts &...parts)
    {
        (m_config.append(parts), ...);
        m_config.append('\n');
    }

    void writeFor(Firmware firmware)
    {
        bool hasDefault = false;
        for (const auto &item : m_lab.menu) {
            if (writeItem(item, firmware))
                hasDefault |= item.id == m_lab.defaultItem;
        }
        if (hasDefault)
            line("set default=", quoted(m_lab.defaultItem));
        const bool waits = !hasDefault || m_lab.menuTimeoutSeconds <= 0;
        line("set timeout=", waits ? "-1"_ba : QByteArray::number(m_lab.menuTimeoutSeconds));
    }

    /// \return whether there is such an item in GRUB's menu.
    bool writeItem(const ServedMenuItem &item, Firmware firmware)
    {
        switch (item.kind) {
        case ServedMenuItem::Kind::Image:
            return writeImage(item, firmware);
        case ServedMenuItem::Kind::LocalDisk:
            open(item);
            line("exit 1"); // the firmware goes on to its next boot option
            break;
        case ServedMenuItem::Kind::Reboot:
            open(item);
            line("reboot");
            break;
        case ServedMenuItem::Kind::Shell:
            return false; // it is iPXE's; GRUB has its own under the key c
        default: // a kind that GRUB has nothing for
            return false;
        }
        line("}");
        return true;
    }

    bool writeImage(const ServedMenuItem &item, Firmware firmware)
    {
        const auto image = m_lab.images.value(item.id);
        const auto entry = std::ranges::find_if(
            image.entries, [&](const BootEntry &candidate) { return canStart(candidate, image, firmware); });
        if (entry == image.entries.end())
            return false;
        open(item);
        const auto folder = u"/images/"_s + image.id + u'/';
        if (entry->method == BootMethod::Efi) {
            line("chainloader ", file(folder + entry->kernel), arguments(*entry, image));
        } else {
            line("linux ", file(folder + entry->kernel), arguments(*entry, image));
            QByteArray initrds;
            for (const auto &initrd : entry->initrds)
                initrds += ' ' + initrdWord(initrd, folder);
            if (!initrds.isEmpty())
                line("initrd", initrds);
        }
        line("}");
        return true;
    }

    void open(const ServedMenuItem &item)
    {
        line("menuentry ", quoted(QString::fromUtf8(Ipxe::displayText(item.title))), " --id ", quoted(item.id), " {");
    }

    [[nodiscard]] QByteArray file(const QString &path) const
    {
        // GRUB sends the path as it is, so what a URL cannot hold is encoded here.
        return quoted(QString::fromLatin1(m_device + Ipxe::urlPath(path)));
    }

    [[nodiscard]] QByteArray initrdWord(const BootInitrd &initrd, const QString &folder) const
    {
        const auto source = QString::fromLatin1(m_device + Ipxe::urlPath(folder + initrd.path));
        if (initrd.injectAs.isEmpty())
            return quoted(source);
        return quoted(u"newc:%1:%2"_s.arg(initrd.injectAs, source));
    }

    [[nodiscard]] QByteArray arguments(const BootEntry &entry, const ServedImage &image) const
    {
        const auto base = m_origin + "/images/" + Ipxe::urlPath(image.id) + '/';
        const auto expanded = QString::fromUtf8(Ipxe::expandArguments(entry.arguments, base, image.options));
        QByteArray words;
        for (const auto &word : expanded.split(u' ', Qt::SkipEmptyParts)) {
            if (!word.contains(u"${"_s)) // a setting of iPXE, of which GRUB knows nothing
                words += ' ' + quoted(word);
        }
        return words;
    }

    const ServedLab &m_lab;
    QByteArray m_origin; ///< for the system that boots
    QByteArray m_device; ///< the same for GRUB
    QByteArray m_config;
};

} // namespace

QByteArray quoted(const QString &text)
{
    QString result = u"'"_s;
    for (const auto c : text) {
        const bool isControl = c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph;
        if (c == u'\'')
            result += u"'\\''"_s;
        else
            result += isControl ? u' ' : c;
    }
    return (result + u'\'').toUtf8();
}

QByteArray menuConfig(const ServedLab &lab, const QByteArray &origin) { return MenuWriter(lab, origin).write(); }

} // namespace Benchboot::Grub
