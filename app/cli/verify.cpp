// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/progressprinter.h"
#include "session/imagecheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {

int verify(const QStringList &words)
{
    Arguments arguments(u"verify [ID…] [--lab DIR] [--json]"_s,
                        u"Checks the files of imported images against the checksums taken at import."_s);
    if (const auto status = arguments.parse(words))
        return *status;
    const auto store = arguments.lab();
    const auto lab = store ? store->read() : std::unexpected(store.error());
    if (!lab)
        return report(u"lab"_s, lab.error());
    auto ids = arguments.positional();
    if (ids.isEmpty()) {
        for (const auto &image : lab->images())
            ids.append(image.id);
    }
    int worst = Done;
    for (const auto &id : ids) {
        const auto *image = lab->image(id);
        ProgressPrinter printer({{u"id"_s, id}}, arguments.json());
        const auto checked = image
            ? checkImage(*store, *image, CheckScope::Everything, [&](const ImageProgress &now) { printer.show(now); })
            : fail(Error::Code::NotFound, u"there is no such image; “benchboot images” lists them"_s);
        printer.end();
        if (arguments.json()) {
            printJson({{u"event"_s, u"verified"_s},
                       {u"id"_s, id},
                       {u"whole"_s, checked.has_value()},
                       {u"detail"_s, checked ? QString() : checked.error().detail}});
        } else if (checked) {
            print(u"%1: whole, %2 files, %3"_s.arg(id).arg(image->facts.files.size()).arg(sizeText(image->size())));
        }
        if (!checked)
            worst = std::max<int>(worst, report(id, checked.error()));
    }
    return worst;
}

} // namespace Benchboot::Cli
