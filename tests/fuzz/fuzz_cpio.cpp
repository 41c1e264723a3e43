// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/cpio.h"
#include "images/imagetree.h"

#include <QSet>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstdlib>

#include <fuzzer/FuzzedDataProvider.h>

using namespace Benchboot;
using namespace Qt::StringLiterals;

namespace {

/// Some files with paths that an overlay may have.
QList<CpioFile> filesFrom(FuzzedDataProvider &input)
{
    QList<CpioFile> files;
    QSet<QString> taken; // paths of files and folders
    while (input.remaining_bytes() > 0 && files.size() < 32) {
        const auto path = QString::fromLatin1(QByteArray::fromStdString(input.ConsumeRandomLengthString(300)));
        const auto mode = input.ConsumeIntegral<quint16>() & 07777U;
        const auto content = QByteArray::fromStdString(input.ConsumeRandomLengthString(5000));
        const auto parts = path.split(u'/');
        QStringList above;
        for (qsizetype end = path.indexOf(u'/'); end > 0; end = path.indexOf(u'/', end + 1))
            above.append(path.first(end));
        const bool isFolder
            = std::ranges::any_of(files, [&](const CpioFile &file) { return file.path.startsWith(path + u'/'); });
        const bool isBelowFile
            = std::ranges::any_of(files, [&](const CpioFile &file) { return above.contains(file.path); });
        const bool isSafe = std::ranges::all_of(parts, [](const QString &part) { return isSafeName(part); });
        if (!isSafe || taken.contains(path) || isFolder || isBelowFile
            || !isPackable(path))
            continue;
        taken.insert(path);
        files.append({path, mode, content});
    }
    return files;
}

/// What libarchive finds in \a bytes.
QList<CpioFile> filesOf(const QByteArray &bytes)
{
    QList<CpioFile> files;
    auto *reader = archive_read_new();
    archive_read_support_format_cpio(reader);
    if (archive_read_open_memory(reader, bytes.constData(), size_t(bytes.size())) != ARCHIVE_OK)
        std::abort();
    archive_entry *entry = nullptr;
    int status = ARCHIVE_OK;
    while ((status = archive_read_next_header(reader, &entry)) == ARCHIVE_OK) {
        if (archive_entry_filetype(entry) == AE_IFDIR)
            continue;
        QByteArray content(archive_entry_size(entry), Qt::Uninitialized);
        if (archive_read_data(reader, content.data(), size_t(content.size())) != content.size())
            std::abort();
        files.append({QString::fromUtf8(archive_entry_pathname(entry)), archive_entry_perm(entry), content});
    }
    if (status != ARCHIVE_EOF)
        std::abort();
    archive_read_free(reader);
    return files;
}

} // namespace

/// Whatever an overlay holds, what we pack is what another program unpacks.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzedDataProvider input(data, size);
    const auto files = filesFrom(input);
    const auto archive = cpioArchive(files);
    if (archive.size() % 512 != 0 || filesOf(archive) != files)
        std::abort();
    return 0;
}
