// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"
#include "protocol/servedlab.h"
#include "session/loaderlist.h"
#include "ui/models/releaseimport.h"
#include "ui/wizard/setupwidget.h"

#include <QFutureWatcher>
#include <QHash>

class QComboBox;
class QTableWidget;

namespace Benchboot {

class MessageBar;

/// Which boot loader each kind of PC gets: one row per kind, with the loaders that are on this computer and fit, chains for Secure Boot among them,
/// and a file of one's own. A chosen file is copied into the lab's loaders folder by prepare(); those of iPXE's release archive are there at once.
class LoadersWidget final : public SetupWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoadersWidget)

public:
    /// \param folders  where loaders are found, the lab's own first: loaderFolders(), or a test's
    LoadersWidget(LabStore store, QStringList folders, QWidget *parent = nullptr);

    void load(const Lab &lab) override;
    [[nodiscard]] QMap<QString, QString> values() const override;
    [[nodiscard]] Result<void> prepare() override;
    [[nodiscard]] QList<std::pair<QString, QString>> summary() const override;

    /// Takes \a file as the loader of the setting \a key ("loader.bios"). A file for another kind of PC is refused with a message. An archive of
    /// iPXE's release (ipxeboot.tar.gz) is taken into the lab whole: each kind of PC can have its loaders then.
    void setFile(const QString &key, const QString &file);

    /// Says that an image needs the loader \a name, which is no kind of PC's but what starts it (memdisk, wimboot), and offers to choose its file.
    void askFor(const QString &name, const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Row
    {
        QString key;
        QString kindOfPc;
        QString loader; ///< file name
        QString file; ///< chosen by the user and not yet copied; else empty
        QComboBox *combo = nullptr;
    };
    struct Wanted
    {
        QString name;
        QString sentence; ///< how to get it
    };
    void buildRows();
    void fillCombo(const Row &row);
    void placeCombos();
    void chosen(qsizetype index);
    void chooseFile(qsizetype index);
    void chooseWanted();
    void look();
    void takeRelease(const QString &file, const Result<QStringList> &names);
    void showRow(qsizetype index);
    void showMissing();
    void showAdvice();
    void applyMetrics();
    [[nodiscard]] bool isMissing(const Row &row) const;
    [[nodiscard]] QString origin(const Row &row) const;

    LabStore m_store;
    QStringList m_folders;
    QHash<QString, ServedFile> m_found;
    QList<LoaderInfo> m_infos; ///< empty until they have been looked at
    QFutureWatcher<QList<LoaderInfo>> m_looking;
    QList<Row> m_rows;
    QTableWidget *m_table;
    MessageBar *m_message;
    Wanted m_wanted; ///< by askFor(), until it is there
    QString m_refusal; ///< of the last file that does not fit
    QString m_taken; ///< what to say of the last archive
    ReleaseImport m_release;
};

} // namespace Benchboot
