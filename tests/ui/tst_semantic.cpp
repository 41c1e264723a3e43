// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"
#include "ui/widgets/indicatorstyle.h"
#include "ui/widgets/semantic.h"

#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QRadioButton>
#include <QStyleOptionButton>
#include <QTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

class TestSemantic final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsReadable_data();
    void everyTextIsReadable();
    void knowsDarkFromLight();
    void contrastIsThatOfWcag();
    void readableMovesOnlyWhatMustMove();
    void boxesStandOut_data() { everyTextIsReadable_data(); }
    void boxesStandOut();
    void iconsFollowThePalette();
    void everyIconIsDrawn_data();
    void everyIconIsDrawn();
};

namespace {

QPalette palette(QRgb window, QRgb windowText, QRgb base, QRgb text)
{
    QPalette palette;
    for (const auto &[role, rgb] : {std::pair{QPalette::Window, window},
                                    {QPalette::WindowText, windowText},
                                    {QPalette::Base, base},
                                    {QPalette::Text, text},
                                    {QPalette::ButtonText, windowText}})
        palette.setColor(role, QColor(rgb));
    return palette;
}

const auto breezeLight = palette(0xffeff0f1, 0xff232629, 0xffffffff, 0xff232629);
const auto breezeDark = palette(0xff2a2e32, 0xfffcfcfc, 0xff1b1e20, 0xfffcfcfc);

/// The one colour that \a icon is drawn in: that of its most opaque pixel.
QColor inkOf(const QIcon &icon)
{
    const auto image = icon.pixmap(64).toImage().convertToFormat(QImage::Format_ARGB32);
    QColor ink(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > ink.alpha())
                ink = image.pixelColor(x, y);
        }
    }
    return ink;
}

} // namespace

void TestSemantic::everyTextIsReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("Breeze light") << breezeLight;
    QTest::newRow("Breeze dark") << breezeDark;
    QTest::newRow("Fusion light") << palette(0xffefefef, 0xff000000, 0xffffffff, 0xff000000);
    QTest::newRow("Fusion dark") << palette(0xff323232, 0xffffffff, 0xff2d2d2d, 0xffffffff);
    QTest::newRow("Adwaita light") << palette(0xfffafafb, 0xff333338, 0xffffffff, 0xff333338);
    QTest::newRow("Adwaita dark") << palette(0xff222226, 0xffffffff, 0xff1d1d20, 0xffffffff);
    QTest::newRow("high contrast light") << palette(0xffffffff, 0xff000000, 0xffffffff, 0xff000000);
    QTest::newRow("high contrast dark") << palette(0xff000000, 0xffffffff, 0xff000000, 0xffffffff);
    QTest::newRow("yellow on blue") << palette(0xff00005f, 0xffffff00, 0xff00007f, 0xffffff00);
    QTest::newRow("grey") << palette(0xffb0b0b0, 0xff000000, 0xffc8c8c8, 0xff000000);
}

void TestSemantic::everyTextIsReadable()
{
    QFETCH(const QPalette, palette);
    const Semantic semantic(palette);
    const auto base = palette.color(QPalette::Base);
    const auto window = palette.color(QPalette::Window);
    for (const auto role : {Semantic::Role::Ok, Semantic::Role::Working, Semantic::Role::Warning,
                            Semantic::Role::Failed, Semantic::Role::Idle}) {
        const auto colour = semantic.colour(role);
        QCOMPARE_GE(Semantic::contrast(colour, base), 4.5);
        QCOMPARE_GE(Semantic::contrast(colour, window), 4.5);
        QCOMPARE_GE(Semantic::contrast(colour, semantic.tint(colour)), 4.5);
        QCOMPARE_GE(Semantic::contrast(palette.color(QPalette::Text), semantic.tint(colour)), 7.0);
    }
    QCOMPARE_GE(Semantic::contrast(semantic.secondaryText(QPalette::Base), base), 4.5);
    QCOMPARE_GE(Semantic::contrast(semantic.secondaryText(QPalette::Window), window), 4.5);
}

