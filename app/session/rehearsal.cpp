// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/rehearsal.h"

#include "core/rehearsalmac.h"
#include "protocol/dhcp/architecture.h"
#include "protocol/dhcp/message.h"
#include "protocol/dhcp/options.h"
#include "session/rehearsallink.h"

#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

using Dhcp::Message;
using Dhcp::MessageType;
using Dhcp::OptionCode;

/// What iPXE says that it can do (option 175): menus, HTTP, TFTP and the rest of Debian's build.
constexpr std::array<quint8, 6> ipxeFeatures{17, 19, 21, 23, 36, 39};
constexpr quint8 networkInterface = 94;
constexpr quint8 parameterList = 55;
constexpr quint8 largestMessage = 57;

struct NamedPc
{
    QLatin1StringView name;
    RehearsedPc pc;
};
const std::array namedPcs{
    NamedPc{"bios"_L1, {0, false, "pcbios", "i386"}},     NamedPc{"efi-ia32"_L1, {6, false, "efi", "i386"}},
    NamedPc{"efi-x64"_L1, {7, false, "efi", "x86_64"}},   NamedPc{"efi-arm64"_L1, {11, false, "efi", "arm64"}},
    NamedPc{"http-ia32"_L1, {15, true, "efi", "i386"}},   NamedPc{"http-x64"_L1, {16, true, "efi", "x86_64"}},
    NamedPc{"http-arm64"_L1, {19, true, "efi", "arm64"}},
};

QString sizeOf(qint64 bytes) { return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }
QString shown(const QByteArray &text) { return QString::fromUtf8(text); }

/// One boot under way.
class Boot
{
public:
    Boot(const RehearsedPc &pc, const NetworkCard &card, const ServicePorts &ports,
         const std::function<void(const RehearsalStep &)> &onStep)
        : m_pc(pc), m_link(card), m_ports(ports), m_onStep(onStep)
    {
    }

    [[nodiscard]] bool run()
    {
        return findBootFile() && (m_pc.http ? loadByHttp() : loadByTftp(u"loader"_s, m_bootFile)) && findScript()
            && readMenu();
    }

private:
    bool done(const QString &step, const QString &detail) const
    {
        m_onStep({step, true, detail});
        return true;
    }
    bool failed(const QString &step, const QString &detail) const
    {
        m_onStep({step, false, detail});
        return false;
    }

    [[nodiscard]] Message message(MessageType type) const { return message(type, m_pc.architecture, m_pc.http); }
    [[nodiscard]] static Message message(MessageType type, quint16 architecture, bool http);
    [[nodiscard]] quint16 architectureOfIpxe() const;
    [[nodiscard]] Result<Message> ask(quint16 port, const Message &request, MessageType expected) const;
    [[nodiscard]] static bool isDirect(const Message &offer);
    bool findBootFile();
    bool askBootServer();
    bool loadByTftp(const QString &step, const QByteArray &file) const;
    bool loadByHttp() const;
    bool findScript();
    bool readMenu() const;
    bool checkFile(const QByteArray &url) const;

    const RehearsedPc &m_pc;
    const RehearsalLink m_link;
    const ServicePorts m_ports;
    const std::function<void(const RehearsalStep &)> &m_onStep;
    QByteArray m_bootFile;
    QByteArray m_script; ///< address of the boot script
};

