// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/ipxe/menuscript.h"

#include "protocol/ipxe/scripttext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Ipxe {
namespace {

constexpr Firmwares anyEfi = Firmware::EfiIa32 | Firmware::EfiX64 | Firmware::EfiArm64;

QByteArray fileName(const QString &path) { return imageName(path.sliced(path.lastIndexOf(u'/') + 1)); }

bool optionsMatch(const BootEntry &entry, const ServedImage &image)
{
    return std::ranges::all_of(entry.whenOptions.asKeyValueRange(), [&image](const auto &condition) {
        return image.options.value(condition.first) == condition.second;
    });
}

/// Writes the menu for one client.
class MenuWriter
{
public:
    MenuWriter(const ServedLab &lab, const MenuClient &client, const QByteArray &origin)
        : m_lab(lab), m_firmware(firmwareOf(client)), m_origin(origin)
    {
    }

    QByteArray write()
    {
        QList<ServedMenuItem> items = m_lab.menu;
        items.removeIf([this](const ServedMenuItem &item) { return !isOffered(item); });
        writeMenu(items);
        for (const auto &item : items)
            writeItem(item);
        return m_script;
    }

private:
    template <typename... Parts>
    void line(const Parts &...parts)
    {
        (m_script.append(parts), ...);
        m_script.append('\n');
    }

    [[nodiscard]] QList<BootEntry> entriesFor(const QString &imageId) const
    {
        const auto image = m_lab.images.value(imageId);
        QList<BootEntry> entries = image.entries;
        entries.removeIf([this, &image](const BootEntry &entry) {
            const bool fits = !m_firmware || entry.firmware.testAnyFlags(m_firmware);
            return entry.method == BootMethod::None || !fits || !optionsMatch(entry, image);
        });
        return entries;
    }

    [[nodiscard]] bool isOffered(const ServedMenuItem &item) const
    {
        return item.kind != ServedMenuItem::Kind::Image || !entriesFor(item.id).isEmpty();
    }

    void writeMenu(const QList<ServedMenuItem> &items)
    {
        line("#!ipxe");
        line(":start");
        line("menu ", displayText(m_lab.menuTitle));
        bool inImages = true;
        for (const auto &item : items) {
            if (inImages && item.kind != ServedMenuItem::Kind::Image) {
                line("item --gap");
                inImages = false;
            }
            line("item ", itemKey(item.kind), imageName(item.id), ' ', displayText(item.title));
        }
        QByteArray choose = "choose ";
        const bool hasDefault = std::ranges::contains(items, m_lab.defaultItem, &ServedMenuItem::id);
        if (hasDefault) {
            choose += "--default " + imageName(m_lab.defaultItem) + ' ';
            if (m_lab.menuTimeoutSeconds > 0)
                choose += "--timeout " + QByteArray::number(m_lab.menuTimeoutSeconds * 1000) + ' ';
        }
        line(choose, "selected && goto item_${selected} ||");
        line("echo Type exit to come back to the menu.");
        line("shell");
        line("goto start");
        line(":failed");
        line("echo");
        line("prompt The start failed. Press a key to come back to the menu. ||");
        line("imgfree ||");
        line("goto start");
    }

    static QByteArray itemKey(ServedMenuItem::Kind kind)
    {
        switch (kind) {
        case ServedMenuItem::Kind::LocalDisk:
            return "--key d ";
        case ServedMenuItem::Kind::Shell:
            return "--key s ";
        case ServedMenuItem::Kind::Reboot:
            return "--key r ";
        case ServedMenuItem::Kind::Image:
            break;
        }
        return {};
    }

    void writeItem(const ServedMenuItem &item)
    {
        line(":item_", imageName(item.id));
        switch (item.kind) {
        case ServedMenuItem::Kind::Image:
            writeImage(item.id);
            return;
        case ServedMenuItem::Kind::LocalDisk:
            // UEFI firmware goes on to its next boot option only when this one ends with an error.
            line("iseq ${platform} efi && exit 1 ||");
            line("sanboot --no-describe --drive 0x80 || goto failed");
            return;
        case ServedMenuItem::Kind::Shell:
            line("echo Type exit to come back to the menu.");
            line("shell");
            line("goto start");
            return;
        case ServedMenuItem::Kind::Reboot:
            line("reboot || goto failed");
            return;
        }
    }

    void writeImage(const QString &id)
    {
        const auto image = m_lab.images.value(id);
        const auto entries = entriesFor(id);
        const auto label = imageName(id);
        for (qsizetype i = 0; i < entries.size(); ++i) {
            const auto next
                = i + 1 < entries.size() ? "item_" + label + '_' + QByteArray::number(i + 2) : "unfit_" + label;
            if (i > 0)
                line(":item_", label, '_', QByteArray::number(i + 1));
            writeConditions(entries.at(i), next);
            writeEntry(entries.at(i), image);
        }
        line(":unfit_", label);
        line("echo This system has nothing that starts on this processor.");
        line("goto failed");
    }

