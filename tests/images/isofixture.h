// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QStringList>
#include <QTemporaryDir>

namespace Benchboot::Tests {

/// What a fabricated kernel claims to be.
struct KernelKind
{
    bool linuxHeader = true; ///< "HdrS": BIOS
    bool is64Bit = false; ///< xloadflags bit 0
    quint16 peMachine = 0; ///< 0: no PE header
    quint16 protocol = 0x020c;
};
[[nodiscard]] QByteArray kernelImage(const KernelKind &kind);

/// A folder of files that xorriso makes an ISO of, all inside a temporary folder.
class IsoFixture
{
public:
    IsoFixture();

    void add(const QString &path, const QByteArray &content = "x");
    void addKernel(const QString &path, const KernelKind &kind = {}) { add(path, kernelImage(kind)); }
    void addSparse(const QString &path, qint64 size, const QByteArray &end); ///< zeros, and \a end as the last bytes
    void addLink(const QString &path, const QString &target);

    /// Makes an ISO with `xorriso -as mkisofs ARGUMENTS`; its file name says nothing. \return its path; empty with a warning on failure.
    [[nodiscard]] QString make(const QStringList &arguments = {QStringLiteral("-R"), QStringLiteral("-J")});
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); } ///< beside the ISO
    [[nodiscard]] QString source(const QString &name) const
    {
        return m_folder.filePath(QStringLiteral("tree/") + name);
    }

private:
    QTemporaryDir m_folder;
    int m_made = 0;
};

/// Why \a result failed, for QVERIFY2, which asks even where it did not.
template <typename T>
[[nodiscard]] QString why(const Result<T> &result)
{
    return result ? QString() : result.error().detail;
}

/// Output of a program; the test fails where it does not end well.
[[nodiscard]] QByteArray output(const QString &program, const QStringList &arguments);

/// Replaces every occurrence of \a from in the file. \return how many there were. The lengths must be equal.
int patchFile(const QString &file, const QByteArray &from, const QByteArray &to);

void writeFile(const QString &path, const QByteArray &content);
[[nodiscard]] QByteArray readFile(const QString &path);

/// Files of the fabricated systems; \a fixture gets them.
void addSystemRescueCd(IsoFixture &fixture, bool withAlternative = true);
void addSystemRescue(IsoFixture &fixture);
void addLiveBoot(IsoFixture &fixture);

} // namespace Benchboot::Tests
