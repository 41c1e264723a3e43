// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/networknamespace.h"
#include "images/isofixture.h"
#include "services/sockets.h"
#include "ui/benchstory.h"
#include "ui/checkdialog.h"
#include "ui/labfixture.h"
#include "ui/knownpcsdialog.h"
#include "ui/mainwindow.h"
#include "ui/pages/imagespage.h"
#include "ui/screenshot.h"
#include "ui/setupfixture.h"
#include "ui/translations.h"
#include "ui/widgets/indicatorstyle.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDragEnterEvent>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <memory>

using namespace Benchboot;
using namespace Benchboot::Tests;
using namespace Qt::StringLiterals;

namespace {

const auto folder = QStringLiteral(BENCHBOOT_BINARY_DIR "/screenshots");
constexpr QSize full(1280, 800);
constexpr QSize small(1024, 640);
constexpr QSize narrow(512, 320); ///< 1024 × 640 at 200 %

struct Look
{
    const char *name;
    bool dark = false;
    QLocale::Language language = QLocale::English;
    QSize size = full;
    int points = 0; ///< of the font; 0: as it is
};
constexpr Look everyScale[]{{"light-en"},
                            {"dark-en", true},
                            {"light-de", false, QLocale::German},
                            {"dark-de", true, QLocale::German}};
constexpr Look onceEach[]{{"small-en", false, QLocale::English, small},
                          {"small-de", false, QLocale::German, small},
                          {"narrow-de", true, QLocale::German, narrow},
                          {"large-text-de", false, QLocale::German, full, 14}};

void addLooks(const QStringList &scenes)
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<const Look *>("look");
    const int percent = qRound(qApp->devicePixelRatio() * 100);
    const auto add = [&](const QString &scene, const Look &look) {
        QTest::addRow("%s-%s-%d", qPrintable(scene), look.name, percent) << scene << &look;
    };
    for (const auto &scene : scenes) {
        for (const auto &look : everyScale)
            add(scene, look);
        for (const auto &look : onceEach) {
            if (percent == 100)
                add(scene, look);
        }
    }
}

bool ip(const QString &arguments)
{
    return QProcess::execute(u"ip"_s, arguments.split(u' ')) == 0;
}

/// The computer in the pictures: two cards, and nothing else on the network.
Result<E2e::NetworkNamespace> enterLaptop()
{
    auto cables = E2e::NetworkNamespace::create();
    auto laptop = E2e::NetworkNamespace::create();
    if (!cables || !laptop)
        return std::unexpected((cables ? laptop : cables).error());
    const auto made = [&](const QStringList &commands) { return std::ranges::all_of(commands, ip); };
    const auto peer = u"link add cable%1 type veth peer name %2 netns "_s + laptop->path();
    if (cables->enter() != 0
        || !made({peer.arg(u"1"_s, u"enp0s31f6"_s), peer.arg(u"2"_s, u"wlp2s0"_s), u"link set cable1 up"_s}))
        return fail(Error::Code::Io, u"The cards of the computer in the pictures could not be made."_s);
    if (laptop->enter() != 0
        || !made({u"link set lo up"_s, u"link set enp0s31f6 up"_s, u"address add 172.16.0.10/16 dev enp0s31f6"_s}))
        return fail(Error::Code::Io, u"The cards of the computer in the pictures could not be set up."_s);
    return cables;
}

} // namespace

