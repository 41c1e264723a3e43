// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/wizardsteps.h"

#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/metrics.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {

WizardSteps::WizardSteps(const QStringList &titles, QWidget *parent) : QListWidget(parent)
{
    setObjectName(u"wizardSteps"_s);
    setAccessibleName(tr("Steps"));
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    addItems(titles);
    applyMetrics();
    setStep(0);
}

void WizardSteps::setStep(int step)
{
    m_step = step;
    for (int i = 0; i < count(); ++i) {
        auto *row = item(i);
        using Role = Semantic::Role;
        row->setIcon(Icons::state(i < step ? Role::Ok : i == step ? Role::Working : Role::Idle));
        row->setFont(i == step ? Fonts::strong(font()) : font());
        const auto state = i < step ? tr("done") : i == step ? tr("now") : tr("to come");
        row->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(row->text(), state));
    }
    setCurrentRow(step);
}

/// As wide as the longest step in its bold form.
QSize WizardSteps::sizeHint() const
{
    const Metrics metrics(this);
    const QFontMetrics strong(Fonts::strong(font()));
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width = std::max(width, strong.horizontalAdvance(item(i)->text()));
    return {std::max(width + iconSize().width() + 8 * metrics.u, 11 * metrics.h), 8 * metrics.h};
}

void WizardSteps::applyMetrics()
{
    const Metrics metrics(this);
    setSpacing(metrics.u / 2);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    setIconSize({size, size});
    for (int i = 0; i < count(); ++i)
        item(i)->setSizeHint({0, 2 * metrics.h});
    updateGeometry();
}

void WizardSteps::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyMetrics();
        setStep(m_step);
    }
}

} // namespace Benchboot
