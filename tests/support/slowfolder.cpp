// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/slowfolder.h"

#include "e2e/networknamespace.h"

#include <fcntl.h>
#include <linux/fuse.h>
#include <poll.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr std::uint64_t FileNode = 2;
constexpr std::uint64_t ValidSeconds = 3600; // the kernel need not ask again for what it knows

template <typename T>
const T &partOf(const char *request)
{
    return *reinterpret_cast<const T *>(request + sizeof(fuse_in_header));
}

/// The process that answers the kernel.
class Server
{
public:
    Server(FileDescriptor device, int wake, qint64 size, std::atomic<std::uint32_t> &frozen, std::atomic<int> &waiting)
        : m_device(std::move(device)), m_wake(wake), m_size(std::uint64_t(size)), m_frozen(frozen), m_waiting(waiting)
    {
    }

    void run();

private:
    void take(const char *request);
    void answer(const char *request) const;
    [[nodiscard]] fuse_attr attributesOf(std::uint64_t node) const;
    void reply(const char *request, int error, const void *bytes = nullptr, std::size_t size = 0) const;

    FileDescriptor m_device;
    int m_wake;
    std::uint64_t m_size;
    std::atomic<std::uint32_t> &m_frozen;
    std::atomic<int> &m_waiting;
    std::vector<std::vector<char>> m_held; // whole requests
};

void Server::run()
{
    std::vector<char> buffer(FUSE_MIN_READ_BUFFER);
    std::array<pollfd, 2> watched{pollfd{m_device.get(), POLLIN, 0}, pollfd{m_wake, POLLIN, 0}};
    while (::poll(watched.data(), watched.size(), -1) >= 0) {
        if (watched[1].revents != 0) {
            std::uint64_t counter = 0;
            [[maybe_unused]] const auto read = ::read(m_wake, &counter, sizeof counter);
            for (const auto &request : std::exchange(m_held, {}))
                answer(request.data());
            m_waiting = 0;
        }
        if (watched[0].revents == 0)
            continue;
        if (::read(m_device.get(), buffer.data(), buffer.size()) >= ssize_t(sizeof(fuse_in_header)))
            take(buffer.data());
        else if (errno == ENODEV) // unmounted
            return;
    }
}

void Server::take(const char *request)
{
    const auto &header = *reinterpret_cast<const fuse_in_header *>(request);
    if (header.opcode != m_frozen)
        return answer(request);
    m_held.emplace_back(request, request + header.len);
    m_waiting = int(m_held.size());
}

void Server::answer(const char *request) const
{
    const auto &header = *reinterpret_cast<const fuse_in_header *>(request);
    switch (header.opcode) {
    case FUSE_INIT: {
        fuse_init_out out{};
        out.major = FUSE_KERNEL_VERSION;
        out.minor = std::min<std::uint32_t>(FUSE_KERNEL_MINOR_VERSION, partOf<fuse_init_in>(request).minor);
        out.max_write = 4096;
        return reply(request, 0, &out, sizeof out);
    }
    case FUSE_LOOKUP: {
        if (std::strcmp(request + sizeof header, "slow") != 0)
            return reply(request, ENOENT);
        fuse_entry_out out{};
        out.nodeid = FileNode;
        out.entry_valid = out.attr_valid = ValidSeconds;
        out.attr = attributesOf(FileNode);
        return reply(request, 0, &out, sizeof out);
    }
    case FUSE_GETATTR: {
        fuse_attr_out out{};
        out.attr_valid = ValidSeconds;
        out.attr = attributesOf(header.nodeid);
        return reply(request, 0, &out, sizeof out);
    }
    case FUSE_OPEN: {
        fuse_open_out out{};
        out.open_flags = FOPEN_KEEP_CACHE;
        return reply(request, 0, &out, sizeof out);
    }
    case FUSE_READ: {
        const auto &in = partOf<fuse_read_in>(request);
        const std::vector<char> bytes(std::min<std::uint64_t>(in.size, m_size - std::min(m_size, in.offset)), 's');
        return reply(request, 0, bytes.data(), bytes.size());
    }
    case FUSE_STATFS: {
        const fuse_statfs_out out{};
        return reply(request, 0, &out, sizeof out);
    }
    case FUSE_FORGET:
    case FUSE_BATCH_FORGET:
    case FUSE_INTERRUPT:
        return; // have no answer
    case FUSE_RELEASE:
        return reply(request, 0);
    default:
        return reply(request, ENOSYS);
    }
}

