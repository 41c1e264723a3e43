// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QGenericPlugin>
#include <QHash>
#include <QLabel>
#include <QMainWindow>
#include <QMimeData>
#include <QPointer>
#include <QRegularExpression>
#include <QStatusBar>
#include <QTest>
#include <QTimer>
#include <QToolBar>
#include <QWindow>
#include <QWizard>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype pcs = 2; ///< that boot while the user looks on

void say(const QString &text)
{
    std::puts(qUtf8Printable(text));
    std::fflush(stdout);
}

/// Goes the way through the window system: what is covered, disabled or behind a dialog is not clicked.
void click(QWidget *widget, QPoint place)
{
    auto *window = widget->window();
    QTest::mouseClick(window->windowHandle(), Qt::LeftButton, {}, widget->mapTo(window, place));
}

void click(QWidget *widget) { click(widget, widget->rect().center()); }

} // namespace

/// Plays the user who goes through the wizard, drops an image on the window and another one with Ctrl+Shift, so that it is linked; presses
/// Start, watches the PCs' cards, and closes the window when there is a file IMAGE.booted. Says on standard output how far that is.
class UserDriver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UserDriver)

public:
    UserDriver(QString image, QString linked) : m_image(std::move(image)), m_linked(std::move(linked))
    {
        QTimer::singleShot(0, this, [this] {
            if (openedWindow() && finishedWizard() && imported(m_image, {}, 1)
                && imported(m_linked, Qt::ControlModifier | Qt::ShiftModifier, 2) && startedServices() && sawPcsUp()
                && stayed())
                m_window->close();
            else
                QCoreApplication::exit(1);
        });
    }

private:
    QString m_image;
    QString m_linked;
    QPointer<QMainWindow> m_window;
    QPointer<QWizard> m_wizard;
    QHash<QString, QString> m_stages; ///< what the cards show

    template <typename Condition>
    static bool waitFor(const char *what, std::chrono::seconds limit, Condition condition)
    {
        const bool met = QTest::qWaitFor(condition, QDeadlineTimer(limit));
        if (!met)
            say(u"failed: waited in vain for %1"_s.arg(QLatin1StringView(what)));
        return met;
    }

    bool openedWindow()
    {
        return waitFor("the main window and the wizard", 30s, [this] {
            for (auto *widget : QApplication::topLevelWidgets()) {
                if (widget->objectName() == u"mainWindow")
                    m_window = qobject_cast<QMainWindow *>(widget);
                else if (widget->objectName() == u"wizard")
                    m_wizard = qobject_cast<QWizard *>(widget);
            }
            return m_window && m_wizard && m_window->windowHandle() && m_window->windowHandle()->isExposed()
                && m_wizard->windowHandle() && m_wizard->windowHandle()->isExposed();
        });
    }

    /// One page as it is; where it asks for a right, that is given.
    bool leftPage()
    {
        const auto page = m_wizard->currentId();
        auto *next = m_wizard->button(QWizard::NextButton);
        if (!next->isEnabled()) {
            auto *allow = m_wizard->currentPage()->findChild<QAbstractButton *>(u"messageButton1"_s);
            if (!waitFor("a way on", 10s, [allow] { return allow && allow->isVisible(); }))
                return false;
            say(u"pressed "_s + allow->text());
            click(allow);
        }
        if (!waitFor("the wizard's Next button", 30s, [next] { return next->isEnabled(); }))
            return false;
        click(next);
        return waitFor("the wizard's next page", 10s, [&] { return m_wizard->currentId() != page; });
    }

    /// Without starting at once: the Start button is for that.
    bool finishedWizard()
    {
        while (m_wizard->nextId() >= 0) {
            if (!leftPage())
                return false;
        }
        auto *startNow = m_wizard->findChild<QCheckBox *>(u"startNow"_s);
        const int besideItsEdge = startNow->height() / 2;
        click(startNow, {besideItsEdge, besideItsEdge});
        if (startNow->isChecked()) {
            say(u"failed: the wizard would start the services"_s);
            return false;
        }
        click(m_wizard->button(QWizard::FinishButton));
        if (!waitFor("the wizard to go", 10s, [this] { return !m_wizard || !m_wizard->isVisible(); }))
            return false;
        say(u"wizard finished"_s);
        return true;
    }

    /// Drops \a image while the keys \a held are down; it becomes number \a count in the library.
    bool imported(const QString &image, Qt::KeyboardModifiers held, int count)
    {
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(image)});
        const auto place = m_window->rect().center();
        auto *window = m_window->windowHandle();
        QDragEnterEvent enter(place, Qt::CopyAction, &files, Qt::LeftButton, held);
        QCoreApplication::sendEvent(window, &enter);
        QDragMoveEvent move(place, Qt::CopyAction, &files, Qt::LeftButton, held);
        QCoreApplication::sendEvent(window, &move);
        QDropEvent drop(place, Qt::CopyAction, &files, Qt::LeftButton, held);
        QCoreApplication::sendEvent(window, &drop);
        if (!drop.isAccepted()) {
            say(u"failed: the window does not take the image"_s);
            return false;
        }
        const auto *library = m_window->findChild<QAbstractItemView *>(u"imagesView"_s);
        if (!waitFor("the image in the library", 120s, [&] { return library->model()->rowCount() == count; }))
            return false;
        say(u"imported %1"_s.arg(count));
        return true;
    }

    bool startedServices()
    {
        auto *start = m_window->findChild<QAction *>(u"startAction"_s);
        click(m_window->findChild<QToolBar *>(u"toolBar"_s)->widgetForAction(start));
        const auto *state = m_window->statusBar()->findChild<QLabel *>(u"serviceState"_s);
        if (!waitFor("the services to run", 60s, [state] { return state->text().startsWith(u"Running"); })) {
            say(state->text());
            return false;
        }
        say(state->text());
        return true;
    }

    bool sawPcsUp()
    {
        auto *rail = m_window->findChild<QAbstractItemView *>(u"rail"_s);
        click(rail->viewport(), rail->visualRect(rail->model()->index(0, 0)).center());
        return waitFor("the cards to end in Up", 360s, [this] {
            readCards();
            return m_stages.values().count(u"Up"_s) == pcs;
        });
    }

    /// The PCs may still want something when the last file that the server knows of was delivered; the test knows when they are done.
    bool stayed()
    {
        return waitFor("the PCs to be done", 120s, [this] { return QFile::exists(m_image + u".booted"_s); });
    }

    /// As a screen reader does.
    void readCards()
    {
        static const QRegularExpression stageWords(u", stage (\\w+)"_s);
        for (const auto *card : m_window->findChildren<QWidget *>(QRegularExpression(u"^card-"_s))) {
            const auto stage = card->isVisible() ? stageWords.match(card->accessibleName()).captured(1) : QString();
            if (stage.isEmpty() || std::exchange(m_stages[card->objectName()], stage) == stage)
                continue;
            say(u"%1 %2"_s.arg(card->objectName(), stage));
        }
    }
};

/// Brings the user into the real program, which Qt does where QT_QPA_GENERIC_PLUGINS=userdriver:IMAGE;LINKED says so.
class UserDriverPlugin final : public QGenericPlugin
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UserDriverPlugin)
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "userdriver.json")

public:
    UserDriverPlugin() = default;

    QObject *create(const QString & /*name*/, const QString &images) override
    {
        return new UserDriver(images.section(u';', 0, 0), images.section(u';', 1));
    }
};

#include "userdriver.moc"
