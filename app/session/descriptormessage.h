// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/filedescriptor.h"

#include <vector>

namespace Benchboot {

/// One message of a SOCK_SEQPACKET socket, with the descriptors (SCM_RIGHTS) that came with it.
struct DescriptorMessage
{
    std::size_t length = 0; ///< bytes; 0: the other side has closed
    std::vector<FileDescriptor> descriptors; ///< close-on-exec
};

/// Reads one message of at most \a size bytes and \a maximum descriptors (of at most 16) into \a data. Malformed if there was more of either, or
/// control data of another kind: whatever came is closed then.
[[nodiscard]] Result<DescriptorMessage> receiveDescriptors(int socket, void *data, std::size_t size,
                                                           std::size_t maximum);

/// Connects to the AF_UNIX SOCK_SEQPACKET socket \a path and sends one byte with \a descriptor.
[[nodiscard]] Result<void> sendDescriptor(const QString &path, const FileDescriptor &descriptor);

} // namespace Benchboot
