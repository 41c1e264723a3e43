// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/filehasher.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace Benchboot;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using SharedDescriptor = std::shared_ptr<const FileDescriptor>;

constexpr qsizetype manyChunks = ChunkPool::chunkSize * (ChunkPool::maxChunks + 3) + 17;

/// \a size bytes, no two chunks of them alike.
QByteArray content(qsizetype size, char seed)
{
    QByteArray some(1021, seed);
    for (qsizetype i = 0; i < some.size(); ++i)
        some[i] = char(seed + i + i / 256);
    return some.repeated(size / some.size() + 1).first(size);
}

QString hashOf(const QByteArray &bytes, QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, algorithm).toHex());
}

} // namespace

class TestFileHasher : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] SharedDescriptor write(const QString &name, const QByteArray &bytes) const
    {
        auto file = std::make_shared<const FileDescriptor>(::open(
            QFile::encodeName(m_folder.filePath(name)).constData(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        return ::pwrite(file->get(), bytes.constData(), size_t(bytes.size()), 0) == bytes.size() ? file : nullptr;
    }

private Q_SLOTS:
    void hashesWhatIsThere_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::newRow("empty") << qsizetype(0);
        QTest::newRow("one byte") << qsizetype(1);
        QTest::newRow("one chunk") << qsizetype(ChunkPool::chunkSize);
        QTest::newRow("one more byte") << qsizetype(ChunkPool::chunkSize + 1);
        QTest::newRow("more than is kept in memory") << manyChunks;
    }
    void hashesWhatIsThere()
    {
        QFETCH(qsizetype, size);
        const auto bytes = content(size, 1);
        FileHasher hasher({{u"a"_s, u"md5"_s, hashOf(bytes, QCryptographicHash::Md5), u"sums"_s},
                           {u"a"_s, u"sha512"_s, hashOf(bytes, QCryptographicHash::Sha512), u"sums"_s}});
        const auto file = write(u"a"_s, bytes);
        QVERIFY(file);
        hasher.follow(file, u"a"_s, size / 3, false);
        hasher.follow(file, u"a"_s, size, false);
        hasher.follow(file, u"a"_s, size, true);
        QVERIFY(hasher.waitUntilIdle(60s));
        QVERIFY2(!hasher.error(), qPrintable(hasher.error() ? hasher.error()->detail : QString()));
        QCOMPARE(hasher.sha256(u"a"_s), hashOf(bytes));
        QCOMPARE(hasher.hashedBytes(), size);
    }

    void comparesEachDigest_data()
    {
        QTest::addColumn<QString>("type");
        for (const auto *type : {"md5", "sha256", "sha512"})
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void comparesEachDigest()
    {
        QFETCH(QString, type);
        FileHasher hasher({{u"a"_s, type, u"00"_s, u"sums.txt"_s}});
        hasher.follow(write(u"a"_s, "abc"), u"a"_s, 3, true);
        QVERIFY(hasher.waitUntilIdle(60s));
        const auto error = hasher.error();
        QVERIFY(error);
        QCOMPARE(error->code, Error::Code::Mismatch);
        QVERIFY2(error->detail.contains(u"sums.txt"_s), qPrintable(error->detail));
        QCOMPARE(hasher.sha256(u"a"_s), QString());
    }

    void keepsFilesApart()
    {
        constexpr int files = 200; // more than may be open at a time
        QList<PlannedCheck> checks;
        for (int i = 0; i < files; i += 2)
            checks.append({QString::number(i), u"md5"_s, hashOf(QByteArray::number(i), QCryptographicHash::Md5), {}});
        FileHasher hasher(checks);
        for (int i = 0; i < files; ++i) {
            const auto bytes = QByteArray::number(i);
            hasher.follow(write(QString::number(i), bytes), QString::number(i), bytes.size(), true);
        }
        QVERIFY(hasher.waitUntilIdle(60s));
        QVERIFY(!hasher.error());
        for (int i = 0; i < files; ++i)
            QCOMPARE(hasher.sha256(QString::number(i)), hashOf(QByteArray::number(i)));
    }

    void tellsWhatCannotBeReadBack()
    {
        FileHasher hasher({});
        hasher.follow(write(u"a"_s, "abc"), u"a"_s, 4, true); // one byte more than there is
        QVERIFY(hasher.waitUntilIdle(60s));
        QVERIFY(hasher.error());
        QCOMPARE(hasher.error()->code, Error::Code::Io);
        hasher.follow(write(u"b"_s, "abc"), u"b"_s, 3, true); // returns, whatever it still does
        QCOMPARE(hasher.sha256(u"a"_s), QString());
    }

    void stopsInTheMiddle()
    {
        const auto bytes = content(manyChunks, 2);
        FileHasher hasher({{u"a"_s, u"md5"_s, u"00"_s, u"sums"_s}});
        hasher.follow(write(u"a"_s, bytes), u"a"_s, bytes.size(), false);
    }
};

QTEST_GUILESS_MAIN(TestFileHasher)
#include "tst_filehasher.moc"
