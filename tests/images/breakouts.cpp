// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/breakouts.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>

#include <fcntl.h>
#include <linux/bpf.h>
#include <linux/io_uring.h>
#include <linux/keyctl.h>
#include <linux/perf_event.h>
#include <sched.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Benchboot::Tests {
namespace {

using Unfenced = Breakout::Unfenced;

/// errno of a call that answers −1, else 0.
int outcome(long answer) { return answer < 0 ? errno : 0; }

int openFile(const QByteArray &path, int flags) { return outcome(::open(path.constData(), flags | O_CLOEXEC, 0644)); }

int openSocket(int family, int type) { return outcome(::socket(family, type, 0)); }

int readProc(const char *file) { return openFile("/proc/" + QByteArray::number(::getppid()) + '/' + file, O_RDONLY); }

/// As fork(), which a C library may make of other calls.
int startProcess(unsigned long flags)
{
    const auto child = ::syscall(SYS_clone, flags | SIGCHLD, nullptr, nullptr, nullptr, nullptr);
    if (child == 0)
        ::_exit(0);
    if (child > 0)
        ::waitpid(pid_t(child), nullptr, 0);
    return outcome(child);
}

int runProgram()
{
    std::array<char, 10> name{"/bin/true"};
    std::array<char *, 2> arguments{name.data(), nullptr};
    return outcome(::execv(name.data(), arguments.data()));
}

/// From a descriptor of our own program, which needs no file system.
int runDescriptor()
{
    const auto memory = int(::syscall(SYS_memfd_create, "x", 0));
    std::array<char *, 1> none{nullptr};
    std::array<char, 1> here{'\0'};
    return outcome(::syscall(SYS_execveat, memory, here.data(), none.data(), none.data(), AT_EMPTY_PATH));
}

int makeMemoryExecutable()
{
    auto *page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return outcome(::mprotect(page, 4096, PROT_READ | PROT_EXEC));
}

int readParentsMemory()
{
    std::array<char, 8> bytes{};
    iovec here{bytes.data(), bytes.size()};
    iovec there{&here, 1};
    return outcome(::process_vm_readv(::getppid(), &here, 1, &there, 1, 0));
}

int raiseLimit()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_CORE, &limit);
    return outcome(::setrlimit(RLIMIT_CORE, &limit));
}

int pipeWithSignals()
{
    std::array<int, 2> ends{};
    ::pipe2(ends.data(), O_CLOEXEC);
    return outcome(::fcntl(ends[0], F_SETOWN, ::getppid()));
}

int pushKeys()
{
    int waiting = 0;
    return outcome(::ioctl(STDIN_FILENO, FIONREAD, &waiting)); // stands for TIOCSTI: no ioctl at all
}

int setUpRing()
{
    io_uring_params parameters{};
    return outcome(::syscall(SYS_io_uring_setup, 1, &parameters));
}

int countEvents()
{
    perf_event_attr attributes{};
    attributes.size = sizeof attributes;
    return outcome(::syscall(SYS_perf_event_open, &attributes, 0, -1, -1, 0));
}

int loadBpf()
{
    bpf_attr attributes{};
    attributes.map_type = BPF_MAP_TYPE_ARRAY;
    attributes.key_size = 4;
    attributes.value_size = 4;
    attributes.max_entries = 1;
    return outcome(::syscall(SYS_bpf, BPF_MAP_CREATE, &attributes, sizeof attributes));
}

int openByHandle()
{
    std::array<unsigned int, 4> handle{8, 1, 0, 0}; // bytes, type, a handle
    return outcome(::syscall(SYS_open_by_handle_at, AT_FDCWD, handle.data(), O_RDONLY));
}