Message Boot::message(MessageType type, quint16 architecture, bool http)
{
    Message message;
    message.transaction = 0x42656e63;
    message.flags = Message::broadcastFlag;
    const auto mac = QByteArray::fromHex(QByteArray(rehearsalMac).replace(':', ""));
    std::ranges::copy(mac, message.hardwareAddress.begin());
    const auto vendorClass = QByteArray(http ? "HTTPClient" : "PXEClient")
        + ":Arch:" + QByteArray::number(architecture).rightJustified(5, '0') + ":UNDI:003016";
    message.options = {
        {OptionCode::MessageType, QByteArray(1, char(type))},
        {largestMessage, QByteArray("\x05\xc0", 2)}, // 1472
        {parameterList, QByteArray("\x01\x03\x2b\x36\x3c\x42\x43\x61\xaf", 9)},
        {OptionCode::MachineIdentifier, QByteArray(11, '\0') + mac},
        {networkInterface, QByteArray("\1\3\x10", 3)},
        {OptionCode::ClientArchitecture, Dhcp::serialiseArchitectures({architecture})},
        {OptionCode::VendorClass, vendorClass},
    };
    return message;
}

Result<Message> Boot::ask(quint16 port, const Message &request, MessageType expected) const
{
    const auto datagram = Dhcp::serialise(request);
    if (!datagram)
        return std::unexpected(datagram.error());
    auto reply = m_link.exchange(port, *datagram).and_then([](const QByteArray &bytes) { return Dhcp::parseMessage(bytes); });
    if (!reply)
        return reply;
    const auto *type = reply->option(OptionCode::MessageType);
    if (reply->transaction != request.transaction || !type || Dhcp::parseMessageType(*type) != expected)
        return fail(Error::Code::Malformed, u"the reply is none to this request"_s);
    return reply;
}

/// EDK2 takes the boot file of an offer only if option 43 says so, and else comes to the boot server.
bool Boot::isDirect(const Message &offer)
{
    const auto *vendor = offer.option(OptionCode::VendorSpecific);
    const auto parts = vendor ? Dhcp::parseEncapsulated(*vendor) : QList<Dhcp::Option>();
    const auto *control = parts ? Dhcp::findOption(*parts, Dhcp::PxeCode::DiscoveryControl) : nullptr;
    return control && control->startsWith(Dhcp::useBootFile) && !offer.bootFile.isEmpty();
}

bool Boot::findBootFile()
{
    const auto step = u"offer"_s;
    const auto offer = ask(m_ports.dhcp, message(MessageType::Discover), MessageType::Offer);
    if (!offer)
        return failed(step, u"No offer for %1: %2"_s.arg(Dhcp::architectureName(m_pc.architecture), offer.error().detail));
    const auto *vendor = offer->option(OptionCode::VendorClass);
    if (!vendor || !vendor->startsWith(m_pc.http ? "HTTPClient" : "PXEClient"))
        return failed(step, u"The offer is of another kind than the PC's firmware wants (option 60)"_s);
    if (offer->serverAddress != m_link.card().address)
        return failed(step, u"The offer names %1 as server, not %2"_s.arg(offer->serverAddress.toString(),
                                                                       m_link.card().address.toString()));
    m_bootFile = offer->bootFile;
    if (m_pc.http || isDirect(*offer))
        return m_bootFile.isEmpty() ? failed(step, u"The offer names no boot file"_s)
                                    : done(step, u"The offer names %1"_s.arg(shown(m_bootFile)));
    done(step, u"The offer sends the PC to the boot server"_s);
    return askBootServer();
}

bool Boot::askBootServer()
{
    const auto step = u"boot-server"_s;
    auto request = message(MessageType::Request);
    request.flags = 0;
    request.clientAddress = m_link.card().address;
    const auto reply = ask(m_ports.bootServer, request, MessageType::Ack);
    if (!reply)
        return failed(step, u"The boot server did not answer: %1"_s.arg(reply.error().detail));
    m_bootFile = reply->bootFile;
    if (m_bootFile.isEmpty())
        return failed(step, u"The boot server names no boot file"_s);
    return done(step, u"The boot server names %1"_s.arg(shown(m_bootFile)));
}