    /// Jumps to \a otherwise where \a entry cannot start; what the server knows already is not asked again.
    void writeConditions(const BootEntry &entry, const QByteArray &otherwise)
    {
        if (!m_firmware && entry.firmware == Firmware::Bios)
            line("iseq ${platform} pcbios || goto ", otherwise);
        else if (!m_firmware && !entry.firmware.testFlag(Firmware::Bios))
            line("iseq ${platform} efi || goto ", otherwise);
        const bool maybeBios = !m_firmware || m_firmware.testFlag(Firmware::Bios);
        // CPUID function 0x80000001, EDX bit 29: long mode. iPXE for BIOS is 32-bit code, so its own architecture says nothing.
        if (entry.cpuBits == 64 && maybeBios)
            line("cpuid --ext 29 || goto ", otherwise);
    }

    void writeEntry(const BootEntry &entry, const ServedImage &image)
    {
        const auto base = m_origin + "/images/" + urlPath(image.id) + '/';
        const auto arguments = expandArguments(entry.arguments, base, image.options);
        line("imgfree ||");
        if (!entry.script.isEmpty()) {
            m_script.append(QString(entry.script).replace(u"${base}"_s, QString::fromLatin1(base)).toUtf8());
            line();
            line("goto failed");
            return;
        }
        switch (entry.method) {
        case BootMethod::Kernel:
            writeKernel(entry, base, arguments);
            return;
        case BootMethod::Memdisk:
            line("kernel --name memdisk ", m_origin, "/loaders/memdisk ", arguments, " || goto failed");
            line("initrd --name image ", base, urlPath(entry.kernel), " || goto failed");
            line("boot || goto failed");
            return;
        case BootMethod::Wimboot:
            line("kernel --name wimboot ", m_origin, "/loaders/wimboot ", arguments, " || goto failed");
            for (const auto &initrd : entry.initrds) {
                const auto name = fileName(initrd.path);
                line("initrd --name ", name, ' ', base, urlPath(initrd.path), ' ', name, " || goto failed");
            }
            line("boot || goto failed");
            return;
        case BootMethod::Efi:
            line("chain ", base, urlPath(entry.kernel), ' ', arguments, " || goto failed");
            line("goto start");
            return;
        case BootMethod::Sanboot:
            line("sanboot --no-describe ", arguments, arguments.isEmpty() ? "" : " ", base, urlPath(entry.kernel),
                 " || goto failed");
            return;
        case BootMethod::None:
            return;
        }
    }

    void writeKernel(const BootEntry &entry, const QByteArray &base, const QByteArray &arguments)
    {
        QByteArray command = "kernel --name " + fileName(entry.kernel) + ' ' + base + urlPath(entry.kernel);
        // Under UEFI a kernel finds its initrds by name; iPXE offers all of them, in order, as one file of this name.
        const bool maybeEfi = entry.firmware.testAnyFlags(anyEfi) && (!m_firmware || m_firmware.testAnyFlags(anyEfi));
        if (!entry.initrds.isEmpty() && maybeEfi)
            command += " initrd=initrd.magic";
        if (!arguments.isEmpty())
            command += ' ' + arguments;
        line(command, " || goto failed");
        int number = 0;
        for (const auto &initrd : entry.initrds) {
            // Names must differ: iPXE replaces an image by one of the same name.
            const auto name = fileName(initrd.path) + '.' + QByteArray::number(++number);
            QByteArray inject;
            if (!initrd.injectAs.isEmpty())
                inject = ' ' + urlPath(initrd.injectAs) + " mode=" + QByteArray::number(initrd.mode, 8) + " mkdir=-1";
            line("initrd --name ", name, ' ', base, urlPath(initrd.path), inject, " || goto failed");
        }
        line("boot || goto failed");
    }

    const ServedLab &m_lab;
    Firmwares m_firmware;
    QByteArray m_origin;
    QByteArray m_script;
};

} // namespace

QByteArray bootScript(const QByteArray &origin)
{
    // The firmware's tables say how much memory there is: instances 0 and 1 of SMBIOS structure 19, first and last KiB.
    return "#!ipxe\n"
           ":again\n"
           "chain --autofree --replace "
        + origin
        + "/menu.ipxe?mac=${netX/mac}&uuid=${uuid}&platform=${platform}&buildarch=${buildarch}"
          "&manufacturer=${manufacturer:uristring}&product=${product:uristring}&serial=${serial:uristring}"
          "&memory=${smbios/0.19.4.4:hexraw}-${smbios/0.19.8.4:hexraw}"
          "&memory=${smbios/1.19.4.4:hexraw}-${smbios/1.19.8.4:hexraw} ||\n"
          "echo Benchboot did not send the menu. Trying again in 5 seconds; press Ctrl-C for the iPXE shell.\n"
          "sleep 5 || shell\n"
          "goto again\n";
}

QByteArray autoexecScript(const QByteArray &origin)
{
    // iPXE before 2026-02 runs this without an address of its own.
    return "#!ipxe\n"
           "isset ${ip} || dhcp ||\n"
           "chain --autofree --replace "
        + origin
        + "/boot.ipxe ||\n"
          "echo Benchboot cannot be reached; check the cable and the network. Type autoboot to try again.\n"
          "shell\n";
}

QByteArray menuScript(const ServedLab &lab, const MenuClient &client, const QByteArray &origin)
{
    return MenuWriter(lab, client, origin).write();
}

} // namespace Benchboot::Ipxe
