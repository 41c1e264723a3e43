// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/httptransfer.h"
#include "support/slowfolder.h"

#include <QtTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <thread>

using namespace Benchboot;
using Progress = HttpTransfer::Progress;

namespace {

constexpr qint64 PageBytes = 4096;

/// One end of a connection, with room for a page.
struct Connection
{
    Connection()
    {
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0)
            qFatal("socketpair: %s", std::strerror(errno));
        server = FileDescriptor(ends[0]);
        client = FileDescriptor(ends[1]);
    }

    FileDescriptor server;
    FileDescriptor client;
};

} // namespace

/// Many who send one page of a disk that answers nothing for a while: the kernel has the page in memory from when the first has asked for it.
class TestHttpTransfer : public QObject
{
    Q_OBJECT

public:
    explicit TestHttpTransfer(const Result<void> &rights) : m_rights(rights) { }

private:
    const Result<void> m_rights;
    std::unique_ptr<SlowFolder> m_disk;
    std::shared_ptr<RecentReads> m_reads;

    /// The disk's file, as if the disk were one whose pages in memory may be read by who must not wait.
    [[nodiscard]] HttpTransfer transfer() const
    {
        HttpAnswer answer;
        answer.file = FileDescriptor(::open(m_disk->file().toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC));
        answer.fileId = {1, 1};
        answer.runs = {{0, PageBytes}};
        answer.local = true;
        return {std::move(answer), m_reads};
    }
    void readIsNotWaitedFor();
    void forgetContent() const;

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_rights, m_rights ? "" : qPrintable(m_rights.error().detail)); }
    void init()
    {
        m_disk = SlowFolder::mount(PageBytes);
        QVERIFY2(m_disk, std::strerror(errno));
        m_reads = std::make_shared<RecentReads>();
    }

    void pagesThatAreBeingFilled() { readIsNotWaitedFor(); }
    void pagesThatAreFilledAgain()
    {
        readIsNotWaitedFor();
        forgetContent();
        readIsNotWaitedFor();
    }
};

void TestHttpTransfer::readIsNotWaitedFor()
{
    const Connection slow;
    const Connection quick;
    auto first = transfer();
    auto second = transfer();
    QVERIFY2(!second.sendCachedSlice(quick.server.get(), 0), "nothing is in memory yet");
    m_disk->freeze(SlowFolder::Deed::Read);
    auto thaw = qScopeGuard([this] { m_disk->thaw(); }); // or the thread would not end
    auto progress = Progress::Broken;
    std::jthread pool([&] { progress = first.sendSlice(slow.server.get()); });
    QTRY_VERIFY(m_disk->waiting() > 0);
    QVERIFY2(!second.sendCachedSlice(quick.server.get(), 0), "the disk has not delivered it"); // or it waits for ever
    QCOMPARE(second.sent(), 0);

    m_disk->thaw();
    thaw.dismiss();
    pool.join();
    QCOMPARE(progress, Progress::Done);
    first.endSlice(0);
    QCOMPARE(second.sendCachedSlice(quick.server.get(), 0), Progress::Done);
    QCOMPARE(second.sent(), PageBytes);
}

void TestHttpTransfer::forgetContent() const
{
    const FileDescriptor file(::open(m_disk->file().toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC));
    QCOMPARE(::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED), 0);
}

int main(int argc, char *argv[])
{
    const auto rights = SlowFolder::obtainRights();
    QCoreApplication application(argc, argv);
    TestHttpTransfer test(rights);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_httptransfer.moc"