constexpr std::array breakoutTable{
    // reading
    Breakout{"read a file in the home folder", [](const Ground &ground) { return openFile(ground.secret, O_RDONLY); }},
    Breakout{"list the home folder",
             [](const Ground &ground) { return openFile(ground.home, O_RDONLY | O_DIRECTORY); }},
    Breakout{"read the lab", [](const Ground &ground) { return openFile(ground.labFile, O_RDONLY); }},
    Breakout{"read beside the image", [](const Ground &ground) { return openFile(ground.neighbour, O_RDONLY); }},
    Breakout{"read through a link in the staging folder",
             [](const Ground &ground) { return openFile(ground.staging + "/leak", O_RDONLY); }},
    Breakout{"read out of the staging folder by ..",
             [](const Ground &ground) { return openFile(ground.staging + "/../lab.json", O_RDONLY); }},
    Breakout{"read /etc/passwd", [](const Ground &) { return openFile("/etc/passwd", O_RDONLY); }},
    Breakout{"list the root", [](const Ground &) { return openFile("/", O_RDONLY | O_DIRECTORY); }},
    Breakout{"read a library", [](const Ground &) { return openFile("/usr/lib/os-release", O_RDONLY); }},
    Breakout{"read its own environment in /proc",
             [](const Ground &) { return openFile("/proc/self/environ", O_RDONLY); }, Unfenced::WorksOnOwnProcesses},
    Breakout{"read its parent's environment", [](const Ground &) { return readProc("environ"); },
             Unfenced::WorksOnOwnProcesses},
    Breakout{"open its parent's memory", [](const Ground &) { return readProc("mem"); }, Unfenced::WorksOnOwnProcesses},
    Breakout{"watch the home folder",
             [](const Ground &ground) {
                 return outcome(::inotify_add_watch(::inotify_init1(0), ground.home.constData(), IN_OPEN));
             }},
    Breakout{"open a file by its handle", [](const Ground &) { return openByHandle(); }, Unfenced::Depends},
    // writing
    Breakout{"write the lab", [](const Ground &ground) { return openFile(ground.labFile, O_WRONLY); }},
    Breakout{"empty the lab", [](const Ground &ground) { return openFile(ground.labFile, O_WRONLY | O_TRUNC); }},
    Breakout{"write a file in the home folder",
             [](const Ground &ground) { return openFile(ground.home + "/.profile", O_WRONLY | O_CREAT); }},
    Breakout{"make a folder beside the staging folder",
             [](const Ground &ground) { return outcome(::mkdir((ground.staging + "/../folder").constData(), 0755)); }},
    Breakout{"make a file without a name in the home folder",
             [](const Ground &ground) { return openFile(ground.home, O_TMPFILE | O_WRONLY); }},
    Breakout{"write the image", [](const Ground &ground) { return openFile(ground.image, O_RDWR); }},
    Breakout{"empty the image", [](const Ground &ground) { return outcome(::truncate(ground.image.constData(), 0)); }},
    Breakout{"remove the image", [](const Ground &ground) { return outcome(::unlink(ground.image.constData())); }},
    Breakout{"change the image's rights",
             [](const Ground &ground) { return outcome(::chmod(ground.image.constData(), 0666)); }},
    Breakout{"change the lab's rights",
             [](const Ground &ground) { return outcome(::chmod(ground.labFile.constData(), 0666)); }},
    Breakout{"write a recipe", [](const Ground &ground) { return openFile(ground.recipes + "/mine.toml", O_WRONLY); }},
    Breakout{"add a recipe",
             [](const Ground &ground) { return openFile(ground.recipes + "/new.toml", O_WRONLY | O_CREAT); }},
    Breakout{"rename the lab",
             [](const Ground &ground) {
                 return outcome(::rename(ground.labFile.constData(), (ground.labFile + "~").constData()));
             }},
    Breakout{"move the lab into the staging folder",
             [](const Ground &ground) {
                 return outcome(::rename(ground.labFile.constData(), (ground.staging + "/x").constData()));
             }},
    Breakout{"link the secret into the staging folder",
             [](const Ground &ground) {
                 return outcome(::link(ground.secret.constData(), (ground.staging + "/x").constData()));
             }},
    Breakout{
        "leave a symbolic link in the staging folder",
        [](const Ground &ground) { return outcome(::symlink("/etc/passwd", (ground.staging + "/x").constData())); }},
    Breakout{"leave a pipe in the staging folder",
             [](const Ground &ground) { return outcome(::mkfifo((ground.staging + "/x").constData(), 0644)); }},
    Breakout{"mount",
             [](const Ground &ground) { return outcome(::mount("x", ground.home.constData(), "tmpfs", 0, nullptr)); },
             Unfenced::Depends},
    // the network
    Breakout{"open an IPv4 socket", [](const Ground &) { return openSocket(AF_INET, SOCK_STREAM); }},
    Breakout{"open a UDP socket", [](const Ground &) { return openSocket(AF_INET, SOCK_DGRAM); }},
    Breakout{"open an IPv6 socket", [](const Ground &) { return openSocket(AF_INET6, SOCK_STREAM); },
             Unfenced::Depends},
    Breakout{"open a socket of this computer", [](const Ground &) { return openSocket(AF_UNIX, SOCK_STREAM); }},
    Breakout{"open a netlink socket", [](const Ground &) { return openSocket(AF_NETLINK, SOCK_RAW); }},
    Breakout{"open a packet socket", [](const Ground &) { return openSocket(AF_PACKET, SOCK_RAW); }, Unfenced::Depends},
    Breakout{"open a pair of sockets",
             [](const Ground &) {
                 std::array<int, 2> ends{};
                 return outcome(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()));
             }},
    // programs
    Breakout{"run a program", [](const Ground &) { return runProgram(); }},
    Breakout{"run a program from memory", [](const Ground &) { return runDescriptor(); }, Unfenced::Depends},
    Breakout{"make a file in memory", [](const Ground &) { return outcome(::syscall(SYS_memfd_create, "x", 0)); }},
    Breakout{"start a process", [](const Ground &) { return startProcess(0); }},
    Breakout{"start a process in a new user namespace", [](const Ground &) { return startProcess(CLONE_NEWUSER); },
             Unfenced::Depends},
    Breakout{"leave its namespaces", [](const Ground &) { return outcome(::unshare(CLONE_NEWUSER)); },
             Unfenced::Depends},
    Breakout{"map memory to be written and run",
             [](const Ground &) {
                 const auto *page
                     = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
                 return page == MAP_FAILED ? errno : 0;
             }},
    Breakout{"make written memory executable", [](const Ground &) { return makeMemoryExecutable(); }},
    // other processes
    Breakout{"signal its parent", [](const Ground &) { return outcome(::kill(::getppid(), 0)); },
             Unfenced::WorksOnOwnProcesses},
    Breakout{"signal a thread of its parent",
             [](const Ground &) { return outcome(::syscall(SYS_tgkill, ::getppid(), ::getppid(), 0)); },
             Unfenced::WorksOnOwnProcesses},
    Breakout{"have the kernel signal its parent", [](const Ground &) { return pipeWithSignals(); }},
    Breakout{"be traced", [](const Ground &) { return outcome(::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr)); },
             Unfenced::Depends},
    Breakout{"trace its parent",
             [](const Ground &) { return outcome(::ptrace(PTRACE_SEIZE, ::getppid(), nullptr, nullptr)); },
             Unfenced::Depends},
    Breakout{"read its parent's memory", [](const Ground &) { return readParentsMemory(); }, Unfenced::Depends},
    Breakout{"outlive its parent", [](const Ground &) { return outcome(::prctl(PR_SET_PDEATHSIG, 0)); }},
    Breakout{"set its limits", [](const Ground &) { return raiseLimit(); }},
    Breakout{"press keys in a terminal", [](const Ground &) { return pushKeys(); }},
    // the kernel
    Breakout{"set up an io_uring", [](const Ground &) { return setUpRing(); }, Unfenced::Depends},
    Breakout{"make a BPF map", [](const Ground &) { return loadBpf(); }, Unfenced::Depends},
    Breakout{"count events", [](const Ground &) { return countEvents(); }, Unfenced::Depends},
    Breakout{"handle page faults", [](const Ground &) { return outcome(::syscall(SYS_userfaultfd, O_CLOEXEC)); },
             Unfenced::Depends},
    Breakout{"use the keyring",
             [](const Ground &) { return outcome(::syscall(SYS_keyctl, KEYCTL_GET_KEYRING_ID, -4, 1)); },
             Unfenced::Depends},
#ifdef __x86_64__
    Breakout{"call as an x32 program", [](const Ground &) { return outcome(::syscall(0x4000'0000L | SYS_getpid)); },
             Unfenced::Depends},
    Breakout{"call as a 32-bit program",
             [](const Ground &) {
                 constexpr long getpidOf32Bits = 20;
                 long answer = getpidOf32Bits;
                 asm volatile("int $0x80" : "+a"(answer) : : "memory", "r8", "r9", "r10", "r11");
                 return answer < 0 ? int(-answer) : 0;
             },
             Unfenced::Depends},
#endif
};

} // namespace

Ground::Ground(const QByteArray &folder)
    : home(folder + "/home"), secret(home + "/secret.txt"), labFile(folder + "/lab/lab.json"),
      image(folder + "/images/image.iso"), neighbour(folder + "/images/private.txt"), recipes(folder + "/recipes"),
      staging(folder + "/lab/staging")
{
}

std::span<const Breakout> breakouts() { return breakoutTable; }

} // namespace Benchboot::Tests
