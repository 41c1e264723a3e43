// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/portbinderprocess.h"

#include "packaging/portbinder/portbinderprotocol.h"
#include "services/sockets.h"
#include "session/descriptormessage.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QtEndian>

#include <bit>

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr auto helperName = "benchboot-portbinder"_L1;

/// Beside this program (a build folder), else where it is installed.
QString helperFile()
{
    if (const auto named = qEnvironmentVariable("BENCHBOOT_PORTBINDER"); !named.isEmpty())
        return named;
    const auto beside = QCoreApplication::applicationDirPath() + u'/' + helperName;
    return QFileInfo(beside).isExecutable() ? beside : QStringLiteral(BENCHBOOT_PORTBINDER_FOLDER "/") + helperName;
}

/// Whether \a file may be executed by us and gets CAP_NET_BIND_SERVICE by that (capabilities(7), "File capabilities").
bool hasTheCapability(const QString &file)
{
    vfs_ns_cap_data data{};
    const auto path = QFile::encodeName(file);
    const auto length = ::getxattr(path.constData(), "security.capability", &data, sizeof data);
    return length >= ssize_t(XATTR_CAPS_SZ_2) && ::access(path.constData(), X_OK) == 0
        && (qFromLittleEndian(data.data[0].permitted) & CAP_TO_MASK(CAP_NET_BIND_SERVICE)) != 0;
}

bool mayGainRights() { return ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1; }

Error rightNotGiven(const QString &remedy)
{
    return {Error::Code::AccessDenied,
            u"The ports below 1024 were not opened, because the right to do so was not given; %1"_s.arg(remedy)};
}

Error badAnswer()
{
    return {Error::Code::Malformed,
            u"The helper %1 gave an answer that makes no sense; install Benchboot again"_s.arg(helperName)};
}

Transport transportOf(const PortBinder::Port &port) { return port.tcp ? Transport::Tcp : Transport::Udp; }

bool isSocketFor(const FileDescriptor &socket, const PortBinder::Port &port)
{
    int type = 0;
    socklen_t length = sizeof type;
    return ::getsockopt(socket.get(), SOL_SOCKET, SO_TYPE, &type, &length) == 0
        && type == (port.tcp ? SOCK_STREAM : SOCK_DGRAM) && localPort(socket.get()) == port.number;
}

/// Exactly one socket for each port of \a wanted, in the table's order.
bool areSocketsFor(const std::vector<FileDescriptor> &sockets, quint8 wanted)
{
    std::size_t next = 0;
    for (std::size_t row = 0; row < PortBinder::ports.size(); ++row) {
        if ((wanted & (1U << row)) == 0)
            continue;
        if (next == sockets.size() || !isSocketFor(sockets[next++], PortBinder::ports.at(row)))
            return false;
    }
    return next == sockets.size();
}

Error reasonOf(const PortBinder::Answer &answer)
{
    if (answer.error <= 0 || std::popcount(answer.ports) != 1 || (answer.ports & ~PortBinder::allPorts) != 0)
        return badAnswer();
    const auto &port = PortBinder::ports.at(std::size_t(std::countr_zero(answer.ports)));
    return portError(answer.error, transportOf(port), port.number);
}

} // namespace

PortBinderProcess::PortBinderProcess(QObject *parent) : QObject(parent)
{
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setStandardOutputFile(QProcess::nullDevice());
}

PortBinderProcess::~PortBinderProcess()
{
    m_process.disconnect(this);
    m_process.terminate(); // pkexec that still asks; the helper itself waits for nothing
    m_process.waitForFinished(1000);
}

void PortBinderProcess::start(quint8 ports)
{
    m_ports = ports;
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return end(std::unexpected(systemError(errno, u"Talking to the helper that opens the ports"_s)));
    m_conversation = FileDescriptor(ends[0]);
    FileDescriptor helperEnd(ends[1]);
    // The request waits in the socket, so that the helper, which may run as root, need not wait for us.
    const PortBinder::Request request{.ports = ports};
    if (::send(m_conversation.get(), &request, sizeof request, MSG_NOSIGNAL) != ssize_t(sizeof request))
        return end(std::unexpected(systemError(errno, u"Talking to the helper that opens the ports"_s)));
    m_notifier = std::make_unique<QSocketNotifier>(m_conversation.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &PortBinderProcess::readAnswer);
    if (auto launched = launch(std::move(helperEnd)); !launched)
        end(std::unexpected(launched.error()));
}