bool Boot::loadByTftp(const QString &step, const QByteArray &file) const
{
    const QList<Tftp::Option> bios{{"tsize", "0"}, {"blksize", "1456"}};
    const QList<Tftp::Option> uefi{{"tsize", "0"}, {"blksize", "1468"}, {"windowsize", "4"}};
    const bool isBios = m_pc.platform == "pcbios";
    const auto size = m_link.probeByTftp(m_ports.tftp, file, isBios ? bios : uefi);
    if (!size)
        return failed(step, u"TFTP does not tell the size of %1: %2"_s.arg(shown(file), size.error().detail));
    const auto bytes = m_link.fetchByTftp(m_ports.tftp, file, isBios ? bios : uefi);
    if (!bytes)
        return failed(step, u"TFTP does not deliver %1: %2"_s.arg(shown(file), bytes.error().detail));
    if (bytes->size() != *size || *size == 0)
        return failed(step, u"%1 has %2 bytes, but TFTP announced %3"_s.arg(shown(file)).arg(bytes->size()).arg(*size));
    return done(step, u"TFTP delivers %1 whole (%2)"_s.arg(shown(file), sizeOf(*size)));
}

bool Boot::loadByHttp() const
{
    const auto step = u"loader"_s;
    const auto head = RehearsalLink::fetchByHttp("HEAD", m_bootFile);
    const auto answer = head ? RehearsalLink::fetchByHttp("GET", m_bootFile) : head;
    if (!answer)
        return failed(step, u"HTTP does not deliver %1: %2"_s.arg(shown(m_bootFile), answer.error().detail));
    if (answer->status != 200 || answer->length <= 0 || answer->length != answer->body.size() || head->length != answer->length)
        return failed(step, u"HTTP answers %1 for %2 and delivers %3 bytes"_s.arg(answer->status).arg(shown(m_bootFile)).arg(answer->body.size()));
    return done(step, u"HTTP delivers %1 whole (%2)"_s.arg(shown(m_bootFile), sizeOf(answer->length)));
}

/// iPXE says what it was built for and that it is a PXE client, also where the firmware loaded it by HTTP.
quint16 Boot::architectureOfIpxe() const
{
    for (const auto &one : namedPcs) {
        if (!one.pc.http && one.pc.platform == m_pc.platform && one.pc.buildArchitecture == m_pc.buildArchitecture)
            return one.pc.architecture;
    }
    return m_pc.architecture;
}

/// The loader is iPXE, or leads to it: it looks for a server itself.
bool Boot::findScript()
{
    const auto step = u"ipxe-offer"_s;
    auto request = message(MessageType::Discover, architectureOfIpxe(), false);
    QList<Dhcp::Option> features;
    for (const auto feature : ipxeFeatures)
        features.append({feature, QByteArray(1, '\1')});
    request.options.append({OptionCode::UserClass, "iPXE"});
    request.options.append({OptionCode::Ipxe, Dhcp::serialiseEncapsulated(features)});
    const auto offer = ask(m_ports.dhcp, request, MessageType::Offer);
    if (!offer)
        return failed(step, u"No offer for iPXE: %1"_s.arg(offer.error().detail));
    m_script = offer->bootFile;
    if (!m_script.startsWith("http://") || offer->serverAddress.isNull())
        return failed(step, u"The offer for iPXE names “%1” instead of the boot script"_s.arg(shown(m_script)));
    done(step, u"The offer for iPXE names %1"_s.arg(shown(m_script)));
    const auto script = RehearsalLink::fetchByHttp("GET", m_script);
    if (!script)
        return failed(u"boot-script"_s, u"%1 cannot be loaded: %2"_s.arg(shown(m_script), script.error().detail));
    if (script->status != 200 || !script->body.startsWith("#!ipxe\n"))
        return failed(u"boot-script"_s, u"%1 is no iPXE script (HTTP status %2)"_s.arg(shown(m_script)).arg(script->status));
    return done(u"boot-script"_s, u"%1 is there"_s.arg(shown(m_script)));
}

