// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/loaderswidget.h"

#include "lab/settings.h"
#include "session/loaderchain.h"
#include "session/loaderimport.h"
#include "session/loaders.h"
#include "ui/models/displaytext.h"
#include "ui/models/loaderchoices.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrics.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPromise>
#include <QPushButton>
#include <QSaveFile>
#include <QTableWidget>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

enum { CodeColumn, KindColumn, LoaderColumn, OriginColumn, ColumnCount };

QString codesText(const QList<quint16> &codes)
{
    QStringList texts;
    for (const auto code : codes)
        texts.append(QString::number(code));
    return texts.join(u", "_s);
}

Result<void> copyFile(const QString &from, const QString &to)
{
    QFile source(from);
    QSaveFile target(to);
    const bool copied = source.open(QIODevice::ReadOnly) && target.open(QIODevice::WriteOnly)
        && target.write(source.readAll()) == source.size() && target.commit();
    if (!copied)
        return fail(Error::Code::Io, LoadersWidget::tr("The loader %1 could not be copied to %2.").arg(from, to));
    return {};
}

} // namespace

LoadersWidget::LoadersWidget(LabStore store, QStringList folders, QWidget *parent)
    : SetupWidget(parent), m_store(std::move(store)), m_folders(std::move(folders)), m_table(new QTableWidget(this)),
      m_message(new MessageBar(this))
{
    m_table->setObjectName(u"loaderTable"_s);
    m_table->setAccessibleName(tr("Loaders by kind of PC"));
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels({tr("Code"), tr("Kind of PC"), tr("Loader"), tr("Comes From")});
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setFocusPolicy(Qt::NoFocus); // what can be changed is in the combo boxes, which Tab reaches
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(OriginColumn, QHeaderView::Stretch);
    buildRows();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_table);
    layout->addWidget(m_message);
    applyMetrics();
    connect(&m_release, &ReleaseImport::finished, this, &LoadersWidget::takeRelease);
    connect(&m_looking, &QFutureWatcherBase::finished, this, [this] {
        m_infos = m_looking.result();
        for (qsizetype i = 0; i < m_rows.size(); ++i)
            showRow(i);
        placeCombos();
    });
}

void LoadersWidget::buildRows()
{
    m_table->setRowCount(int(loaderSlots().size()));
    for (const auto &slot : loaderSlots()) {
        const auto index = m_rows.size();
        auto *combo = new QComboBox(m_table);
        combo->setObjectName(slot.settingKey);
        combo->setAccessibleName(tr("Loader for %1").arg(slot.kindOfPc));
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(combo, &QComboBox::activated, this, [this, index] { chosen(index); });
        m_rows.append({slot.settingKey, slot.kindOfPc, {}, {}, combo});
        m_table->setItem(int(index), CodeColumn, new QTableWidgetItem(codesText(slot.architectures)));
        m_table->setItem(int(index), KindColumn, new QTableWidgetItem(slot.kindOfPc));
        m_table->setItem(int(index), OriginColumn, new QTableWidgetItem);
        m_table->setCellWidget(int(index), LoaderColumn, combo);
    }
}

void LoadersWidget::load(const Lab &lab)
{
    m_found = findLoaders(m_folders);
    look();
    for (auto &row : m_rows) {
        if (row.file.isEmpty())
            row.loader = lab.setting(row.key);
        fillCombo(row);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        showRow(i);
    for (const int column : {CodeColumn, KindColumn, LoaderColumn}) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, m_table->columnWidth(column) + 3 * Metrics(this).u);
    }
    showMissing();
    placeCombos();
}

/// A table lays its cells' widgets out when its columns change, but not while it is out of sight.
void LoadersWidget::placeCombos() { QMetaObject::invokeMethod(m_table, "updateEditorGeometries", Qt::QueuedConnection); }

void LoadersWidget::showEvent(QShowEvent *event)
{
    SetupWidget::showEvent(event);
    placeCombos();
}

/// The loaders that fit, the one that is set though it is missing, and the way to another file, whose data is empty.
void LoadersWidget::fillCombo(const Row &row)
{
    auto names = LoaderChoices::fitting(m_found, loaderKindOfSetting(row.key));
    if (!names.contains(row.loader))
        names.append(row.loader);
    names.sort();
    row.combo->clear();
    for (const auto &name : std::as_const(names))
        row.combo->addItem(LoaderChoices::shownName(name), name);
    row.combo->insertSeparator(row.combo->count());
    row.combo->addItem(tr("Choose File…"), QString());
    row.combo->setCurrentIndex(row.combo->findData(row.loader));
}

