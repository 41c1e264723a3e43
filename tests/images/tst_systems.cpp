// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/diskreader.h"
#include "images/imagearchive.h"
#include "images/imageimport.h"
#include "images/isocount.h"
#include "images/layouts/systemlayout.h"
#include "images/otherreaders.h"
#include "images/udfreader.h"

#include <QFile>
#include <QtTest>

#include <algorithm>
#include <thread>
#include <vector>

#include <fcntl.h>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

QList<SystemLayout> allLayouts() { return debianLayouts() + linuxLayouts() + toolLayouts() + lookAlikeLayouts(); }

/// As in SystemLayout::entries.
QString textOf(const BootEntry &entry)
{
    if (entry.method == BootMethod::None)
        return u"none"_s;
    QStringList words{methodName(entry.method), firmwareNames(entry.firmware).join(u'+'), entry.kernel};
    for (const auto &initrd : entry.initrds)
        words.append(initrd.injectAs.isEmpty() ? u'+' + initrd.path : u'@' + initrd.injectAs);
    if (entry.cpuBits)
        words.append(u"cpu%1"_s.arg(entry.cpuBits));
    for (const auto &[key, value] : entry.whenOptions.asKeyValueRange())
        words.append(key + u'=' + value);
    return words.join(u' ');
}

QStringList textOf(const QList<BootEntry> &entries, const QString &isoName)
{
    QStringList texts;
    for (const auto &entry : entries)
        texts.append(textOf(entry).replace(isoName, u"ISO"_s));
    return texts;
}

QString titleOf(const ImageFacts &facts)
{
    QStringList parts{facts.name, facts.version, facts.edition};
    parts.removeAll(QString());
    return parts.join(u' ');
}

/// Everything that an entry starts from must be among the files that an import takes.
void checkFilesOf(const ImageFacts &facts)
{
    QSet<QString> taken;
    for (const auto &file : facts.files)
        taken.insert(file.path);
    for (const auto &entry : facts.entries) {
        if (entry.method == BootMethod::None)
            continue;
        QVERIFY2(taken.contains(entry.kernel), qPrintable(entry.kernel));
        QVERIFY(entry.memoryMiB > 0);
        for (const auto &initrd : entry.initrds)
            QVERIFY2(taken.contains(initrd.path), qPrintable(initrd.path));
    }
}

QByteArray readmeOf(const char *path)
{
    return readFile(QStringLiteral(BENCHBOOT_SOURCE_DIR "/") + QLatin1StringView(path));
}

} // namespace

