// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/settings.h"
#include "session/session.h"
#include "session/snapshot.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

LabImage image(const QString &id, bool linked)
{
    LabImage image{.id = id};
    image.facts.name = u"Rescue"_s;
    image.facts.files
        = {{u"boot/kernel"_s, 10, {}, linked ? QList<Extent>{{2048, 10}} : QList<Extent>()}, {u"empty"_s, 0, {}, {}}};
    image.facts.options = {{u"keyboard"_s, u"Keyboard layout"_s, {}, u"us"_s}};
    image.linked = linked;
    image.sourceFile = u"/srv/rescue.iso"_s;
    return image;
}

void touch(const QString &path)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write("loader");
}

NetworkChoice on(const QString &card, std::optional<Subnet> subnet = {})
{
    return {.cards = {card}, .subnet = subnet, .relayed = {}};
}

} // namespace

class TestSnapshot : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    LabStore freshStore()
    {
        static int number = 0;
        return *LabStore::open(m_folder.filePath(u"lab%1"_s.arg(++number)));
    }

private Q_SLOTS:
    void publishesExactlyTheFilesOfTheImages()
    {
        const auto store = freshStore();
        Lab lab;
        lab.addImage(image(u"one"_s, false));
        lab.addImage(image(u"two"_s, true));
        const ServedNetwork network{.cards = {}, .subnets = {*Subnet::parse(u"172.16.0.0/16")}};
        const auto served = makeSnapshot(lab, store, network, 8080, 7);
        QCOMPARE(served->generation, 7U);
        QCOMPARE(served->httpFiles.size(), 4);
        QCOMPARE(served->httpFiles.value("/images/one/boot/kernel").path,
                 store.imageFolder(u"one"_s) + u"/boot/kernel"_s);
        QVERIFY(served->httpFiles.value("/images/one/boot/kernel").extents.isEmpty());
        QCOMPARE(served->httpFiles.value("/images/two/boot/kernel").path, u"/srv/rescue.iso"_s);
        QCOMPARE(served->httpFiles.value("/images/two/boot/kernel").extents, QList<Extent>({{2048, 10}}));
        // No extents would publish the whole container.
        QCOMPARE(served->httpFiles.value("/images/two/empty").extents, QList<Extent>({{0, 0}}));
        QCOMPARE(served->images.value(u"one"_s).options.value(u"keyboard"_s), u"us"_s);
        QCOMPARE(served->defaultItem, u"one"_s);
        QCOMPARE(served->menu.size(), 5);
        QCOMPARE(served->menu.first().title, u"Rescue"_s);
    }

    void loadersByArchitecture()
    {
        const auto store = freshStore();
        touch(store.loadersFolder() + u"/mine.efi"_s);
        Lab lab;
        QVERIFY(lab.setSetting(u"loader.efi-x64"_s, u"mine.efi"_s));
        QVERIFY(lab.setSetting(u"loader.bios"_s, u"nobody-has-this.kpxe"_s));
        const auto served = makeSnapshot(lab, store, {}, 8080);
        for (const auto architecture : QList<quint16>{7, 8, 9, 16})
            QCOMPARE(served->loadersForArch.value(architecture),
                     QStringList({u"mine.efi"_s, u"snponly.efi"_s, u"ipxe.efi"_s}));
        QCOMPARE(served->tftpFiles.value(u"mine.efi"_s).size, 6);
        QVERIFY(!served->loadersForArch.contains(0));
        QVERIFY(served->missingLoaders.value(0).contains(u"nobody-has-this.kpxe"));
        for (const auto architecture : QList<quint16>{2, 6})
            QVERIFY(served->missingLoaders.value(architecture).contains(u"snponly-ia32.efi"));
    }

    void distributionLoadersAreFound()
    {
        // The set-up installs Debian's ipxe and syslinux-common.
        const auto served = makeSnapshot(Lab(), freshStore(), {}, 8080);
        QCOMPARE(served->loadersForArch.value(0), QStringList({u"undionly.kpxe"_s, u"ipxe.pxe"_s}));
        QCOMPARE(served->loadersForArch.value(7), QStringList({u"snponly.efi"_s, u"ipxe.efi"_s}));
        QCOMPARE(served->loadersForArch.value(11), QStringList{u"ipxe-arm64.efi"_s});
        QCOMPARE(served->loadersForArch.value(19), QStringList{u"ipxe-arm64.efi"_s});
        QVERIFY(served->tftpFiles.value(u"memdisk"_s).size > 0);
    }

    void entryWithoutItsLoaderSaysHowToGetIt()
    {
        const auto store = freshStore();
        auto windows = image(u"windows"_s, false);
        BootEntry wimboot;
        wimboot.method = BootMethod::Wimboot;
        wimboot.firmware = Firmware::Bios;
        windows.facts.entries = {wimboot};
        Lab lab;
        lab.addImage(windows);
        const auto entry
            = [&] { return makeSnapshot(lab, store, {}, 8080)->images.value(u"windows"_s).entries.first(); };
        QCOMPARE(entry().method, BootMethod::None);
        QVERIFY(entry().reason.contains(u"github.com/ipxe/wimboot"));
        QVERIFY(entry().reason.contains(store.loadersFolder()));
        touch(store.loadersFolder() + u"/wimboot"_s);
        QCOMPARE(entry().method, BootMethod::Wimboot);
    }

    void sessionFollowsChangesOfOthers()
    {
        const auto store = freshStore();
        Session session(store);
        QSignalSpy changed(&session, &Session::labChanged);
        QVERIFY(store.change([](Lab &lab) { return lab.setSetting(u"menu.title"_s, u"Other"_s); }));
        QVERIFY(changed.wait(1000));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(session.lab().setting(u"menu.title"_s), u"Other"_s);
    }

    void sessionKeepsTheLastGoodLab()
    {
        const auto store = freshStore();
        QVERIFY(store.change([](Lab &lab) { return lab.setSetting(u"menu.title"_s, u"Good"_s); }));
        Session session(store);
        QSignalSpy failed(&session, &Session::labFailed);
        QFile file(store.labFile());
        QVERIFY(file.remove() && file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        QVERIFY(!failed.isEmpty() || failed.wait(1000));
        QCOMPARE(session.lab().setting(u"menu.title"_s), u"Good"_s);
    }

    void sessionServesOnLoopbackAndStops()
    {
        const auto store = freshStore();
        Session session(store);
        QSignalSpy events(&session, &Session::eventsArrived);
        const auto started = session.start({.network = on(u"lo"_s), .ports = {0, 0, 0, 0}, .sockets = {}});
        QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
        QVERIFY(session.isRunning());
        QVERIFY(session.ports().http != 0 && session.ports().dhcp != 0);
        QCOMPARE(session.network().subnetsText(), u"127.0.0.0/8"_s);
        session.stop();
        QVERIFY(!session.isRunning());
        QVERIFY(!events.isEmpty());
        // And again: everything was given back.
        QVERIFY(session.start({.network = on(u"lo"_s), .ports = {0, 0, 0, 0}, .sockets = {}}));
    }

    void cardsThatDoNotFitAreNamed()
    {
        Session session(freshStore());
        const auto noCard = session.start({.network = on(u"nope0"_s), .ports = {0, 0, 0, 0}, .sockets = {}});
        QCOMPARE(noCard.error().code, Error::Code::NotFound);
        QVERIFY(noCard.error().detail.contains(u"nope0"));
        const auto noAddress = session.start(
            {.network = on(u"lo"_s, *Subnet::parse(u"172.16.0.0/16")), .ports = {0, 0, 0, 0}, .sockets = {}});
        QVERIFY(noAddress.error().detail.contains(u"172.16.0.0/16"));
        QVERIFY(!session.isRunning());
    }
};

QTEST_GUILESS_MAIN(TestSnapshot)
#include "tst_snapshot.moc"
