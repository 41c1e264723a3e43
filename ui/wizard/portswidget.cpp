// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/portswidget.h"

#include "lab/lab.h"
#include "session/detailtext.h"
#include "session/session.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrics.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

enum { GlyphColumn, PortColumn, PurposeColumn, StateColumn };

/// In the order of PortAccess::tryPorts().
QString purpose(qsizetype row)
{
    switch (row) {
    case 0:
        return PortsWidget::tr("ProxyDHCP");
    case 1:
        return PortsWidget::tr("TFTP");
    case 2:
        return PortsWidget::tr("Boot server");
    default:
        return PortsWidget::tr("HTTP");
    }
}

QString portText(const PortAccess::PortTrial &trial)
{
    return u"%1 %2"_s.arg(QLatin1StringView(trial.transport)).arg(trial.port);
}

} // namespace

PortsWidget::PortsWidget(const Session &session, Use use, QWidget *parent)
    : SetupWidget(parent), m_session(session), m_use(use), m_http(new QSpinBox(this)),
      m_again(new QPushButton(Icons::get(u"view-refresh"_s), tr("&Try Again"), this)), m_message(new MessageBar(this))
{
    auto *grid = new QGridLayout;
    grid->setColumnStretch(StateColumn, 1);
    for (int index = 0; index < 4; ++index)
        addRow(index, grid);
    m_http->setObjectName(u"httpPort"_s);
    m_http->setRange(1, 65535);
    m_http->setKeyboardTracking(false);
    auto *label = new QLabel(tr("&HTTP port:"), this);
    label->setBuddy(m_http);
    connect(m_http, &QSpinBox::valueChanged, this, [this] {
        m_allowed = false;
        refresh();
        Q_EMIT edited();
    });
    m_again->setObjectName(u"tryAgainButton"_s);
    connect(m_again, &QPushButton::clicked, this, &PortsWidget::refresh);
    connect(&m_access, &PortAccess::acquired, this, [this] {
        (void)m_access.takeSockets(); // only to know that they can be had
        m_asking = false;
        m_allowed = true;
        refresh();
    });
    connect(&m_access, &PortAccess::failed, this, [this](const Error &error) {
        m_asking = false;
        m_refusal = error.code == Error::Code::Cancelled ? Error{} : error;
        refresh();
    });

    auto *controls = new QHBoxLayout;
    controls->addWidget(label);
    controls->addWidget(m_http);
    controls->addStretch();
    controls->addWidget(m_again);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(grid);
    layout->addLayout(controls);
    layout->addWidget(m_message);
    connect(&session, &Session::runningChanged, this, &PortsWidget::refresh);
    applyMetrics();
}

void PortsWidget::addRow(int index, QGridLayout *grid)
{
    const Row row{new QLabel(this), new QLabel(this), new QLabel(this)};
    row.state->setObjectName(u"portState%1"_s.arg(index));
    row.state->setWordWrap(true);
    grid->addWidget(row.glyph, index, GlyphColumn);
    grid->addWidget(row.port, index, PortColumn);
    grid->addWidget(new QLabel(purpose(index), this), index, PurposeColumn);
    grid->addWidget(row.state, index, StateColumn);
    m_rows.append(row);
}

void PortsWidget::setPorts(const ServicePorts &ports) { m_ports = ports; }

void PortsWidget::load(const Lab &lab)
{
    const QSignalBlocker quiet(m_http);
    m_http->setValue(lab.setting(u"http.port"_s).toInt());
    if (isVisible())
        refresh();
}

QMap<QString, QString> PortsWidget::values() const { return {{u"http.port"_s, QString::number(m_http->value())}}; }

bool PortsWidget::isComplete() const
{
    return m_skipped
        || std::ranges::all_of(m_trials, [this](const auto &trial) { return verdict(trial) <= Verdict::Ours; });
}

QList<std::pair<QString, QString>> PortsWidget::summary() const
{
    QStringList open;
    for (const auto &trial : m_trials) {
        if (verdict(trial) > Verdict::Ours)
            open.append(portText(trial));
    }
    return {{tr("HTTP port:"), QString::number(m_http->value())},
            {tr("Ports:"),
             open.isEmpty() ? tr("All can be opened") : tr("Still to be settled: %1").arg(open.join(tr(", ")))}};
}

ServicePorts PortsWidget::ports() const
{
    auto ports = m_ports;
    ports.http = quint16(m_http->value());
    return ports;
}

