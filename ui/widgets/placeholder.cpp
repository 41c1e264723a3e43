// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/placeholder.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Benchboot {

namespace {

QPixmap faded(const QPixmap &pixmap)
{
    QPixmap result(pixmap.size());
    result.setDevicePixelRatio(pixmap.devicePixelRatio());
    result.fill(Qt::transparent);
    QPainter painter(&result);
    painter.setOpacity(0.55);
    painter.drawPixmap(0, 0, pixmap);
    return result;
}

} // namespace

Placeholder::Placeholder(QWidget *parent)
    : QWidget(parent), m_picture(new QLabel(this)), m_title(new QLabel(this)), m_sentence(new QLabel(this)),
      m_button(new QPushButton(this))
{
    m_title->setObjectName(u"placeholderTitle"_s);
    m_title->setWordWrap(true);
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setTextFormat(Qt::PlainText);
    m_sentence->setObjectName(u"placeholderSentence"_s);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setTextFormat(Qt::PlainText);
    m_button->setObjectName(u"placeholderButton"_s);
    m_button->setDefault(true);
    connect(m_button, &QPushButton::clicked, this, &Placeholder::activated);

    auto *sentenceRow = new QHBoxLayout;
    sentenceRow->addStretch(1);
    sentenceRow->addWidget(m_sentence, 1000); // takes all up to its maximum
    sentenceRow->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    layout->addWidget(m_title);
    layout->addLayout(sentenceRow);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    applyMetrics();
}

void Placeholder::setContent(const Content &content)
{
    if (m_content == content)
        return;
    m_content = content;
    m_title->setText(content.title);
    m_sentence->setText(content.sentence);
    m_button->setText(content.button);
    m_button->setIcon(content.buttonIcon.isEmpty() ? QIcon() : Icons::get(content.buttonIcon));
    m_button->setVisible(!content.button.isEmpty());
    applyMetrics();
}

void Placeholder::applyMetrics()
{
    const Metrics metrics(this);
    m_title->setFont(Fonts::title(font()));
    m_sentence->setMaximumWidth(72 * metrics.ch);
    auto quiet = palette();
    quiet.setColor(QPalette::WindowText, Semantic(palette()).secondaryText(QPalette::Window));
    m_sentence->setPalette(quiet);
    layout()->setSpacing(3 * metrics.u);
    const int size = metrics.h * 7 / 2;
    m_picture->setPixmap(m_content.icon.isEmpty()
                             ? QPixmap()
                             : faded(Icons::get(m_content.icon).pixmap(QSize(size, size), devicePixelRatio())));
}

void Placeholder::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::PaletteChange)
        applyMetrics();
}

} // namespace Benchboot
