// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/imagetree.h"

#include <QDeadlineTimer>

namespace Benchboot {

/// What our own readers of file systems read an image by: never past its end, and never more, or longer, than TreeLimits allow. Makes the
/// error sentences that all of them need. Not thread-safe; the descriptor must outlive it.
class ImageSource
{
public:
    /// \param name  what error sentences call the image.
    ImageSource(int descriptor, QString name, const TreeLimits &limits);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const TreeLimits &limits() const { return m_limits; }
    [[nodiscard]] qint64 size() const { return m_size; } ///< of the image, in bytes

    /// The bytes [offset, offset + length), all of them. \return Truncated behind the end; LimitExceeded; Io.
    [[nodiscard]] Result<QByteArray> read(qint64 offset, qint64 length);
    /// The bytes of \a extents, one after the other. Errors as above.
    [[nodiscard]] Result<QByteArray> read(const QList<Extent> &extents);

    /// Fails once the time is over: for work without reading. \return LimitExceeded.
    [[nodiscard]] Result<void> checkTime() const;

    /// Whether \a extent lies in the image.
    [[nodiscard]] bool holds(const Extent &extent) const
    {
        return extent.offset >= 0 && extent.length >= 0 && extent.offset <= m_size
            && extent.length <= m_size - extent.offset;
    }

    /// Malformed; \a how is a clause: "its folder X cannot be read".
    [[nodiscard]] std::unexpected<Error> damaged(const QString &how) const;
    /// Truncated; \a what lies behind the end: "the file X".
    [[nodiscard]] std::unexpected<Error> cutShort(const QString &what) const;
    /// LimitExceeded, for structures that lead in circles or take too long to follow.
    [[nodiscard]] std::unexpected<Error> endless() const;

private:
    [[nodiscard]] Result<void> fetch(qint64 offset, qint64 length, char *to) const;
    [[nodiscard]] Result<void> moveWindow(qint64 offset, qint64 length);

    int m_descriptor;
    QString m_name;
    TreeLimits m_limits;
    QDeadlineTimer m_deadline;
    qint64 m_size = 0;
    qint64 m_read = 0; ///< bytes so far
    QByteArray m_window; ///< of the image, around the last small read
    qint64 m_windowOffset = 0;
    qint64 m_windowSize = 0; ///< wanted
};

} // namespace Benchboot