void LoadersWidget::chosen(qsizetype index)
{
    auto &row = m_rows[index];
    const auto name = row.combo->currentData().toString();
    if (name.isEmpty()) {
        row.combo->setCurrentIndex(row.combo->findData(row.loader));
        return chooseFile(index);
    }
    if (name == row.loader)
        return;
    row.loader = name;
    row.file.clear();
    m_refusal.clear();
    showRow(index);
    showMissing();
    Q_EMIT edited();
}

void LoadersWidget::chooseFile(qsizetype index)
{
    const auto &row = m_rows.at(index);
    const auto file = QFileDialog::getOpenFileName(this, tr("Choose a Loader for %1").arg(row.kindOfPc), {},
                                                   tr("Boot loaders and iPXE's release (*.efi *.kpxe *.kkpxe *.pxe *.0 *.tar.gz);;All files (*)"));
    if (!file.isEmpty())
        setFile(row.key, file);
}

void LoadersWidget::setFile(const QString &key, const QString &file)
{
    const auto found = std::ranges::find(m_rows, key, &Row::key);
    Q_ASSERT(found != m_rows.end());
    m_taken.clear();
    if (ReleaseImport::isRelease(file))
        return m_release.start(m_store, file);
    const auto kind = QFileInfo(file).size() <= largestLoader ? loaderKindOfFile(file) : LoaderKind::Unknown;
    if (kind != loaderKindOfSetting(key)) {
        const auto name = QFileInfo(file).fileName();
        m_refusal = kind == LoaderKind::Unknown
            ? tr("%1 is no boot loader. Choose another file.").arg(name)
            : tr("%1 is a loader for %2, so %3 PCs cannot start it. Choose another file.")
                  .arg(name, LoaderChoices::kindText(kind), found->kindOfPc);
        return showMissing();
    }
    m_refusal.clear();
    found->loader = loaderNameFor(file);
    found->file = file;
    fillCombo(*found);
    showRow(found - m_rows.begin());
    showMissing();
    Q_EMIT edited();
}

void LoadersWidget::askFor(const QString &name, const QString &sentence)
{
    m_refusal.clear();
    m_wanted = {name, sentence};
    showMissing();
    if (const auto buttons = m_message->findChildren<QPushButton *>(); !buttons.isEmpty())
        buttons.last()->setFocus(Qt::OtherFocusReason);
}

void LoadersWidget::chooseWanted()
{
    const auto file = QFileDialog::getOpenFileName(this, tr("Choose the Loader %1").arg(m_wanted.name), {},
                                                   tr("%1 (%1*);;All files (*)").arg(m_wanted.name));
    if (!file.isEmpty())
        m_release.start(m_store, file);
}

/// What was missing may be there now; what was chosen stays.
void LoadersWidget::takeRelease(const QString &file, const Result<QStringList> &names)
{
    const auto name = QFileInfo(file).fileName();
    m_refusal = names ? QString() : tr("%1 was not taken: %2").arg(name, DisplayText::sentence(names.error().detail));
    m_taken = names ? tr("%n loader(s) of %1 can be chosen now.", nullptr, int(names->size())).arg(name) : QString();
    m_found = findLoaders(m_folders);
    look();
    for (const auto &row : std::as_const(m_rows))
        fillCombo(row);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        showRow(i);
    showMissing();
    placeCombos();
    Q_EMIT edited();
}

Result<void> LoadersWidget::prepare()
{
    for (auto &row : m_rows) {
        if (row.file.isEmpty())
            continue;
        const auto target = m_store.loadersFolder() + u'/' + row.loader;
        if (QFileInfo(row.file) != QFileInfo(target)) {
            if (auto copied = copyFile(row.file, target); !copied)
                return copied;
        }
        row.file.clear();
    }
    m_found = findLoaders(m_folders);
    return {};
}

QMap<QString, QString> LoadersWidget::values() const
{
    QMap<QString, QString> values;
    for (const auto &row : m_rows)
        values.insert(row.key, row.loader);
    return values;
}

QList<std::pair<QString, QString>> LoadersWidget::summary() const
{
    QList<std::pair<QString, QString>> lines;
    for (const auto &row : m_rows)
        lines.append({tr("%1:").arg(row.kindOfPc), isMissing(row) ? tr("%1 (missing)").arg(row.loader) : row.loader});
    return lines;
}

bool LoadersWidget::isMissing(const Row &row) const
{
    return row.file.isEmpty() && !missingPartOf(row.loader, m_found).isEmpty();
}

/// Reads and hashes the loaders on another thread; showRow() follows with what was found.
void LoadersWidget::look()
{
    auto promise = std::make_shared<QPromise<QList<LoaderInfo>>>(); // outlives this object where the disk is slow
    m_looking.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, store = m_store, folders = m_folders] {
        promise->addResult(listLoaders(store, folders, {}));
        promise->finish();
    });
}