bool Boot::readMenu() const
{
    const auto step = u"menu"_s;
    const auto origin = m_script.first(m_script.indexOf('/', 7));
    const auto url = origin + "/menu.ipxe?mac=" + rehearsalMac + "&platform=" + m_pc.platform
        + "&buildarch=" + m_pc.buildArchitecture;
    const auto menu = RehearsalLink::fetchByHttp("GET", url);
    if (!menu)
        return failed(step, u"The menu cannot be loaded: %1"_s.arg(menu.error().detail));
    if (menu->status != 200 || !menu->body.startsWith("#!ipxe\n"))
        return failed(step, u"The menu is no iPXE script (HTTP status %1)"_s.arg(menu->status));
    const auto files = filesOfDefaultEntry(menu->body);
    if (files.isEmpty())
        return done(step, u"The menu is there; its default entry loads nothing"_s);
    done(step, u"The menu is there; its default entry loads %1 files"_s.arg(files.size()));
    return std::ranges::all_of(files, [this](const QByteArray &file) { return checkFile(file); });
}

bool Boot::checkFile(const QByteArray &url) const
{
    const auto step = u"file"_s;
    const auto head = RehearsalLink::fetchByHttp("HEAD", url);
    const auto part = head ? RehearsalLink::fetchByHttp("GET", url, "Range: bytes=0-511\r\n") : head;
    if (!part)
        return failed(step, u"%1 cannot be loaded: %2"_s.arg(shown(url), part.error().detail));
    const bool isThere = head->status == 200 && head->length > 0 && part->status == 206
        && part->body.size() == std::min<qint64>(512, head->length);
    return isThere ? done(step, u"%1 is there (%2)"_s.arg(shown(url), sizeOf(head->length)))
                   : failed(step, u"%1 cannot be loaded (HTTP status %2)"_s.arg(shown(url)).arg(head->status));
}

} // namespace

std::optional<RehearsedPc> RehearsedPc::parse(const QString &text)
{
    const auto named = std::ranges::find(namedPcs, text, &NamedPc::name);
    if (named != namedPcs.end())
        return named->pc;
    bool ok = false;
    const auto number = text.toUShort(&ok);
    if (!ok)
        return std::nullopt;
    for (const auto &one : namedPcs) {
        if (one.pc.architecture == number)
            return one.pc;
    }
    const auto *known = Dhcp::findArchitecture(number);
    const bool bios = known && known->firmware == Dhcp::Architecture::Firmware::Bios;
    return RehearsedPc{number, known && known->http, bios ? "pcbios" : "efi", {}};
}

bool rehearse(const RehearsedPc &pc, const NetworkCard &card, const ServicePorts &ports,
              const std::function<void(const RehearsalStep &)> &onStep)
{
    return Boot(pc, card, ports, onStep).run();
}

QList<QByteArray> filesOfDefaultEntry(const QByteArray &menuScript)
{
    const auto lines = menuScript.split('\n');
    QByteArray chosen;
    for (const auto &line : lines) {
        const auto words = line.simplified().split(' ');
        if (const auto at = words.indexOf("--default"); words.first() == "choose" && at >= 0)
            chosen = words.value(at + 1);
        else if (chosen.isEmpty() && words.first() == "item" && words.size() > 2 && !words.at(1).startsWith("--"))
            chosen = words.at(1);
    }
    QList<QByteArray> files;
    auto at = lines.indexOf(":item_" + chosen);
    while (at >= 0 && ++at < lines.size() && !lines.at(at).startsWith(':')) {
        const auto words = lines.at(at).simplified().split(' ');
        static const QList<QByteArray> loading{"kernel", "initrd", "chain", "sanboot", "imgfetch", "module"};
        const auto isAddress = [](const QByteArray &word) { return word.startsWith("http://"); };
        const auto address = std::ranges::find_if(words, isAddress);
        if (loading.contains(words.first()) && address != words.end())
            files.append(*address);
    }
    return files;
}

} // namespace Benchboot
