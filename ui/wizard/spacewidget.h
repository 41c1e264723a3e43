// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labstore.h"
#include "ui/wizard/setupwidget.h"

class QLabel;

namespace Benchboot {

class MessageBar;

/// Where imported files are kept, and how much room there is.
class SpaceWidget final : public SetupWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpaceWidget)

public:
    explicit SpaceWidget(LabStore store, QWidget *parent = nullptr);

    void load(const Lab &lab) override;
    void refresh() override;
    [[nodiscard]] bool isComplete() const override; ///< the folder can be written
    [[nodiscard]] QList<std::pair<QString, QString>> summary() const override;

    /// "212 GB free, enough for about 150 rescue images". \param bytes  that are free
    [[nodiscard]] static QString freeText(qint64 bytes);

private:
    LabStore m_store;
    QLabel *m_free;
    MessageBar *m_message;
};

} // namespace Benchboot
