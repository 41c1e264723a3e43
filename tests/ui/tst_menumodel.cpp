// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labfixture.h"
#include "ui/models/menumodel.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

struct Letter
{
    QChar id;
    int value = 0;
    friend bool operator==(const Letter &, const Letter &) = default;
};

/// A row model over letters, to try every order.
class Letters final : public RowModel<Letter>
{
public:
    using RowModel::RowModel;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(rows().at(index.row()).id) : QVariant();
    }
    void become(const QString &letters, int value = 0)
    {
        QList<Letter> wanted;
        for (const auto letter : letters)
            wanted.append({letter, value});
        setRows(wanted);
    }
    [[nodiscard]] QString text() const
    {
        QString letters;
        for (const auto &row : rows())
            letters.append(row.id);
        return letters;
    }
};

} // namespace

class TestMenuModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<Tests::LabFixture> m_lab;
    std::unique_ptr<MenuModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    [[nodiscard]] QString ids() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all.append(m_model->index(row, 0).data(MenuModel::IdRole).toString());
        return all.join(u' ');
    }

private Q_SLOTS:
    void init()
    {
        m_lab = std::make_unique<Tests::LabFixture>();
        QVERIFY(m_lab->addImage(u"one"_s, u"Rescue"_s));
        QVERIFY(m_lab->addImage(u"two"_s, u"Tester"_s, Firmware::Bios));
        m_model = std::make_unique<MenuModel>(m_lab->editor);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        connect(&m_lab->session, &Session::labChanged, m_model.get(),
                [this] { m_model->setLab(m_lab->session.lab()); });
        m_model->setLab(m_lab->session.lab());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_lab.reset();
    }

    void rowsFollowEveryChange_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("signals_");
        QTest::newRow("nothing") << u"abc"_s << u"abc"_s << u""_s;
        QTest::newRow("first") << u""_s << u"a"_s << u"insert"_s;
        QTest::newRow("last") << u"a"_s << u""_s << u"remove"_s;
        QTest::newRow("in the middle") << u"abd"_s << u"abcd"_s << u"insert"_s;
        QTest::newRow("one moved down") << u"abcd"_s << u"bcda"_s << u"move"_s;
        QTest::newRow("one moved up") << u"abcd"_s << u"dabc"_s << u"move"_s;
        QTest::newRow("neighbours") << u"abcd"_s << u"acbd"_s << u"move"_s;
        QTest::newRow("moved and another removed") << u"abcd"_s << u"cab"_s << u"remove move"_s;
        QTest::newRow("reversed") << u"abcd"_s << u"dcba"_s << u"move move move"_s;
        QTest::newRow("all others") << u"ab"_s << u"cd"_s << u"remove remove insert insert"_s;
    }

    void rowsFollowEveryChange()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, signals_);
        Letters model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.become(from);
        QStringList told;
        connect(&model, &QAbstractItemModel::rowsInserted, this, [&] { told.append(u"insert"_s); });
        connect(&model, &QAbstractItemModel::rowsRemoved, this, [&] { told.append(u"remove"_s); });
        connect(&model, &QAbstractItemModel::rowsMoved, this, [&] { told.append(u"move"_s); });
        connect(&model, &QAbstractItemModel::modelReset, this, [&] { told.append(u"reset"_s); });
        model.become(to);
        QCOMPARE(model.text(), to);
        QCOMPARE(told.join(u' '), signals_);
    }

    void everyOrderIsReached()
    {
        Letters model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto wanted = u"abcde"_s;
        do {
            for (const auto &with : {wanted, wanted + u'x', wanted.sliced(1), u'y' + wanted.first(3)}) {
                model.become(u"edcba"_s);
                model.become(with);
                QCOMPARE(model.text(), with);
            }
        } while (std::next_permutation(wanted.begin(), wanted.end()));
    }

    void onlyWhatChangedIsTold()
    {
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_lab->editor.renameItem(u"two"_s, u"Memory test"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
        QCOMPARE(m_model->index(1, 0).data().toString(), u"Memory test"_s);
    }

    void showsWhatEntriesBootOn()
    {
        QCOMPARE(m_model->index(0, 0).data().toString(), u"Rescue"_s);
        QCOMPARE(m_model->index(0, MenuModel::BootsOn).data().toString(), u"BIOS, UEFI x64"_s);
        QCOMPARE(m_model->index(1, MenuModel::BootsOn).data().toString(), u"BIOS only"_s);
        QCOMPARE(m_model->index(2, MenuModel::BootsOn).data().toString(), u"All PCs"_s);
        QVERIFY(m_model->index(0, 0).data(MenuModel::DefaultRole).toBool());
        QVERIFY(!m_model->index(1, 0).data(MenuModel::DefaultRole).toBool());
        QVERIFY(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"default entry"));
    }

    void editingRenames()
    {
        QVERIFY(m_model->setData(m_model->index(0, 0), u"Rescue first"_s, Qt::EditRole));
        QCOMPARE(m_lab->store.read()->menu().first().title, u"Rescue first"_s);
        QVERIFY(!m_model->setData(m_model->index(0, MenuModel::BootsOn), u"x"_s, Qt::EditRole));
        QVERIFY(m_model->setData(m_model->index(1, 0), u"Tester"_s, Qt::EditRole));
        QCOMPARE(m_lab->editor.undoStack().count(), 1);
    }

    void dropsAreMoves_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("before");
        QTest::addColumn<QString>("order");
        QTest::newRow("to the front") << 2 << 0 << u"local one two shell reboot"_s;
        QTest::newRow("down") << 0 << 3 << u"two local one shell reboot"_s;
        QTest::newRow("to the end") << 0 << -1 << u"two local shell reboot one"_s;
        QTest::newRow("where it is") << 1 << 1 << u"one two local shell reboot"_s;
        QTest::newRow("behind itself") << 1 << 2 << u"one two local shell reboot"_s;
    }

    void dropsAreMoves()
    {
        QFETCH(int, row);
        QFETCH(int, before);
        QFETCH(QString, order);
        QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
        const bool stays = ids() == order;
        const std::unique_ptr<QMimeData> data(m_model->mimeData({m_model->index(row, 0)}));
        QVERIFY(m_model->dropMimeData(data.get(), Qt::MoveAction, before, 0, {}));
        QCOMPARE(ids(), order);
        QCOMPARE(moved.size(), stays ? 0 : 1);
    }

    void strangeDropsAreRefused()
    {
        QMimeData data;
        QVERIFY(!m_model->dropMimeData(&data, Qt::MoveAction, 0, 0, {}));
        data.setData(m_model->mimeTypes().first(), "nobody");
        QVERIFY(!m_model->dropMimeData(&data, Qt::MoveAction, 0, 0, {}));
        const std::unique_ptr<QMimeData> own(m_model->mimeData({m_model->index(0, 0)}));
        QVERIFY(!m_model->dropMimeData(own.get(), Qt::CopyAction, 2, 0, {}));
        QCOMPARE(ids(), u"one two local shell reboot"_s);
    }
};

QTEST_MAIN(TestMenuModel)
#include "tst_menumodel.moc"
