// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/questions.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Benchboot::Questions {

namespace {

/// The translation context of this file.
struct QuestionText
{
    Q_DECLARE_TR_FUNCTIONS(Questions)
};

constexpr qsizetype mostNames = 8;

QString listOf(const QStringList &pcs)
{
    auto lines = pcs.first(qMin(pcs.size(), mostNames));
    if (pcs.size() > mostNames)
        lines.append(QuestionText::tr("… and %n more", nullptr, int(pcs.size() - mostNames)));
    return lines.join(u'\n');
}

void ask(QWidget *parent, const QString &name, const QString &text, const QString &details, const QString &act,
         const std::function<void()> &then)
{
    if (parent->findChild<QMessageBox *>(name))
        return; // it is open already
    auto *box = new QMessageBox(QMessageBox::Warning, QString(), text, QMessageBox::NoButton, parent);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(details);
    auto *doIt = box->addButton(act, QMessageBox::DestructiveRole);
    doIt->setObjectName(u"doIt"_s);
    auto *cancel = box->addButton(QMessageBox::Cancel);
    cancel->setObjectName(u"cancel"_s);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    QObject::connect(doIt, &QPushButton::clicked, parent, then);
    box->open();
}

} // namespace

void stopServices(QWidget *parent, const QStringList &pcs, const std::function<void()> &then)
{
    ask(parent, u"stopQuestion"_s, QuestionText::tr("%n PC(s) are booting. Stop the services?", nullptr, int(pcs.size())),
        QuestionText::tr("Their boot ends with an error:\n%1").arg(listOf(pcs)), QuestionText::tr("Stop Services"), then);
}

void quit(QWidget *parent, const QStringList &pcs, int imports, const std::function<void()> &then)
{
    if (pcs.isEmpty()) {
        ask(parent, u"quitQuestion"_s, QuestionText::tr("%n import(s) are under way. Quit Benchboot?", nullptr, imports),
            QuestionText::tr("They are canceled, and nothing of them is kept."), QuestionText::tr("Quit and Cancel Imports"), then);
        return;
    }
    ask(parent, u"quitQuestion"_s, QuestionText::tr("%n PC(s) are booting. Quit Benchboot?", nullptr, int(pcs.size())),
        QuestionText::tr("The services stop, and their boot ends with an error:\n%1").arg(listOf(pcs)),
        QuestionText::tr("Quit and Stop Services"), then);
}

} // namespace Benchboot::Questions
