// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labfixture.h"
#include "ui/models/importmodel.h"
#include "ui/models/libraryproxy.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

QStringList names(const QAbstractItemModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, 0).data().toString());
    return all;
}

LabImage image(const QString &id, const QString &name, qint64 size, qint64 importedMs)
{
    LabImage image{.id = id, .sourceFile = u"/srv/%1.iso"_s.arg(id), .importedMs = importedMs};
    image.facts.name = name;
    image.facts.files = {{u"file"_s, size, {}, {}}};
    return image;
}

} // namespace

class TestImagesModel : public QObject
{
    Q_OBJECT

    Lab m_lab;

private Q_SLOTS:
    void init()
    {
        m_lab = {};
        m_lab.addImage(image(u"sysrcd"_s, u"SystemRescue"_s, 1'100'000'000, 3));
        m_lab.addImage(image(u"clonezilla"_s, u"Clonezilla"_s, 498'000'000, 1));
        auto linked = image(u"debian"_s, u"debian Live"_s, 1'500'000'000, 2);
        linked.linked = true;
        m_lab.addImage(linked);
    }

    void tellsWhatIsKnown()
    {
        ImagesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLab(m_lab);
        QCOMPARE(names(model), QStringList({u"SystemRescue"_s, u"Clonezilla"_s, u"debian Live"_s}));
        const auto first = model.indexOf(u"sysrcd"_s);
        QCOMPARE(first.data(ImagesModel::NoteRole).toString(), u"sysrcd.iso"_s);
        QCOMPARE(first.data(ImagesModel::SizeTextRole).toString(), u"1.1 GB"_s);
        QCOMPARE(first.data(ImagesModel::HoldingRole).toString(), u"Extracted"_s);
        QCOMPARE(model.indexOf(u"debian"_s).data(ImagesModel::HoldingRole).toString(), u"Linked"_s);
        QCOMPARE(model.totalSize(), 3'098'000'000);
    }

    void followsChecksAndMissingFiles()
    {
        ImagesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLab(m_lab);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setCheck(u"sysrcd"_s, {ImageCheck::State::Running, 43, false, {}});
        QCOMPARE(model.indexOf(u"sysrcd"_s).data(ImagesModel::NoteRole).toString(), u"Checking, 43 %"_s);
        QCOMPARE(changed.size(), 1);
        const auto noteOfDebian = [&model] { return model.indexOf(u"debian"_s).data(ImagesModel::NoteRole).toString(); };
        model.setCheck(u"debian"_s, {ImageCheck::State::Running, 7, true, {}});
        QCOMPARE(noteOfDebian(), u"Verifying, 7 %"_s);
        model.setSourceTroubles({{u"debian"_s, {Error::Code::NotFound, u"gone"_s}}});
        QCOMPARE(changed.size(), 3);
        QVERIFY(model.sourceTrouble(u"debian"_s));
        QVERIFY(!model.sourceTrouble(u"sysrcd"_s));
        QCOMPARE(noteOfDebian(), u"Image file not found"_s);
        QCOMPARE(model.check(u"debian"_s).state, ImageCheck::State::None);
        model.setSourceTroubles({{u"debian"_s, {Error::Code::Mismatch, u"changed"_s}}});
        QCOMPARE(noteOfDebian(), u"Image file has changed"_s);
        model.setSourceTroubles({});
        QCOMPARE(noteOfDebian(), u"debian.iso"_s);
        QVERIFY(m_lab.removeImage(u"sysrcd"_s));
        model.setLab(m_lab);
        model.setCheck(u"sysrcd"_s, {ImageCheck::State::Whole, 100, false, {}}); // too late
        QCOMPARE(model.check(u"sysrcd"_s).state, ImageCheck::State::None);
    }

    void sortsAndSearches()
    {
        ImagesModel model;
        LibraryProxy proxy;
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        proxy.setSourceModel(&model);
        model.setLab(m_lab);
        QCOMPARE(names(proxy), QStringList({u"Clonezilla"_s, u"debian Live"_s, u"SystemRescue"_s}));
        proxy.setOrder(ImagesModel::Order::Newest);
        QCOMPARE(names(proxy), QStringList({u"SystemRescue"_s, u"debian Live"_s, u"Clonezilla"_s}));
        proxy.setOrder(ImagesModel::Order::Size);
        QCOMPARE(names(proxy), QStringList({u"debian Live"_s, u"SystemRescue"_s, u"Clonezilla"_s}));
        proxy.setSearch(u"live DEB"_s);
        QCOMPARE(names(proxy), QStringList{u"debian Live"_s});
        proxy.setSearch(u"sysrcd.iso"_s);
        QCOMPARE(names(proxy), QStringList{u"SystemRescue"_s});
        proxy.setSearch(u"nothing"_s);
        QCOMPARE(proxy.rowCount(), 0);
        proxy.setSearch({});
        QCOMPARE(proxy.rowCount(), 3);
    }

    void listsImportsUntilTheyAreDone()
    {
        Tests::LabFixture lab;
        ImportModel model(lab.imports);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.summary(), QString());
        const auto id = lab.imports.add({.file = lab.path(u"missing.iso"_s)});
        QCOMPARE(names(model), QStringList{u"missing.iso"_s});
        QVERIFY(model.summary().startsWith(u"1 image"));
        QCOMPARE(model.index(0, 0).data(ImportModel::StepRole).toString(), u"missing.iso: waiting"_s);
        QVERIFY(!model.index(0, 0).data(ImportModel::CanRetryRole).toBool());
        QTRY_VERIFY(model.index(0, 0).data(ImportModel::CanRetryRole).toBool());
        QVERIFY(model.index(0, 0).data(ImportModel::StepRole).toString().contains(u"There is no file"));
        QCOMPARE(model.index(0, 0).data(ImportModel::PercentRole).toInt(), -1);
        lab.imports.remove(id);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(TestImagesModel)
#include "tst_imagesmodel.moc"