QString LoadersWidget::origin(const Row &row) const
{
    if (!row.file.isEmpty())
        return tr("Chosen file");
    if (isMissing(row))
        return tr("Missing");
    const auto path = m_found.value(row.loader).path;
    if (!path.startsWith(QFileInfo(m_store.loadersFolder()).canonicalFilePath() + u'/'))
        return tr("Debian package %1").arg(packageOfLoader(row.loader));
    const auto known = std::ranges::find(m_infos, row.loader, &LoaderInfo::name);
    const bool imported = known != m_infos.cend() && known->origin == LoaderInfo::Origin::Imported;
    return imported ? tr("Imported from %1").arg(known->source) : tr("Loaders folder");
}

void LoadersWidget::showRow(qsizetype index)
{
    const auto &row = m_rows.at(index);
    const auto known = row.file.isEmpty() ? std::ranges::find(m_infos, row.loader, &LoaderInfo::name) : m_infos.cend();
    const bool isKnown = known != m_infos.cend() && !isMissing(row);
    QStringList origins{origin(row)};
    QStringList details{m_found.value(row.loader).path};
    if (isKnown) {
        origins.append(known->version.section(u'+', 0, 0));
        details.append(known->version);
        details.append(known->facts.signers.isEmpty() ? tr("Not signed for Secure Boot")
                                                      : tr("Signed by %1").arg(known->facts.signers.join(u", "_s)));
    }
    origins.removeAll(QString());
    details.removeAll(QString());
    auto *item = m_table->item(int(index), OriginColumn);
    item->setText(origins.join(u' '));
    item->setIcon(Icons::state(isMissing(row) ? Semantic::Role::Warning : Semantic::Role::Ok));
    item->setToolTip(isMissing(row) ? missingLoaderSentence(missingPartOf(row.loader, m_found), row.kindOfPc, m_store)
                                    : details.join(u'\n'));
    row.combo->setAccessibleDescription(item->text());
}

void LoadersWidget::showMissing()
{
    if (!m_refusal.isEmpty())
        return m_message->setMessage(Semantic::Role::Failed, m_refusal);
    if (m_found.contains(m_wanted.name))
        m_wanted = {};
    if (!m_wanted.name.isEmpty()) {
        if (m_message->isVisibleTo(this) && m_message->text() == m_wanted.sentence)
            return; // its button keeps the focus
        m_message->setMessage(Semantic::Role::Warning, m_wanted.sentence);
        connect(m_message->addButton(tr("Choose &File…")), &QPushButton::clicked, this, &LoadersWidget::chooseWanted);
        return;
    }
    QStringList kinds;
    qsizetype first = -1;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (!isMissing(m_rows.at(i)))
            continue;
        kinds.append(m_rows.at(i).kindOfPc);
        first = first < 0 ? i : first;
    }
    if (kinds.isEmpty())
        return showAdvice();
    const bool all = kinds.size() == m_rows.size();
    m_message->setMessage(
        all ? Semantic::Role::Failed : Semantic::Role::Warning,
        all ? tr("No boot loader is on this computer, so no PC can start. Install the package ipxe, or choose files.")
            : tr("There is no loader for %1, so such PCs get no answer. Choose a file, or go on without.")
                  .arg(kinds.join(tr(", "))),
        missingLoaderSentence(missingPartOf(m_rows.at(first).loader, m_found), m_rows.at(first).kindOfPc, m_store));
    auto *button = m_message->addButton(tr("Choose &File…"));
    connect(button, &QPushButton::clicked, this, [this, first] { chooseFile(first); });
}

/// What to know of the loaders that are chosen, where nothing is missing.
void LoadersWidget::showAdvice()
{
    const bool grub = std::ranges::any_of(m_rows, [](const Row &row) {
        const auto *chain = signedChainOf(row.loader);
        return chain && chain->program == SignedChain::Program::Grub;
    });
    if (!grub && !m_taken.isEmpty())
        return m_message->setMessage(Semantic::Role::Ok, m_taken);
    if (!grub)
        return m_message->clear();
    m_message->setMessage(
        Semantic::Role::Warning,
        tr("GRUB takes its menu from the server that the router's DHCP names. If PCs stop at GRUB's prompt, set this computer as “next server” there."),
        {});
}

void LoadersWidget::applyMetrics()
{
    const Metrics metrics(this);
    layout()->setSpacing(3 * metrics.u);
    int height = 2 * m_table->frameWidth() + m_table->horizontalHeader()->sizeHint().height();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_table->setRowHeight(int(i), m_rows.at(i).combo->sizeHint().height() + metrics.u);
        height += m_table->rowHeight(int(i));
    }
    m_table->setMinimumHeight(height);
    m_table->setMaximumHeight(height);
}

void LoadersWidget::changeEvent(QEvent *event)
{
    SetupWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyMetrics();
}

} // namespace Benchboot
