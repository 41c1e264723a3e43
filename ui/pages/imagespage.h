// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "ui/context.h"
#include "ui/models/imagesmodel.h"
#include "ui/pages/page.h"

class QListView;
class QStackedWidget;

namespace Benchboot {

class ImageDetail;
class LibraryHead;
class LibraryProxy;
class MessageBar;
class Panes;
class Placeholder;
class Verification;

/// What can be booted: imports under way, the library, and the chosen image with its boot options.
class ImagesPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImagesPage)

public:
    explicit ImagesPage(UiContext &context, QWidget *parent = nullptr);
    ~ImagesPage() override;

    [[nodiscard]] QList<QAction *> pageActions() const override;
    void focusSearch() override;
    void selectImage(const QString &imageId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpActions();
    QWidget *makeLibrary();
    QAction *addAction(const QString &name, const QString &text, const QString &icon,
                       void (ImagesPage::*whenTriggered)());
    void follow();
    void applyMetrics();

    void takeLab();
    void refresh(); ///< all that follows the selection and the search
    void showPlaceholder();
    void requestLoader();
    [[nodiscard]] QString selectedId() const;
    [[nodiscard]] const LabImage *selected() const;

    void verify();
    void addToMenu();
    void showFiles();
    void removeImage();
    void replaceImage(const QString &older, const LabImage &newer);
    void offerUndo(const QString &text);
    void editOption(const QString &imageId, const QString &key, const QString &value);
    void showFailure(const Error &error);

    UiContext &m_context;
    ImagesModel *m_model;
    LibraryProxy *m_proxy;
    Verification *m_verification;
    QString m_awaited; ///< imported, and not in the lab yet that the session knows
    bool m_editingOption = false;
    bool m_offersUndo = false; ///< the message bar does

    Panes *m_panes;
    ImageDetail *m_detail;
    MessageBar *m_message;
    LibraryHead *m_head = nullptr;
    QStackedWidget *m_stack = nullptr;
    QListView *m_view = nullptr;
    Placeholder *m_placeholder = nullptr;
    QAction *m_verify = nullptr;
    QAction *m_addToMenu = nullptr;
    QAction *m_showFiles = nullptr;
    QAction *m_remove = nullptr;
};

} // namespace Benchboot
