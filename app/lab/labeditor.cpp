// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labeditor.h"

#include "lab/imageremoval.h"
#include "lab/imagereplacement.h"
#include "lab/labcommand.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

Result<qsizetype> indexOf(const QList<LabMenuItem> &menu, const QString &itemId)
{
    const auto found = std::ranges::find(menu, itemId, &LabMenuItem::id);
    if (found == menu.end())
        return fail(Error::Code::NotFound, u"The menu has no entry “%1” any more"_s.arg(itemId));
    return found - menu.begin();
}

Result<void> moveTo(QList<LabMenuItem> &menu, const QString &itemId, qsizetype position)
{
    return indexOf(menu, itemId).transform([&](qsizetype from) {
        menu.move(from, std::clamp(position, qsizetype(0), menu.size() - 1));
    });
}

Result<void> takeOut(QList<LabMenuItem> &menu, const QString &itemId)
{
    return indexOf(menu, itemId).transform([&](qsizetype index) { menu.removeAt(index); });
}

Result<void> putIn(QList<LabMenuItem> &menu, const LabMenuItem &item, qsizetype position)
{
    menu.insert(std::clamp(position, qsizetype(0), menu.size()), item);
    return {};
}

ValueCommand::Place titlePlace(const QString &itemId)
{
    return {.key = u"title "_s + itemId,
            .read =
                [itemId](const Lab &lab) {
                    return indexOf(lab.menu(), itemId).transform([&](qsizetype i) { return lab.menu().at(i).title; });
                },
            .write =
                [itemId](Lab &lab, const QString &title) {
                    auto menu = lab.menu();
                    return indexOf(menu, itemId).and_then([&](qsizetype i) {
                        menu[i].title = title;
                        return lab.setMenu(menu);
                    });
                }};
}

ValueCommand::Place settingPlace(const QString &key)
{
    return {.key = u"setting "_s + key,
            .read = [key](const Lab &lab) { return Result<QString>(lab.isSet(key) ? lab.setting(key) : QString()); },
            .write = [key](Lab &lab, const QString &value) { return lab.setSetting(key, value); }};
}

ValueCommand::Place optionPlace(const QString &imageId, const QString &key)
{
    return {.key = u"option %1 %2"_s.arg(imageId, key),
            .read = [imageId, key](const Lab &lab) -> Result<QString> {
                const auto *image = lab.image(imageId);
                if (!image)
                    return fail(Error::Code::NotFound, u"The image “%1” is not in the lab any more"_s.arg(imageId));
                return image->options.value(key);
            },
            .write = [imageId, key](Lab &lab, const QString &value) { return lab.setOption(imageId, key, value); }};
}

} // namespace

struct LabEditor::Private
{
    Private(LabStore store, Change change, LabEditor *editor)
        : q(editor),
          access{std::move(store), std::move(change), [this](const Error &error) { Q_EMIT q->failed(error); }}
    {
    }

    void push(std::unique_ptr<LabCommand> command);
    [[nodiscard]] QString titleOf(const QString &itemId) const;
    [[nodiscard]] QString nameOf(const QString &imageId) const;
    [[nodiscard]] QString settingText(const QString &key) const;
    [[nodiscard]] TrashFolder *openTrash();

    LabEditor *q;
    LabAccess access;
    std::optional<TrashFolder> trash; ///< made for the first removal; outlives the commands
    QUndoStack stack;
};

void LabEditor::Private::push(std::unique_ptr<LabCommand> command)
{
    if (const auto begun = command->begin(); !begun)
        access.report(begun.error());
    else if (!command->isObsolete())
        stack.push(command.release());
}

/// For the names of commands; a lab that cannot be read is reported by the edit itself.
QString LabEditor::Private::titleOf(const QString &itemId) const
{
    const auto lab = access.store.read();
    const auto index = lab ? indexOf(lab->menu(), itemId) : std::unexpected(lab.error());
    return index ? lab->titleOf(lab->menu().at(*index)) : itemId;
}

QString LabEditor::Private::nameOf(const QString &imageId) const
{
    const auto lab = access.store.read();
    const auto *image = lab ? lab->image(imageId) : nullptr;
    return image ? image->displayName() : imageId;
}

