// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QDir>
#include <QPalette>
#include <QTest>
#include <QWidget>

/// Pictures of pages for people to judge, written to the build folder.
namespace Benchboot::Tests {

inline QPalette darkPalette()
{
    QPalette palette(QColor(0x2a2e32));
    palette.setColor(QPalette::Base, QColor(0x1b1e20));
    palette.setColor(QPalette::AlternateBase, QColor(0x23262a));
    palette.setColor(QPalette::Highlight, QColor(0x3daee9));
    palette.setColor(QPalette::Accent, QColor(0x3daee9));
    return palette;
}

inline void addLooks()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << false << QSize(1100, 660);
    QTest::newRow("dark") << true << QSize(1100, 660);
    QTest::newRow("small") << false << QSize(850, 520);
    QTest::newRow("narrow") << false << QSize(460, 300);
}

/// Saves \a page as screenshots/NAME-ROW.png.
inline void saveLook(QWidget &page, const QString &name)
{
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    const auto before = QApplication::palette();
    if (dark)
        QApplication::setPalette(darkPalette());
    page.resize(size);
    QTest::qWait(1); // layouts settle with posted events
    QDir().mkpath(QStringLiteral(BENCHBOOT_BINARY_DIR "/screenshots"));
    const auto file = QStringLiteral(BENCHBOOT_BINARY_DIR "/screenshots/%1-%2.png")
                          .arg(name, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(page.grab().save(file));
    QApplication::setPalette(before);
    QCOMPARE_LE(page.minimumSizeHint().width(), size.width());
}

} // namespace Benchboot::Tests
