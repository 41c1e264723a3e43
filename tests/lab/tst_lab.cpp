// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/lab.h"
#include "lab/settings.h"

#include <QJsonArray>
#include <QtTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

LabImage image(const QString &id, const QString &name = u"Rescue"_s)
{
    LabImage image;
    image.id = id;
    image.facts.recipe = u"rescue"_s;
    image.facts.name = name;
    image.facts.options = {{u"keyboard"_s, u"Keyboard layout"_s, {}, u"us"_s},
                           {u"kernel"_s, u"Kernel"_s, {u"standard"_s, u"alternative"_s}, u"standard"_s}};
    image.facts.files = {{u"a"_s, 3, {}, {}}, {u"b"_s, 4, {}, {}}};
    return image;
}

QStringList menuOf(const Lab &lab)
{
    QStringList ids;
    for (const auto &item : lab.menu())
        ids.append(item.id);
    return ids;
}

} // namespace

class TestLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imagesJoinTheMenuBehindTheLastImage()
    {
        Lab lab;
        lab.addImage(image(u"one"_s));
        lab.addImage(image(u"two"_s));
        QCOMPARE(menuOf(lab), QStringList({u"one"_s, u"two"_s, u"local"_s, u"shell"_s, u"reboot"_s}));
        QCOMPARE(lab.defaultItem(), u"one"_s);
        const auto removed = lab.removeImage(u"one"_s);
        QVERIFY(removed);
        QCOMPARE(*removed, image(u"one"_s));
        QCOMPARE(menuOf(lab), QStringList({u"two"_s, u"local"_s, u"shell"_s, u"reboot"_s}));
        QCOMPARE(lab.defaultItem(), u"two"_s);
        QCOMPARE(lab.removeImage(u"one"_s).error().code, Error::Code::NotFound);
    }

    void aNewerImageTakesOver_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("shown");
        QTest::newRow("generated title") << QString() << u"Rescue 12.01"_s;
        QTest::newRow("generated title, written down") << u"Rescue 11.03"_s << u"Rescue 12.01"_s;
        QTest::newRow("title given by hand") << u"For the bench"_s << u"For the bench"_s;
    }
    void aNewerImageTakesOver()
    {
        QFETCH(QString, title);
        QFETCH(QString, shown);
        Lab lab;
        auto older = image(u"older"_s);
        older.facts.version = u"11.03"_s;
        older.options = {{u"keyboard"_s, u"de"_s}, {u"kernel"_s, u"alternative"_s}, {u"gone"_s, u"1"_s}};
        auto newer = image(u"newer"_s);
        newer.facts.version = u"12.01"_s;
        newer.facts.options[1].choices = {u"standard"_s, u"debug"_s};
        lab.addImage(older);
        lab.addImage(image(u"other"_s));
        QVERIFY(lab.setMenu({{LabMenuItem::Kind::LocalDisk, u"local"_s, {}},
                             {LabMenuItem::Kind::Image, u"older"_s, title},
                             {LabMenuItem::Kind::Image, u"other"_s, {}}}));
        QVERIFY(lab.setSetting(u"menu.default"_s, u"older"_s));
        lab.addImage(newer);
        const auto removed = lab.takeOver(u"newer"_s, u"older"_s);
        QVERIFY(removed);
        QCOMPARE(*removed, older);
        QCOMPARE(menuOf(lab), QStringList({u"local"_s, u"newer"_s, u"other"_s}));
        QCOMPARE(lab.titleOf(lab.menu().at(1)), shown);
        QCOMPARE(lab.defaultItem(), u"newer"_s);
        const QMap<QString, QString> kept{{u"keyboard"_s, u"de"_s}}; // of the others the newer has no such value, or no such option
        QCOMPARE(lab.image(u"newer"_s)->options, kept);
        QCOMPARE(lab.takeOver(u"newer"_s, u"older"_s).error().code, Error::Code::NotFound);
    }

    void anEntryThatIsNotThereIsNotTakenOver()
    {
        Lab lab;
        lab.addImage(image(u"older"_s));
        QVERIFY(lab.setMenu({{LabMenuItem::Kind::LocalDisk, u"local"_s, {}}}));
        lab.addImage(image(u"newer"_s));
        QVERIFY(lab.takeOver(u"newer"_s, u"older"_s));
        QCOMPARE(menuOf(lab), QStringList({u"newer"_s, u"local"_s}));
    }

    void anImageIsReplacedInItsPlace()
    {
        Lab lab;
        auto before = image(u"one"_s);
        before.options = {{u"keyboard"_s, u"de"_s}, {u"kernel"_s, u"alternative"_s}};
        lab.addImage(before);
        lab.addImage(image(u"two"_s));
        auto after = image(u"one"_s, u"Rescue, again"_s);
        after.options = {{u"kernel"_s, u"standard"_s}};
        lab.replaceImage(after);
        QCOMPARE(lab.images().first().facts.name, u"Rescue, again"_s);
        const QMap<QString, QString> options{{u"keyboard"_s, u"de"_s}, {u"kernel"_s, u"standard"_s}};
        QCOMPARE(lab.images().first().options, options);
        QCOMPARE(menuOf(lab), QStringList({u"one"_s, u"two"_s, u"local"_s, u"shell"_s, u"reboot"_s}));
    }

    void idsAreFreeAndHarmless_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        QTest::newRow("plain") << u"SystemRescueCD 5.3.2"_s << u"systemrescuecd-5.3.2"_s;
        QTest::newRow("taken") << u"Taken"_s << u"taken-2"_s;
        QTest::newRow("standard entry") << u"Local"_s << u"local-2"_s;
        QTest::newRow("hostile") << u"../..//\n${x} É||"_s << u"x"_s;
        QTest::newRow("nothing left") << u"…"_s << u"image"_s;
        QTest::newRow("long") << QString(300, u'a') << QString(48, u'a');
        QTest::newRow("dots only") << u"..."_s << u"image"_s;
    }
    void idsAreFreeAndHarmless()
    {
        QFETCH(QString, name);
        QFETCH(QString, id);
        Lab lab;
        lab.addImage(image(u"taken"_s));
        QCOMPARE(lab.freeId(name), id);
    }

    void optionsFallBackFromChosenToLabToRecipe()
    {
        Lab lab;
        lab.addImage(image(u"one"_s));
        QCOMPARE(lab.effectiveOptions(*lab.image(u"one"_s)).value(u"keyboard"_s), u"us"_s);
        QVERIFY(lab.setSetting(u"keyboard"_s, u"de"_s));
        QCOMPARE(lab.effectiveOptions(*lab.image(u"one"_s)).value(u"keyboard"_s), u"de"_s);
        QVERIFY(lab.setOption(u"one"_s, u"keyboard"_s, u"fr"_s));
        QCOMPARE(lab.effectiveOptions(*lab.image(u"one"_s)).value(u"keyboard"_s), u"fr"_s);
        QVERIFY(lab.setOption(u"one"_s, u"keyboard"_s, {}));
        QCOMPARE(lab.effectiveOptions(*lab.image(u"one"_s)).value(u"keyboard"_s), u"de"_s);
    }

    void optionsAreChecked_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("unknown key") << u"colour"_s << u"red"_s;
        QTest::newRow("no such choice") << u"kernel"_s << u"other"_s;
        QTest::newRow("expansion") << u"keyboard"_s << u"${net0/mac}"_s;
        QTest::newRow("operator") << u"keyboard"_s << u"de || shell"_s;
        QTest::newRow("line") << u"keyboard"_s << u"de\nshell"_s;
        QTest::newRow("two words") << u"keyboard"_s << u"de init=/bin/sh"_s;
    }
    void optionsAreChecked()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        Lab lab;
        lab.addImage(image(u"one"_s));
        const auto before = lab;
        QCOMPARE(lab.setOption(u"one"_s, key, value).error().code, Error::Code::InvalidArgument);
        QCOMPARE(lab, before);
    }

    void settingsAreChecked_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("good");
        QTest::newRow("time-out") << u"menu.timeout"_s << u"3"_s << true;
        QTest::newRow("time-out 0") << u"menu.timeout"_s << u"0"_s << true;
        QTest::newRow("negative") << u"menu.timeout"_s << u"-1"_s << false;
        QTest::newRow("text") << u"menu.timeout"_s << u"soon"_s << false;
        QTest::newRow("port 0") << u"http.port"_s << u"0"_s << false;
        QTest::newRow("port") << u"http.port"_s << u"80"_s << true;
        QTest::newRow("subnet") << u"network.subnet"_s << u"172.16.0.0/16"_s << true;
        QTest::newRow("no subnet") << u"network.subnet"_s << u"172.16.0.0"_s << false;
        QTest::newRow("loader") << u"loader.bios"_s << u"ipxe.pxe"_s << true;
        QTest::newRow("loader that climbs") << u"loader.bios"_s << u"../x"_s << false;
        QTest::newRow("absolute loader") << u"loader.bios"_s << u"/x"_s << false;
        QTest::newRow("loader in a folder") << u"loader.efi-x64"_s << u"x64-sb/snponly-shimx64.efi"_s << true;
        QTest::newRow("default") << u"menu.default"_s << u"local"_s << true;
        QTest::newRow("no such entry") << u"menu.default"_s << u"nobody"_s << false;
        QTest::newRow("no such key") << u"menu.colour"_s << u"red"_s << false;
        QTest::newRow("two lines") << u"menu.title"_s << u"a\nb"_s << false;
        QTest::newRow("keyboard") << u"keyboard"_s << u"de"_s << true;
        QTest::newRow("two keyboards") << u"keyboard"_s << u"de fr"_s << false;
        QTest::newRow("keyboard expands") << u"keyboard"_s << u"$x"_s << false;
    }
    void settingsAreChecked()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(bool, good);
        Lab lab;
        const auto set = lab.setSetting(key, value);
        QCOMPARE(set.has_value(), good);
        if (good) {
            QCOMPARE(lab.setting(key), value);
            QVERIFY(lab.setSetting(key, {}));
            QCOMPARE(lab, Lab());
        } else {
            QCOMPARE(set.error().code, Error::Code::InvalidArgument);
        }
    }

    void everyDefaultFitsItsOwnRule()
    {
        for (const auto &spec : settingSpecs()) {
            QVERIFY2(checkSetting(spec, spec.defaultValue), qPrintable(spec.key));
            QVERIFY(!spec.meaning.isEmpty());
        }
        for (const auto &slot : loaderSlots())
            QVERIFY2(settingSpec(slot.settingKey), qPrintable(slot.settingKey));
    }

    void menuTakesOnlyKnownEntriesOnce()
    {
        Lab lab;
        lab.addImage(image(u"one"_s));
        using Kind = LabMenuItem::Kind;
        QVERIFY(lab.setMenu({{Kind::Reboot, u"reboot"_s, {}}, {Kind::Image, u"one"_s, u"Mine"_s}}));
        QCOMPARE(lab.titleOf(lab.menu().at(1)), u"Mine"_s);
        QVERIFY(!lab.setMenu({{Kind::Image, u"two"_s, {}}}));
        QVERIFY(!lab.setMenu({{Kind::Reboot, u"one"_s, {}}}));
        QVERIFY(!lab.setMenu({{Kind::Image, u"one"_s, {}}, {Kind::Image, u"one"_s, {}}}));
        QCOMPARE(menuOf(lab), QStringList({u"reboot"_s, u"one"_s}));
    }

    void survivesJsonAndKeepsWhatItDoesNotKnow()
    {
        Lab lab;
        auto full = image(u"one"_s);
        full.options = {{u"kernel"_s, u"alternative"_s}};
        full.sourceFile = u"/srv/a.iso"_s;
        full.sourceSize = 5'000'000'000;
        full.sourceModifiedMs = 17;
        full.linked = true;
        full.importedMs = 18;
        lab.addImage(full);
        QVERIFY(lab.setSetting(u"menu.timeout"_s, u"3"_s));
        auto json = lab.toJson();
        json.insert(u"future"_s, QJsonObject{{u"x"_s, 1}});
        const auto again = Lab::fromJson(json);
        QVERIFY(again);
        QCOMPARE(again->images(), lab.images());
        QCOMPARE(again->toJson(), json);
    }

    void damagedFilesAreRefused_data()
    {
        const auto good = [] {
            Lab lab;
            lab.addImage(image(u"one"_s));
            return lab.toJson();
        }();
        const auto with = [&good](const QString &key, const QJsonValue &value) {
            auto json = good;
            json.insert(key, value);
            return json;
        };
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("empty") << QJsonObject() << Error::Code::Malformed;
        QTest::newRow("newer") << with(u"version"_s, 99) << Error::Code::Unsupported;
        QTest::newRow("images are text") << with(u"images"_s, u"x"_s) << Error::Code::Malformed;
        QTest::newRow("id leads out") << with(u"images"_s, QJsonArray{QJsonObject{{u"id"_s, u"../x"_s}}})
                                      << Error::Code::Malformed;
        QTest::newRow("menu of unknown image") << with(u"images"_s, QJsonArray()) << Error::Code::Malformed;
        QTest::newRow("bad setting") << with(u"settings"_s, QJsonObject{{u"http.port"_s, u"x"_s}})
                                     << Error::Code::Malformed;
    }
    void damagedFilesAreRefused()
    {
        QFETCH(QJsonObject, json);
        QFETCH(Error::Code, code);
        const auto lab = Lab::fromJson(json);
        QVERIFY(!lab);
        QCOMPARE(lab.error().code, code);
        QVERIFY(!lab.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLab)
#include "tst_lab.moc"
