// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const auto id = QStringLiteral(BENCHBOOT_ID);
const auto prefix = QStringLiteral(BENCHBOOT_PREFIX);
const auto helper = QStringLiteral(BENCHBOOT_LIBEXEC "/benchboot/benchboot-portbinder");
const auto worker = QStringLiteral(BENCHBOOT_LIBEXEC "/benchboot/benchboot-image-worker");

struct Ended
{
    int status = -1; ///< −1: did not run
    QByteArray output;
    QByteArray errors;
};

Ended run(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

Ended run(const QString &program, const QStringList &arguments)
{
    return run(program, arguments, QProcessEnvironment::systemEnvironment());
}

} // namespace

/// What "cmake --install" leaves on a computer, and whether desktop, polkit and man understand it.
class TestInstall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DESTDIR"_s, m_root.path());
        const auto installed
            = run(QStringLiteral(BENCHBOOT_CMAKE), {u"--install"_s, QStringLiteral(BENCHBOOT_BINARY_DIR)}, environment);
        QVERIFY2(installed.status == 0, installed.errors.constData());
    }

    void filesAreWhereTheyBelong()
    {
        QStringList files;
        for (QDirIterator each(m_root.path(), QDir::Files, QDirIterator::Subdirectories); each.hasNext();)
            files.append(each.next().sliced(m_root.path().size()));
        files.sort();
        QStringList expected{
            prefix + u"/bin/benchboot"_s,
            helper,
            worker,
            prefix + u"/share/applications/%1.desktop"_s.arg(id),
            prefix + u"/share/icons/hicolor/scalable/apps/%1.svg"_s.arg(id),
            prefix + u"/share/man/man1/benchboot.1"_s,
            prefix + u"/share/metainfo/%1.metainfo.xml"_s.arg(id),
            prefix + u"/share/polkit-1/actions/%1.policy"_s.arg(id),
        };
        expected.sort();
        QCOMPARE(files, expected);
    }

    void programRuns()
    {
        const auto settings = run(path(prefix + u"/bin/benchboot"_s), {u"settings"_s, u"--lab"_s, path(u"/lab"_s)});
        QVERIFY2(settings.status == 0 && settings.output.contains("http.port"), settings.output.constData());
    }

    void programFindsItsWorker()
    {
        const auto program = path(prefix + u"/bin/benchboot"_s);
        const auto inspected = run(program, {u"inspect"_s, u"--json"_s, program});
        QVERIFY2(inspected.output.contains("not-recognised"), (inspected.output + inspected.errors).constData());
    }

    void filesAreUnderstood_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("file");
        QTest::newRow("desktop file") << QStringList{u"desktop-file-validate"_s}
                                      << u"/share/applications/%1.desktop"_s.arg(id);
        // The project has no home page yet.
        QTest::newRow("metainfo") << QStringList{u"appstreamcli"_s, u"validate"_s, u"--no-net"_s,
                                                 u"--override=url-homepage-missing=info"_s}
                                  << u"/share/metainfo/%1.metainfo.xml"_s.arg(id);
        QTest::newRow("manual page") << QStringList{u"man"_s, u"--warnings"_s, u"--local-file"_s}
                                     << u"/share/man/man1/benchboot.1"_s;
    }
    void filesAreUnderstood()
    {
        QFETCH(const QStringList, command);
        QFETCH(const QString, file);
        const auto said = run(command.first(), command.sliced(1) + QStringList{path(prefix + file)});
        QVERIFY2(said.status == 0, said.output.constData());
        QCOMPARE(said.errors, QByteArray());
    }

    void desktopFileNamesWhatIsInstalled()
    {
        const auto desktop = read(prefix + u"/share/applications/%1.desktop"_s.arg(id));
        QVERIFY(desktop.contains("\nExec=benchboot\n"));
        QVERIFY(desktop.contains("\nIcon=" + id.toUtf8() + '\n'));
        const auto metainfo = read(prefix + u"/share/metainfo/%1.metainfo.xml"_s.arg(id));
        QVERIFY(metainfo.contains("<launchable type=\"desktop-id\">" + id.toUtf8() + ".desktop<"));
    }

    /// polkit runs the helper for this one action only if it lies where the action says.
    void actionIsAboutTheHelper()
    {
        const auto policy = read(prefix + u"/share/polkit-1/actions/%1.policy"_s.arg(id));
        QVERIFY(policy.contains("<action id=\"" + id.toUtf8() + ".bind-ports\">"));
        QCOMPARE(policy.count("<action "), 1);
        QVERIFY(policy.contains("exec.path\">" + helper.toUtf8() + "</annotate>"));
        QVERIFY(QFileInfo(path(helper)).isExecutable());
    }

    void iconIsDrawn_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {16, 32, 64, 256})
            QTest::addRow("%d px", size) << size;
    }
    void iconIsDrawn()
    {
        QFETCH(const int, size);
        QSvgRenderer drawing(path(prefix + u"/share/icons/hicolor/scalable/apps/%1.svg"_s.arg(id)));
        QVERIFY(drawing.isValid());
        QImage image(size, size, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawing.render(&painter);
        painter.end();
        QCOMPARE(qAlpha(image.pixel(0, 0)), 0); // no square
        QCOMPARE(qAlpha(image.pixel(size / 2, size / 2)), 255);
    }

private:
    QString path(const QString &installed) const { return m_root.path() + installed; }
    QByteArray read(const QString &installed) const
    {
        QFile file(path(installed));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_root;
};

QTEST_GUILESS_MAIN(TestInstall)
#include "tst_install.moc"
