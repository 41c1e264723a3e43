// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imageworker.h"
#include "lab/incomingfolder.h"
#include "session/imagekin.h"

#include <QElapsedTimer>
#include <QMap>
#include <QObject>

#include <memory>
#include <optional>

namespace Benchboot {

/// What is to be imported, and how.
struct ImportRequest
{
    QString file; ///< image; a relative path starts at the current folder
    QString recipe; ///< id of the recipe to use; empty: recognise
    bool link = false; ///< copy nothing: serve out of the image
    QMap<QString, QString> options; ///< chosen option values
    bool asks = false; ///< kinFound() where an image is in the lab already, or an earlier version is; otherwise both are kept
};

/// Folders that recipes are looked for in, besides the built-in ones: $XDG_DATA_HOME/benchboot/recipes.
[[nodiscard]] QStringList userRecipeFolders();

/// Brings one image into a lab: a worker process recognises it, waits while the options are checked, and copies it into an incoming folder, which
/// is then moved in place before the lab is written. Nothing of it is in the lab before that, and nothing is left of it otherwise. Lives in one thread
/// with an event loop; ends with exactly one finished(). Destroying it cancels.
class ImportJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportJob)

public:
    ImportJob(LabStore store, ImportRequest request, QObject *parent = nullptr);
    ~ImportJob() override;

    void start();
    void cancel(); ///< finished() follows with Cancelled
    void answer(KinChoice choice); ///< after kinFound(): the import goes on, or finished() follows with AlreadyExists
    void setIdle(bool idle); ///< whether disk and processor are left to whoever else wants them; from now on
    [[nodiscard]] const ImportRequest &request() const { return m_request; }
    [[nodiscard]] qint64 workerProcess() const; ///< process id of the worker; 0 while there is none
    [[nodiscard]] const QString &replacedId() const { return m_replacedId; } ///< of the image that it replaced, in the end; empty: none

Q_SIGNALS:
    void recognised(const Benchboot::ImageFacts &facts);
    /// Nothing is copied until answer() or cancel(), however long that takes. Only with ImportRequest::asks.
    void kinFound(const Benchboot::ImageKin &kin);
    void progressed(const Benchboot::ImageProgress &progress); ///< bytes of the files that are taken
    void finished(const Benchboot::Result<Benchboot::LabImage> &result);

private:
    void openFolder();
    void startWorker();
    void checkRecognised(const ImageFacts &facts);
    void takeImported(const Result<ImageFacts> &imported);
    void commit();
    [[nodiscard]] bool triesAgain(const Error &error, void (ImportJob::*step)());
    [[nodiscard]] Result<LabImage> addToLab();
    [[nodiscard]] Result<LabImage> describe() const;
    [[nodiscard]] std::optional<ImageKin> replacedOf(const Lab &lab) const;
    void end(Result<LabImage> result);

    LabStore m_store;
    ImportRequest m_request;
    std::optional<IncomingFolder> m_incoming;
    std::unique_ptr<ImageWorker> m_worker;
    std::optional<ImageKin> m_asked; ///< waits for an answer
    std::optional<ImageKin> m_replaced; ///< is to be, by the answer
    bool m_replacesLater = false;
    QString m_replacedId;
    ImageFacts m_imported;
    QElapsedTimer m_busy; ///< since another program has had the lab's lock
    bool m_idle = false;
    bool m_ended = false;
};

} // namespace Benchboot
