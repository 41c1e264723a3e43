// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labstore.h"

#include "lab/filelock.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 largestLabFile = 64 * 1024 * 1024;

Result<void> makeFolder(const QString &path)
{
    if (QDir().mkpath(path))
        return {};
    auto error = systemError(errno, u"The folder %1 could not be made"_s.arg(path));
    error.detail = u"%1. %2"_s.arg(error.detail, u"Choose another folder for the lab (--lab DIR)"_s);
    return std::unexpected(error);
}

} // namespace

QString LabStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/benchboot/lab"_s;
}

Result<LabStore> LabStore::open(const QString &folder)
{
    LabStore store(QDir(folder).absolutePath());
    for (const auto &path : {store.imagesFolder(), store.loadersFolder()}) {
        if (const auto made = makeFolder(path); !made)
            return std::unexpected(made.error());
    }
    return store;
}

QString LabStore::labFile() const { return m_folder + u"/lab.json"_s; }

QString LabStore::imagesFolder() const { return m_folder + u"/www/images"_s; }

QString LabStore::imageFolder(const QString &id) const { return imagesFolder() + u'/' + id; }

QString LabStore::loadersFolder() const { return m_folder + u"/loaders"_s; }

QString LabStore::trashFolder() const { return m_folder + u"/trash"_s; }

QString LabStore::activityFolder() const { return m_folder + u"/activity"_s; }

Result<Lab> LabStore::read() const
{
    QFile file(labFile());
    if (!file.open(QIODevice::ReadOnly)) {
        if (!file.exists())
            return Lab();
        return fail(Error::Code::AccessDenied, u"%1 could not be read: %2"_s.arg(labFile(), file.errorString()));
    }
    if (file.size() > largestLabFile)
        return fail(Error::Code::LimitExceeded, u"%1 is too large to be a lab"_s.arg(labFile()));
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        return fail(Error::Code::Malformed,
                    u"%1 is damaged at byte %2: %3"_s.arg(labFile()).arg(error.offset).arg(error.errorString()));
    return Lab::fromJson(document.object());
}

Result<FileDescriptor> LabStore::lock(std::chrono::milliseconds wait) const
{
    auto locked = awaitLock(m_folder + u"/lab.lock"_s, wait);
    if (locked)
        return locked;
    switch (locked.error().code) {
    case Error::Code::AccessDenied:
        return fail(Error::Code::AccessDenied,
                    u"The lab %1 belongs to another user, so you cannot change it. Use one of your own (--lab DIR)"_s.arg(
                        m_folder));
    case Error::Code::Busy:
        return fail(Error::Code::Busy,
                    u"Another Benchboot is changing the lab %1; try again when it is done"_s.arg(m_folder));
    default:
        return locked;
    }
}

Result<void> LabStore::write(const Lab &lab) const
{
    QSaveFile file(labFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(lab.toJson()).toJson()) < 0 || !file.commit())
        return std::unexpected(writeError(file));
    syncFolder(m_folder);
    return {};
}

Result<Lab> LabStore::change(const std::function<Result<void>(Lab &)> &edit, std::chrono::milliseconds wait) const
{
    const auto held = lock(wait);
    if (!held)
        return std::unexpected(held.error());
    auto lab = read();
    if (!lab)
        return lab;
    if (const auto edited = edit(*lab); !edited)
        return std::unexpected(edited.error());
    if (const auto written = write(*lab); !written)
        return std::unexpected(written.error());
    return lab;
}

} // namespace Benchboot
