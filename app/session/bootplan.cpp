// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/bootplan.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

Firmwares firmwareCalled(const QString &name)
{
    if (name == u"BIOS")
        return Firmware::Bios;
    if (name == u"UEFI x86")
        return Firmware::EfiIa32;
    if (name == u"UEFI x64")
        return Firmware::EfiX64;
    if (name == u"UEFI ARM64")
        return Firmware::EfiArm64;
    return {};
}

/// The file whose request shows that a PC took \a entry.
QString firstFile(const BootEntry &entry)
{
    if (entry.method != BootMethod::Wimboot && !entry.kernel.isEmpty())
        return entry.kernel;
    return entry.initrds.isEmpty() ? QString() : entry.initrds.first().path;
}

bool fits(const BootEntry &entry, const QMap<QString, QString> &options, Firmwares firmware)
{
    const bool optionsHold = std::ranges::all_of(entry.whenOptions.asKeyValueRange(), [&](const auto &condition) {
        return options.value(condition.first) == condition.second;
    });
    return optionsHold && (!firmware || !entry.firmware || entry.firmware.testAnyFlags(firmware));
}

QString withOptions(QString text, const QMap<QString, QString> &options)
{
    for (const auto &[key, value] : options.asKeyValueRange())
        text.replace(u"${%1}"_s.arg(key), value);
    return text;
}

} // namespace

std::optional<BootPlan> BootPlan::begunBy(const QString &path, const LabImage &image,
                                          const QMap<QString, QString> &options, const QString &firmware)
{
    const auto known = firmwareCalled(firmware);
    for (const auto &entry : image.facts.entries) {
        if (firstFile(entry) == path && fits(entry, options, known))
            return BootPlan(entry, image, options);
    }
    return std::nullopt;
}

BootPlan::BootPlan(const BootEntry &entry, const LabImage &image, const QMap<QString, QString> &options)
{
    for (const auto &file : image.facts.files)
        m_sizes.insert(file.path, file.size);
    if (entry.method != BootMethod::Wimboot)
        m_kernel = entry.kernel;
    for (const auto &initrd : entry.initrds)
        m_initrds.append(initrd.path);
    if (!m_kernel.isEmpty())
        m_needed.append({m_kernel});
    for (const auto &initrd : std::as_const(m_initrds))
        m_needed.append({initrd});
    addMentioned(entry.arguments, image, options);
    addMentioned(entry.script, image, options);
}

void BootPlan::addMentioned(const QString &text, const LabImage &image, const QMap<QString, QString> &options)
{
    static const QRegularExpression url(uR"(\$\{base\}([^\s,;|"']*))"_s);
    const auto expanded = withOptions(text, options);
    for (const auto &match : url.globalMatch(expanded)) {
        const auto path = match.captured(1);
        const auto alternatives = m_sizes.contains(path) ? Alternatives{path} : largestBelow(path, image);
        if (!alternatives.isEmpty() && !m_needed.contains(alternatives))
            m_needed.append(alternatives);
    }
}

/// An argument that names a folder leaves the choice to the system: its root file system is the largest file there, or one that is not much
/// smaller (another architecture's), and no kernel or initrd.
BootPlan::Alternatives BootPlan::largestBelow(const QString &folder, const LabImage &image) const
{
    QSet<QString> loadedByIpxe;
    for (const auto &entry : image.facts.entries) {
        loadedByIpxe.insert(entry.kernel);
        for (const auto &initrd : entry.initrds)
            loadedByIpxe.insert(initrd.path);
    }
    const auto counts
        = [&](const ImageFile &file) { return file.path.startsWith(folder) && !loadedByIpxe.contains(file.path); };
    qint64 largest = 0;
    for (const auto &file : image.facts.files) {
        if (counts(file))
            largest = std::max(largest, file.size);
    }
    Alternatives files;
    for (const auto &file : image.facts.files) {
        if (counts(file) && file.size > 0 && file.size >= largest / 2)
            files.append(file.path);
    }
    return files;
}

BootStage BootPlan::stageOf(const QString &path) const
{
    if (path == m_kernel)
        return BootStage::Kernel;
    return m_initrds.contains(path) ? BootStage::Initrd : BootStage::System;
}

bool BootPlan::needs(const QString &path) const
{
    return std::ranges::any_of(m_needed, [&](const auto &alternatives) { return alternatives.contains(path); });
}

void BootPlan::deliver(const QString &path, qint64 bytes, qint64 total)
{
    // A resumed download asks for the rest of the file, so that what is left says where it begins. Reads from the middle never join up.
    const auto begin = std::max<qint64>(0, m_sizes.value(path) - total);
    auto &delivered = m_delivered[path];
    if (begin <= delivered)
        delivered = std::max(delivered, begin + bytes);
}

bool BootPlan::isWhole(const QString &path) const
{
    const auto delivered = m_delivered.constFind(path);
    return delivered != m_delivered.cend() && *delivered >= m_sizes.value(path);
}

bool BootPlan::isComplete() const
{
    return !m_needed.isEmpty() && std::ranges::all_of(m_needed, [this](const auto &alternatives) {
        return std::ranges::any_of(alternatives, [this](const auto &path) { return isWhole(path); });
    });
}

} // namespace Benchboot
