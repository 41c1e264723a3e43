// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/installedsystem.h"

#include <QDir>
#include <QFile>

#include <cerrno>

#include <sched.h>
#include <sys/mount.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

Result<void> mountOver(const QString &target, const QString &source)
{
    if (::mount(QFile::encodeName(source).constData(), QFile::encodeName(target).constData(), nullptr, MS_BIND, nullptr)
        != 0)
        return std::unexpected(systemError(errno, u"Mounting over %1"_s.arg(target)));
    return {};
}

Result<void> emptyOver(const QString &target)
{
    if (::mount("tmpfs", QFile::encodeName(target).constData(), "tmpfs", 0, "mode=755") != 0)
        return std::unexpected(systemError(errno, u"Mounting over %1"_s.arg(target)));
    return {};
}

Result<void> writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return fail(Error::Code::Io, u"%1 cannot be written"_s.arg(path));
    file.setPermissions(file.permissions() | QFile::ReadGroup | QFile::ReadOther);
    return {};
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The one rule: this action, this user.
constexpr auto rule = R"(polkit.addRule(function(action, subject) {
    if (action.id == "org.benchboot.Benchboot.bind-ports" && subject.user == "technician")
        return polkit.Result.YES;
});
)";

} // namespace

QString InstalledSystem::helper() const { return QStringLiteral(BENCHBOOT_PORTBINDER); }

Result<void> InstalledSystem::setUp()
{
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return std::unexpected(systemError(errno, u"Making a mount namespace (this test needs root)"_s));
    return makeMounts().and_then([this] { return writeFiles(); }).and_then([this] { return startServices(); });
}

/// Whatever is written below goes into these.
Result<void> InstalledSystem::makeMounts()
{
    const auto place = [this](const QString &name) { return m_folder.filePath(name); };
    QDir(m_folder.path()).mkpath(u"rules.d"_s);
    // Polkit's programs run as other users, who may not enter a QTemporaryDir; what is mounted elsewhere they can reach.
    QFile::setPermissions(place(u"rules.d"_s), QFile::Permissions(0x7755));
    const bool accounts
        = bool(writeFile(place(u"passwd"_s),
                         contentsOf(u"/etc/passwd"_s).replace(":1000:", ":1099:")
                             + "technician:x:1000:1000::/:/bin/sh\napprentice:x:1001:1001::/:/bin/sh\n"))
        && bool(writeFile(place(u"group"_s),
                          contentsOf(u"/etc/group"_s).replace(":1000:", ":1099:")
                              + "technician:x:1000:\napprentice:x:1001:\n"));
    if (!accounts)
        return fail(Error::Code::Io, u"The test's accounts cannot be written"_s);
    return mountOver(u"/etc/passwd"_s, place(u"passwd"_s))
        .and_then([&] { return mountOver(u"/etc/group"_s, place(u"group"_s)); })
        .and_then([&] { return mountOver(u"/etc/polkit-1/rules.d"_s, place(u"rules.d"_s)); })
        .and_then([] { return emptyOver(u"/usr/local"_s); })
        .and_then([] { return emptyOver(u"/var/lib/dbus"_s); })
        .and_then([] { return emptyOver(u"/run"_s); });
}

Result<void> InstalledSystem::writeFiles()
{
    const auto actions = u"/usr/share/polkit-1/actions"_s;
    const auto own = m_folder.filePath(u"actions"_s);
    QDir().mkpath(own);
    QFile::setPermissions(own, QFile::Permissions(0x7755));
    for (const auto &entry : QDir(actions).entryInfoList(QDir::Files))
        QFile::copy(entry.filePath(), own + u'/' + entry.fileName());
    const auto policy = QStringLiteral(BENCHBOOT_POLICY);
    if (!QDir().mkpath(QFileInfo(helper()).path())
        || !QFile::copy(QStringLiteral(BENCHBOOT_BINARY_DIR "/bin/benchboot-portbinder"), helper())
        || !QFile::copy(policy, own + u'/' + QFileInfo(policy).fileName())) {
        return fail(Error::Code::Io, u"%1 and %2 cannot be installed"_s.arg(helper(), policy));
    }
    return mountOver(actions, own).and_then([] {
        return writeFile(u"/etc/polkit-1/rules.d/50-benchboot.rules"_s, rule);
    });
}

Result<void> InstalledSystem::startServices()
{
    QDir().mkpath(u"/run/dbus"_s);
    return E2e::run({u"dbus-uuidgen"_s, u"--ensure"_s})
        .and_then([this](const QByteArray &) {
            return m_bus.start({u"dbus-daemon"_s, u"--system"_s, u"--nofork"_s, u"--nopidfile"_s, u"--nosyslog"_s});
        })
        .and_then([this]() -> Result<void> {
            if (!m_bus.waitFor([] { return QFile::exists(u"/run/dbus/system_bus_socket"_s); },
                               std::chrono::seconds(10)))
                return fail(Error::Code::Io,
                            u"The system bus does not start: %1"_s.arg(QString::fromLocal8Bit(m_bus.errors())));
            return m_polkit.start({u"/usr/lib/polkit-1/polkitd"_s, u"--no-debug"_s});
        })
        .and_then([this]() -> Result<void> {
            const auto there = [] {
                const auto answer = E2e::run(
                    {u"dbus-send"_s, u"--system"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                     u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.PolicyKit1"_s});
                return answer && answer->contains("boolean true");
            };
            if (!m_polkit.waitFor(there, std::chrono::seconds(20)))
                return fail(Error::Code::Io,
                            u"Polkit does not start: %1"_s.arg(QString::fromLocal8Bit(m_polkit.errors())));
            return {};
        });
}

} // namespace Benchboot
