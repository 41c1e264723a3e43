// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bootentry.h"
#include "core/filedescriptor.h"

#include <QIODevice>

#include <memory>

namespace Benchboot {

/// Several devices and archives read one open image; the last of them closes it.
using SharedDescriptor = std::shared_ptr<const FileDescriptor>;

/// Sum of the lengths, in bytes.
[[nodiscard]] qint64 totalLength(const QList<Extent> &extents);

/// Appends \a extent to \a extents, as part of the last one where it goes on there.
void appendExtent(QList<Extent> &extents, const Extent &extent);

/// The bytes [offset, offset + length) of what \a extents describe, as extents of the container: shorter where \a extents end before.
[[nodiscard]] QList<Extent> sliceExtents(const QList<Extent> &extents, qint64 offset, qint64 length);

/// Reads bytes [offset, offset + length) of the file that \a extents describe.
/// \return what there is of it: shorter at the end of the file, or where the container cannot be read.
[[nodiscard]] QByteArray readExtents(int descriptor, const QList<Extent> &extents, qint64 offset, qint64 length);

/// A file inside an image, read straight from the image's extents: seekable, read-only, nothing is copied beforehand.
class ExtentDevice final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExtentDevice)

public:
    ExtentDevice(SharedDescriptor descriptor, QList<Extent> extents, QObject *parent = nullptr);

    [[nodiscard]] qint64 size() const override { return m_size; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    SharedDescriptor m_descriptor;
    QList<Extent> m_extents;
    qint64 m_size = 0;
};

} // namespace Benchboot
