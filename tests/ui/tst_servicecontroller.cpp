// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sockets.h"
#include "ui/setupfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;
using State = ServiceController::State;

class TestServiceController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<SetupFixture>();
        set(u"network.interface"_s, u"lo"_s);
        set(u"http.port"_s, freePort());
        m_fixture->services.setPorts({0, 0, 0, 0});
        m_changes = std::make_unique<QSignalSpy>(&m_fixture->services, &ServiceController::stateChanged);
    }
    void cleanup()
    {
        m_changes.reset();
        m_fixture.reset();
    }

    void startsAndStops()
    {
        QCOMPARE(services().state(), State::Stopped);
        services().start();
        QCOMPARE(services().state(), State::Starting);
        QTRY_COMPARE(services().state(), State::Running);
        QVERIFY(m_fixture->session.isRunning());
        QCOMPARE(m_fixture->session.network().cards.first().name, u"lo"_s);
        QCOMPARE(QString::number(m_fixture->session.ports().http), m_fixture->session.lab().setting(u"http.port"_s));
        QCOMPARE(m_changes->size(), 2);
        services().start(); // runs already
        QCOMPARE(m_changes->size(), 2);
        services().stop();
        QCOMPARE(services().state(), State::Stopped);
        QVERIFY(!m_fixture->session.isRunning());
        QCOMPARE(m_changes->size(), 3);
    }

    void stopWhileStartingCancels()
    {
        services().start();
        services().stop();
        QCOMPARE(services().state(), State::Stopped);
        services().start();
        QTRY_COMPARE(services().state(), State::Running);
        services().stop();
        services().start();
        services().stop();
        QTest::qWait(0);
        QCOMPARE(services().state(), State::Stopped);
        QVERIFY(!m_fixture->session.isRunning());
    }

    void subnetOfTheLabIsServed()
    {
        set(u"network.subnet"_s, u"127.0.0.0/24"_s);
        services().start();
        QTRY_COMPARE(services().state(), State::Running);
        QCOMPARE(m_fixture->session.network().subnetsText(), u"127.0.0.0/24"_s);
    }

    void takenPortFailsAndCanBeTriedAgain()
    {
        {
            const auto holder = openTcpListener({}, m_fixture->session.lab().setting(u"http.port"_s).toUShort());
            QVERIFY(holder);
            services().start();
            QTRY_COMPARE(services().state(), State::Failed);
            QCOMPARE(services().error().code, Error::Code::AddressInUse);
            QVERIFY2(services().error().detail.contains(u"is in use by tst_servicecon"),
                     qPrintable(services().error().detail));
            QVERIFY(!m_fixture->session.isRunning());
        }
        services().start();
        QTRY_COMPARE(services().state(), State::Running);
    }

    void wrongCardFails_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("no such card") << u"network.interface"_s << u"nosuchcard0"_s;
        QTest::newRow("subnet without the card") << u"network.subnet"_s << u"172.31.7.0/24"_s;
    }
    void wrongCardFails()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        set(key, value);
        services().start();
        QTRY_COMPARE(services().state(), State::Failed);
        QCOMPARE(services().error().code, Error::Code::NotFound);
        set(key, key == u"network.interface" ? u"lo"_s : QString());
        services().start();
        QTRY_COMPARE(services().state(), State::Running);
    }

private:
    ServiceController &services() { return m_fixture->services; }
    void set(const QString &key, const QString &value)
    {
        QVERIFY(m_fixture->session.change([&](Lab &lab) { return lab.setSetting(key, value); }));
    }
    static QString freePort()
    {
        const auto socket = openTcpListener({}, 0);
        return QString::number(localPort(socket->get()));
    }

    std::unique_ptr<SetupFixture> m_fixture;
    std::unique_ptr<QSignalSpy> m_changes;
};

QTEST_MAIN(TestServiceController)
#include "tst_servicecontroller.moc"
