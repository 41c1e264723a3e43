// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importquestions.h"

#include "ui/models/displaytext.h"

#include <QCheckBox>
#include <QDateTime>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

using Item = ImportQueue::Item;
using State = ImportQueue::State;

QString titleOf(const Item &item)
{
    if (item.kin->kind == ImageKin::Kind::Same)
        return ImportQuestions::tr("%1 is in the lab already.").arg(item.name);
    return ImportQuestions::tr("%1 is a newer version of %2.").arg(item.name, item.kin->image.displayName());
}

QString detailsOf(const ImageKin &kin)
{
    if (kin.kind == ImageKin::Kind::Older) {
        return ImportQuestions::tr("If it replaces %1, it takes over that menu entry and its options, and %1 is "
                                   "removed. Undo brings it back.")
            .arg(kin.image.displayName());
    }
    const auto imported = QDateTime::fromMSecsSinceEpoch(kin.image.importedMs).date();
    return ImportQuestions::tr(
               "It was imported on %1 (%2). If it is replaced, its menu entry and options stay as they are.")
        .arg(QLocale().toString(imported, QLocale::ShortFormat),
             DisplayText::size(kin.image.size()).replace(u' ', QChar::Nbsp));
}

} // namespace

ImportQuestions::ImportQuestions(ImportQueue &queue, QWidget *window)
    : QObject(window), m_queue(queue), m_window(window)
{
    connect(&queue, &ImportQueue::itemChanged, this, &ImportQuestions::follow);
    connect(&queue, &ImportQueue::itemRemoved, this, &ImportQuestions::follow);
}

const Item *ImportQuestions::open() const
{
    const auto found = std::ranges::find(m_queue.items(), State::Asking, &Item::state);
    return found == m_queue.items().end() ? nullptr : &*found;
}

bool ImportQuestions::othersWait(quint64 id) const
{
    return std::ranges::any_of(m_queue.items(),
                               [id](const Item &item) { return item.id != id && item.state <= State::Asking; });
}

void ImportQuestions::follow()
{
    if (!m_queue.isBusy())
        m_forAll.clear();
    const auto isAsked = [this](const Item &item) { return item.id == m_asked && item.state == State::Asking; };
    if (m_box && !std::ranges::any_of(m_queue.items(), isAsked)) {
        m_box->disconnect(this); // it was cancelled in the list
        m_box->close();
        m_box = nullptr;
    }
    const auto *item = open();
    if (m_box || !item)
        return;
    if (const auto known = m_forAll.constFind(item->kin->kind); known != m_forAll.cend())
        tell(item->id, *known);
    else
        ask(*item);
}

void ImportQuestions::ask(const Item &item)
{
    m_asked = item.id;
    m_box = new QMessageBox(QMessageBox::Question, QString(), titleOf(item), QMessageBox::NoButton, m_window);
    m_box->setObjectName(u"importQuestion"_s);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setInformativeText(detailsOf(*item.kin));
    auto *replace = m_box->addButton(tr("&Replace"), QMessageBox::AcceptRole);
    replace->setObjectName(u"replace"_s);
    auto *keep = m_box->addButton(tr("&Keep Both"), QMessageBox::AcceptRole);
    keep->setObjectName(u"keepBoth"_s);
    auto *cancel = m_box->addButton(tr("&Cancel Import"), QMessageBox::RejectRole);
    cancel->setObjectName(u"cancel"_s);
    m_box->setDefaultButton(replace); // loses nothing: the options stay, and a copy that fails changes nothing
    m_box->setEscapeButton(cancel);
    if (othersWait(item.id)) {
        auto *all = new QCheckBox(tr("Do the same with the &other images of the list"), m_box);
        all->setObjectName(u"forAll"_s);
        m_box->setCheckBox(all);
    }
    connect(m_box, &QMessageBox::finished, this, [this, replace, keep, id = item.id, kind = item.kin->kind] {
        const auto *clicked = m_box->clickedButton();
        const auto answer = clicked == replace ? Answer::Replace : clicked == keep ? Answer::KeepBoth : Answer::Cancel;
        take(id, kind, answer);
    });
    m_box->open();
}

void ImportQuestions::take(quint64 id, ImageKin::Kind kind, Answer answer)
{
    if (const auto *all = m_box->checkBox(); all && all->isChecked())
        m_forAll.insert(kind, answer);
    m_box = nullptr;
    tell(id, answer);
    follow();
}

void ImportQuestions::tell(quint64 id, Answer answer)
{
    if (answer == Answer::Cancel)
        m_queue.cancel(id);
    else
        m_queue.answer(id, answer == Answer::Replace ? KinChoice::Replace : KinChoice::KeepBoth);
}

} // namespace Benchboot