/// Null where it could not be made, which is reported.
TrashFolder *LabEditor::Private::openTrash()
{
    if (!trash) {
        auto made = TrashFolder::create(access.store);
        if (!made) {
            access.report(made.error());
            return nullptr;
        }
        trash.emplace(std::move(*made));
    }
    return &*trash;
}

QString LabEditor::Private::settingText(const QString &key) const
{
    if (key == u"menu.default")
        return LabEditor::tr("Change Default Entry");
    if (key == u"menu.timeout")
        return LabEditor::tr("Change Time-out");
    if (key == u"menu.title")
        return LabEditor::tr("Change Headline");
    return LabEditor::tr("Change Setting");
}

LabEditor::LabEditor(LabStore store, Change change, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(std::move(store), std::move(change), this))
{
}

LabEditor::~LabEditor() = default;

QUndoStack &LabEditor::undoStack() { return d->stack; }

void LabEditor::renameItem(const QString &itemId, const QString &title)
{
    const auto lab = d->access.store.read();
    const auto index = lab ? indexOf(lab->menu(), itemId) : std::unexpected(lab.error());
    // A title that is the image's own name is none: it follows when the name changes.
    const bool isOwnName = index && title.trimmed() == lab->titleOf({lab->menu().at(*index).kind, itemId, {}});
    d->push(std::make_unique<ValueCommand>(tr("Rename “%1”").arg(d->titleOf(itemId)), d->access, titlePlace(itemId),
                                           isOwnName ? QString() : title.trimmed()));
}

void LabEditor::moveItem(const QString &itemId, qsizetype position)
{
    const auto lab = d->access.store.read();
    if (const auto index = lab ? indexOf(lab->menu(), itemId) : std::unexpected(lab.error());
        index && *index == position)
        return;
    auto from = std::make_shared<qsizetype>(0);
    auto apply = [=](QList<LabMenuItem> &menu) {
        return indexOf(menu, itemId).and_then([&](qsizetype index) {
            *from = index;
            return moveTo(menu, itemId, position);
        });
    };
    auto revert = [=](QList<LabMenuItem> &menu) { return moveTo(menu, itemId, *from); };
    d->push(std::make_unique<MenuCommand>(tr("Move “%1”").arg(d->titleOf(itemId)), d->access, apply, revert));
}

void LabEditor::removeItem(const QString &itemId)
{
    struct Removed
    {
        LabMenuItem item;
        qsizetype position = 0;
    };
    auto removed = std::make_shared<Removed>();
    auto apply = [=](QList<LabMenuItem> &menu) {
        return indexOf(menu, itemId).and_then([&](qsizetype index) {
            *removed = {menu.at(index), index};
            return takeOut(menu, itemId);
        });
    };
    auto revert = [=](QList<LabMenuItem> &menu) { return putIn(menu, removed->item, removed->position); };
    d->push(std::make_unique<MenuCommand>(tr("Remove “%1”").arg(d->titleOf(itemId)), d->access, apply, revert));
}

void LabEditor::addItem(LabMenuItem item, qsizetype position)
{
    const auto lab = d->access.store.read();
    const auto title = lab ? lab->titleOf(item) : item.id;
    auto apply = [=](QList<LabMenuItem> &menu) { return putIn(menu, item, position); };
    auto revert = [=](QList<LabMenuItem> &menu) { return takeOut(menu, item.id); };
    d->push(std::make_unique<MenuCommand>(tr("Add “%1”").arg(title), d->access, apply, revert));
}

void LabEditor::setSetting(const QString &key, const QString &value)
{
    d->push(std::make_unique<ValueCommand>(d->settingText(key), d->access, settingPlace(key), value));
}

void LabEditor::setOption(const QString &imageId, const QString &key, const QString &value)
{
    d->push(std::make_unique<ValueCommand>(tr("Change Options of “%1”").arg(d->nameOf(imageId)), d->access,
                                           optionPlace(imageId, key), value));
}

void LabEditor::removeImage(const QString &imageId)
{
    if (auto *trash = d->openTrash())
        d->push(std::make_unique<ImageRemoval>(tr("Remove “%1”").arg(d->nameOf(imageId)), d->access, *trash, imageId));
}

void LabEditor::replaceImage(const QString &older, const QString &newer)
{
    if (auto *trash = d->openTrash())
        d->push(std::make_unique<ImageReplacement>(tr("Replace “%1”").arg(d->nameOf(older)), d->access, *trash, older, newer));
}

} // namespace Benchboot
