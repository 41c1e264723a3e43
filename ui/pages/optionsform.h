// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/lab.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace Benchboot {

/// The boot options of one image, made of what its recipe offers. What is typed or chosen is told at once; an empty value means the default.
class OptionsForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OptionsForm)

public:
    explicit OptionsForm(QWidget *parent = nullptr);
    ~OptionsForm() override;

    /// Shows the options of \a image as they are in \a lab. Fields that are being edited keep what was typed.
    void setImage(const Lab &lab, const LabImage &image);
    void focusFirst();
    void flush(); ///< tells what was typed and not told yet

Q_SIGNALS:
    void optionEdited(const QString &imageId, const QString &key, const QString &value);

private:
    struct Field
    {
        BootOption option;
        QComboBox *choice = nullptr; ///< of options with choices
        QLineEdit *text = nullptr; ///< of others
        QString value; ///< as the lab has it
    };
    void rebuild(const QList<BootOption> &options);
    void addChoice(Field &field);
    void addText(Field &field);
    void show(Field &field, const QString &value, const QString &inherited);
    void commit(Field &field);
    [[nodiscard]] static QString labelOf(const BootOption &option);

    QString m_imageId;
    std::vector<std::unique_ptr<Field>> m_fields; // connections hold their addresses
    QFormLayout *m_layout;
    QTimer m_typing;
};

} // namespace Benchboot
