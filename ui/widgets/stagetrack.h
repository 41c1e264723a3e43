// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/clienttracker.h"
#include "ui/widgets/semantic.h"

#include <QWidget>

#include <array>

namespace Benchboot {

/// A bar for each of the eight stages of a boot, with its name below: done ones are filled, the one under way is filled in part and bold.
class StageTrack final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StageTrack)

public:
    explicit StageTrack(QWidget *parent = nullptr);

    /// \param percent  of the stage under way; −1: unknown, which is drawn as a half
    /// \param role     Ok: all of it is drawn in that colour; Warning: the current stage is; others: the palette's accent
    void setStage(BootStage stage, int percent, Semantic::Role role);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static constexpr int stageCount = int(BootStage::Up) + 1;

    [[nodiscard]] QColor fill(BootStage stage) const;
    [[nodiscard]] std::array<double, stageCount> barWidths() const;

    BootStage m_stage = BootStage::Found;
    int m_percent = -1;
    Semantic::Role m_role = Semantic::Role::Idle;
};

} // namespace Benchboot