void TestSemantic::boxesStandOut()
{
    QFETCH(const QPalette, palette);
    IndicatorStyle::install();
    QCheckBox box(u"box"_s);
    QRadioButton circle(u"circle"_s);
    for (QAbstractButton *button : {static_cast<QAbstractButton *>(&box), static_cast<QAbstractButton *>(&circle)}) {
        button->setPalette(palette);
        button->resize(button->sizeHint());
        QStyleOptionButton option;
        option.initFrom(button);
        const auto element
            = button == &box ? QStyle::SE_CheckBoxIndicator : QStyle::SE_RadioButtonIndicator;
        const auto place = button->style()->subElementRect(element, &option, button);
        const auto edge = QColor::fromRgb(button->grab().toImage().pixel(place.left(), place.center().y()));
        QCOMPARE_GE(Semantic::contrast(edge, palette.color(QPalette::Window)), button == &box ? 2.95 : 2.5);
    }
}

void TestSemantic::knowsDarkFromLight()
{
    QVERIFY(!Semantic(breezeLight).isDark());
    QVERIFY(Semantic(breezeDark).isDark());
    QCOMPARE(Semantic(breezeLight).ok(), QColor(0x10, 0x71, 0x3a));
    QCOMPARE(Semantic(breezeDark).failed(), QColor(0xff, 0x8c, 0x93));
}

void TestSemantic::contrastIsThatOfWcag()
{
    QCOMPARE(Semantic::contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(Semantic::contrast(Qt::red, Qt::red), 1.0);
    QCOMPARE(qRound(Semantic::contrast(QColor(0x77, 0x77, 0x77), Qt::white) * 100),
             448); // the well-known grey that just fails
}

void TestSemantic::readableMovesOnlyWhatMustMove()
{
    const QColor enough(0x10, 0x71, 0x3a);
    QCOMPARE(Semantic::readable(enough, Qt::white), enough);
    const QColor pale(0xf0, 0xe0, 0x60);
    const auto moved = Semantic::readable(pale, Qt::white);
    QCOMPARE_GE(Semantic::contrast(moved, Qt::white), 4.5);
    QCOMPARE_LT(Semantic::contrast(moved, Qt::white), 5.5); // no further than needed
    QCOMPARE_LT(std::abs(moved.hslHueF() - pale.hslHueF()), 0.02F);
    QCOMPARE_GE(Semantic::contrast(Semantic::readable(pale, Qt::white, 3.0), Qt::white), 3.0);
}

void TestSemantic::iconsFollowThePalette()
{
    const auto before = QApplication::palette();
    const auto stop = Icons::get(u"media-playback-stop"_s);
    const auto failed = Icons::state(Semantic::Role::Failed);
    for (const auto &palette : {breezeLight, breezeDark}) {
        QApplication::setPalette(palette);
        QCOMPARE(inkOf(stop), palette.color(QPalette::ButtonText));
        QCOMPARE(inkOf(failed), Semantic(palette).failed());
    }
    QApplication::setPalette(before);
}

void TestSemantic::everyIconIsDrawn_data()
{
    QTest::addColumn<QString>("name");
    for (const auto *name : {"media-playback-start",
                             "media-playback-stop",
                             "document-import",
                             "document-export",
                             "edit-undo",
                             "edit-redo",
                             "list-add",
                             "list-remove",
                             "folder-new",
                             "folder",
                             "go-up",
                             "go-down",
                             "edit-delete",
                             "edit-find",
                             "edit-clear",
                             "drive-harddisk",
                             "utilities-terminal",
                             "edit-copy",
                             "go-previous",
                             "go-next",
                             "computer",
                             "media-optical",
                             "application-menu",
                             "view-history",
                             "configure",
                             "dialog-ok-apply",
                             "dialog-cancel",
                             "view-calendar-timeline",
                             "view-list-details",
                             "document-open-folder",
                             "help-contents",
                             "system-reboot",
                             "window-close",
                             "view-refresh",
                             "network-wired"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestSemantic::everyIconIsDrawn()
{
    QFETCH(const QString, name);
    QVERIFY(QFile::exists(u":/icons/%1.svg"_s.arg(name)));
    QCOMPARE_GE(inkOf(Icons::get(name)).alpha(), 200);
}

QTEST_MAIN(TestSemantic)
#include "tst_semantic.moc"