PortsWidget::Verdict PortsWidget::verdict(const PortAccess::PortTrial &trial) const
{
    using Trial = PortAccess::Trial;
    switch (trial.trial) {
    case Trial::Free:
        return Verdict::Free;
    case Trial::NotAllowed:
        return m_allowed ? Verdict::Allowed : Verdict::NotAllowed;
    case Trial::InUse: {
        const auto running = m_session.isRunning() ? m_session.ports() : ServicePorts{0, 0, 0, 0};
        const bool ours = QList{running.dhcp, running.tftp, running.bootServer, running.http}.contains(trial.port);
        return ours ? Verdict::Ours : Verdict::InUse;
    }
    case Trial::Failed:
        break;
    }
    return Verdict::Failed;
}

void PortsWidget::refresh()
{
    m_trials = PortAccess::tryPorts(ports());
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        show(m_rows.at(i), m_trials.at(i));
    showMessage();
    Q_EMIT completeChanged();
}

void PortsWidget::allow()
{
    if (m_asking)
        return m_access.cancel();
    m_asking = true;
    m_refusal = {};
    m_access.acquire(ports());
    showMessage();
}

void PortsWidget::show(const Row &row, const PortAccess::PortTrial &trial)
{
    using Role = Semantic::Role;
    const auto [role, text] = [&]() -> std::pair<Role, QString> {
        switch (verdict(trial)) {
        case Verdict::Free:
            return {Role::Ok, tr("Free")};
        case Verdict::Allowed:
            return {Role::Ok, tr("Allowed")};
        case Verdict::Ours:
            return {Role::Ok, tr("In use by Benchboot, which is running")};
        case Verdict::InUse:
            return {Role::Failed,
                    trial.detail.isEmpty() ? tr("In use by a program of another user")
                                           : tr("In use by %1").arg(trial.detail)};
        case Verdict::NotAllowed:
            return {Role::Warning, tr("Not allowed yet")};
        case Verdict::Failed:
            break;
        }
        return {Role::Failed, detailText(trial.detail)};
    }();
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    row.glyph->setPixmap(Icons::state(role).pixmap(QSize(size, size), devicePixelRatio()));
    row.port->setText(portText(trial));
    row.state->setText(text);
    row.state->setAccessibleName(tr("%1, %2").arg(portText(trial), text));
}

/// One message at a time: first what others must do, then what the user can do here.
void PortsWidget::showMessage()
{
    const auto taken
        = std::ranges::find(m_trials, Verdict::InUse, [this](const auto &trial) { return verdict(trial); });
    const bool denied
        = std::ranges::any_of(m_trials, [this](const auto &trial) { return verdict(trial) == Verdict::NotAllowed; });
    if (m_asking) {
        m_message->setMessage(Semantic::Role::Working, tr("Waiting for the answer to the question for your password."));
        connect(m_message->addButton(tr("Cancel")), &QPushButton::clicked, this, &PortsWidget::allow);
        return;
    }
    if (taken != m_trials.end()) {
        const auto holder = taken->detail.isEmpty() ? tr("another program") : taken->detail;
        m_message->setMessage(
            Semantic::Role::Failed,
            tr("%1 is in use by %2. Stop that program, then try again.").arg(portText(*taken), holder));
    } else if (!m_refusal.detail.isEmpty() && !m_allowed) {
        m_message->setMessage(Semantic::Role::Failed, detailText(m_refusal.detail));
        connect(m_message->addButton(tr("&Allow…")), &QPushButton::clicked, this, &PortsWidget::allow);
    } else if (denied) {
        m_message->setMessage(
            Semantic::Role::Warning,
            tr("Benchboot may not open ports below 1024. Allow it once; you will be asked for your password."));
        connect(m_message->addButton(tr("&Allow…")), &QPushButton::clicked, this, &PortsWidget::allow);
    } else {
        return m_message->clear();
    }
    addSkipButton();
}

void PortsWidget::addSkipButton()
{
    if (m_use != Use::Wizard || m_skipped)
        return;
    connect(m_message->addButton(tr("&Skip for Now")), &QPushButton::clicked, this, [this] {
        m_skipped = true;
        showMessage();
        Q_EMIT completeChanged();
    });
}

void PortsWidget::applyMetrics()
{
    const Metrics metrics(this);
    layout()->setSpacing(3 * metrics.u);
    auto *grid = static_cast<QGridLayout *>(layout()->itemAt(0)->layout());
    grid->setHorizontalSpacing(3 * metrics.u);
    grid->setVerticalSpacing(2 * metrics.u);
}

void PortsWidget::changeEvent(QEvent *event)
{
    SetupWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyMetrics();
    else if (event->type() == QEvent::PaletteChange && !m_trials.isEmpty()) {
        for (qsizetype i = 0; i < m_rows.size(); ++i)
            show(m_rows.at(i), m_trials.at(i));
    }
}

} // namespace Benchboot
