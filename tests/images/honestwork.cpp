// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filedescriptor.h"
#include "images/breakouts.h"
#include "images/digest.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <array>
#include <cerrno>
#include <ctime>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <iconv.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Benchboot::Tests {
namespace {

int readWhole(const QByteArray &path)
{
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) && !file.readAll().isEmpty() ? 0 : EACCES;
}

int listFolder(const QByteArray &path)
{
    return QDir(QFile::decodeName(path)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty() ? EACCES : 0;
}

/// As FileCopy does: in the kernel, flushed, read back.
int copyIntoStaging(const Ground &ground)
{
    if (!QDir(QFile::decodeName(ground.staging)).mkpath(u"a/b"_s))
        return errno;
    const FileDescriptor from(::open(ground.image.constData(), O_RDONLY | O_CLOEXEC));
    const FileDescriptor to(
        ::open((ground.staging + "/a/b/c").constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
    const FileDescriptor folder(::open((ground.staging + "/a/b").constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    off64_t start = 0;
    char byte = 0;
    const bool done = ::posix_fadvise(from.get(), 0, 5, POSIX_FADV_WILLNEED) == 0
        && ::copy_file_range(from.get(), &start, to.get(), nullptr, 5, 0) == 5
        && ::sync_file_range(to.get(), 0, 5, SYNC_FILE_RANGE_WRITE) == 0 && ::fsync(to.get()) == 0
        && ::pread(to.get(), &byte, 1, 4) == 1 && ::fsync(folder.get()) == 0;
    return done ? 0 : errno;
}

int hashInThread()
{
    QString hash;
    std::thread([&hash] {
        Digest digest(u"sha256"_s);
        digest.add("abc");
        hash = digest.finish();
    }).join();
    return hash == u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_s ? 0 : EINVAL;
}

int convertJolietName()
{
    std::array<char, 3> from{"\0a"};
    std::array<char, 8> to{};
    auto *source = from.data();
    auto *target = to.data();
    size_t given = 2;
    size_t room = to.size();
    const auto conversion = ::iconv_open("UTF-8", "UTF-16BE");
    return ::iconv(conversion, &source, &given, &target, &room) == 0 && to[0] == 'a' ? 0 : EINVAL;
}

int throwAndCatch()
{
    try {
        throw std::runtime_error("x");
    } catch (const std::runtime_error &) {
        return 0;
    }
}

constexpr std::array workTable{
    Breakout{"read the image", [](const Ground &ground) { return readWhole(ground.image); }},
    Breakout{"list the recipes", [](const Ground &ground) { return listFolder(ground.recipes); }},
    Breakout{"read an overlay", [](const Ground &ground) { return readWhole(ground.recipes + "/overlays/net/hello"); }},
    Breakout{"copy into the staging folder", copyIntoStaging},
    Breakout{"ask for free space",
             [](const Ground &ground) {
                 struct statvfs status{};
                 return ::statvfs(ground.staging.constData(), &status) == 0 ? 0 : errno;
             }},
    Breakout{"hash in a thread", [](const Ground &) { return hashInThread(); }},
    Breakout{"convert a Joliet name", [](const Ground &) { return convertJolietName(); }},
    Breakout{"match a pattern",
             [](const Ground &) { return QRegularExpression(u"^a*b$"_s).match(u"aab"_s).hasMatch() ? 0 : EINVAL; }},
    Breakout{"tell local time",
             [](const Ground &) {
                 const auto now = std::time(nullptr);
                 return std::localtime(&now) ? 0 : EINVAL;
             }},
    Breakout{"throw and catch", [](const Ground &) { return throwAndCatch(); }},
    Breakout{"answer its parent", [](const Ground &) { return ::write(STDOUT_FILENO, "\n", 1) == 1 ? 0 : errno; }},
};

} // namespace

std::span<const Breakout> honestWork() { return workTable; }

} // namespace Benchboot::Tests
