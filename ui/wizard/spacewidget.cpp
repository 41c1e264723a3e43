// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/spacewidget.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrics.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QStorageInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 usualImage = 1'400'000'000; ///< bytes that a rescue system takes
constexpr qint64 little = 3 * usualImage;

QString webRoot(const LabStore &store) { return QFileInfo(store.imagesFolder()).path(); }

} // namespace

SpaceWidget::SpaceWidget(LabStore store, QWidget *parent)
    : SetupWidget(parent), m_store(std::move(store)), m_free(new QLabel(this)), m_message(new MessageBar(this))
{
    auto *folder = new QLabel(QDir::toNativeSeparators(webRoot(m_store)), this);
    folder->setObjectName(u"webRootLabel"_s);
    folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    folder->setWordWrap(true);
    folder->setAccessibleName(tr("Folder of the web root"));
    m_free->setObjectName(u"freeSpaceLabel"_s);
    m_free->setWordWrap(true);
    auto *open = new QPushButton(Icons::get(u"document-open-folder"_s), tr("&Open Folder"), this);
    open->setObjectName(u"openFolderButton"_s);
    connect(open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(webRoot(m_store))); });

    auto *form = new QFormLayout;
    form->addRow(tr("Folder:"), folder);
    form->addRow(tr("Free space:"), m_free);
    form->addRow(QString(), open);
    form->setAlignment(open, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(3 * Metrics(this).u);
    layout->addLayout(form);
    layout->addWidget(m_message);
}

void SpaceWidget::load(const Lab & /*lab*/) { refresh(); }

bool SpaceWidget::isComplete() const { return QFileInfo(m_store.imagesFolder()).isWritable(); }

QList<std::pair<QString, QString>> SpaceWidget::summary() const
{
    return {{tr("Web root:"), webRoot(m_store)}, {tr("Free space:"), m_free->text()}};
}

QString SpaceWidget::freeText(qint64 bytes)
{
    const auto size = QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeSIFormat);
    const auto images = bytes / usualImage;
    if (images < 1)
        return tr("%1 free, too little for a rescue image").arg(size);
    return tr("%1 free, enough for about %n rescue image(s)", nullptr, int(std::min<qint64>(images, 9999))).arg(size);
}

void SpaceWidget::refresh()
{
    const auto bytes = QStorageInfo(m_store.imagesFolder()).bytesAvailable();
    m_free->setText(freeText(bytes));
    if (!isComplete())
        m_message->setMessage(
            Semantic::Role::Failed,
            tr("This folder cannot be written. Give this user the right to, or start with another lab."));
    else if (bytes < little)
        m_message->setMessage(Semantic::Role::Warning,
                              tr("There is little room for images. Free some space, or leave images where they are "
                                 "when you import them."));
    else
        m_message->clear();
    Q_EMIT completeChanged();
}

} // namespace Benchboot
