// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dhcpmessages.h"

#include "protocol/dhcp/dhcpevents.h"
#include "protocol/dhcp/policy.h"
#include "protocol/dhcp/replymessage.h"

#include <QtTest>

using namespace Benchboot;
using namespace Benchboot::Dhcp;
using namespace Qt::StringLiterals;

namespace {

const auto ours = ip(u"172.16.0.5");
const auto onDhcpPort = Arrival{Arrival::Port::Dhcp, {{}, clientPort}, ours};
const auto broadcast = Endpoint{ip(u"255.255.255.255"), clientPort};
const auto justBoot = QByteArrayLiteral("\x06\x01\x08\xff");
const auto machine = QByteArray(17, '\0');

Arrival dhcpFrom(QStringView source, quint16 port) { return {Arrival::Port::Dhcp, {ip(source), port}, ours}; }

Arrival bootServerFrom(QStringView source, quint16 port)
{
    return {Arrival::Port::BootServer, {ip(source), port}, ours};
}

ServedLab lab()
{
    ServedLab lab;
    lab.network.subnets = {Subnet::parse(u"172.16.0.0/16").value()};
    lab.httpPort = 8080;
    lab.loadersForArch = {{0, {u"undionly.kpxe"_s}}, {7, {u"ipxe.efi"_s, u"other.efi"_s}}, {11, {u"ipxe-arm64.efi"_s}}};
    lab.missingLoaders = {{6, u"there is no loader for UEFI IA32; import ipxe-i386.efi"_s}};
    return lab;
}

Decision answer(const Message &request, const Arrival &arrival = onDhcpPort, const ServedLab &served = lab(),
                const std::optional<OfferMethod> &method = {})
{
    const auto received = parseMessage(serialise(request).value()).value(); // as it comes off the wire
    const auto client = describeClient(received);
    return decide(received, client, arrival, served, method.value_or(OfferMethod{usualForm(client), {}}));
}

/// The reply as the client reads it; a message of zeros where there is none.
Message replyTo(const Decision &decision)
{
    const auto *reply = std::get_if<Reply>(&decision);
    return reply ? parseMessage(reply->datagram).value() : Message{};
}

/// Every option of \a message in its order, as "53 54 60".
QString codes(const Message &message)
{
    QStringList list;
    for (const auto &option : message.options)
        list.append(QString::number(option.code));
    return list.join(u' ');
}

} // namespace

class TestDhcpPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silence_data()
    {
        QTest::addColumn<Message>("request");
        QTest::addColumn<Arrival>("arrival");
        QTest::addColumn<Silence::Kind>("kind");
        QTest::addColumn<QString>("reason");
        using enum Silence::Kind;
        const auto row
            = [](const char *name, const Message &request, const Arrival &arrival, Silence::Kind kind,
                 const QString &reason = {}) { QTest::newRow(name) << request << arrival << kind << reason; };
        const auto discover = pxeDiscover(7);
        const auto request = bootRequest(7, u"172.16.0.50");
        const auto edk2 = bootServerFrom(u"172.16.0.50", bootServerPort);
        const BootItem item{1, 0};

        row("no vendor class", pxeDiscover(7).without(OptionCode::VendorClass), onDhcpPort, NotOurs);
        row("vendor class one letter short", pxeDiscover(7).with(OptionCode::VendorClass, "PXEClien"), onDhcpPort,
            NotOurs);
        row("Windows", pxeDiscover(7).with(OptionCode::VendorClass, "MSFT 5.0"), onDhcpPort, NotOurs);
        row("Apple", ClientMessage(MessageType::Inform).with(OptionCode::VendorClass, "AAPLBSDPC/i386"), onDhcpPort,
            Ignored, u"it is a Mac that looks for Apple's NetBoot, which is not offered; start it from a USB stick"_s);
        row("a reply is not answered", pxeDiscover(7).op(Message::replyOp), onDhcpPort, NotOurs);
        row("no message type", pxeDiscover(7).without(OptionCode::MessageType), onDhcpPort, NotOurs);
        row("absurd message type", pxeDiscover(7).with(OptionCode::MessageType, "\x09"), onDhcpPort, NotOurs);
        row("release", pxeDiscover(7).with(OptionCode::MessageType, "\x07"), onDhcpPort, NotOurs);
        row("takes the router's lease", bootRequest(7, u"0.0.0.0").server(u"172.16.0.1"), onDhcpPort, Expected,
            u"takes its address from the DHCP server 172.16.0.1"_s);
        row("renews its lease", request, dhcpFrom(u"172.16.0.50", clientPort), NotOurs);
        row("asks another boot server", bootRequest(7, u"172.16.0.50").server(u"172.16.0.9"), edk2, Ignored,
            u"it asks the server 172.16.0.9"_s);
        row("boot request for another address", request, bootServerFrom(u"172.16.0.66", bootServerPort), Ignored,
            u"it came from 172.16.0.66, but says that its address is 172.16.0.50"_s);
        row("boot request without an address", bootRequest(7, u"0.0.0.0"), edk2, Ignored,
            u"it came from 172.16.0.50, but says that its address is 0.0.0.0"_s);
        row("boot item for another address", bootRequest(7, u"172.16.0.50").bootItem(item),
            dhcpFrom(u"172.16.0.66", 68), Ignored,
            u"it came from 172.16.0.66, but says that its address is 172.16.0.50"_s);
        row("boot item with credentials", bootRequest(7, u"172.16.0.50").bootItem({1, 0x8000}), edk2, Ignored,
            u"it asks for boot integrity services, which are not offered"_s);
        row("discover on the boot server port", discover, bootServerFrom(u"172.16.0.50", 68), Ignored,
            u"a boot server port is not for finding servers"_s);
        row("HTTP client on the boot server port",
            bootRequest(7, u"172.16.0.50").with(OptionCode::VendorClass, "HTTPClient"), edk2, Ignored,
            u"UEFI HTTP Boot has no boot server"_s);
        row("source outside the subnet", discover, dhcpFrom(u"10.0.0.1", 68), Ignored,
            u"10.0.0.1 is not an address that is served (172.16.0.0/16)"_s);
        row("relay outside the subnet", pxeDiscover(7).relayedBy(u"10.0.0.1"), onDhcpPort, Ignored,
            u"10.0.0.1 is not an address that is served (172.16.0.0/16)"_s);
        row("relay is everybody", pxeDiscover(7).relayedBy(u"172.16.255.255"), onDhcpPort, Ignored,
            u"172.16.255.255 is not an address that is served (172.16.0.0/16)"_s);
        row("relay is the network", pxeDiscover(7).relayedBy(u"172.16.0.0"), onDhcpPort, Ignored,
            u"172.16.0.0 is not an address that is served (172.16.0.0/16)"_s);
        row("Raspberry Pi", pxeDiscover(0).mac("\xb8\x27\xeb\x01\x02\x03"), onDhcpPort, Ignored,
            u"it is a Raspberry Pi, which says that it is a BIOS PC but cannot run its loaders"_s);
        row("loader missing", pxeDiscover(6), onDhcpPort, Ignored,
            u"there is no loader for UEFI IA32; import ipxe-i386.efi"_s);
        row("no loader known", pxeDiscover(39), onDhcpPort, Ignored,
            u"no boot loader is set for UEFI LoongArch 64 bit (39)"_s);
        row("unregistered architecture", pxeDiscover(4711), onDhcpPort, Ignored,
            u"nobody knows a PC of architecture 4711: the number is not registered"_s);
        row("no architecture at all",
            pxeDiscover(7).without(OptionCode::ClientArchitecture).with(OptionCode::VendorClass, "PXEClient"),
            onDhcpPort, Ignored, u"it does not say which architecture it has"_s);
        row("HTTP Boot without a loader", httpDiscover(16), onDhcpPort, Ignored,
            u"no boot loader is set for UEFI x64 HTTP (16)"_s);
        row("PXE client of an HTTP architecture", pxeDiscover(16), onDhcpPort, Ignored,
            u"its architecture does not go with PXEClient"_s);
    }
    void silence()
    {
        QFETCH(Message, request);
        QFETCH(Arrival, arrival);
        QFETCH(Silence::Kind, kind);
        QFETCH(QString, reason);
        const auto decision = answer(request, arrival);
        const auto *silence = std::get_if<Silence>(&decision);
        QVERIFY(silence);
        QCOMPARE(silence->reason, reason);
        QCOMPARE(silence->kind, kind);
    }

    void destinations_data()
    {
        QTest::addColumn<Message>("request");
        QTest::addColumn<Arrival>("arrival");
        QTest::addColumn<Endpoint>("destination");
        const auto row = [](const char *name, const Message &request, const Arrival &arrival,
                            const Endpoint &destination) { QTest::newRow(name) << request << arrival << destination; };
        auto testPort = dhcpFrom(u"172.16.0.50", 40'000);
        testPort.dhcpPort = 10'067;
        const Endpoint client{ip(u"172.16.0.50"), clientPort};
        const Endpoint edk2{ip(u"172.16.0.50"), bootServerPort};
        row("flag clear", pxeDiscover(7), onDhcpPort, broadcast);
        row("flag set", pxeDiscover(7).flags(0x8000), onDhcpPort, broadcast);
        row("discover from an address", pxeDiscover(7), dhcpFrom(u"172.16.0.50", clientPort), broadcast);
        row("relayed", pxeDiscover(7).relayedBy(u"172.16.9.1"), dhcpFrom(u"172.16.9.1", serverPort),
            {ip(u"172.16.9.1"), serverPort});
        row("EDK2 at the boot server", bootRequest(7, u"172.16.0.50"), bootServerFrom(u"172.16.0.50", bootServerPort),
            edk2);
        row("iPXE at the boot server", bootRequest(7, u"172.16.0.50").server(u"172.16.0.5"),
            bootServerFrom(u"172.16.0.50", clientPort), client);
        row("inform at the boot server", bootRequest(7, u"172.16.0.50").with(OptionCode::MessageType, "\x08"),
            bootServerFrom(u"172.16.0.50", clientPort), client);
        row("boot item on the DHCP port", bootRequest(7, u"172.16.0.50").bootItem({1, 0}), dhcpFrom(u"172.16.0.50", 68),
            client);
        row("test port", pxeDiscover(7), testPort, {ip(u"172.16.0.50"), 40'000});
    }
    void destinations()
    {
        QFETCH(Message, request);
        QFETCH(Arrival, arrival);
        QFETCH(Endpoint, destination);
        const auto decision = answer(request, arrival);
        const auto *reply = std::get_if<Reply>(&decision);
        QVERIFY(reply);
        QCOMPARE(reply->destination.address.toString(), destination.address.toString());
        QCOMPARE(reply->destination.port, destination.port);
        QCOMPARE(replyTo(decision).relayAddress, request.relayAddress);
    }

    void bootFiles_data()
    {
        QTest::addColumn<Message>("request");
        QTest::addColumn<QString>("file");
        const auto row = [](const char *name, const Message &request, const QString &file) {
            QTest::newRow(name) << request << file;
        };
        const auto script = u"http://172.16.0.5:8080/boot.ipxe"_s;
        const auto list
            = [](const QByteArray &value) { return pxeDiscover(7).with(OptionCode::ClientArchitecture, value); };
        row("BIOS", pxeDiscover(0), u"undionly.kpxe"_s);
        row("UEFI x64", pxeDiscover(7), u"ipxe.efi"_s);
        row("UEFI x64 that calls itself EBC", pxeDiscover(9), u"ipxe.efi"_s);
        row("UEFI ARM64", pxeDiscover(11), u"ipxe-arm64.efi"_s);
        row("architecture from the vendor class", pxeDiscover(7).without(OptionCode::ClientArchitecture),
            u"ipxe.efi"_s);
        row("unknown architecture first", list("\xff\xff\0\x07"_ba), u"ipxe.efi"_s);
        row("three bytes of architecture", list("\0\x0b\0"_ba), u"ipxe.efi"_s);
        row("bare user class", pxeDiscover(0).with(OptionCode::UserClass, "iPXE"), script);
        row("user class with length", pxeDiscover(0).with(OptionCode::UserClass, "\x04iPXE"), script);
        row("iPXE", ipxeDiscover(7), script);
        row("iPXE on an architecture without loader", ipxeDiscover(39), script);
        row("iPXE on a Raspberry Pi", ipxeDiscover(0).mac("\xb8\x27\xeb\x01\x02\x03"), script);
        row("iPXE without HTTP", pxeDiscover(0).ipxe({17, 21}), u"undionly.kpxe"_s);
        row("Raspberry Pi with UEFI", pxeDiscover(11).mac("\xb8\x27\xeb\x01\x02\x03"), u"ipxe-arm64.efi"_s);
    }
    void bootFiles()
    {
        QFETCH(Message, request);
        QFETCH(QString, file);
        const auto decision = answer(request);
        QCOMPARE(QString::fromLatin1(replyTo(decision).bootFile), file);
        QCOMPARE(std::get<Reply>(decision).target, file);

        Message onBootServer = request;
        onBootServer.clientAddress = ip(u"172.16.0.50");
        onBootServer.options.removeIf([](const Option &option) { return option.code == OptionCode::MessageType; });
        onBootServer.options.append({OptionCode::MessageType, QByteArray(1, char(MessageType::Request))});
        const auto acknowledgement = replyTo(answer(onBootServer, bootServerFrom(u"172.16.0.50", 68)));
        QCOMPARE(QString::fromLatin1(acknowledgement.bootFile), file);
        QCOMPARE(*acknowledgement.option(OptionCode::MessageType), QByteArray(1, char(MessageType::Ack)));
    }

    /// The whole of both replies, so that nothing can be in them that does not belong there.
    void offerIsComplete()
    {
        const auto request = pxeDiscover(7).flags(0).with(OptionCode::MachineIdentifier, machine);
        Message expected;
        expected.op = Message::replyOp;
        expected.transaction = 0x12345678;
        expected.flags = Message::broadcastFlag;
        expected.serverAddress = ours;
        expected.hardwareAddress = Message(request).hardwareAddress;
        expected.serverName = "172.16.0.5";
        expected.bootFile = "ipxe.efi";
        expected.options = {{53, "\x02"}, {54, "\xac\x10\x00\x05"_ba}, {60, "PXEClient"}, {97, machine}};
        QCOMPARE(replyTo(answer(request)), expected);
        QVERIFY(replyTo(answer(request)).yourAddress.isNull());
    }
    void acknowledgementIsComplete()
    {
        const auto request = bootRequest(7, u"172.16.0.50").with(OptionCode::MachineIdentifier, machine);
        Message expected;
        expected.op = Message::replyOp;
        expected.transaction = 0x12345678;
        expected.clientAddress = ip(u"172.16.0.50");
        expected.serverAddress = ours;
        expected.hardwareAddress = Message(request).hardwareAddress;
        expected.serverName = "172.16.0.5";
        expected.bootFile = "ipxe.efi";
        expected.options = {{53, "\x05"}, {54, "\xac\x10\x00\x05"_ba}, {60, "PXEClient"}, {97, machine}};
        QCOMPARE(replyTo(answer(request, bootServerFrom(u"172.16.0.50", bootServerPort))), expected);
    }

    void offerForms_data()
    {
        QTest::addColumn<Message>("request");
        QTest::addColumn<OfferForm>("form");
        QTest::addColumn<QByteArray>("vendorSpecific");
        using enum OfferForm;
        const auto menu = "\x06\x01\x07\x08\x07\x80\x00\x01\xac\x10\x00\x05"
                          "\x09\x19\x80\x00\x09"
                          "Benchboot\x00\x00\x0aLocal disk\x0a\x0a\x00"
                          "Benchboot\xff"_ba;
        const auto row
            = [](const char *name, const Message &request, OfferForm form, const QByteArray &vendorSpecific) {
                  QTest::newRow(name) << request << form << vendorSpecific;
              };
        row("BIOS direct", pxeDiscover(0), Direct, justBoot);
        row("BIOS bare", pxeDiscover(0), Bare, {});
        row("BIOS menu", pxeDiscover(0), Menu, menu);
        row("UEFI direct", pxeDiscover(7), Direct, justBoot);
        row("UEFI bare", pxeDiscover(7), Bare, {});
        row("UEFI menu", pxeDiscover(7), Menu, menu);
        row("iPXE has no forms", ipxeDiscover(0), Direct, {});
        row("iPXE gets no menu", ipxeDiscover(7), Menu, {});
    }
    void offerForms()
    {
        QFETCH(Message, request);
        QFETCH(OfferForm, form);
        QFETCH(QByteArray, vendorSpecific);
        const auto offer = replyTo(answer(request, onDhcpPort, lab(), OfferMethod{form, {}}));
        QCOMPARE(codes(offer), vendorSpecific.isEmpty() ? u"53 54 60"_s : u"53 54 60 43"_s);
        if (!vendorSpecific.isEmpty())
            QCOMPARE(*offer.option(OptionCode::VendorSpecific), vendorSpecific);
        QVERIFY(!offer.bootFile.isEmpty());
        QCOMPARE(offer.serverAddress, ours);
    }

    void usualForms()
    {
        QCOMPARE(usualForm(describeClient(pxeDiscover(0))), OfferForm::Direct);
        QCOMPARE(usualForm(describeClient(pxeDiscover(7))), OfferForm::Bare);
        QCOMPARE(usualForm(describeClient(pxeDiscover(11))), OfferForm::Bare);
    }

    void nextMethods_data()
    {
        QTest::addColumn<Message>("request");
        QTest::addColumn<QString>("methods");
        QTest::newRow("BIOS") << Message(pxeDiscover(0)) << u"bare a, menu a, direct b, bare b, menu b, direct a"_s;
        QTest::newRow("UEFI") << Message(pxeDiscover(7)) << u"direct a, menu a, bare b, direct b, menu b, bare a"_s;
        QTest::newRow("HTTP Boot") << Message(httpDiscover(16)) << u"bare b, bare a, bare b, bare a, bare b, bare a"_s;
        QTest::newRow("iPXE without HTTP")
            << Message(pxeDiscover(7).ipxe({17})) << u"bare b, bare a, bare b, bare a, bare b, bare a"_s;
    }
    void nextMethods()
    {
        QFETCH(Message, request);
        QFETCH(QString, methods);
        const auto client = describeClient(request);
        OfferMethod method{usualForm(client), {}};
        QStringList seen;
        for (int i = 0; i < 6; ++i) {
            method = nextMethod(method, client, {u"a"_s, u"b"_s});
            seen.append(formName(method.form) + u' ' + method.loader);
        }
        QCOMPARE(seen.join(u", "), methods);
    }

    void loaderOfTheMethod_data()
    {
        QTest::addColumn<Message>("request");
        QTest::addColumn<QString>("loader");
        QTest::addColumn<QString>("file");
        QTest::newRow("first") << Message(pxeDiscover(7)) << QString() << u"snponly.efi"_s;
        QTest::newRow("second") << Message(pxeDiscover(7)) << u"ipxe.efi"_s << u"ipxe.efi"_s;
        QTest::newRow("one that is gone") << Message(pxeDiscover(7)) << u"old.efi"_s << u"snponly.efi"_s;
        QTest::newRow("iPXE gets the script")
            << Message(ipxeDiscover(7)) << u"ipxe.efi"_s << u"http://172.16.0.5:8080/boot.ipxe"_s;
    }
    void loaderOfTheMethod()
    {
        QFETCH(Message, request);
        QFETCH(QString, loader);
        QFETCH(QString, file);
        auto served = lab();
        served.loadersForArch[7] = {u"snponly.efi"_s, u"ipxe.efi"_s};
        const auto offer = replyTo(answer(request, onDhcpPort, served, OfferMethod{OfferForm::Bare, loader}));
        QCOMPARE(QString::fromLatin1(offer.bootFile), file);
    }

    void echoes_data()
    {
        QTest::addColumn<Message>("request");
        QTest::addColumn<QString>("optionCodes");
        const QByteArray longest(255, 'x');
        const auto row = [](const char *name, const Message &request, const QString &optionCodes) {
            QTest::newRow(name) << request << optionCodes;
        };
        row("machine identifier", pxeDiscover(7).with(97, machine), u"53 54 60 97"_s);
        row("machine identifier of 5 bytes", pxeDiscover(7).with(97, machine.first(5)), u"53 54 60"_s);
        row("machine identifier of another type", pxeDiscover(7).with(97, QByteArray(17, '\1')), u"53 54 60"_s);
        row("client identifier", pxeDiscover(7).with(61, "\x01\x52\x54\x00\x12\x34\x56"_ba), u"53 54 60 61"_s);
        row("relay information last", pxeDiscover(7).with(82, "\x01\x02xy").with(61, "abc"), u"53 54 60 61 82"_s);
        row("relay information of 255 bytes", pxeDiscover(0).with(82, longest).with(97, machine),
            u"53 54 60 43 97 82"_s);
        row("no room for both", pxeDiscover(0).with(82, longest).with(61, longest), u"53 54 60 43 82"_s);
        row("no room", pxeDiscover(0).with(82, longest + longest), u"53 54 60 43"_s);
        row("empty ones", pxeDiscover(7).with(82, {}).with(61, {}).with(97, {}), u"53 54 60"_s);
    }
    void echoes()
    {
        QFETCH(Message, request);
        QFETCH(QString, optionCodes);
        const auto decision = answer(request);
        const auto offer = replyTo(decision);
        QCOMPARE(codes(offer), optionCodes);
        for (const auto code : {OptionCode::ClientIdentifier, OptionCode::RelayAgent, OptionCode::MachineIdentifier}) {
            if (offer.option(code))
                QCOMPARE(*offer.option(code), *request.option(code));
        }
        const auto size = std::get<Reply>(decision).datagram.size();
        QVERIFY2(size >= Message::minimumSize && size <= maximumReplySize, qPrintable(QString::number(size)));
    }

    void bootItems_data()
    {
        QTest::addColumn<quint16>("architecture");
        QTest::addColumn<bool>("ipxe");
        QTest::addColumn<QByteArray>("vendorSpecific");
        QTest::newRow("UEFI") << quint16(7) << false << "\x47\x04\0\x07\0\0\xff"_ba;
        QTest::newRow("BIOS") << quint16(0) << false << "\x06\x01\x08\x47\x04\0\x07\0\0\xff"_ba;
        QTest::newRow("iPXE") << quint16(0) << true << "\x47\x04\0\x07\0\0\xff"_ba;
    }
    void bootItems()
    {
        QFETCH(quint16, architecture);
        QFETCH(bool, ipxe);
        QFETCH(QByteArray, vendorSpecific);
        // iPXE's ROM asks with transaction 0.
        auto request = bootRequest(architecture, u"172.16.0.50").bootItem({7, 0}).transaction(0);
        if (ipxe)
            request.ipxe({19});
        const auto reply = replyTo(answer(request, dhcpFrom(u"172.16.0.50", clientPort)));
        QCOMPARE(reply.op, Message::replyOp);
        QCOMPARE(reply.transaction, 0U);
        QCOMPARE(*reply.option(OptionCode::MessageType), QByteArray(1, char(MessageType::Ack)));
        QCOMPARE(*reply.option(OptionCode::VendorSpecific), vendorSpecific);
    }

    void httpBootGetsAUrl()
    {
        auto served = lab();
        served.loadersForArch.insert(16, {u"x64/snp only.efi"_s});
        const auto offer = replyTo(answer(httpDiscover(16), onDhcpPort, served));
        QCOMPARE(offer.bootFile, QByteArray("http://172.16.0.5:8080/loaders/x64/snp%20only.efi"));
        QCOMPARE(*offer.option(OptionCode::VendorClass), QByteArray("HTTPClient"));
        QCOMPARE(codes(offer), u"53 54 60"_s);
        QCOMPARE(offer.serverAddress, ours);
        QCOMPARE(replyTo(answer(httpDiscover(17), onDhcpPort, served)).bootFile, offer.bootFile);
    }

    void optionsInLentFieldsAreSeen()
    {
        auto bytes = ClientMessage(MessageType::Discover).with(OptionCode::ClientArchitecture, "\0\x07"_ba).bytes();
        const auto end = bytes.indexOf('\xff', Message::headerSize);
        bytes.replace(end, 4, "\x34\x01\x03\xff");
        bytes.replace(108, 12, "\x3c\x09PXEClient\xff");
        bytes.replace(44, 1, "\xff");
        const auto request = parseMessage(bytes).value();
        const auto offer = replyTo(decide(request, describeClient(request), onDhcpPort, lab(), {}));
        QCOMPARE(offer.bootFile, QByteArray("ipxe.efi"));
        QCOMPARE(offer.option(OptionCode::Overload), nullptr);
    }

    void eachCardSpeaksForItself()
    {
        for (const auto *address : {u"172.16.0.5", u"172.16.77.9"}) {
            auto arrival = onDhcpPort;
            arrival.ourAddress = ip(address);
            const auto offer = replyTo(answer(ipxeDiscover(7), arrival));
            const auto text = QString(QStringView(address)).toLatin1();
            QCOMPARE(offer.serverAddress, arrival.ourAddress);
            QCOMPARE(*offer.option(OptionCode::ServerIdentifier), ByteWriter().u32(arrival.ourAddress.value).take());
            QCOMPARE(offer.serverName, text);
            QCOMPARE(offer.bootFile, "http://" + text + ":8080/boot.ipxe");
        }
    }

    void longNamesAreRefused()
    {
        auto served = lab();
        served.loadersForArch[7] = {QString(127, u'x')};
        QCOMPARE(replyTo(answer(pxeDiscover(7), onDhcpPort, served)).bootFile.size(), 127);
        served.loadersForArch[7] = {QString(128, u'x')};
        const auto decision = answer(pxeDiscover(7), onDhcpPort, served);
        QCOMPARE(std::get<Silence>(decision).kind, Silence::Kind::Misconfigured);
        QVERIFY(std::get<Silence>(decision).reason.contains(u"too long"));
    }

    void events_data()
    {
        QTest::addColumn<Message>("request");
        QTest::addColumn<Arrival>("arrival");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const Message &request, const Arrival &arrival,
                            const QStringList &lines) { QTest::newRow(name) << request << arrival << lines; };
        row("plain client", pxeDiscover(7).without(OptionCode::VendorClass), onDhcpPort, {});
        row("offer", pxeDiscover(7), onDhcpPort,
            {u"proxydhcp discover info   UEFI x64 (7), PXEClient"_s,
             u"proxydhcp offer ok  ipxe.efi UEFI x64 (7), PXEClient; offered ipxe.efi"_s});
        row("boot server", bootRequest(0, u"172.16.0.50").ipxe({19}), bootServerFrom(u"172.16.0.50", 68),
            {u"bootserver request info 172.16.0.50  BIOS (0), iPXE"_s,
             u"bootserver ack ok 172.16.0.50 http://172.16.0.5:8080/boot.ipxe BIOS (0), iPXE; told to load "
             "http://172.16.0.5:8080/boot.ipxe"_s});
        row("no loader", pxeDiscover(6), onDhcpPort,
            {u"proxydhcp discover ignored   UEFI IA32 (6), PXEClient; not answered: there is no loader for UEFI IA32; "
             "import ipxe-i386.efi"_s});
        row("takes an address",
            bootRequest(7, u"0.0.0.0").server(u"172.16.0.1").with(OptionCode::RequestedAddress, "\xac\x10\x00\x32"_ba),
            onDhcpPort,
            {u"proxydhcp request info 172.16.0.50  UEFI x64 (7), PXEClient; takes its address from the DHCP server "
             "172.16.0.1"_s});
    }
    void events()
    {
        QFETCH(Message, request);
        QFETCH(Arrival, arrival);
        QFETCH(QStringList, lines);
        const auto bytes = serialise(request).value();
        const auto client = describeClient(request);
        const auto decision = decide(request, client, arrival, lab(), {usualForm(client), {}});
        QStringList seen;
        for (const auto &event : eventsOf(bytes, request, client, arrival, decision)) {
            seen.append(QStringList{serviceName(event.service), event.kind, outcomeName(event.outcome), event.address,
                                    event.target, event.detail}
                            .join(u' '));
            QCOMPARE(event.mac, u"52:54:00:12:34:56"_s);
            QCOMPARE(event.packet, event.target.isEmpty() ? bytes : std::get<Reply>(decision).datagram);
        }
        QCOMPARE(seen, lines);
    }
};

QTEST_GUILESS_MAIN(TestDhcpPolicy)
#include "tst_dhcppolicy.moc"
