// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/imagecheck.h"

#include "images/progresspacer.h"
#include "session/sourcestate.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 storeIntervalMs = 15'000; // what is lost where the check breaks off

/// One run over an image's files.
class Check
{
public:
    Check(const LabStore &store, const LabImage &image, const ProgressCallback &progress, std::stop_token stop)
        : m_store(store), m_image(image), m_places{store.imageFolder(image.id), image.linked ? image.sourceFile : QString()},
          m_pacer(progress), m_stop(std::move(stop))
    {
        m_sinceStored.start();
    }

    [[nodiscard]] Result<void> run(CheckScope scope);

private:
    [[nodiscard]] Result<void> checkAll(const QList<ImageFile> &files);
    [[nodiscard]] Result<void> check(const ImageFile &file);
    [[nodiscard]] Result<void> store();

    const LabStore &m_store;
    const LabImage &m_image;
    FilePlaces m_places;
    ProgressPacer m_pacer;
    std::stop_token m_stop;
    ImageProgress m_state{u"checking"_s, {}, 0, 0};
    QHash<QString, QString> m_found; ///< path → SHA-256, not in the lab yet
    bool m_imageCompared = false;
    QElapsedTimer m_sinceStored;
};

Result<void> Check::run(CheckScope scope)
{
    QList<ImageFile> files;
    for (const auto &file : m_image.facts.files) {
        if (scope == CheckScope::Everything || file.sha256.isEmpty())
            files.append(file);
    }
    for (const auto &file : std::as_const(files))
        m_state.total += file.size;
    std::optional<ImageFile> whole;
    if (!m_image.facts.imageSums.isEmpty()) {
        auto image = wholeImage(m_image.sourceFile, m_image.facts.imageSums);
        if (!image)
            return std::unexpected(image.error());
        m_state.total += image->size;
        whole = std::move(*image);
    }
    auto result = checkAll(files);
    if (result && whole) {
        result = check(*whole);
        m_imageCompared = result.has_value();
    }
    if (const auto stored = store(); result && !stored)
        return stored;
    return result;
}

Result<void> Check::checkAll(const QList<ImageFile> &files)
{
    for (const auto &file : files) {
        if (const auto checked = check(file); !checked)
            return checked;
        if (!m_sinceStored.hasExpired(storeIntervalMs))
            continue;
        if (const auto stored = store(); !stored)
            return stored;
    }
    return {};
}

Result<void> Check::check(const ImageFile &file)
{
    m_state.file = file.path;
    const auto hash = checkFile(
        m_places, file,
        [this](qint64 bytes) {
            m_state.bytes += bytes;
            m_pacer.report(m_state);
        },
        m_stop);
    if (!hash)
        return std::unexpected(hash.error());
    if (file.sha256.isEmpty())
        m_found.insert(file.path, *hash);
    return {};
}

/// The image may have been imported anew in the meantime: its files are others then.
Result<void> Check::store()
{
    m_sinceStored.restart();
    if (m_found.isEmpty() && !m_imageCompared)
        return {};
    const auto changed = m_store.change([this](Lab &lab) -> Result<void> {
        const auto *now = lab.image(m_image.id);
        if (!now || now->importedMs != m_image.importedMs)
            return fail(Error::Code::Cancelled, u"The check was cancelled"_s);
        lab.setChecked(m_image.id, m_found, m_imageCompared);
        return {};
    });
    m_found.clear();
    if (!changed)
        return std::unexpected(changed.error());
    return {};
}

} // namespace

bool isUnchecked(const LabImage &image)
{
    return image.linked
        && (!image.facts.imageSums.isEmpty()
            || std::ranges::any_of(image.facts.files, [](const ImageFile &file) { return file.sha256.isEmpty(); }));
}

qint64 uncheckedBytes(const LabImage &image)
{
    if (!image.linked)
        return 0;
    qint64 bytes = image.facts.imageSums.isEmpty() ? 0 : image.sourceSize;
    for (const auto &file : image.facts.files)
        bytes += file.sha256.isEmpty() ? file.size : 0;
    return bytes;
}

Result<void> checkImage(const LabStore &store, const LabImage &image, CheckScope scope, const ProgressCallback &progress,
                        const std::stop_token &stop)
{
    if (const auto trouble = sourceTrouble(image))
        return std::unexpected(*trouble);
    return Check(store, image, progress, stop).run(scope);
}

} // namespace Benchboot