fuse_attr Server::attributesOf(std::uint64_t node) const
{
    fuse_attr attributes{};
    attributes.ino = node;
    attributes.size = node == FileNode ? m_size : 0;
    attributes.mode = node == FileNode ? S_IFREG | 0644 : S_IFDIR | 0755;
    attributes.nlink = 1;
    attributes.uid = ::getuid();
    attributes.gid = ::getgid();
    attributes.blksize = 4096;
    return attributes;
}

void Server::reply(const char *request, int error, const void *bytes, std::size_t size) const
{
    fuse_out_header header{.len = std::uint32_t(sizeof(fuse_out_header) + size),
                           .error = -error,
                           .unique = reinterpret_cast<const fuse_in_header *>(request)->unique};
    const std::array<iovec, 2> parts{iovec{&header, sizeof header}, iovec{const_cast<void *>(bytes), size}};
    [[maybe_unused]] const auto written = ::writev(m_device.get(), parts.data(), size > 0 ? 2 : 1);
}

} // namespace

/// What both processes see.
struct SlowFolder::Shared
{
    std::atomic<std::uint32_t> frozen = 0; // operation
    std::atomic<int> waiting = 0;
};

Result<void> SlowFolder::obtainRights()
{
    if (::unshare(CLONE_NEWNS) != 0) {
        if (const auto entered = E2e::enterUserNamespace(CLONE_NEWNS); !entered)
            return entered;
    }
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return std::unexpected(systemError(errno, u"Keeping mounts to this test"_s));
    return {};
}

std::unique_ptr<SlowFolder> SlowFolder::mount(qint64 size)
{
    std::unique_ptr<SlowFolder> folder(new SlowFolder);
    void *memory = ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    FileDescriptor device(::open("/dev/fuse", O_RDWR | O_CLOEXEC));
    const auto options = "fd=" + QByteArray::number(device.get())
        + ",rootmode=40000,user_id=" + QByteArray::number(::getuid()) + ",group_id=" + QByteArray::number(::getgid());
    if (memory == MAP_FAILED
        || ::mount("slow", folder->m_folder.path().toLocal8Bit().constData(), "fuse", MS_NOSUID | MS_NODEV,
                   options.constData())
            != 0)
        return nullptr;
    folder->m_shared = new (memory) Shared;
    folder->m_wake = FileDescriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    folder->m_server = ::fork();
    if (folder->m_server == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        Server(std::move(device), folder->m_wake.get(), size, folder->m_shared->frozen, folder->m_shared->waiting)
            .run();
        ::_exit(0);
    }
    return folder;
}

SlowFolder::~SlowFolder()
{
    if (!m_shared)
        return;
    if (m_server > 0) {
        ::kill(m_server, SIGKILL);
        ::waitpid(m_server, nullptr, 0);
    }
    ::umount2(m_folder.path().toLocal8Bit().constData(), MNT_DETACH);
    ::munmap(m_shared, sizeof(Shared));
}

void SlowFolder::freeze(Deed deed) { m_shared->frozen = deed == Deed::Open ? FUSE_OPEN : FUSE_READ; }

void SlowFolder::thaw()
{
    m_shared->frozen = 0;
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_wake.get(), &one, sizeof one);
}

int SlowFolder::waiting() const { return m_shared->waiting; }

} // namespace Benchboot
