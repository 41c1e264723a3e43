// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/sockets.h"
#include "session/doctor.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

QStringList words(const QList<Finding> &findings)
{
    QStringList texts;
    for (const auto &finding : findings)
        texts.append(statusName(finding.status) + u": "_s + finding.sentence);
    return texts;
}

const QByteArray open = "table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy accept;\n\t}\n}\n";
const QByteArray shut
    = "table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy drop;\n"
      "\t\tct state established,related accept\n\t\ttcp dport 22 accept\n\t}\n}\n";
const QByteArray holes
    = "table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy drop;\n"
      "\t\tudp dport { 67-69, 4011 } accept\n\t\ttcp dport 8080 counter packets 0 bytes 0 accept\n\t}\n}\n";
const QByteArray byName = "table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy accept;\n"
                          "\t\tudp dport { bootps, tftp } accept\n\t\tudp dport 4011 drop\n\t\treject with icmpx admin-prohibited\n\t}\n}\n";

const QByteArray onePort = "table ip filter {\n\tchain INPUT {\n\t\ttype filter hook input priority filter; policy accept;\n"
                           "\t\tmeta l4proto udp udp dport 69 counter packets 3 bytes 120 drop\n\t}\n}\n"; // by iptables-nft

// As iptables-legacy-save prints them.
const QByteArray legacyOpen = "*filter\n:INPUT ACCEPT [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT ACCEPT [0:0]\n:DOCKER - [0:0]\n"
                              "-A FORWARD -j DOCKER\n-A DOCKER -d 172.17.0.2/32 -p tcp -m tcp --dport 8080 -j DROP\n-A DOCKER -j DROP\nCOMMIT\n";
const QByteArray legacyShut = "*filter\n:INPUT DROP [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
                              "-A INPUT -p udp -m udp --dport 67 -j ACCEPT\n-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT\nCOMMIT\n";
const QByteArray legacyHoles = "*filter\n:INPUT DROP [0:0]\n:pcs - [0:0]\n-A INPUT -i eth1 -j pcs\n"
                               "-A pcs -p udp -m multiport --dports 67:69,4011 -j ACCEPT\n-A pcs -p tcp -m tcp --dport 8080 -j ACCEPT\nCOMMIT\n";
const QByteArray legacyOnePort = "*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -s 10.0.0.0/8 -p udp -m udp --dport 69 -j DROP\nCOMMIT\n";
const QByteArray legacyRejects = "*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -p udp -m multiport --dports 67,69,4011 -j ACCEPT\n"
                                 "-A INPUT -m comment --comment \"all else\" -j REJECT --reject-with icmp-port-unreachable\nCOMMIT\n";

} // namespace

class TestDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ports_data()
    {
        QTest::addColumn<int>("trial");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("finding");
        using Trial = PortAccess::Trial;
        QTest::newRow("free") << int(Trial::Free) << QString() << u"ok: UDP 69 is free"_s;
        QTest::newRow("held") << int(Trial::InUse) << u"dnsmasq (process 812)"_s
                              << u"failed: UDP 69 is in use by dnsmasq (process 812)"_s;
        QTest::newRow("held by a stranger") << int(Trial::InUse) << QString() << u"failed: UDP 69 is in use by another program"_s;
        QTest::newRow("held by us") << int(Trial::InUse) << u"benchboot (process 9)"_s
                                    << u"ok: UDP 69 is served by benchboot (process 9)"_s;
        QTest::newRow("no right") << int(Trial::NotAllowed) << QString() << u"warning: UDP 69 may not be opened by this user"_s;
        QTest::newRow("other") << int(Trial::Failed) << u"no buffers"_s << u"failed: UDP 69 cannot be opened: no buffers"_s;
    }
    void ports()
    {
        QFETCH(int, trial);
        QFETCH(QString, detail);
        QFETCH(QString, finding);
        const auto findings = Doctor::judgePorts({{"UDP", 69, PortAccess::Trial(trial), detail}});
        QCOMPARE(words(findings), QStringList{finding});
        QCOMPARE(findings.first().remedy.isEmpty(), findings.first().status == Finding::Status::Ok);
    }

    void portsAreReallyTried()
    {
        const auto held = openUdpSocket(0);
        QVERIFY(held);
        const auto findings = Doctor::checkPorts({localPort(held->get()), 0, 0, 0});
        QCOMPARE(findings.size(), 4);
        QCOMPARE(findings.first().status, Finding::Status::Failed);
        QVERIFY2(findings.first().sentence.contains(u"tst_doctor"), qPrintable(findings.first().sentence));
        QCOMPARE(findings.last().status, Finding::Status::Ok);
    }

    void sandbox_data()
    {
        QTest::addColumn<int>("landlock");
        QTest::addColumn<bool>("seccomp");
        QTest::addColumn<QString>("finding");
        QTest::newRow("whole") << 7 << true << u"ok: Images are read in a sandbox (Landlock 7 and seccomp)"_s;
        QTest::newRow("old Landlock") << 1 << true << u"ok: Images are read in a sandbox (Landlock 1 and seccomp)"_s;
        QTest::newRow("no Landlock") << 0 << true
                                     << u"warning: The importer's sandbox is weaker: this kernel does not fence files off (Landlock)"_s;
        QTest::newRow("no seccomp") << 7 << false
                                    << u"warning: The importer's sandbox is weaker: system calls cannot be filtered here (seccomp)"_s;
        QTest::newRow("neither") << 0 << false << u"warning: The importer has no sandbox: neither Landlock nor seccomp can be used here"_s;
    }
    void sandbox()
    {
        QFETCH(int, landlock);
        QFETCH(bool, seccomp);
        QFETCH(QString, finding);
        const auto judged = Doctor::judgeSandbox({landlock, seccomp});
        QCOMPARE(words({judged}), QStringList{finding});
        QCOMPARE(judged.remedy.isEmpty(), judged.status == Finding::Status::Ok);
        QCOMPARE(Doctor::checkSandbox(), QList{Doctor::judgeSandbox(sandboxMeans())});
    }

    void firewall_data()
    {
        QTest::addColumn<bool>("firewalld");
        QTest::addColumn<bool>("readable");
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QString>("finding");
        QTest::newRow("none") << false << true << QByteArray() << u"ok: No firewall keeps PCs out"_s;
        QTest::newRow("accepts") << false << true << open << u"ok: No firewall keeps PCs out"_s;
        QTest::newRow("drops") << false << true << shut
                               << u"warning: The firewall of this computer probably blocks UDP 67, UDP 69, UDP 4011, TCP 8080"_s;
        QTest::newRow("has holes") << false << true << holes << u"ok: The firewall lets PCs in"_s;
        QTest::newRow("rejects at the end") << false << true << byName
                                            << u"warning: The firewall of this computer probably blocks UDP 4011, TCP 8080"_s;
        QTest::newRow("drops one") << false << true << onePort
                                   << u"warning: The firewall of this computer probably blocks UDP 69"_s;
        QTest::newRow("unknown") << false << false << QByteArray()
                                 << u"ok: No firewall was found; the rules of the kernel may not be read by this user"_s;
        QTest::newRow("firewalld, unknown") << true << false << QByteArray()
                                            << u"warning: firewalld runs and may keep PCs out; its rules may not be read by this user"_s;
    }
    void firewall()
    {
        QFETCH(bool, firewalld);
        QFETCH(bool, readable);
        QFETCH(QByteArray, rules);
        QFETCH(QString, finding);
        const FirewallState state{.firewalld = firewalld, .ufw = false, .rules = readable ? std::optional(parseNftables(rules)) : std::nullopt};
        QCOMPARE(words(Doctor::judgeFirewall(state, {})), QStringList{finding});
    }

    void legacyFirewall_data()
    {
        QTest::addColumn<QByteArray>("rules"); // of the kernel's old tables; null: not readable
        QTest::addColumn<bool>("ufw");
        QTest::addColumn<QByteArray>("nftables");
        QTest::addColumn<QStringList>("findings");
        const auto blocks = [](const QString &ports) { return QStringList{u"warning: Rules of iptables-legacy probably block "_s + ports}; };
        QTest::newRow("accepts") << legacyOpen << false << QByteArray() << QStringList{u"ok: No firewall keeps PCs out"_s};
        QTest::newRow("drops") << legacyShut << false << QByteArray() << blocks(u"UDP 69, UDP 4011, TCP 8080"_s);
        QTest::newRow("has holes") << legacyHoles << false << QByteArray() << QStringList{u"ok: The firewall lets PCs in"_s};
        QTest::newRow("has holes, by ufw") << legacyHoles << true << QByteArray() << QStringList{u"ok: The firewall lets PCs in"_s};
        QTest::newRow("drops one") << legacyOnePort << false << QByteArray() << blocks(u"UDP 69"_s);
        QTest::newRow("rejects at the end") << legacyRejects << false << QByteArray() << blocks(u"TCP 8080"_s);
        QTest::newRow("both kinds drop") << legacyOnePort << false << onePort
                                         << blocks(u"UDP 69"_s) + QStringList{u"warning: The firewall of this computer probably blocks UDP 69"_s};
        QTest::newRow("not readable") << QByteArray() << false << QByteArray()
                                      << QStringList{u"warning: Rules of iptables-legacy may keep PCs out; they may not be read by this user"_s};
    }
    void legacyFirewall()
    {
        QFETCH(QByteArray, rules);
        QFETCH(bool, ufw);
        QFETCH(QByteArray, nftables);
        FirewallState state{.ufw = ufw, .rules = parseNftables(nftables), .legacy = true};
        if (!rules.isNull())
            state.legacyRules = parseIptables(rules);
        QTEST(words(Doctor::judgeFirewall(state, {})), "findings");
    }

    void cards()
    {
        const NetworkChoice choice{.cards = {u"lo"_s, u"nope0"_s}, .subnet = {}, .relayed = {}};
        const auto findings = Doctor::checkCards(choice);
        QCOMPARE(findings.size(), 2);
        QCOMPARE(findings.first().status, Finding::Status::Ok);
        QCOMPARE(findings.last().status, Finding::Status::Failed);
        QVERIFY(findings.last().sentence.contains(u"nope0"));
        QCOMPARE(Doctor::checkCards({}).first().status, Finding::Status::Failed);
    }

    void labAndDisk()
    {
        QTemporaryDir folder;
        const auto store = LabStore::open(folder.path()).value();
        QCOMPARE(Doctor::checkLab(store.read(), store).first().status, Finding::Status::Warning); // no image
        QCOMPARE(Doctor::checkLab(fail(Error::Code::Malformed, u"broken"_s), store).first().status, Finding::Status::Failed);
        QVERIFY(Doctor::checkDisk(store).first().sentence.contains(folder.path()));
        const auto loaders = Doctor::checkLoaders(Lab(), store);
        QCOMPARE(loaders.first().status, Finding::Status::Ok); // the set-up installs Debian's ipxe
        QVERIFY2(loaders.first().sentence.contains(u"undionly.kpxe"), qPrintable(loaders.first().sentence));
    }

    void serversAreOnlyLookedForFromPort67()
    {
        const NetworkCard card{.name = u"eth0"_s, .index = 2, .mac = {}, .address = Ipv4{0xac100005}, .prefix = 16};
        QCOMPARE(Doctor::checkServers({card}, 6767).first().status, Finding::Status::Warning);
        QVERIFY(Doctor::checkServers({}, 67).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDoctor)
#include "tst_doctor.moc"
