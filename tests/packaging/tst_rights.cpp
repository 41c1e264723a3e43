// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/networknamespace.h"
#include "packaging/installedsystem.h"

#include <QFile>
#include <QProcess>
#include <QTest>
#include <QtEndian>

#include <grp.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t technician = 1000; ///< whom the rule allows the action
constexpr uid_t apprentice = 1001; ///< whom it does not
const auto all = "acquired 67 69 4011 80\n"_ba;

struct Outcome
{
    int status = -1;
    QByteArray output;
};

/// Runs \a command as \a user, who has no right at all.
Outcome runAs(uid_t user, const QStringList &command, bool mayGainRights = true)
{
    QProcess process;
    process.setProgram(command.first());
    process.setArguments(command.sliced(1));
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setChildProcessModifier([=] {
        const bool done = ::setgroups(0, nullptr) == 0 && ::setresgid(user, user, user) == 0
            && ::setresuid(user, user, user) == 0 && (mayGainRights || ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
        if (!done)
            ::_exit(99);
    });
    process.start();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput()};
}

Outcome runProbe(uid_t user, bool mayGainRights = true)
{
    return runAs(user, {QStringLiteral(BENCHBOOT_PROBE)}, mayGainRights);
}

bool giveCapability(const QString &file)
{
    vfs_cap_data data{};
    data.magic_etc = qToLittleEndian<quint32>(VFS_CAP_REVISION_2 | VFS_CAP_FLAGS_EFFECTIVE);
    data.data[0].permitted = qToLittleEndian<quint32>(CAP_TO_MASK(CAP_NET_BIND_SERVICE));
    return ::setxattr(QFile::encodeName(file).constData(), "security.capability", &data, sizeof data, 0) == 0;
}

} // namespace

/// Users get the ports of the services as on a computer where Benchboot is installed: real polkit, real pkexec, real file capability, in a
/// network namespace where all ports are free. Runs as root outside bwrap (packaging/dev, label "rights").
class TestRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 0,
                 "this process may not gain rights; run packaging/dev test");
        const auto bench = E2e::NetworkNamespace::create();
        QVERIFY2(bench, qPrintable(bench ? QString() : bench.error().detail));
        QCOMPARE(bench->enter(), 0);
        const auto ready = m_system.setUp();
        QVERIFY2(ready, qPrintable(ready ? QString() : ready.error().detail));
        qputenv("BENCHBOOT_PORTBINDER", m_system.helper().toLocal8Bit());
    }

    void polkitGivesTheAllowedUserEveryPort()
    {
        const auto outcome = runProbe(technician);
        QCOMPARE(outcome.output, all);
        QCOMPARE(outcome.status, 0);
    }
    void polkitGivesOthersNothing()
    {
        const auto outcome = runProbe(apprentice);
        QVERIFY2(outcome.output.startsWith("failed access-denied "), outcome.output.constData());
        QVERIFY2(outcome.output.contains("setcap cap_net_bind_service=ep " + m_system.helper().toLocal8Bit()),
                 outcome.output.constData());
    }
    void ruleIsOnlyAboutThisProgram() { QCOMPARE(runAs(technician, {u"pkexec"_s, u"/usr/bin/true"_s}).status, 127); }
    void argumentsAreRefusedAsRootToo()
    {
        constexpr int wrongUse = 2;
        QCOMPARE(runAs(technician, {u"pkexec"_s, m_system.helper(), u"53"_s}).status, wrongUse);
    }
    void standardInputMustBeOurSocket()
    {
        constexpr int wrongUse = 2;
        QCOMPARE(runAs(technician, {u"pkexec"_s, m_system.helper()}).status, wrongUse);
    }
    void programsThatCannotGainRightsAreTold()
    {
        const auto outcome = runProbe(technician, false);
        QVERIFY2(outcome.output.startsWith("failed access-denied ") && outcome.output.contains("rules out every right"),
                 outcome.output.constData());
    }

    void capabilityNeedsNoQuestion_data()
    {
        QTest::addColumn<uint>("user");
        QTest::addColumn<bool>("acquired");
        QTest::newRow("in the helper's group") << technician << true;
        QTest::newRow("not in it") << apprentice << false;
    }
    void capabilityNeedsNoQuestion()
    {
        QFETCH(uint, user);
        QFETCH(bool, acquired);
        const auto helper = u"/usr/local/bin/portbinder-with-capability"_s;
        QFile::remove(helper);
        QVERIFY(QDir().mkpath(u"/usr/local/bin"_s) && QFile::copy(m_system.helper(), helper));
        QCOMPARE(::chown(helper.toLocal8Bit().constData(), 0, technician), 0);
        QVERIFY(QFile::setPermissions(helper, QFile::Permissions(0x7750)));
        QVERIFY(giveCapability(helper));
        qputenv("BENCHBOOT_PORTBINDER", helper.toLocal8Bit());
        const auto outcome = runProbe(user);
        qputenv("BENCHBOOT_PORTBINDER", m_system.helper().toLocal8Bit());
        QCOMPARE(outcome.output == all, acquired);
        QCOMPARE(outcome.output.startsWith("failed access-denied "), !acquired);
    }

private:
    InstalledSystem m_system;
};

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
