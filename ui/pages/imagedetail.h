// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/imagesmodel.h"
#include "ui/widgets/semantic.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace Benchboot {

class MessageBar;
class OptionsForm;

/// What is known of the chosen image, what is wrong with it, and its boot options.
class ImageDetail final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageDetail)

public:
    explicit ImageDetail(QWidget *parent = nullptr);
    ~ImageDetail() override = default;

    /// \param image  null: nothing is chosen
    /// \param missingLoader  the sentence that says which one, and how to get it; empty: none
    void setImage(const Lab &lab, const LabImage *image, const ImageCheck &check,
                  const std::optional<Error> &sourceTrouble, const QString &missingLoader);
    void setProblem(const QString &text); ///< of the last edit; empty: none
    void focusOptions(); ///< to the first option
    void flush(); ///< tells what was typed and not told yet

Q_SIGNALS:
    void optionEdited(const QString &imageId, const QString &key, const QString &value);
    void cancelCheckRequested();
    void loadersRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFacts();
    QWidget *makeCheck();
    void applyMetrics();
    void showFacts(const Lab &lab, const LabImage &image, const ImageCheck &check);
    void showMessage(const LabImage &image, const ImageCheck &check, const std::optional<Error> &sourceTrouble,
                     const QString &missingLoader);
    bool setMessage(Semantic::Role role, const QString &text, const QString &detail = {});
    void showOptionalFact(QLabel *fact, const QString &text);
    QLabel *addFact(const QString &label, const QString &name);

    QString m_imageId;
    QWidget *m_content;
    QScrollArea *m_scroll;
    QLabel *m_nothing;
    QLabel *m_icon;
    QLabel *m_name;
    QLabel *m_recognised;
    QGridLayout *m_facts;
    QHash<QLabel *, QLabel *> m_captions; ///< of the facts
    QLabel *m_bootsOn;
    QLabel *m_needs;
    QLabel *m_edition;
    QLabel *m_architecture;
    QLabel *m_language;
    QLabel *m_files;
    QLabel *m_label;
    QLabel *m_menu;
    QLabel *m_source;
    QLabel *m_warnings;
    QLabel *m_optionsHead;
    QLabel *m_hint;
    MessageBar *m_message;
    QWidget *m_check;
    QLabel *m_checkLabel;
    QProgressBar *m_progress;
    QPushButton *m_cancelCheck;
    MessageBar *m_problem;
    OptionsForm *m_options;
};

} // namespace Benchboot
