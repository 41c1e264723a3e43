// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/verification.h"

#include "session/detailtext.h"
#include "session/verifyjob.h"
#include "ui/models/imagesmodel.h"

#include <QLocale>
#include <QTime>

namespace Benchboot {

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
    m_job = std::make_unique<VerifyJob>(m_store, image);
    connect(m_job.get(), &VerifyJob::progressed, this, [this](qint64 bytes, qint64 total) {
        const int percent = total > 0 ? int(bytes * 100 / total) : 0;
        m_model.setCheck(m_job->image().id, {ImageCheck::State::Running, percent, {}});
    });
    connect(m_job.get(), &VerifyJob::finished, this, &Verification::end);
    m_model.setCheck(image.id, {ImageCheck::State::Running, 0, {}});
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

void Verification::end(const Result<void> &result)
{
    const auto id = m_job->image().id;
    m_job.release()->deleteLater(); // this is its own signal
    const auto now = QLocale().toString(QTime::currentTime(), QLocale::ShortFormat);
    if (result)
        m_model.setCheck(id, {ImageCheck::State::Whole, 100, tr("whole at %1").arg(now)});
    else if (result.error().code == Error::Code::Cancelled)
        m_model.setCheck(id, {});
    else
        m_model.setCheck(id, {ImageCheck::State::Failed, 0, detailText(result.error().detail)});
}

} // namespace Benchboot
