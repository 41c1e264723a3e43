// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/importjob.h"

#include "core/priority.h"
#include "session/sidecar.h"
#include "session/sourcestate.h"

#include <QDateTime>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

/// \a facts as an image of no lab yet, with the chosen options checked against what the recipe offers.
Result<LabImage> imageWithOptions(const ImageFacts &facts, const QMap<QString, QString> &options)
{
    Lab scratch;
    scratch.addImage({.id = u"scratch"_s, .facts = facts});
    for (const auto &[key, value] : options.asKeyValueRange()) {
        if (const auto set = scratch.setOption(u"scratch"_s, key, value); !set)
            return std::unexpected(set.error());
    }
    return *scratch.image(u"scratch"_s);
}

/// Names and versions as the recipe finds them; the files' sizes, too, since versions are missing at times.
bool isSameSystem(const ImageFacts &a, const ImageFacts &b)
{
    const auto isSameFile = [](const ImageFile &x, const ImageFile &y) { return x.path == y.path && x.size == y.size; };
    return a.recipe == b.recipe && a.name == b.name && a.version == b.version && a.edition == b.edition
        && a.architecture == b.architecture && a.label == b.label && std::ranges::equal(a.files, b.files, isSameFile);
}

/// Whether \a image is \a before, linked again because its image file is not where it was.
bool isMovedImage(const LabImage &before, const LabImage &image)
{
    const auto isSameFile = [](const ImageFile &a, const ImageFile &b) {
        return a.path == b.path && a.size == b.size && a.extents == b.extents && a.own == b.own
            && (!a.own || a.sha256 == b.sha256); // of those the folder is kept
    };
    return image.linked && before.linked && isSameSystem(before.facts, image.facts)
        && before.sourceSize == image.sourceSize && std::ranges::equal(before.facts.files, image.facts.files, isSameFile) && sourceTrouble(before);
}

} // namespace

QStringList userRecipeFolders()
{
    return {QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/benchboot/recipes"_s};
}

ImportJob::ImportJob(LabStore store, ImportRequest request, QObject *parent)
    : QObject(parent), m_store(std::move(store)), m_request(std::move(request))
{
    // The services follow no links, so that nobody can publish another file by exchanging one.
    const QFileInfo file(m_request.file);
    m_request.file = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
}

ImportJob::~ImportJob() = default;

void ImportJob::start()
{
    if (!QFileInfo::exists(m_request.file))
        return end(fail(Error::Code::NotFound, u"There is no file %1; check its name"_s.arg(m_request.file)));
    auto incoming = IncomingFolder::create(m_store);
    if (!incoming)
        return end(std::unexpected(incoming.error()));
    m_incoming.emplace(std::move(*incoming));
    startWorker();
}

void ImportJob::cancel()
{
    if (m_worker)
        m_worker->cancel();
    else
        end(fail(Error::Code::Cancelled, u"The import was cancelled"_s));
}

void ImportJob::setIdle(bool idle)
{
    if (std::exchange(m_idle, idle) != idle && workerProcess() != 0)
        setProcessIdle(workerProcess(), idle);
}

qint64 ImportJob::workerProcess() const { return m_worker ? m_worker->processId() : 0; }

void ImportJob::startWorker()
{
    m_worker = std::make_unique<ImageWorker>(ImageTask{
        .kind = ImageTask::Kind::Import,
        .file = m_request.file,
        .stagingFolder = m_incoming->path(),
        .recipe = m_request.recipe,
        .link = m_request.link,
        .sums = sumsBeside(m_request.file),
        .recipeFolders = userRecipeFolders(),
    });
    connect(m_worker.get(), &ImageWorker::progressed, this, &ImportJob::progressed);
    // Queued: these may end the worker, which must not happen inside its own signals.
    connect(m_worker.get(), &ImageWorker::recognised, this, &ImportJob::checkRecognised, Qt::QueuedConnection);
    connect(m_worker.get(), &ImageWorker::finished, this, &ImportJob::commit, Qt::QueuedConnection);
    m_worker->start();
}

void ImportJob::checkRecognised(const ImageFacts &facts)
{
    if (!m_worker)
        return;
    if (const auto image = imageWithOptions(facts, m_request.options); !image)
        return end(std::unexpected(image.error()));
    if (const auto present = m_request.refusePresent ? presentAs(facts) : QString(); !present.isEmpty()) {
        return end(fail(Error::Code::AlreadyExists,
                        u"%1 is in the lab already, as %2. Remove that one first, or keep both (--if-present keep)"_s.arg(
                            LabImage{.id = {}, .facts = facts}.displayName(), present)));
    }
    if (m_idle) // it was not there yet when that was said
        setProcessIdle(m_worker->processId(), true);
    Q_EMIT recognised(facts);
    if (m_worker) // unless that cancelled it
        m_worker->proceed();
}

/// The image of the lab that is the same system as \a facts and can boot; empty: none.
QString ImportJob::presentAs(const ImageFacts &facts) const
{
    const auto lab = m_store.read();
    if (!lab)
        return {}; // whoever writes it says why
    for (const auto &image : lab->images()) {
        if (isSameSystem(image.facts, facts) && !sourceTrouble(image))
            return image.id;
    }
    return {};
}

void ImportJob::commit(const Result<ImageFacts> &imported)
{
    if (m_ended)
        return;
    m_worker.reset();
    if (!imported)
        return end(std::unexpected(imported.error()));
    end(addToLab(*imported));
}

Result<LabImage> ImportJob::addToLab(const ImageFacts &facts)
{
    const auto held = m_store.lock();
    if (!held)
        return std::unexpected(held.error());
    auto lab = m_store.read();
    if (!lab)
        return std::unexpected(lab.error());
    auto image = imageWithOptions(facts, m_request.options);
    if (!image)
        return image;
    const QFileInfo source(m_request.file);
    image->sourceFile = m_request.file;
    image->sourceSize = source.size();
    image->sourceModifiedMs = source.lastModified().toMSecsSinceEpoch();
    image->linked = m_request.link;
    image->importedMs = QDateTime::currentMSecsSinceEpoch();
    for (const auto &before : lab->images()) {
        if (isMovedImage(before, *image))
            return relink(*lab, *image, before);
    }
    image->id = lab->freeId(image->displayName());
    lab->addImage(*image);
    if (const auto published = m_incoming->publish(m_store, image->id); !published)
        return std::unexpected(published.error());
    if (const auto written = m_store.write(*lab); !written)
        return std::unexpected(written.error());
    m_incoming->settle();
    return image;
}

/// The image file has moved: its image stays what it is in the lab, menu entry and options included.
Result<LabImage> ImportJob::relink(Lab &lab, LabImage image, const LabImage &before)
{
    image.id = before.id;
    lab.relinkImage(image);
    if (const auto written = m_store.write(lab); !written)
        return std::unexpected(written.error());
    return *lab.image(image.id);
}

void ImportJob::end(Result<LabImage> result)
{
    if (m_ended)
        return;
    m_ended = true;
    m_worker.reset();
    m_incoming.reset();
    Q_EMIT finished(result);
}

} // namespace Benchboot
