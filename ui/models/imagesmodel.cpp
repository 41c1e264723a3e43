// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/imagesmodel.h"

#include "ui/models/displaytext.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Benchboot {

void ImagesModel::setLab(const Lab &lab)
{
    m_lab = lab;
    m_checks.removeIf([&lab](QHash<QString, ImageCheck>::iterator check) { return !lab.image(check.key()); });
    refresh();
}

void ImagesModel::setSourceTroubles(const QHash<QString, Error> &troubles)
{
    m_troubles = troubles;
    // What cannot be read is not being read.
    m_checks.removeIf([&troubles](QHash<QString, ImageCheck>::iterator check) {
        return check->background && check->state == ImageCheck::State::Running && troubles.contains(check.key());
    });
    refresh();
}

void ImagesModel::setMissingLoaders(const QHash<QString, QString> &missing)
{
    m_missingLoaders = missing;
    refresh();
}

void ImagesModel::setCheck(const QString &imageId, const ImageCheck &check)
{
    if (!m_lab.image(imageId))
        return;
    m_checks.insert(imageId, check);
    refresh();
}

void ImagesModel::refresh()
{
    QList<ImageRow> wanted;
    for (const auto &image : m_lab.images()) {
        wanted.append({
            .id = image.id,
            .name = image.displayName(),
            .file = QFileInfo(image.sourceFile).fileName(),
            .firmware = DisplayText::firmwareOf(image),
            .size = image.size(),
            .linked = image.linked,
            .inMenu = std::ranges::contains(m_lab.menu(), image.id, &LabMenuItem::id),
            .sourceTrouble = sourceTrouble(image.id).transform([](const Error &error) { return error.code; }),
            .loaderMissing = m_missingLoaders.contains(image.id),
            .importedMs = image.importedMs,
            .check = m_checks.value(image.id),
        });
    }
    setRows(wanted);
}

std::optional<Error> ImagesModel::sourceTrouble(const QString &imageId) const
{
    const auto found = m_troubles.constFind(imageId);
    return found == m_troubles.cend() ? std::nullopt : std::optional(*found);
}

qint64 ImagesModel::totalSize() const
{
    qint64 sum = 0;
    for (const auto &row : rows())
        sum += row.size;
    return sum;
}

QString ImagesModel::extractedText() { return tr("Extracted"); }

QString ImagesModel::linkedText() { return tr("Linked"); }

QString ImagesModel::noteOf(const ImageRow &row)
{
    switch (row.check.state) {
    case ImageCheck::State::Running:
        //: Shown in place of an image file's name; "Verifying" is what goes on by itself after an image was linked
        return (row.check.background ? tr("Verifying, %1 %") : tr("Checking, %1 %")).arg(row.check.percent);
    case ImageCheck::State::Failed:
        return tr("Files are damaged");
    case ImageCheck::State::Whole:
    case ImageCheck::State::None:
        if (row.sourceTrouble)
            return *row.sourceTrouble == Error::Code::NotFound ? tr("Image file not found") : tr("Image file has changed");
        if (row.loaderMissing)
            return tr("Loader is missing");
        return row.file;
    }
    Q_UNREACHABLE_RETURN({});
}

QString ImagesModel::spokenText(const ImageRow &row)
{
    //: Read aloud: name, kinds of PCs, size, Extracted or Linked, file or what is wrong
    return tr("%1, boots on %2, %3, %4, %5")
        .arg(row.name, DisplayText::bootsOn(row.firmware), DisplayText::size(row.size),
             row.linked ? linkedText() : extractedText(), noteOf(row));
}

QVariant ImagesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = rows().at(index.row());
    switch (role) {
    case IdRole:
        return row.id;
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case NoteRole:
        return noteOf(row);
    case NoteStateRole:
        return int((row.sourceTrouble || row.loaderMissing) && row.check.state != ImageCheck::State::Running ? ImageCheck::State::Failed
                                                                                      : row.check.state);
    case FirmwareRole:
        return DisplayText::firmwareBadges(row.firmware);
    case SizeRole:
        return row.size;
    case SizeTextRole:
        return DisplayText::size(row.size);
    case HoldingRole:
        return row.linked ? linkedText() : extractedText();
    case ImportedRole:
        return row.importedMs;
    case SearchRole:
        return QString(row.name + u'\n' + row.file);
    case Qt::AccessibleTextRole:
        return spokenText(row);
    default:
        return {};
    }
}

} // namespace Benchboot
