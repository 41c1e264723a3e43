// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/disksums.h"

#include "images/sums.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 largestList = 8 * 1024 * 1024; // 70,000 files

/// mkisofs writes into the boot loader (-boot-info-table) and makes the catalog after the sums were taken.
bool changesWhenMastered(const QString &path)
{
    const auto name = path.mid(path.lastIndexOf(u'/') + 1).toLower();
    return name == u"isolinux.bin" || name == u"boot.cat" || name == u"eltorito.img";
}

} // namespace

void addDiskSums(const ImageContents &contents, ImagePlan &plan)
{
    QSet<QString> checked;
    for (const auto &check : std::as_const(plan.checks))
        checked.insert(check.path);
    for (const auto &type : {u"sha512"_s, u"sha256"_s, u"md5"_s}) {
        for (const auto &name : {type + u"sum.txt"_s, type + u"sums.txt"_s, type + u"sums"_s, type + u"sum"_s}) {
            const auto *list = contents.find(name);
            if (!list)
                continue;
            const auto sums = allChecksums(contents.head(*list, largestList), type);
            for (const auto &file : std::as_const(plan.facts.files)) {
                const auto sum = sums.constFind(file.path.toLower());
                if (sum == sums.cend() || file.own || changesWhenMastered(file.path) || checked.contains(file.path))
                    continue;
                checked.insert(file.path);
                plan.checks.append({file.path, type, *sum, list->path});
            }
        }
    }
}

} // namespace Benchboot
