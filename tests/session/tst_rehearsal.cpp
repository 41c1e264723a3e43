// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/childprocess.h"
#include "e2e/networknamespace.h"
#include "services/networkcard.h"
#include "session/rehearsal.h"
#include "session/session.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

bool ip(const QString &command) { return E2e::run(QStringList{u"ip"_s} + command.split(u' ')).has_value(); }

/// A lab with one image, of which the files that \a present names are there.
LabStore labWithImage(const QString &folder, const QStringList &present)
{
    auto store = LabStore::open(folder).value();
    LabImage image{.id = u"rescue"_s};
    image.facts.name = u"Rescue"_s;
    image.facts.files = {{u"vmlinuz"_s, 3000, {}, {}}, {u"initrd.img"_s, 100, {}, {}}};
    BootEntry entry;
    entry.kernel = u"vmlinuz"_s;
    entry.firmware = Firmware::Bios | Firmware::EfiX64 | Firmware::EfiArm64;
    entry.initrds = {{.path = u"initrd.img"_s}};
    image.facts.entries = {entry};
    QDir().mkpath(store.imageFolder(image.id));
    for (const auto &file : std::as_const(image.facts.files)) {
        QFile out(store.imageFolder(image.id) + u'/' + file.path);
        if (present.contains(file.path) && out.open(QIODevice::WriteOnly))
            out.write(QByteArray(file.size, 'x'));
    }
    const auto changed = store.change([&image](Lab &lab) -> Result<void> {
        lab.addImage(image);
        return {};
    });
    if (!changed)
        qFatal("%s", qPrintable(changed.error().detail));
    return store;
}

} // namespace

/// The self-check against the real services: on loopback with free ports, and on a card with the real ones.
class TestRehearsal : public QObject
{
    Q_OBJECT

public:
    explicit TestRehearsal(const Result<void> &rights) : m_rights(rights) { }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_rights, m_rights ? "" : qPrintable(m_rights.error().detail));
        auto bench = E2e::NetworkNamespace::create();
        QVERIFY(bench);
        QCOMPARE(bench->enter(), 0); // it lives as long as this thread is in it
        QVERIFY(ip(u"link set lo up"_s) && ip(u"link add card0 type veth peer name far0"_s));
        QVERIFY(ip(u"addr add 172.16.0.5/16 dev card0"_s));
        QVERIFY(ip(u"link set far0 up"_s) && ip(u"link set card0 up"_s));
    }

    void plays_data()
    {
        QTest::addColumn<QString>("card");
        QTest::addColumn<QString>("pc");
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("failsAt"); // empty: it boots
        const QStringList all{u"vmlinuz"_s, u"initrd.img"_s};
        for (const auto &card : {u"lo"_s, u"card0"_s}) {
            for (const auto &pc : {u"bios"_s, u"efi-x64"_s, u"efi-arm64"_s, u"http-x64"_s, u"7"_s, u"9"_s})
                QTest::addRow("%s on %s", qPrintable(pc), qPrintable(card)) << card << pc << all << QString();
            QTest::addRow("no loader on %s", qPrintable(card)) << card << u"41"_s << all << u"offer"_s;
            QTest::addRow("file gone on %s", qPrintable(card)) << card << u"bios"_s << all.first(1) << u"file"_s;
        }
    }
    void plays()
    {
        QFETCH(QString, card);
        QFETCH(QString, pc);
        QFETCH(QStringList, files);
        QFETCH(QString, failsAt);
        QTemporaryDir folder;
        Session session(labWithImage(folder.path(), files));
        const auto ports = card == u"lo" ? ServicePorts{0, 0, 0, 0} : ServicePorts{};
        const auto started = session.start(
            {.network = {.cards = {card}, .subnet = {}, .relayed = {}}, .ports = ports, .sockets = {}});
        QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
        QList<RehearsalStep> steps;
        const bool boots = rehearse(RehearsedPc::parse(pc).value(), session.network().cards.first(), session.ports(),
                                    [&steps](const RehearsalStep &step) { steps.append(step); });
        QVERIFY(!steps.isEmpty());
        QVERIFY2(boots == failsAt.isEmpty(), qPrintable(steps.last().name + u": "_s + steps.last().detail));
        QCOMPARE(steps.last().ok, boots);
        if (!boots)
            QCOMPARE(steps.last().name, failsAt);
        else
            QCOMPARE(std::ranges::count(steps, u"file"_s, &RehearsalStep::name), 2);
    }

    void nobodyRuns()
    {
        QList<RehearsalStep> steps;
        QVERIFY(!rehearse(RehearsedPc::parse(u"bios"_s).value(), findNetworkCard(u"lo"_s).value(), ServicePorts{},
                          [&steps](const RehearsalStep &step) { steps.append(step); }));
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps.first().name, u"offer"_s);
    }

    void kindsOfPc_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("architecture"); // −1: none
        QTest::newRow("bios") << u"bios"_s << 0;
        QTest::newRow("ia32") << u"efi-ia32"_s << 6;
        QTest::newRow("HTTP Boot") << u"http-x64"_s << 16;
        QTest::newRow("number") << u"11"_s << 11;
        QTest::newRow("unknown number") << u"4711"_s << 4711;
        QTest::newRow("too large") << u"65536"_s << -1;
        QTest::newRow("nonsense") << u"amiga"_s << -1;
        QTest::newRow("empty") << u""_s << -1;
    }
    void kindsOfPc()
    {
        QFETCH(QString, text);
        QFETCH(int, architecture);
        const auto pc = RehearsedPc::parse(text);
        QCOMPARE(pc ? pc->architecture : -1, architecture);
    }

    void filesOfAMenu_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QList<QByteArray>>("files");
        const QByteArray items = "#!ipxe\nitem a A\nitem b B\n";
        const QByteArray entries = ":item_a\nkernel --name k http://h/a/k x=http://h/y || goto failed\nboot\n"
                                   ":item_b\ninitrd http://h/b/i\nchain http://h/b/c\n:item_b_2\nchain http://h/b/no\n";
        using Files = QList<QByteArray>;
        QTest::newRow("default") << items + "choose --default b --timeout 5 selected\n" + entries
                                 << Files{"http://h/b/i", "http://h/b/c"};
        QTest::newRow("no default") << items + "choose selected\n" + entries << Files{"http://h/a/k"};
        QTest::newRow("empty") << QByteArray() << Files{};
        QTest::newRow("default is not there") << items + "choose --default c x\n" + entries << Files{};
    }
    void filesOfAMenu()
    {
        QFETCH(QByteArray, script);
        QFETCH(QList<QByteArray>, files);
        QCOMPARE(filesOfDefaultEntry(script), files);
    }

private:
    const Result<void> m_rights;
};

int main(int argc, char **argv)
{
    const auto rights = E2e::obtainNetworkRights(); // while there is one thread
    const QCoreApplication application(argc, argv);
    TestRehearsal test(rights);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_rehearsal.moc"
