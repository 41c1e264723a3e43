// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/diskfixture.h"

#include "images/isofixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <utility>

using namespace Qt::StringLiterals;

namespace Benchboot::Tests {

DiskFixture::DiskFixture(QString path, qint64 kib) : m_path(std::move(path))
{
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || !file.resize(kib * 1024))
        qFatal("%s cannot be made", qPrintable(m_path));
}

void DiskFixture::partition(const QString &label, const QByteArray &script) const
{
    QProcess sfdisk;
    sfdisk.start(u"sfdisk"_s, {u"-q"_s, u"-X"_s, label, m_path});
    sfdisk.write(script);
    sfdisk.closeWriteChannel();
    if (!sfdisk.waitForFinished() || sfdisk.exitCode() != 0)
        qFatal("sfdisk failed: %s", sfdisk.readAllStandardError().constData());
}

void DiskFixture::addVolume(int bits, qint64 start, qint64 kib, const QString &name, const QString &folder) const
{
    (void)output(u"mkfs.vfat"_s,
                 {u"-F"_s, QString::number(bits), u"-n"_s, name, u"--offset"_s, QString::number(start / 512), m_path,
                  QString::number(kib)});
    QStringList files;
    for (const auto &entry : QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        files.append(folder + u'/' + entry);
    if (!files.isEmpty())
        (void)output(u"mcopy"_s,
                     QStringList{u"-s"_s, u"-i"_s, u"%1@@%2"_s.arg(m_path).arg(start)} + files + QStringList{u"::/"_s});
}

void DiskFixture::makeBootable() const
{
    if (patchFile(m_path, "not a bootable disk", "something to start!") > 0)
        return; // a volume without a partition table
    auto bytes = readFile(m_path);
    bytes.replace(0, 3, QByteArray("\xfa\x31\xc0", 3));
    writeFile(m_path, bytes);
}

} // namespace Benchboot::Tests
