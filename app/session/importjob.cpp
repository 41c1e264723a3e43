// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/importjob.h"

#include "core/priority.h"
#include "session/sidecar.h"
#include "session/sourcestate.h"

#include <QDateTime>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr std::chrono::milliseconds busyLimit = std::chrono::minutes(1);
constexpr std::chrono::milliseconds busyRetry{50};

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

/// Whether \a image is \a before, linked again because its image file is not where it was.
bool isMovedImage(const LabImage &before, const LabImage &image)
{
    const auto isSameFile = [](const ImageFile &a, const ImageFile &b) {
        return a.path == b.path && a.size == b.size && a.extents == b.extents && a.own == b.own
            && (!a.own || a.sha256 == b.sha256); // of those the folder is kept
    };
    return image.linked && before.linked && isSameSystem(before.facts, image.facts)
        && before.sourceSize == image.sourceSize
        && std::ranges::equal(before.facts.files, image.facts.files, isSameFile) && sourceTrouble(before);
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
    m_busy.start();
    openFolder();
}

void ImportJob::openFolder()
{
    auto incoming = IncomingFolder::create(m_store, {});
    if (!incoming) {
        if (!triesAgain(incoming.error(), &ImportJob::openFolder))
            end(std::unexpected(incoming.error()));
        return;
    }
    m_incoming.emplace(std::move(*incoming));
    startWorker();
}

/// Another program has the lab's lock: \a step is taken again soon, so that nobody stands still meanwhile and no copied gigabytes are thrown away.
bool ImportJob::triesAgain(const Error &error, void (ImportJob::*step)())
{
    if (error.code != Error::Code::Busy || m_busy.durationElapsed() > busyLimit)
        return false;
    QTimer::singleShot(busyRetry, this, [this, step] {
        if (!m_ended)
            (this->*step)();
    });
    return true;
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
    connect(m_worker.get(), &ImageWorker::finished, this, &ImportJob::takeImported, Qt::QueuedConnection);
    m_worker->start();
}

void ImportJob::checkRecognised(const ImageFacts &facts)
{
    if (!m_worker)
        return;
    if (const auto image = imageWithOptions(facts, m_request.options); !image)
        return end(std::unexpected(image.error()));
    if (m_idle) // it was not there yet when that was said
        setProcessIdle(m_worker->processId(), true);
    Q_EMIT recognised(facts);
    if (!m_worker)
        return; // that cancelled it
    if (const auto lab = m_request.asks ? m_store.read() : Lab())
        m_asked = kinOf(*lab, facts, m_request.link); // otherwise whoever writes the lab says why
    if (m_asked)
        Q_EMIT kinFound(ImageKin(*m_asked)); // a copy: the answer may come at once
    else
        m_worker->proceed();
}

void ImportJob::answer(KinChoice choice)
{
    if (!m_worker || !m_asked)
        return;
    const auto kin = *std::exchange(m_asked, std::nullopt);
    if (choice == KinChoice::Refuse) {
        const auto sentence = kin.kind == ImageKin::Kind::Same
            ? u"%1 is in the lab already, as %2. Replace that one (--if-present replace), or keep both (--if-present keep)"_s
            : u"%1, an earlier version, is in the lab as %2. Remove that one first, or keep both"_s;
        return end(fail(Error::Code::AlreadyExists, sentence.arg(kin.image.displayName(), kin.image.id)));
    }
    if (choice != KinChoice::KeepBoth)
        m_replaced = kin;
    m_replacesLater = choice == KinChoice::ReplaceLater;
    m_worker->proceed();
}

void ImportJob::takeImported(const Result<ImageFacts> &imported)
{
    if (m_ended)
        return;
    m_worker.reset();
    if (!imported)
        return end(std::unexpected(imported.error()));
    m_imported = *imported;
    m_busy.start();
    commit();
}

void ImportJob::commit()
{
    auto image = addToLab();
    if (image || !triesAgain(image.error(), &ImportJob::commit))
        end(std::move(image));
}

/// The image as it goes into the lab, without an id.
Result<LabImage> ImportJob::describe() const
{
    const QFileInfo source(m_request.file);
    return imageWithOptions(m_imported, m_request.options).transform([&](LabImage image) {
        image.sourceFile = m_request.file;
        image.sourceSize = source.size();
        image.sourceModifiedMs = source.lastModified().toMSecsSinceEpoch();
        image.linked = m_request.link;
        image.importedMs = QDateTime::currentMSecsSinceEpoch();
        return image;
    });
}

/// What is to be replaced, if it still is in the lab as it was when that was decided. If not, another file of the same image may have replaced it
/// since, and of that, too, one is enough.
std::optional<ImageKin> ImportJob::replacedOf(const Lab &lab) const
{
    if (!m_replaced)
        return std::nullopt;
    const auto *now = lab.image(m_replaced->image.id);
    if (now && now->importedMs == m_replaced->image.importedMs)
        return m_replaced;
    const auto kin = kinOf(lab, m_imported, m_request.link);
    return kin && kin->kind == ImageKin::Kind::Same ? kin : std::nullopt;
}

Result<LabImage> ImportJob::addToLab()
{
    const auto held = m_store.lock({});
    if (!held)
        return std::unexpected(held.error());
    auto lab = m_store.read();
    if (!lab)
        return std::unexpected(lab.error());
    auto image = describe();
    if (!image)
        return image;
    const auto moved
        = std::ranges::find_if(lab->images(), [&](const auto &before) { return isMovedImage(before, *image); });
    const auto replaced = replacedOf(*lab);
    if (moved != lab->images().end()) {
        image->id = moved->id;
        lab->replaceImage(*image);
        return m_store.write(*lab).transform([&] { return *lab->image(image->id); });
    }
    const bool inPlace = replaced && replaced->kind == ImageKin::Kind::Same;
    const auto older = replaced && !inPlace && !m_replacesLater ? replaced->image.id : QString();
    if (inPlace) {
        image->id = replaced->image.id;
        lab->replaceImage(*image);
    } else {
        image->id = lab->freeId(image->displayName());
        lab->addImage(*image);
    }
    sweepIncoming(m_store, *lab);
    if (const auto published = m_incoming->publish(m_store, *image, inPlace); !published)
        return std::unexpected(published.error());
    if (!older.isEmpty()) {
        m_incoming->retire(m_store, older);
        if (const auto taken = lab->takeOver(image->id, older); !taken)
            return std::unexpected(taken.error());
    }
    if (const auto written = m_store.write(*lab); !written)
        return std::unexpected(written.error());
    m_incoming->settle();
    m_replacedId = inPlace ? image->id : older;
    return *lab->image(image->id);
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