/// Writes a picture of each page and each step of the wizard to the folder "screenshots" of the build, and checks that no text is cut. CTest
/// runs it at 100 and at 200 %.
class TestScreenshots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_cables, qPrintable(m_cables ? QString() : m_cables.error().detail));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QVERIFY(QDir().mkpath(folder));
        IndicatorStyle::install();
        m_font = QApplication::font();
        m_palette = QApplication::palette();
    }

    void cleanup()
    {
        m_window.reset();
        m_lab.reset();
        qDeleteAll(qApp->findChildren<QTranslator *>());
        QLocale::setDefault(QLocale::C);
        QApplication::setPalette(m_palette);
        QApplication::setFont(m_font);
    }

    void window_data()
    {
        addLooks({u"bench-empty"_s, u"bench-ready"_s, u"bench-waiting"_s, u"bench-running"_s, u"bench-failed"_s,
                  u"images"_s, u"images-drop"_s, u"images-verifying"_s, u"images-missing"_s, u"images-changed"_s, u"images-loader"_s, u"settings-loader"_s,
                  u"images-replace"_s, u"images-newer"_s, u"menu"_s, u"activity"_s, u"settings"_s, u"settings-end"_s});
    }
    void window()
    {
        QFETCH(const QString, scene);
        QFETCH(const Look *, look);
        wear(*look);
        m_lab = std::make_unique<LabFixture>();
        connect(&m_lab->session, &Session::labChanged, &m_lab->clients,
                [this] { m_lab->clients.setLab(m_lab->session.lab()); });
        openWindow(look->size);
        QVERIFY(m_lab->session.change(
            [](Lab &lab) { return lab.setSetting(u"network.interface"_s, u"enp0s31f6"_s); }));
        if (scene != u"bench-empty")
            addImages();
        m_window->showPage(scene.section(u'-', 0, 0));
        setScene(scene);
        if (!QTest::currentTestFailed())
            shoot(*m_window);
    }

    /// A window that was switched at run time looks as one that was made so.
    void switchesBetweenLightAndDark_data()
    {
        QTest::addColumn<QString>("place");
        for (const auto &place : {u"bench"_s, u"images"_s, u"menu"_s, u"activity"_s, u"settings"_s})
            QTest::addRow("%s", qPrintable(place)) << place;
    }
    void switchesBetweenLightAndDark()
    {
        QFETCH(const QString, place);
        m_lab = std::make_unique<LabFixture>();
        const QSignalSpy told(&m_lab->session, &Session::eventsArrived);
        addImages();
        QTRY_VERIFY(!told.isEmpty()); // no window knows of it
        m_lab->clients.take(BenchStory::events());
        openWindow(full);
        m_window->showPage(place);
        QCoreApplication::processEvents();
        QApplication::setPalette(darkPalette());
        const auto switched = std::move(m_window);
        openWindow(full);
        m_window->showPage(place);
        const auto alike = [&] { return switched->grab().toImage() == m_window->grab().toImage(); };
        if (QTest::qWaitFor(alike))
            return;
        QVERIFY(switched->grab().save(u"%1/switched-%2.png"_s.arg(folder, place)));
        QVERIFY(m_window->grab().save(u"%1/made-%2.png"_s.arg(folder, place)));
        QFAIL("see switched-… and made-… in the folder screenshots");
    }

    void wizard_data()
    {
        addLooks({u"wizard-1-network"_s, u"wizard-2-loaders"_s, u"wizard-3-space"_s, u"wizard-4-ports"_s,
                  u"wizard-5-keyboard"_s, u"wizard-6-summary"_s});
    }
    void wizard()
    {
        QFETCH(const QString, scene);
        QFETCH(const Look *, look);
        wear(*look);
        SetupFixture lab;
        auto sources = lab.sources();
        sources.ports = {};
        SetupWizard wizard(lab.context, sources);
        if (look->size != full)
            wizard.resize(look->size);
        wizard.show();
        QVERIFY(QTest::qWaitForWindowExposed(&wizard));
        for (int step = 1; step < scene.section(u'-', 1, 1).toInt(); ++step) {
            QTRY_VERIFY(wizard.button(QWizard::NextButton)->isEnabled());
            wizard.next();
        }
        shoot(wizard);
    }

    void check_data() { addLooks({u"check"_s}); }
    void check()
    {
        QFETCH(const Look *, look);
        wear(*look);
        using enum Finding::Status;
        const QList<Finding> findings{
            {u"lab"_s, Ok, u"The lab in /home/anna/.local/share/benchboot/lab has 4 images"_s, {}},
            {u"disk"_s, Ok, u"212.0 GB are free in /home/anna/.local/share/benchboot/lab"_s, {}},
            {u"card"_s, Ok, u"enp0s31f6 (172.16.0.10) has a link"_s, {}},
            {u"port"_s, Failed, u"UDP 69 is in use by dnsmasq (process 812)"_s, u"Stop that program, or change its port"_s},
            {u"port"_s, Warning, u"UDP 67 may not be opened by this user"_s,
             u"Start the services in the window, which asks for the right, or as root"_s},
            {u"firewall"_s, Warning, u"The firewall of this computer probably blocks UDP 67, UDP 69, UDP 4011"_s,
             u"Allow UDP 67, 69 and 4011 and TCP 8080 in it"_s},
            {u"server"_s, Ok, u"The DHCP server on enp0s31f6 is 172.16.0.1"_s, {}}};
        CheckDialog dialog([findings](const CheckDialog::Found &found) { found(findings); });
        if (look->size != full)
            dialog.resize(look->size);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QTRY_VERIFY(dialog.findChild<QPushButton *>(u"checkAgain"_s)->isEnabled());
        shoot(dialog);
    }

    void knownPcs_data() { addLooks({u"known-pcs"_s}); }
    void knownPcs()
    {
        QFETCH(const Look *, look);
        wear(*look);
        m_lab = std::make_unique<LabFixture>();
        m_lab->clients.take(BenchStory::events());
        using enum Dhcp::OfferForm;
        QVERIFY(ClientStore(m_lab->store).change([this](Dhcp::KnownClients &known) {
            const auto pcs = m_lab->clients.clients();
            known.learn({pcs.at(0).mac, u"PXEClient:Arch:00007:UNDI:003016"_s, {Bare, u"snponly.efi"_s}, true, 1});
            known.learn({pcs.at(0).mac, u"PXEClient:Arch:00000:UNDI:002001"_s, {Direct, u"undionly.kpxe"_s}, true, 2});
            known.learn({pcs.at(1).mac, u"PXEClient:Arch:00007:UNDI:003001"_s, {Menu, u"snponly.efi"_s}, false, 3});
            known.pin(pcs.at(1).mac, {Menu, u"ipxe.efi"_s});
            return Result<void>();
        }));
        KnownPcsDialog dialog(m_lab->store, m_lab->clients);
        if (look->size != full)
            dialog.resize(look->size);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.select(m_lab->clients.clients().first().mac);
        shoot(dialog);
    }

