// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/syscallfilter.h"

#include <QtTypes>

#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace Benchboot {
namespace {

// Measured with strace over imports and inspections of every kind of container, with and without sanitizers. Names that an architecture does not
// have are passed over by libseccomp: the old ones (open, stat) on arm64, the wide ones (stat64, mmap2) on 64 bits.
constexpr int allowed[] = {
    // files: Landlock says which
    SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(close), SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv),
    SCMP_SYS(preadv), SCMP_SYS(write), SCMP_SYS(pwrite64), SCMP_SYS(writev), SCMP_SYS(pwritev), SCMP_SYS(lseek),
    SCMP_SYS(_llseek), SCMP_SYS(copy_file_range), SCMP_SYS(ftruncate), SCMP_SYS(ftruncate64), SCMP_SYS(fallocate),
    SCMP_SYS(fsync), SCMP_SYS(fdatasync), SCMP_SYS(sync_file_range), SCMP_SYS(sync_file_range2), SCMP_SYS(fadvise64),
    SCMP_SYS(fadvise64_64), SCMP_SYS(arm_fadvise64_64), SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(unlink),
    SCMP_SYS(unlinkat), SCMP_SYS(getdents64), SCMP_SYS(getcwd), SCMP_SYS(pipe), SCMP_SYS(pipe2), SCMP_SYS(poll),
    SCMP_SYS(ppoll), SCMP_SYS(ppoll_time64),
    // what files are called and how large they are: no rule of the kernel's fences that off
    SCMP_SYS(stat), SCMP_SYS(stat64), SCMP_SYS(lstat), SCMP_SYS(lstat64), SCMP_SYS(fstat), SCMP_SYS(fstat64),
    SCMP_SYS(newfstatat), SCMP_SYS(fstatat64), SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(statfs64), SCMP_SYS(fstatfs),
    SCMP_SYS(fstatfs64), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    // memory, beside mmap() and mprotect() below
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
    // threads, beside clone() below
    SCMP_SYS(futex), SCMP_SYS(futex_time64), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(membarrier),
    SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(getcpu), SCMP_SYS(exit), SCMP_SYS(exit_group),
    // signals of its own
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigreturn),
    SCMP_SYS(sigaltstack),
    // time, and what the process knows of itself
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_gettime64), SCMP_SYS(clock_getres), SCMP_SYS(clock_getres_time64),
    SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(nanosleep), SCMP_SYS(clock_nanosleep),
    SCMP_SYS(clock_nanosleep_time64), SCMP_SYS(restart_syscall), SCMP_SYS(getrandom), SCMP_SYS(getpid),
    SCMP_SYS(gettid), SCMP_SYS(getppid), SCMP_SYS(getuid), SCMP_SYS(getuid32), SCMP_SYS(geteuid), SCMP_SYS(geteuid32),
    SCMP_SYS(getgid), SCMP_SYS(getgid32), SCMP_SYS(getegid), SCMP_SYS(getegid32), SCMP_SYS(getrlimit),
    SCMP_SYS(ugetrlimit), SCMP_SYS(getrusage), SCMP_SYS(sysinfo), SCMP_SYS(uname)};

constexpr int attacks[] = {
    // programs
    SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(personality),
    // other processes
    SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(process_madvise),
    SCMP_SYS(kcmp), SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_getfd), SCMP_SYS(pidfd_send_signal), SCMP_SYS(kill),
    SCMP_SYS(tkill), SCMP_SYS(rt_sigqueueinfo), SCMP_SYS(rt_tgsigqueueinfo), SCMP_SYS(unshare), SCMP_SYS(setns),
    // the kernel itself
    SCMP_SYS(bpf), SCMP_SYS(io_uring_setup), SCMP_SYS(io_uring_enter), SCMP_SYS(io_uring_register),
    SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(init_module), SCMP_SYS(finit_module),
    SCMP_SYS(delete_module), SCMP_SYS(kexec_load), SCMP_SYS(kexec_file_load), SCMP_SYS(reboot), SCMP_SYS(add_key),
    SCMP_SYS(request_key), SCMP_SYS(keyctl), SCMP_SYS(iopl), SCMP_SYS(ioperm), SCMP_SYS(modify_ldt),
    // file systems
    SCMP_SYS(mount), SCMP_SYS(umount), SCMP_SYS(umount2), SCMP_SYS(move_mount), SCMP_SYS(mount_setattr),
    SCMP_SYS(open_tree), SCMP_SYS(fsopen), SCMP_SYS(fsconfig), SCMP_SYS(fsmount), SCMP_SYS(fspick),
    SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(swapon), SCMP_SYS(swapoff), SCMP_SYS(open_by_handle_at)};

