// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/filedescriptor.h"

#include <QObject>
#include <QProcess>
#include <QSocketNotifier>

#include <memory>
#include <vector>

namespace Benchboot {

/// One run of the helper benchboot-portbinder. It is started directly where its file has the capability, else through pkexec, or by the broker
/// that BENCHBOOT_PORT_BROKER names (a socket of packaging/dev, whose programs cannot gain rights). BENCHBOOT_PORTBINDER names another helper,
/// for tests. Lives in one thread with an event loop; destroying it gives up.
class PortBinderProcess final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PortBinderProcess)

public:
    explicit PortBinderProcess(QObject *parent = nullptr);
    ~PortBinderProcess() override;

    /// Asks for \a ports, a set of rows of PortBinder::ports. One finished() follows, never from within this call.
    void start(quint8 ports);
    /// After finished(): the sockets in the order of the table, each what it should be; or why there are none. AccessDenied where the right was
    /// not given. Can be taken once.
    [[nodiscard]] Result<std::vector<FileDescriptor>> takeResult();

Q_SIGNALS:
    void finished();

private:
    [[nodiscard]] Result<void> launch(FileDescriptor helperEnd);
    [[nodiscard]] Result<void> runProcess(const QString &program, const QStringList &arguments,
                                          const FileDescriptor &helperEnd);
    void readAnswer();
    [[nodiscard]] Error silence();
    void end(Result<std::vector<FileDescriptor>> result);

    quint8 m_ports = 0;
    FileDescriptor m_conversation;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QProcess m_process;
    Result<std::vector<FileDescriptor>> m_result;
};

} // namespace Benchboot
