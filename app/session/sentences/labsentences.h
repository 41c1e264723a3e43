// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qttranslation.h>

#include <array>

namespace Benchboot {

/// What is said of the lab and its files. See detailtext.h.
inline constexpr std::array labSentences{
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Another Benchboot is changing the lab %1; try again when it is done"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 could not be written: %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "the disk has no room for more. Delete files there, then try again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 cannot be “%2”: %3"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 cannot be “%2”: $, || and && as words, words that begin with #, and control characters would "
                      "be taken for iPXE commands"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "%1 cannot be “%2”: it is one word, without spaces. What else the kernel shall get goes into the "
                      "option arguments"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "it must be one line of at most 255 characters"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The lab has %1 images now"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "error %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The lock file %1 could not be opened"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is locked"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The folder %1 could not be moved to %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The files of %1 are not in the trash any more. Import it again"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 cannot come back: it was imported again in the meantime"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The import could not be finished"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The files of %1 could not be replaced"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The imported files could not be moved to %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 could not be written"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 could not be read: %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 has no option “%2”; it has %3"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 cannot be “%2”; choose one of %3"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 cannot be “%2”: the menu has no such entry"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "it must be a whole number from %1 to %2"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "a loader is a file name of letters, digits, dots, hyphens and underscores"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "There is no image “%1”; “benchboot images” lists them"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "There is no image “%1”"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The image “%1” is not in the lab any more"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The menu entry “%1” is not of this lab, or stands in the menu twice"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The menu has no entry “%1” any more"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "There is no setting “%1”; “benchboot settings” lists them"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "“%1” cannot be undone or redone: the value was changed elsewhere"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The lab was written by a newer Benchboot; update this one"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "lab.json is damaged: it has no version, no images or no menu"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "lab.json is damaged: “%1” is no valid image id, or stands there twice"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "lab.json is damaged: %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "The folder %1 could not be made"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "Choose another folder for the lab (--lab DIR)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is too large to be a lab"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is damaged at byte %2; remove it to start anew"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is damaged at byte %2: %3"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is too large; remove it to start anew"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "The lab %1 belongs to another user, so you cannot change it. Use one of your own (--lab DIR)"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "No trash folder could be made in %1"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "“%1” is no MAC address such as 52:54:00:12:34:56"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "what is known of the clients was written by a newer Benchboot"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText", "%1 is changing what is known of the PCs; try again when it is done"),
    QT_TRANSLATE_NOOP("Benchboot::DetailText",
                      "Another program is changing what is known of the PCs; try again when it is done"),
};

} // namespace Benchboot
