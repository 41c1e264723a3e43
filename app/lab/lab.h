// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bootentry.h"
#include "core/error.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace Benchboot {

/// An image that was imported.
struct LabImage
{
    QString id; ///< [a-z0-9][a-z0-9.-]*, unique in the lab; names its folder www/images/ID and its URL
    ImageFacts facts;
    QMap<QString, QString> options; ///< option key → value that the technician chose; others have their defaults
    QString sourceFile; ///< absolute path of the image at import
    qint64 sourceSize = 0; ///< bytes
    qint64 sourceModifiedMs = 0; ///< its time of change at import, since 1970 UTC
    bool linked = false; ///< nothing was copied: files are served out of `sourceFile`
    qint64 importedMs = 0; ///< since 1970 UTC

    /// Name and version as people say them, e.g. "SystemRescueCD 5.3.2".
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] qint64 size() const; ///< bytes of all its files

    friend bool operator==(const LabImage &, const LabImage &) = default;
};

/// One line of the boot menu, in the lab's own order.
struct LabMenuItem
{
    enum class Kind { Image, LocalDisk, Shell, Reboot };
    Kind kind = Kind::Image;
    QString id; ///< the image's id, or "local", "shell", "reboot"
    QString title; ///< empty: the image's name, or the standard words

    friend bool operator==(const LabMenuItem &, const LabMenuItem &) = default;
};

/// The whole lab as it stands in lab.json: a value. Edited through the functions here, which keep images and menu consistent.
class Lab
{
public:
    Lab(); ///< an empty lab: a menu of local disk, shell and reboot

    [[nodiscard]] const QList<LabImage> &images() const { return m_images; }
    [[nodiscard]] const LabImage *image(const QString &id) const; ///< null if there is none
    [[nodiscard]] const QList<LabMenuItem> &menu() const { return m_menu; }
    [[nodiscard]] QString titleOf(const LabMenuItem &item) const; ///< what the client's menu shows

    /// Adds \a image, whose id must be new, and its menu entry behind the last image's.
    void addImage(LabImage image);
    [[nodiscard]] Result<LabImage> removeImage(const QString &id); ///< also its menu entry; answers what was removed
    /// Puts \a image, whose id must be new, at \a position among the images (the last at most), without a menu entry.
    void insertImage(LabImage image, qsizetype position);
    /// A free id made of \a name, e.g. "systemrescuecd-5.3.2", "systemrescuecd-5.3.2-2".
    [[nodiscard]] QString freeId(const QString &name) const;
    /// Puts \a image in the place of the one with its id, whose menu entry stays; so do the options that \a image still offers and does not
    /// choose itself.
    void replaceImage(LabImage image);
    /// Image \a newer becomes in menu and settings what image \a older was: its entry stands where the older one's did, under the same title if
    /// that was given by hand, is the default where that was, and has its options as with replaceImage(). An older one without an entry leaves
    /// the newer one's where it is. \return \a older, which is removed; NotFound where one of them is not there.
    [[nodiscard]] Result<LabImage> takeOver(const QString &newer, const QString &older);
    /// The files of image \a id were read: \a hashes has the SHA-256 of those at a path that had none. \a imageCompared: so was the image file.
    void setChecked(const QString &id, const QHash<QString, QString> &hashes, bool imageCompared);
    /// Sets an option of an image. InvalidArgument for an unknown key, a value that is not among the choices or could break a script.
    [[nodiscard]] Result<void> setOption(const QString &imageId, const QString &key, const QString &value);

    /// Replaces the menu. Every item must be of a known image or a standard entry, ids must differ: InvalidArgument otherwise.
    [[nodiscard]] Result<void> setMenu(QList<LabMenuItem> menu);

    /// A setting's value: as set, or its default. Keys: settings.h. Empty for an unknown key.
    [[nodiscard]] QString setting(const QString &key) const;
    [[nodiscard]] bool isSet(const QString &key) const { return m_settings.contains(key); }
    /// Checks and sets. An empty value takes the default again. InvalidArgument with a sentence otherwise.
    [[nodiscard]] Result<void> setSetting(const QString &key, const QString &value);

    /// The menu item that starts by itself: menu.default if it is in the menu, else the first image's; empty: none.
    [[nodiscard]] QString defaultItem() const;
    /// Option values of \a image as a client gets them: chosen, else the lab's setting of that name, else the recipe's default.
    [[nodiscard]] QMap<QString, QString> effectiveOptions(const LabImage &image) const;

    [[nodiscard]] QJsonObject toJson() const;
    /// Unknown keys are kept and written again. Malformed or Unsupported (a newer version) with a sentence otherwise.
    [[nodiscard]] static Result<Lab> fromJson(const QJsonObject &object);

    friend bool operator==(const Lab &, const Lab &) = default;

private:
    [[nodiscard]] LabImage *find(const QString &id);

    QList<LabImage> m_images;
    QList<LabMenuItem> m_menu;
    QMap<QString, QString> m_settings;
    QJsonObject m_unknown;
};

} // namespace Benchboot