/// Our copy of \a helperEnd is gone afterwards: the conversation ends with the helper.
Result<void> PortBinderProcess::launch(FileDescriptor helperEnd)
{
    if (const auto broker = qEnvironmentVariable("BENCHBOOT_PORT_BROKER"); !broker.isEmpty())
        return sendDescriptor(broker, helperEnd);
    const auto helper = helperFile();
    if (!QFileInfo(helper).isExecutable() && !QFileInfo::exists(helper))
        return fail(Error::Code::NotFound,
                    u"The helper %1 is not installed; install Benchboot again, or start it as root"_s.arg(helper));
    if (!mayGainRights())
        return std::unexpected(
            rightNotGiven(u"this program was started in a way that rules out every right; start it otherwise"_s));
    if (hasTheCapability(helper))
        return runProcess(helper, {}, helperEnd);
    const auto pkexec = QStandardPaths::findExecutable(u"pkexec"_s);
    if (pkexec.isEmpty())
        return std::unexpected(rightNotGiven(
            u"install the package pkexec (sudo apt install pkexec), or give the helper the right (sudo setcap cap_net_bind_service=ep %1)"_s
                .arg(helper)));
    return runProcess(pkexec, {helper}, helperEnd);
}

Result<void> PortBinderProcess::runProcess(const QString &program, const QStringList &arguments,
                                           const FileDescriptor &helperEnd)
{
    m_process.setProgram(program);
    m_process.setArguments(arguments);
    m_process.setChildProcessModifier([fd = helperEnd.get()] { ::dup2(fd, STDIN_FILENO); });
    m_process.start();
    if (!m_process.waitForStarted())
        return fail(Error::Code::Io, u"%1 cannot be started: %2"_s.arg(program, m_process.errorString()));
    return {};
}

void PortBinderProcess::readAnswer()
{
    PortBinder::Answer answer;
    auto received = receiveDescriptors(m_conversation.get(), &answer, sizeof answer, PortBinder::ports.size());
    // A helper that ends without reading resets the conversation; one that reads and says nothing just ends it.
    if (!received)
        return end(std::unexpected(received.error().code == Error::Code::Malformed ? badAnswer() : silence()));
    auto &[length, sockets] = *received;
    if (length == 0)
        return end(std::unexpected(silence()));
    if (length != sizeof answer || answer.magic != PortBinder::answerMagic)
        return end(std::unexpected(badAnswer()));
    if (answer.error != 0)
        return end(std::unexpected(reasonOf(answer)));
    if (answer.ports != m_ports || !areSocketsFor(sockets, m_ports))
        return end(std::unexpected(badAnswer()));
    end(std::move(sockets));
}

/// Why the other side closed without an answer.
Error PortBinderProcess::silence()
{
    constexpr int pkexecNotAuthorised = 127; // pkexec(1), "RETURN VALUE"
    if (m_process.state() != QProcess::NotRunning)
        m_process.waitForFinished(1000); // it is about to end: that is what closed the conversation
    if (m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == pkexecNotAuthorised) {
        return rightNotGiven(
            u"no password was accepted, or no program of this desktop asks for it (a polkit agent). Press Start to be asked again, or give the helper the right (sudo setcap cap_net_bind_service=ep %1)"_s
                .arg(helperFile()));
    }
    return rightNotGiven(u"press Start to be asked again"_s);
}

void PortBinderProcess::end(Result<std::vector<FileDescriptor>> result)
{
    if (m_notifier)
        m_notifier->setEnabled(false);
    m_result = std::move(result);
    QMetaObject::invokeMethod(this, &PortBinderProcess::finished, Qt::QueuedConnection);
}

Result<std::vector<FileDescriptor>> PortBinderProcess::takeResult() { return std::move(m_result); }

} // namespace Benchboot