public:
    explicit TestScreenshots(Result<E2e::NetworkNamespace> cables) : m_cables(std::move(cables)) { }

private:
    void wear(const Look &look)
    {
        const QLocale locale(look.language);
        QLocale::setDefault(locale);
        installTranslations(locale);
        if (look.dark)
            QApplication::setPalette(darkPalette());
        if (look.points > 0) {
            auto font = m_font;
            font.setPointSize(look.points);
            QApplication::setFont(font);
        }
    }

    void openWindow(QSize size)
    {
        QSettings(u"benchboot"_s, u"window"_s).clear();
        m_window = std::make_unique<MainWindow>(m_lab->context);
        m_window->resize(size);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void addImages() const
    {
        QVERIFY(m_lab->session.change([this](Lab &lab) {
            auto rescue
                = makeImage(m_lab->store, u"rescue"_s, u"SystemRescue 12.01"_s, Firmware::Bios | Firmware::EfiX64);
            rescue.facts.files.append({u"airootfs.sfs"_s, 1'030'000'000, {}, {}});
            rescue.facts.entries[0].arguments = u"archiso_http_srv=${base}"_s;
            lab.addImage(rescue);
            return Result<void>();
        }));
        QVERIFY(m_lab->addImage(u"clonezilla"_s, u"Clonezilla live 3.2.0-5"_s));
        QVERIFY(m_lab->addImage(u"memtest"_s, u"Memtest86+ 7.20"_s));
        QVERIFY(m_lab->addImage(u"gparted"_s, u"GParted Live 1.6.0-10"_s, Firmware::Bios));
    }

    void setScene(const QString &scene)
    {
        if (scene == u"bench-running" || scene == u"activity") {
            start();
            const auto events = BenchStory::events();
            m_lab->clients.take(events);
            Q_EMIT m_lab->session.eventsArrived(events);
            const auto rail = m_window->findChild<QListView *>(u"rail"_s)->model()->index(0, 0);
            QTRY_VERIFY(rail.data(Qt::AccessibleTextRole).toString().contains(u'4')); // counts come four times a second
            if (scene == u"bench-running")
                QTRY_COMPARE(firstCard(), u"card-3c:52:82:6f:0e:91"_s); // who needs help comes first
        } else if (scene == u"bench-waiting") {
            start();
        } else if (scene == u"bench-failed") {
            m_holder = openTcpListener({}, 8080);
            QVERIFY(m_holder);
            m_lab->services.start();
            QTRY_COMPARE(m_lab->services.state(), ServiceController::State::Failed);
            m_holder = {};
        } else if (scene == u"images") {
            m_lab->imports.add({.file = m_lab->path(u"kali-linux-2024.4-live-amd64.iso"_s)});
            QTRY_COMPARE(m_lab->imports.items().first().state, ImportQueue::State::Failed);
        } else if (scene == u"images-drop") {
            drag();
        } else if (scene == u"images-verifying" || scene == u"images-missing" || scene == u"images-changed") {
            link(scene.section(u'-', 1));
        } else if (scene == u"images-loader" || scene == u"settings-loader") {
            QVERIFY(m_lab->session.change([this](Lab &lab) {
                auto windows = makeImage(m_lab->store, u"windows"_s, u"Windows 11 Setup"_s, Firmware::Bios | Firmware::EfiX64);
                windows.facts.entries[0].method = BootMethod::Wimboot;
                lab.addImage(windows);
                return Result<void>();
            }));
            auto *images = m_window->findChild<ImagesPage *>();
            images->selectImage(u"windows"_s);
            if (scene == u"settings-loader") {
                images->findChild<MessageBar *>(u"imageMessage"_s)->findChild<QPushButton *>()->click();
                QTRY_COMPARE(m_window->currentPlace(), u"settings"_s);
            }
        } else if (scene == u"images-replace" || scene == u"images-newer") {
            askAbout(scene == u"images-newer" ? u"11.03"_s : u"12.01"_s);
        } else if (scene == u"settings-end") {
            auto *bar = m_window->findChild<QScrollArea *>(u"settingsScroll"_s)->verticalScrollBar();
            QCoreApplication::processEvents();
            bar->setValue(bar->maximum());
        }
    }
    QString firstCard() const
    {
        const auto cards = m_window->findChildren<QWidget *>(QRegularExpression(u"^card-"_s));
        const auto before = [](const QWidget *one, const QWidget *other) {
            return std::pair(one->y(), one->x()) < std::pair(other->y(), other->x());
        };
        return (*std::ranges::min_element(cards, before))->objectName();
    }
    void start()
    {
        m_lab->services.start();
        QTRY_COMPARE(m_lab->services.state(), ServiceController::State::Running);
    }
    /// The second image is linked; \a state: what there is to say of its image file.
    void link(const QString &state)
    {
        const auto file = m_lab->path(u"clonezilla-live-3.2.0-5-amd64.iso"_s);
        QFile source(file);
        QVERIFY(state == u"missing" || (source.open(QIODevice::WriteOnly) && source.resize(state == u"changed" ? 1 : 480'000'000)));
        source.close();
        QVERIFY(m_lab->session.change([&](Lab &lab) {
            auto image = *lab.image(u"clonezilla"_s);
            image.linked = true;
            image.sourceFile = file;
            image.sourceSize = 480'000'000;
            image.sourceModifiedMs = QFileInfo(file).lastModified().toMSecsSinceEpoch();
            lab.replaceImage(image);
            return Result<void>();
        }));
        if (state == u"verifying")
            Q_EMIT m_lab->session.checkProgressed(u"clonezilla"_s, 206'000'000, 480'000'000);
        else
            QTRY_VERIFY(m_lab->session.sourceTroubles().contains(u"clonezilla"_s));
        m_window->findChild<ImagesPage *>()->selectImage(u"clonezilla"_s);
    }
    /// SystemRescue 12.01 is imported into a lab that has \a version, and another image waits behind it.
    void askAbout(const QString &version)
    {
        QStringList isos;
        IsoFixture fixture;
        addSystemRescue(fixture);
        for (const auto &each : {version, u"12.01"_s}) {
            fixture.add(u"sysresccd/VERSION"_s, each.toUtf8() + '\n');
            isos.append(m_lab->path(u"systemrescue-%1-amd64.iso"_s.arg(each)));
            QFile::remove(isos.last());
            QVERIFY(QFile::copy(fixture.make(), isos.last()));
        }
        m_lab->imports.add({.file = isos.first()});
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->imports.items().first().state, ImportQueue::State::Done, 30'000);
        isos.append(m_lab->path(u"another.iso"_s));
        QVERIFY(QFile::copy(isos.at(1), isos.last()));
        m_window->importFiles(isos.sliced(1));
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->imports.items().last().state, ImportQueue::State::Asking, 30'000);
        QTRY_VERIFY(m_window->findChild<QMessageBox *>(u"importQuestion"_s)->isVisible());
    }
    void drag()
    {
        QMimeData files;
        QList<QUrl> urls;
        for (const auto &name : {u"rescuezilla-2.5.1-64bit.noble.iso"_s, u"proxmox-ve_8.3-1.iso"_s}) {
            QFile file(m_lab->path(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(1'300'000'000));
            urls.append(QUrl::fromLocalFile(file.fileName()));
        }
        files.setUrls(urls);
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, {});
        QApplication::sendEvent(m_window.get(), &enter);
    }

    static void shoot(QWidget &window)
    {
        QFETCH(const Look *, look);
        QCoreApplication::processEvents(); // layouts settle with posted events
        QCoreApplication::processEvents();
        auto picture = window.grab();
        for (auto *question : window.findChildren<QMessageBox *>()) { // a window of its own
            const auto above = question->grab();
            const auto size = above.deviceIndependentSize().toSize();
            QPainter painter(&picture);
            painter.fillRect(window.rect(), QColor(0, 0, 0, 60));
            painter.drawPixmap(QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, size, window.rect()), above);
            QCOMPARE(cutTexts(*question).join(u"; "_s), QString());
        }
        QVERIFY(picture.save(u"%1/%2.png"_s.arg(folder, QString::fromLatin1(QTest::currentDataTag()))));
        QCOMPARE_LE(window.minimumSizeHint().width(), window.width());
        if (look->size != full || look->points > 0)
            return; // where there is little room, some texts may end in dots
        QVERIFY(!hasHiddenActions(window));
        QCOMPARE(cutTexts(window).join(u"; "_s), QString());
    }

    Result<E2e::NetworkNamespace> m_cables;
    QTemporaryDir m_settings;
    QFont m_font;
    QPalette m_palette;
    Result<FileDescriptor> m_holder;
    std::unique_ptr<LabFixture> m_lab;
    std::unique_ptr<MainWindow> m_window;
};

int main(int argc, char *argv[])
{
    const auto rights = E2e::obtainNetworkRights(); // while there is one thread
    auto cables = rights ? enterLaptop() : Result<E2e::NetworkNamespace>(std::unexpected(rights.error()));
    const QApplication app(argc, argv);
    TestScreenshots test(std::move(cables));
    return QTest::qExec(&test, argc, argv);
}

#include "tst_screenshots.moc"
