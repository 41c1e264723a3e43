// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/workersandbox.h"

#include "core/filedescriptor.h"
#include "images/archivereader.h"
#include "images/digest.h"
#include "images/imageworker.h"
#include "images/syscallfilter.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <ctime>

#include <fcntl.h>
#include <iconv.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr quint64 mayRead = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr quint64 mayList = mayRead | LANDLOCK_ACCESS_FS_READ_DIR;
// No links, no devices, no sockets and pipes with names.
constexpr quint64 mayFill = mayList | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_TRUNCATE
    | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE;

/// What each version of the interface can deny, added up (Documentation/userspace-api/landlock.rst).
landlock_ruleset_attr everythingOf(int version)
{
    landlock_ruleset_attr all{};
    all.handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE | mayFill | LANDLOCK_ACCESS_FS_REMOVE_DIR
        | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO
        | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM | LANDLOCK_ACCESS_FS_REFER
        | LANDLOCK_ACCESS_FS_IOCTL_DEV;
    if (version < 5)
        all.handled_access_fs &= ~quint64(LANDLOCK_ACCESS_FS_IOCTL_DEV);
    if (version < 3)
        all.handled_access_fs &= ~quint64(LANDLOCK_ACCESS_FS_TRUNCATE);
    if (version < 2)
        all.handled_access_fs &= ~quint64(LANDLOCK_ACCESS_FS_REFER);
    if (version >= 4)
        all.handled_access_net = LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP;
    if (version >= 6)
        all.scoped = LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET | LANDLOCK_SCOPE_SIGNAL;
    return all;
}

// glibc has no wrappers for these.
int landlockVersion()
{
    return std::max(0, int(::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION)));
}

class FileRules
{
public:
    explicit FileRules(int version) : m_all(everythingOf(version))
    {
        m_rules = FileDescriptor(int(::syscall(SYS_landlock_create_ruleset, &m_all, sizeof m_all, 0)));
    }

    /// What is not there, or is a folder in a file's place, is passed over: whoever opens it will say so.
    void allow(const QString &path, quint64 access, mode_t type = S_IFDIR)
    {
        const FileDescriptor place(path.isEmpty() ? -1
                                                  : ::open(QFile::encodeName(path).constData(), O_PATH | O_CLOEXEC));
        struct stat status{};
        if (!place.isValid() || ::fstat(place.get(), &status) != 0 || (status.st_mode & S_IFMT) != type)
            return;
        const landlock_path_beneath_attr rule{access & m_all.handled_access_fs, place.get()};
        ::syscall(SYS_landlock_add_rule, m_rules.get(), LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    }
    [[nodiscard]] bool enforce() const { return ::syscall(SYS_landlock_restrict_self, m_rules.get(), 0) == 0; }

private:
    landlock_ruleset_attr m_all;
    FileDescriptor m_rules;
};

bool fenceFilesOff(const ImageTask &task, int version)
{
    FileRules rules(version);
    rules.allow(task.file, mayRead, S_IFREG);
    for (const auto &folder : task.recipeFolders) {
        rules.allow(folder, mayList);
        rules.allow(folder + u"/overlays"_s, mayList); // where that is a link to somewhere else
    }
    rules.allow(task.stagingFolder, mayFill);
    return rules.enforce();
}

/// What libraries load when it is first needed, from files that are out of reach afterwards.
void loadLateParts()
{
    ::tzset();
    // libisofs reads Joliet's names through iconv, whose tables stay loaded while one of their users does.
    static const std::array kept{::iconv_open("UTF-8", "UTF-16BE"), ::iconv_open("UTF-8", "UCS-2BE")};
    (void)kept;
    prepareArchiveReaders();
    // libcrypto reads its configuration, and what that may name, at first use.
    (void)Digest(u"sha256"_s);
}

} // namespace

SandboxMeans sandboxMeans()
{
    const quint32 action = SECCOMP_RET_KILL_PROCESS;
    return {landlockVersion(), ::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0};
}

SandboxMeans enterSandbox(const ImageTask &task)
{
    loadLateParts();
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const auto version = landlockVersion();
    return {version > 0 && fenceFilesOff(task, version) ? version : 0, filterSyscalls()};
}

} // namespace Benchboot
