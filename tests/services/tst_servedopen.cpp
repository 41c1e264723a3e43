// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/servedopen.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <array>
#include <cstddef>
#include <thread>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

/// Makes openat2(2) fail with \a error in the calling thread and those that it starts, as an old kernel or a sandbox does.
bool forbidOpenat2(int error)
{
    std::array filter{
        sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | quint32(error)),
        sock_filter BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{.len = filter.size(), .filter = filter.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

QByteArray contentOf(const Result<OpenedFile> &opened)
{
    QFile file;
    if (!opened || !file.open(opened->descriptor.get(), QIODevice::ReadOnly))
        return opened ? "cannot be read"_ba : codeName(opened.error().code).toLatin1();
    return file.readAll();
}

} // namespace

/// What lies at the path of a published file when it is asked for, with each way of opening it.
class TestServedOpen : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    DiskFacts m_disks;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(QDir(path(u"lab"_s)).removeRecursively() && QDir(path(u"secret"_s)).removeRecursively());
        write(u"secret/kernel"_s, "secret");
        write(u"lab/one/boot/kernel"_s, "public");
        QVERIFY(QFile::link(path(u"secret/kernel"_s), path(u"lab/one/link"_s)));
        QVERIFY(QFile::link(u"boot"_s, path(u"lab/one/inner"_s)));
        QVERIFY(QFile::link(u"/proc/self/root"_s, path(u"lab/one/magic"_s)));
        QVERIFY(QFile::link(path(u"lab"_s), path(u"lab/one/lab"_s)));
        QCOMPARE(::mkfifo(path(u"lab/one/pipe"_s).toLocal8Bit().constData(), 0600), 0);
        QCOMPARE(::link(path(u"lab/one/boot/kernel"_s).toLocal8Bit().constData(),
                        path(u"lab/one/hard"_s).toLocal8Bit().constData()),
                 0);
    }

    void opensOnlyWhatIsPublished_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<int>("error"); // of openat2(2)
        for (const auto &[how, error] :
             {std::pair("openat2", 0), {"no openat2", ENOSYS}, {"openat2 forbidden", EPERM}}) {
            const auto row = [&](const char *what, const QString &name, const QByteArray &found) {
                QTest::addRow("%s, %s", what, how) << name << found << error;
            };
            row("file", u"boot/kernel"_s, "public");
            row("file, doubled slash", u"boot//kernel"_s, "public");
            row("hard link", u"hard"_s, "public");
            row("link to outside", u"link"_s, "not-found");
            row("link to inside", u"inner/kernel"_s, "not-found");
            row("link in the midst", u"lab/one/boot/kernel"_s, "not-found");
            row("link of the kernel's", u"magic/etc/passwd"_s, "not-found");
            row("climbs out", u"../../secret/kernel"_s, "not-found");
            row("climbs out and in", u"../one/boot/kernel"_s, "not-found");
            row("climbs within", u"boot/../boot/kernel"_s, "not-found");
            row("pipe", u"pipe"_s, "not-found");
            row("folder", u"boot"_s, "not-found");
            row("the folder itself", u""_s, "not-found");
            row("file as a folder", u"boot/kernel/x"_s, "not-found");
            row("gone", u"boot/gone"_s, "not-found");
        }
    }
    void opensOnlyWhatIsPublished()
    {
        QFETCH(QString, name);
        QFETCH(int, error);
        QByteArray found;
        bool ready = false;
        std::thread([&] { // a filter stays with its thread
            ready = error == 0 || forbidOpenat2(error);
            const ServedFile file{.path = path(u"lab/one/"_s + name), .size = 6, .folder = path(u"lab/one"_s)};
            found = contentOf(openServed(file, Patience::MayBlock, m_disks));
        })
            .join();
        QVERIFY(ready);
        QTEST(found, "found");
    }

    void foldersSwappedForLinks_data()
    {
        QTest::addColumn<QString>("swapped");
        QTest::addColumn<int>("error");
        for (const auto &[how, error] : {std::pair("openat2", 0), {"no openat2", ENOSYS}}) {
            QTest::addRow("the image's folder, %s", how) << u"lab/one"_s << error;
            QTest::addRow("one above it, %s", how) << u"lab"_s << error;
            QTest::addRow("one below it, %s", how) << u"lab/one/boot"_s << error;
        }
    }
    void foldersSwappedForLinks()
    {
        QFETCH(QString, swapped);
        QFETCH(int, error);
        const ServedFile file{.path = path(u"lab/one/boot/kernel"_s), .size = 6, .folder = path(u"lab/one"_s)};
        QVERIFY(QDir(path(u"kept"_s)).removeRecursively());
        QVERIFY(QDir().rename(path(swapped), path(u"kept"_s))); // the same files, but by a link
        QVERIFY(QFile::link(path(u"kept"_s), path(swapped)));
        QByteArray found;
        bool ready = false;
        std::thread([&] {
            ready = error == 0 || forbidOpenat2(error);
            found = contentOf(openServed(file, Patience::MayBlock, m_disks));
        }).join();
        QVERIFY(QFile::remove(path(swapped)));
        QVERIFY(ready);
        QCOMPARE(found, "not-found");
    }

    void withoutAFolderOnlyThatOfTheFileCounts()
    {
        QCOMPARE(contentOf(openServed({.path = path(u"lab/one/boot/kernel"_s)}, Patience::MayBlock, m_disks)),
                 "public");
        QCOMPARE(contentOf(openServed({.path = path(u"lab/one/link"_s)}, Patience::MayBlock, m_disks)), "not-found");
        QCOMPARE(contentOf(openServed({.path = path(u"lab/one/../one/hard"_s)}, Patience::MayBlock, m_disks)),
                 "not-found");
        QCOMPARE(contentOf(openServed({.path = u"lab/one/hard"_s}, Patience::MayBlock, m_disks)), "not-found");
    }

    void filesOutsideTheirFolder()
    {
        const auto folder = path(u"lab/o"_s); // whose name begins alike
        const ServedFile file{.path = path(u"lab/one/hard"_s), .folder = folder};
        QCOMPARE(contentOf(openServed(file, Patience::MayBlock, m_disks)), "not-found");
    }

    void whatIsInMemoryOpensAtOnce()
    {
        const ServedFile file{.path = path(u"lab/one/boot/kernel"_s), .size = 6, .folder = path(u"lab/one"_s)};
        DiskFacts disks;
        QVERIFY(!openServed(file, Patience::CachedOnly, disks)); // nothing is known of the disk
        QCOMPARE(contentOf(openServed(file, Patience::MayBlock, disks)), "public");
        QCOMPARE(contentOf(openServed(file, Patience::CachedOnly, disks)), "public");
    }
};

QTEST_GUILESS_MAIN(TestServedOpen)
#include "tst_servedopen.moc"
