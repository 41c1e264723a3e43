// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/imagedetail.h"

#include "session/detailtext.h"
#include "ui/models/displaytext.h"
#include "ui/pages/optionsform.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrics.h"

#include <QDateTime>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

QLabel *textLabel(QWidget *parent, const QString &name = {})
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(1); // a long word may be cut, but never widens the pane
    return label;
}

} // namespace

ImageDetail::ImageDetail(QWidget *parent)
    : QFrame(parent), m_content(new QWidget), m_nothing(new QLabel(tr("Choose an image to see what is in it."), this))
{
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_message = new MessageBar(m_content);
    m_message->setObjectName(u"imageMessage"_s);
    m_problem = new MessageBar(m_content);
    m_problem->setObjectName(u"optionProblem"_s);
    m_problem->setClosable(true);
    m_options = new OptionsForm(m_content);
    connect(m_options, &OptionsForm::optionEdited, this, &ImageDetail::optionEdited);
    m_optionsHead = new QLabel(tr("Boot Options"), m_content);
    m_hint = textLabel(m_content);
    m_hint->setText(tr("Changes apply to the next PC that boots."));

    auto *column = new QVBoxLayout(m_content);
    column->addWidget(makeHead());
    column->addWidget(m_message);
    column->addWidget(makeCheck());
    column->addWidget(makeFacts());
    column->addWidget(m_warnings);
    auto *line = new QFrame(m_content);
    line->setFrameStyle(QFrame::HLine | QFrame::Sunken);
    column->addWidget(line);
    column->addWidget(m_optionsHead);
    column->addWidget(m_problem);
    column->addWidget(m_options);
    column->addStretch(1);
    column->addWidget(m_hint);

    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_content);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_content->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_scroll);
    layout->addWidget(m_nothing, 1);
    m_scroll->hide();
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base); // its PaletteChange ends in applyMetrics()
}

QWidget *ImageDetail::makeHead()
{
    auto *head = new QWidget(m_content);
    m_icon = new QLabel(head);
    m_name = textLabel(head, u"imageName"_s);
    m_recognised = textLabel(head, u"imageRecognised"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_recognised);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins({});
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    return head;
}

QWidget *ImageDetail::makeFacts()
{
    auto *facts = new QWidget(m_content);
    m_facts = new QGridLayout(facts); // a QFormLayout keeps the height of texts that were shorter before
    m_facts->setContentsMargins({});
    m_facts->setColumnStretch(1, 1);
    m_edition = addFact(tr("Edition:"), u"imageEdition"_s);
    m_architecture = addFact(tr("Made for:"), u"imageArchitecture"_s);
    m_language = addFact(tr("Language:"), u"imageLanguage"_s);
    m_bootsOn = addFact(tr("Boots on:"), u"imageBootsOn"_s);
    m_needs = addFact(tr("Needs:"), u"imageNeeds"_s);
    m_files = addFact(tr("Files:"), u"imageFiles"_s);
    m_label = addFact(tr("Label:"), u"imageLabel"_s);
    m_menu = addFact(tr("In the menu:"), u"imageMenu"_s);
    m_source = addFact(tr("From:"), u"imageSource"_s);
    m_warnings = textLabel(m_content, u"imageWarnings"_s);
    return facts;
}

QWidget *ImageDetail::makeCheck()
{
    m_check = new QWidget(m_content);
    m_progress = new QProgressBar(m_check);
    m_progress->setObjectName(u"checkProgress"_s);
    m_progress->setAccessibleName(tr("Check of the files"));
    m_cancelCheck = new QPushButton(tr("Cancel"), m_check);
    m_cancelCheck->setObjectName(u"cancelCheckButton"_s);
    m_cancelCheck->setAccessibleName(tr("Cancel the check"));
    connect(m_cancelCheck, &QPushButton::clicked, this, &ImageDetail::cancelCheckRequested);
    auto *layout = new QHBoxLayout(m_check);
    layout->setContentsMargins({});
    m_checkLabel = new QLabel(tr("Checking:"), m_check);
    layout->addWidget(m_checkLabel);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_cancelCheck);
    return m_check;
}

QLabel *ImageDetail::addFact(const QString &label, const QString &name)
{
    auto *fact = textLabel(m_content, name);
    const int row = m_facts->rowCount();
    m_facts->addWidget(m_captions[fact] = new QLabel(label, m_content), row, 0, Qt::AlignRight | Qt::AlignTop);
    m_facts->addWidget(fact, row, 1);
    return fact;
}

void ImageDetail::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (!m_content->layout())
        return; // under construction
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::StyleChange)
        applyMetrics();
}

void ImageDetail::applyMetrics()
{
    const Metrics metrics(this);
    m_content->layout()->setContentsMargins(3 * metrics.u, 3 * metrics.u, 3 * metrics.u, 3 * metrics.u);
    m_content->layout()->setSpacing(2 * metrics.u);
    m_facts->setVerticalSpacing(metrics.u / 2);
    m_facts->setHorizontalSpacing(2 * metrics.u);
    m_name->setFont(Fonts::strong(font()));
    m_optionsHead->setFont(Fonts::strong(font()));
    const auto small = Fonts::small(font());
    for (auto *label : {m_recognised, m_hint})
        label->setFont(small);
    auto secondary = palette();
    const auto colour = Semantic(palette()).secondaryText();
    for (const auto role : {QPalette::WindowText, QPalette::Text}) // on Base, labels write in Text
        secondary.setColor(role, colour);
    for (auto *label : {m_recognised, m_hint, m_nothing})
        label->setPalette(secondary);
    for (auto *caption : std::as_const(m_captions))
        caption->setPalette(secondary);
    const int size = style()->pixelMetric(QStyle::PM_ToolBarIconSize, nullptr, this);
    m_icon->setPixmap(Icons::get(u"media-optical"_s).pixmap(QSize(size, size), devicePixelRatio()));
    setMinimumWidth(18 * metrics.h);
}

