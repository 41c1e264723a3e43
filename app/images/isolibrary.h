// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdlib>
#include <memory>

extern "C" {
#include <libisofs.h>
}

namespace Benchboot::Iso {

template <auto function>
struct Deleter
{
    template <typename T>
    void operator()(T *object) const
    {
        function(object);
    }
};
using ImagePointer = std::unique_ptr<IsoImage, Deleter<iso_image_unref>>;
using OptionsPointer = std::unique_ptr<IsoReadOpts, Deleter<iso_read_opts_free>>;
using SourcePointer = std::unique_ptr<IsoDataSource, Deleter<iso_data_source_unref>>;
using IteratorPointer = std::unique_ptr<IsoDirIter, Deleter<iso_dir_iter_free>>;
template <typename T>
using MallocPointer = std::unique_ptr<T, Deleter<std::free>>;

inline constexpr qint64 blockSize = 2048;

/// What libisofs reports is in UTF-8, except for old Rock Ridge names, whose encoding nobody recorded.
[[nodiscard]] QString decodeName(const char *name);

} // namespace Benchboot::Iso
