// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/releaseimport.h"

#include "session/loaderimport.h"

#include <QPromise>
#include <QRegularExpression>
#include <QThreadPool>

#include <memory>

using namespace Qt::StringLiterals;

namespace Benchboot {

ReleaseImport::ReleaseImport(QObject *parent) : QObject(parent)
{
    connect(&m_working, &QFutureWatcherBase::finished, this, [this] { Q_EMIT finished(m_file, m_working.result()); });
}

bool ReleaseImport::isRelease(const QString &file)
{
    static const QRegularExpression name(u"\\.(tar|tgz|tar\\.(gz|xz|zst))\\z"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return name.match(file).hasMatch();
}

void ReleaseImport::start(const LabStore &store, const QString &file)
{
    if (isRunning())
        return;
    m_file = file;
    auto promise = std::make_shared<QPromise<Result<QStringList>>>(); // may outlive this object
    m_working.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, store, file] {
        promise->addResult(importLoaders(store, file));
        promise->finish();
    });
}

} // namespace Benchboot
