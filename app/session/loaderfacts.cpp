// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/loaderfacts.h"

#include "images/digest.h"
#include "images/peimage.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

struct Component
{
    QByteArrayView name;
    LoaderFacts::Program program;
};
// By SBAT component (shim's SBAT.md). A distribution's own line says its version, so the more specific name is looked for first.
constexpr Component components[]{{"ipxe", LoaderFacts::Program::Ipxe}, {"grub", LoaderFacts::Program::Grub}, {"shim", LoaderFacts::Program::Shim}};

QString shownVersion(QByteArrayView raw)
{
    auto version = QString::fromUtf8(raw.first(std::min<qsizetype>(raw.size(), 60))).trimmed();
    version.removeIf([](QChar c) { return !c.isPrint(); });
    return version;
}

/// What stands between the first \a start and the next \a end, at most 40 bytes on; empty where that is not so.
QByteArrayView between(QByteArrayView text, QByteArrayView start, QByteArrayView end)
{
    const auto at = text.indexOf(start);
    if (at < 0)
        return {};
    const auto begin = at + start.size();
    const auto rest = text.sliced(begin, std::min<qsizetype>(text.size() - begin, 40));
    return rest.first(std::max<qsizetype>(0, rest.indexOf(end)));
}

/// An SBAT section: lines of component, generation, vendor, package, version, URL.
void readSbat(QByteArrayView sbat, LoaderFacts &facts)
{
    for (const auto &line : sbat.toByteArray().split('\n')) {
        const auto fields = line.split(',');
        if (fields.size() < 5)
            continue;
        for (const auto &component : components) {
            const bool own = fields.first() == component.name;
            if (!own && !fields.first().startsWith(component.name.toByteArray() + '.'))
                continue;
            facts.program = component.program;
            // "shim,4,UEFI shim,shim,1,…" counts generations; the vendor's line has what people call the version.
            if (!own || component.program != LoaderFacts::Program::Shim)
                facts.version = shownVersion(fields.at(4));
        }
    }
}

/// What programs without an SBAT section say of themselves.
void readTexts(QByteArrayView file, LoaderFacts &facts)
{
    // memdisk is a Linux kernel by its header, so its kind is unknown.
    if (facts.kind == LoaderKind::Unknown && file.contains("MEMDISK ")) {
        facts.program = LoaderFacts::Program::Memdisk;
        facts.version = shownVersion(between(file, "MEMDISK ", " "));
    }
    if (facts.kind != LoaderKind::Bios && file.contains("UEFI SHIM\n")) {
        facts.program = LoaderFacts::Program::Shim;
        facts.version = shownVersion(between(file.sliced(file.indexOf("UEFI SHIM\n")), "$Version: ", " $"));
    }
    if (facts.program == LoaderFacts::Program::Other && facts.kind != LoaderKind::Unknown && file.contains("iPXE"))
        facts.program = LoaderFacts::Program::Ipxe;
}

/// Only where the program's text is there to be read, which that of a compressed build is not.
void readAbilities(QByteArrayView file, LoaderFacts &facts)
{
    const bool readable = facts.kind != LoaderKind::Bios && facts.kind != LoaderKind::Unknown;
    if (!readable || facts.program == LoaderFacts::Program::Other)
        return;
    facts.http = file.contains("HTTP/1.1");
    if (facts.program == LoaderFacts::Program::Ipxe)
        facts.keyboard = file.contains(QByteArrayView("\0keymap\0", 8));
}

struct Remembered
{
    qint64 modifiedMs = 0;
    qint64 size = 0;
    LoaderFacts facts;
};

class Memory
{
public:
    [[nodiscard]] std::optional<LoaderFacts> find(const QString &path, qint64 modifiedMs, qint64 size)
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_files.constFind(path);
        if (found == m_files.cend() || found->modifiedMs != modifiedMs || found->size != size)
            return std::nullopt;
        return found->facts;
    }
    void insert(const QString &path, const Remembered &file)
    {
        const std::scoped_lock lock(m_mutex);
        m_files.insert(path, file);
    }

private:
    std::mutex m_mutex;
    QHash<QString, Remembered> m_files;
};

} // namespace

LoaderFacts scanLoader(QByteArrayView file)
{
    LoaderFacts facts;
    facts.kind = loaderKind(file);
    facts.size = file.size();
    Digest digest(u"sha256"_s);
    digest.add(file);
    facts.sha256 = digest.finish();
    const auto image = parsePeImage(file);
    if (image) {
        readSbat(sectionOf(file, *image, ".sbat"), facts);
        facts.signers = signatureIssuers(file, *image);
    }
    readTexts(file, facts);
    readAbilities(file, facts);
    return facts;
}

Result<LoaderFacts> loaderFacts(const QString &path)
{
    static Memory memory;
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return fail(Error::Code::NotFound, u"The loader %1 is not there"_s.arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Code::AccessDenied, u"The loader %1 cannot be read: %2"_s.arg(path, file.errorString()));
    if (file.size() > largestLoader)
        return fail(Error::Code::LimitExceeded, u"%1 has %2 bytes, more than any boot loader"_s.arg(path).arg(file.size()));
    const auto modifiedMs = file.fileTime(QFileDevice::FileModificationTime).toMSecsSinceEpoch();
    if (auto known = memory.find(path, modifiedMs, file.size()))
        return *std::move(known);
    const auto bytes = file.read(largestLoader);
    if (file.error() != QFileDevice::NoError)
        return fail(Error::Code::Io, u"The loader %1 cannot be read: %2"_s.arg(path, file.errorString()));
    const auto facts = scanLoader(bytes);
    memory.insert(path, {modifiedMs, bytes.size(), facts});
    return facts;
}

} // namespace Benchboot