void ImageDetail::setImage(const Lab &lab, const LabImage *image, const ImageCheck &check,
                           const std::optional<Error> &sourceTrouble, const QString &missingLoader)
{
    m_scroll->setVisible(image);
    m_nothing->setVisible(!image);
    const auto id = image ? image->id : QString();
    if (id != m_imageId)
        m_problem->clear();
    m_imageId = id;
    if (!image)
        return;
    m_name->setText(image->displayName());
    showFacts(lab, *image, check);
    showMessage(*image, check, sourceTrouble, missingLoader);
    m_options->setImage(lab, *image);
    const bool hasOptions = !image->facts.options.isEmpty();
    m_optionsHead->setVisible(hasOptions);
    m_hint->setVisible(hasOptions);
}

void ImageDetail::showFacts(const Lab &lab, const LabImage &image, const ImageCheck &check)
{
    const bool isKnown = !image.facts.recipe.startsWith(u"fallback");
    m_recognised->setText(isKnown ? tr("Recognised by its files") : tr("Not a known system"));
    m_bootsOn->setText(DisplayText::bootsOn(DisplayText::firmwareOf(image)));
    const auto memory = DisplayText::memoryMiB(image);
    const auto needs = tr("%1 of memory").arg(DisplayText::size(qint64(memory) * 1024 * 1024));
    showOptionalFact(m_needs, memory > 0 ? needs : QString());
    //: How many files and how large, "6 files, 1.1 GB"
    auto files
        = tr("%1, %2").arg(tr("%n file(s)", nullptr, int(image.facts.files.size())), DisplayText::size(image.size()));
    if (check.state == ImageCheck::State::Whole)
        //: Files of an image, and what the check said: "6 files, 1.1 GB, whole at 13:57"
        files = tr("%1, %2").arg(files, check.text);
    m_files->setText(files);
    showOptionalFact(m_edition, image.facts.edition);
    showOptionalFact(m_architecture, image.facts.architecture.split(u'+', Qt::SkipEmptyParts).join(u", "_s));
    showOptionalFact(m_language, image.facts.language);
    showOptionalFact(m_label, image.facts.label);
    const bool inMenu = std::ranges::contains(lab.menu(), image.id, &LabMenuItem::id);
    m_menu->setText(lab.defaultItem() == image.id ? tr("Yes, starts by itself") : inMenu ? tr("Yes") : tr("No"));
    //: Name of the image file, and when it was imported
    m_source->setText(tr("%1, %2").arg(
        QFileInfo(image.sourceFile).fileName(),
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(image.importedMs).date(), QLocale::ShortFormat)));
    m_source->setToolTip(image.sourceFile);
    QStringList warnings;
    for (const auto &each : image.facts.warnings)
        warnings.append(detailText(each));
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!image.facts.warnings.isEmpty());
}

void ImageDetail::showOptionalFact(QLabel *fact, const QString &text)
{
    fact->setText(text);
    fact->setVisible(!text.isEmpty());
    m_captions.value(fact)->setVisible(!text.isEmpty());
}

void ImageDetail::showMessage(const LabImage &image, const ImageCheck &check,
                              const std::optional<Error> &sourceTrouble, const QString &missingLoader)
{
    m_check->setVisible(check.state == ImageCheck::State::Running);
    m_checkLabel->setText(check.background ? tr("Verifying:") : tr("Checking:"));
    m_cancelCheck->setVisible(!check.background);
    m_progress->setValue(check.percent);
    if (check.state == ImageCheck::State::Failed) {
        setMessage(Semantic::Role::Failed, check.text);
    } else if (sourceTrouble) {
        const bool isGone = sourceTrouble->code == Error::Code::NotFound;
        const auto text = isGone
            ? tr("%1 cannot boot: its image file is not found. Connect its drive, or import it again.")
            : tr("%1 cannot boot: its image file has changed since it was linked. Import it again.");
        setMessage(Semantic::Role::Warning, text.arg(image.displayName()), image.sourceFile);
    } else if (!missingLoader.isEmpty()) {
        const bool isWindows = std::ranges::contains(image.facts.entries, BootMethod::Wimboot, &BootEntry::method);
        const auto text = tr("%1 cannot boot: its loader, wimboot, is not on this computer. Get it from github.com/ipxe/wimboot/releases, then import it.");
        if (setMessage(Semantic::Role::Warning, isWindows ? text.arg(image.displayName()) : missingLoader, missingLoader))
            connect(m_message->addButton(tr("Show Loaders")), &QPushButton::clicked, this, &ImageDetail::loadersRequested);
    } else {
        m_message->clear();
    }
}

/// Shown again it would be announced again. \return whether it was not shown yet
bool ImageDetail::setMessage(Semantic::Role role, const QString &text, const QString &detail)
{
    if (m_message->text() == text && !m_message->isHidden())
        return false;
    m_message->setMessage(role, text, detail);
    return true;
}

void ImageDetail::setProblem(const QString &text)
{
    if (text.isEmpty())
        m_problem->clear();
    else
        m_problem->setMessage(Semantic::Role::Failed, text);
}

void ImageDetail::focusOptions() { m_options->focusFirst(); }

void ImageDetail::flush() { m_options->flush(); }

} // namespace Benchboot