constexpr scmp_datum_t threadFlags = CLONE_VM | CLONE_THREAD | CLONE_SIGHAND;
constexpr scmp_datum_t namespaceFlags = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER
    | CLONE_NEWPID | CLONE_NEWNET | CLONE_PTRACE;
#ifdef __s390__
constexpr unsigned int cloneFlagsAt = 1;
#else
constexpr unsigned int cloneFlagsAt = 0;
#endif

struct Release
{
    void operator()(void *filter) const { seccomp_release(filter); }
};

class Filter
{
public:
    Filter() : m_filter(seccomp_init(SCMP_ACT_ERRNO(ENOSYS))) { m_good = m_filter != nullptr; }

    template <typename... Conditions>
    void rule(uint32_t action, int call, Conditions... conditions)
    {
        m_good = m_good && seccomp_rule_add(m_filter.get(), action, call, sizeof...(conditions), conditions...) == 0;
    }
    void set(scmp_filter_attr attribute, uint32_t value)
    {
        m_good = m_good && seccomp_attr_set(m_filter.get(), attribute, value) == 0;
    }
    [[nodiscard]] bool load() { return m_good && seccomp_load(m_filter.get()) == 0; }

private:
    std::unique_ptr<void, Release> m_filter;
    bool m_good = false;
};

// libseccomp's own macros for these are C.
constexpr scmp_arg_cmp isEqual(unsigned int argument, scmp_datum_t value) { return {argument, SCMP_CMP_EQ, value, 0}; }
constexpr scmp_arg_cmp hasBits(unsigned int argument, scmp_datum_t mask, scmp_datum_t bits)
{
    return {argument, SCMP_CMP_MASKED_EQ, mask, bits};
}

/// Calls of which only some uses are allowed, told by their arguments.
void addConditionalRules(Filter &filter)
{
    // clone3() takes its flags from memory, where no filter can look: it answers ENOSYS, and C libraries take clone() then.
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(clone), hasBits(cloneFlagsAt, threadFlags | namespaceFlags, threadFlags));
    constexpr unsigned int protection = 2;
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(mprotect)}) {
        filter.rule(SCMP_ACT_ALLOW, call, hasBits(protection, PROT_EXEC, 0));
        filter.rule(SCMP_ACT_ERRNO(EACCES), call, hasBits(protection, PROT_EXEC, PROT_EXEC));
    }
    // abort() and a library's assertions.
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), isEqual(0, scmp_datum_t(::getpid())));
    filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), isEqual(0, 0), isEqual(2, 0)); // reads
    for (const int option : {PR_SET_NAME, PR_SET_VMA}) // what a thread, and memory, is called for who debugs
        filter.rule(SCMP_ACT_ALLOW, SCMP_SYS(prctl), isEqual(0, scmp_datum_t(option)));
    // Not F_SETOWN and F_SETSIG, by which the kernel signals others on our behalf.
    for (const int call : {SCMP_SYS(fcntl), SCMP_SYS(fcntl64)}) {
        for (const int command : {F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL})
            filter.rule(SCMP_ACT_ALLOW, call, isEqual(1, scmp_datum_t(command)));
    }
}

} // namespace

bool filterSyscalls()
{
    Filter filter;
    filter.set(SCMP_FLTATR_CTL_TSYNC, 1);
    filter.set(SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS); // 32-bit calls of a 64-bit process
    filter.set(SCMP_FLTATR_CTL_OPTIMIZE, 2); // a tree instead of a list: a copy makes many calls
    for (const int call : allowed)
        filter.rule(SCMP_ACT_ALLOW, call);
    for (const int call : attacks)
        filter.rule(SCMP_ACT_KILL_PROCESS, call);
    filter.rule(SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket));
    filter.rule(SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socketpair));
    addConditionalRules(filter);
    return filter.load();
}

} // namespace Benchboot
