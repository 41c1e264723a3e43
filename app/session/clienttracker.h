// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "lab/lab.h"

#include <QList>
#include <QObject>

#include <memory>

namespace Benchboot {

/// How far a PC is. Each stage begins with an event that was really seen.
enum class BootStage {
    Found, ///< its DISCOVER was answered
    Loader, ///< it fetches the boot loader by TFTP (or HTTP)
    Ipxe, ///< iPXE asked for the script (or sent DHCP requests as iPXE)
    Menu, ///< it has the menu
    Kernel, ///< it fetches an entry's kernel (or image, or EFI program)
    Initrd, ///< it fetches an initrd
    System, ///< it fetches what the kernel's arguments name: the root file system
    Up, ///< every file that the entry fetches was delivered whole
};

/// One PC on the bench, as its events tell.
struct BenchClient
{
    QString mac; ///< its identity; lower case with colons
    QString address; ///< the last IPv4 address it was seen with; may be empty
    QString name; ///< "Manufacturer Product" as the menu request told; may be empty
    QString firmware; ///< "BIOS", "UEFI x64", … ; empty if unknown
    BootStage stage = BootStage::Found;
    QString imageId; ///< the entry that it boots; may be empty
    QString goal; ///< the entry's title; may be empty
    QString file; ///< file under way; empty: nothing moves
    qint64 bytes = 0; ///< of `file`, delivered
    qint64 total = 0; ///< of `file`; 0: unknown
    double bytesPerSecond = 0; ///< smoothed over 2 s; 0: unknown
    qint64 startedMs = 0; ///< wall clock of this boot's first event
    qint64 lastMs = 0; ///< wall clock of the last event
    qint64 stageMs = 0; ///< wall clock of when `stage` began
    int transfers = 0; ///< that are under way now
    QString
        trouble; ///< a sentence, if its last transfer failed, was refused or aborted, or its loader is missing; else empty

    /// A PC between two files works (it unpacks, it shows its menu) for no longer than this without a request.
    static constexpr qint64 quietMs = 60'000;

    [[nodiscard]] bool isBooting() const { return transfers > 0; }
    /// Whether stopping the services now would break its boot: it fetches something, or is between two files.
    [[nodiscard]] bool isUnderWay(qint64 nowMs) const;
};

/// Makes cards out of events: one state machine per PC, keyed by MAC; time is that of the events. A DISCOVER of the firmware once iPXE runs, any
/// DISCOVER once the menu is there, or one after a long silence, begins a new boot. At most 1,000 PCs are kept; the longest silent goes first.
/// One thread.
class ClientTracker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientTracker)

public:
    explicit ClientTracker(QObject *parent = nullptr);
    ~ClientTracker() override;

    void setLab(const Lab &lab); ///< to know what an entry fetches
    void take(const QList<Event> &events); ///< connect to Session::eventsArrived
    [[nodiscard]] const QList<BenchClient> &clients() const; ///< in order of first appearance
    void clear();

Q_SIGNALS:
    void clientAdded(qsizetype index);
    void clientChanged(qsizetype index); ///< at most once per take() and client
    void clientRemoved(qsizetype index);

private:
    void makeRoom();

    struct Private;
    std::unique_ptr<Private> d;
};

[[nodiscard]] QString stageName(BootStage stage); ///< stable lower-case English: "found", "loader", …, "up"

} // namespace Benchboot
