// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWizardPage>

#include <utility>

class QCheckBox;
class QVBoxLayout;

namespace Benchboot {

class MessageBar;

/// The last page of the wizard: every choice once more, each with the way back to it.
class SummaryPage final : public QWizardPage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryPage)

public:
    struct Section
    {
        QString title;
        int page = 0; ///< that Change leads to
        QList<std::pair<QString, QString>> lines;
    };

    explicit SummaryPage(QWidget *parent = nullptr);

    void setSections(const QList<Section> &sections);
    void setRunning(
        bool
            running); ///< the services run already: to start them again breaks boots under way, so it is not preselected
    [[nodiscard]] bool startsServices() const;
    void setFailure(const QString &sentence);

Q_SIGNALS:
    void changeRequested(int page);

private:
    void addSection(const Section &section);

    QWidget *m_body;
    QVBoxLayout *m_sections;
    QCheckBox *m_start;
    MessageBar *m_message;
};

} // namespace Benchboot
