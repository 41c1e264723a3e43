// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/verification.h"

#include "session/detailtext.h"
#include "session/verifyjob.h"
#include "ui/models/imagesmodel.h"

#include <QLocale>
#include <QTime>

namespace Benchboot {
namespace {

int percentOf(qint64 bytes, qint64 total) { return total > 0 ? int(bytes * 100 / total) : 0; }

} // namespace

Verification::Verification(const LabStore &store, ImagesModel &model, QObject *parent)
    : QObject(parent), m_store(store), m_model(model)
{
}

Verification::~Verification() = default;

void Verification::start(const LabImage &image)
{
    if (m_job && m_job->image().id == image.id)
        return;
    if (m_job)
        m_model.setCheck(m_job->image().id, {});
    m_job = std::make_unique<VerifyJob>(m_store, image, CheckScope::Everything);
    connect(m_job.get(), &VerifyJob::progressed, this, [this](qint64 bytes, qint64 total) {
        m_model.setCheck(m_job->image().id, {ImageCheck::State::Running, percentOf(bytes, total), false, {}});
    });
    connect(m_job.get(), &VerifyJob::finished, this, &Verification::end);
    m_model.setCheck(image.id, {ImageCheck::State::Running, 0, false, {}});
    m_job->start();
}

void Verification::cancel()
{
    if (m_job)
        m_job->cancel();
}

void Verification::forget(const QString &imageId)
{
    if (m_job && m_job->image().id == imageId)
        m_job.reset();
}

void Verification::showBackground(const QString &imageId, qint64 bytes, qint64 total)
{
    if (m_job && m_job->image().id == imageId)
        return;
    m_model.setCheck(imageId, {ImageCheck::State::Running, percentOf(bytes, total), true, {}});
}

void Verification::endBackground(const LabImage &image, const Result<void> &result)
{
    if (m_job && m_job->image().id == image.id)
        return;
    if (!result && result.error().code == Error::Code::NotFound)
        m_model.setCheck(image.id, {}); // what is missing is told of for as long as it is
    else
        show(image.id, result);
}

void Verification::end(const Result<void> &result)
{
    const auto id = m_job->image().id;
    m_job.release()->deleteLater(); // this is its own signal
    show(id, result);
}

void Verification::show(const QString &imageId, const Result<void> &result)
{
    const auto now = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
    if (result)
        m_model.setCheck(imageId, {ImageCheck::State::Whole, 100, false, tr("whole at %1").arg(now)});
    else if (result.error().code == Error::Code::Cancelled)
        m_model.setCheck(imageId, {});
    else
        m_model.setCheck(imageId, {ImageCheck::State::Failed, 0, false, detailText(result.error().detail)});
}

} // namespace Benchboot