/// Every system that a recipe is there for, by the layout of its real disc.
class TestSystems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_book = RecipeBook::load();
        QVERIFY(m_book.problems().isEmpty());
        makeImages();
    }

    void layouts_data()
    {
        QTest::addColumn<qsizetype>("index");
        for (qsizetype i = 0; i < m_layouts.size(); ++i)
            QTest::newRow(m_layouts.at(i).name) << i;
    }
    void layouts()
    {
        QFETCH(qsizetype, index);
        const auto &layout = m_layouts.at(index);
        const auto &iso = m_images.at(size_t(index));
        const auto facts = inspectImage({.file = iso}, m_book);
        if (layout.recipe.isEmpty()) {
            QVERIFY(!facts);
            QCOMPARE(facts.error().code, Error::Code::NotRecognised);
            QVERIFY2(facts.error().detail.contains(layout.title), qPrintable(facts.error().detail));
            return;
        }
        QVERIFY2(facts, qPrintable(why(facts)));
        QCOMPARE(facts->recipe, layout.recipe);
        QCOMPARE(titleOf(*facts), layout.title);
        QCOMPARE(facts->architecture, layout.architecture);
        QCOMPARE(facts->label, layout.label);
        const auto isoName = publishedName(iso) + (layout.drive.isEmpty() ? u".iso"_s : u".img"_s);
        QCOMPARE(textOf(facts->entries, isoName), layout.entries);
        checkFilesOf(*facts);
        const auto &first = facts->entries.first();
        QCOMPARE(first.method == BootMethod::None, layout.entries.first() == u"none");
        QVERIFY(first.method != BootMethod::None || !first.reason.isEmpty());
        auto arguments = first.arguments;
        arguments.replace(isoName, u"ISO"_s);
        const auto wanted = layout.words.split(u' ', Qt::SkipEmptyParts);
        for (qsizetype at = 0; const auto &word : wanted) {
            at = arguments.indexOf(word, at);
            QVERIFY2(at >= 0, qPrintable(word + u" in "_s + arguments));
        }
    }

    /// Names and contents are those that the programs find which everybody unpacks with.
    void otherReadersAgree_data() { layouts_data(); }
    void otherReadersAgree()
    {
        QFETCH(qsizetype, index);
        const auto &layout = m_layouts.at(index);
        const auto &image = m_images.at(size_t(index));
        const FileDescriptor file(::open(qPrintable(image), O_RDONLY | O_CLOEXEC));
        if (!layout.drive.isEmpty()) {
            const auto tree = readDisk(file.get(), u"x"_s);
            QVERIFY2(tree, qPrintable(why(tree)));
            QCOMPARE(filesOf(image, *tree), filesOfMtools(image, layout.drive == u"floppy"_s ? 0 : 1024 * 1024));
            return;
        }
        const auto tree = readIso(file.get(), u"x"_s);
        QVERIFY2(tree, qPrintable(why(tree)));
        const auto ours = filesOf(image, *tree);
        QVERIFY(!ours.isEmpty());
        QCOMPARE(ours, filesOfXorriso(image));
        QCOMPARE(ours, filesOfBsdtar(image));
        QCOMPARE(ours, filesOfSevenZip(image, u"iso"_s));
    }

    /// The same discs with a UDF side.
    void udfSidesAgree_data()
    {
        QTest::addColumn<qsizetype>("index");
        for (qsizetype i = 0; i < m_layouts.size(); ++i) {
            if (m_layouts.at(i).drive.isEmpty())
                QTest::newRow(m_layouts.at(i).name) << i;
        }
    }
    void udfSidesAgree()
    {
        QFETCH(qsizetype, index);
        const auto &fixture = m_fixtures.at(size_t(index));
        const auto image = fixture.path(u"bridge"_s);
        (void)output(u"genisoimage"_s, {u"-quiet"_s, u"-udf"_s, u"-R"_s, u"-o"_s, image, fixture.source({})});
        const FileDescriptor file(::open(qPrintable(image), O_RDONLY | O_CLOEXEC));
        const auto tree = readUdf(file.get(), u"x"_s);
        QVERIFY2(tree, qPrintable(why(tree)));
        QCOMPARE(filesOf(image, *tree), filesOfSevenZip(image, u"udf"_s));
        const auto isFolder = [](const TreeEntry &entry) { return entry.type == TreeEntry::Type::Folder; };
        const auto counted = [&isFolder](const ImageTree &of) {
            return of.entries.size() - std::ranges::count_if(of.entries, isFolder);
        };
        QCOMPARE(countUdfFiles(file.get(), u"x"_s), counted(*tree));
        const auto isoTree = readIso(file.get(), u"x"_s);
        QVERIFY2(isoTree, qPrintable(why(isoTree)));
        QCOMPARE(countIsoFiles(file.get(), u"x"_s), counted(*isoTree));
        QFile::remove(image);
    }

    /// A recipe that no layout proves is no more than a claim.
    void everyRecipeIsProved()
    {
        QSet<QString> proved;
        for (const auto &layout : m_layouts)
            proved.insert(layout.recipe);
        for (const auto &recipe : m_book.recipes())
            QVERIFY2(proved.contains(recipe.id), qPrintable(recipe.id));
    }

    /// The table of systems in the README names each recipe, each fallback, and none that is not there.
    void readmeListsEveryRecipe()
    {
        static const QRegularExpression row(u"^\\| [^|]+ \\| (`[a-z0-9-]+`(?:, `[a-z0-9-]+`)*) \\|"_s,
                                            QRegularExpression::MultilineOption);
        QStringList listed;
        const auto text = QString::fromUtf8(readmeOf("README.md"));
        for (auto rows = row.globalMatch(text); rows.hasNext();)
            listed += rows.next().captured(1).remove(u'`').split(u", "_s);
        listed.sort();
        QStringList ids{u"fallback-config"_s, u"fallback-efi"_s, u"fallback-memdisk"_s, u"fallback-sanboot"_s};
        for (const auto &recipe : m_book.recipes())
            ids.append(recipe.id);
        ids.sort();
        QCOMPARE(listed, ids);
    }

private:
    /// Several at once: xorriso waits most of its time.
    void makeImages()
    {
        constexpr size_t threads = 8;
        const auto count = size_t(m_layouts.size());
        m_fixtures = std::vector<IsoFixture>(count);
        m_images.resize(count);
        std::vector<std::jthread> makers;
        for (size_t first = 0; first < threads; ++first) {
            makers.emplace_back([this, first, count] {
                for (auto i = first; i < count; i += threads)
                    m_images[i] = makeImage(m_layouts.at(qsizetype(i)), m_fixtures[i]);
            });
        }
    }

    RecipeBook m_book;
    const QList<SystemLayout> m_layouts = allLayouts();
    std::vector<IsoFixture> m_fixtures;
    std::vector<QString> m_images;
};

QTEST_GUILESS_MAIN(TestSystems)
#include "tst_systems.moc"
