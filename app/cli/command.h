// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "lab/labstore.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace Benchboot::Cli {

/// Exit status of the program (a contract: scripts rely on it).
enum ExitStatus { Done = 0, Failed = 1, WrongUsage = 2, NotRecognised = 3 };

/// One subcommand: its name, one line for the overview, and what runs it with the words that follow the name. Needs a QCoreApplication.
struct Command
{
    const char16_t *name;
    const char16_t *summary;
    int (*run)(const QStringList &arguments);
};

int inspect(const QStringList &arguments);
int import(const QStringList &arguments);
int images(const QStringList &arguments);
int remove(const QStringList &arguments);
int verify(const QStringList &arguments);
int settings(const QStringList &arguments);
int loaders(const QStringList &arguments);
int serve(const QStringList &arguments);
int menu(const QStringList &arguments);
int doctor(const QStringList &arguments);
int recipes(const QStringList &arguments);
int clients(const QStringList &arguments);

/// Options that several commands share.
class Arguments
{
public:
    /// \param usage  e.g. "import FILE…", shown by --help; \a summary one sentence
    Arguments(const QString &usage, const QString &summary);

    void add(const QCommandLineOption &option) { m_parser.addOption(option); }
    /// Reads the words. On --help prints and answers Done, on a wrong word says so and answers WrongUsage; nothing: go on.
    [[nodiscard]] std::optional<ExitStatus> parse(const QStringList &arguments);

    [[nodiscard]] bool isSet(const QString &option) const { return m_parser.isSet(option); }
    [[nodiscard]] QString value(const QString &option) const { return m_parser.value(option); }
    [[nodiscard]] QStringList values(const QString &option) const { return m_parser.values(option); }
    [[nodiscard]] QStringList positional() const { return m_parser.positionalArguments(); }
    [[nodiscard]] bool json() const { return m_parser.isSet(QStringLiteral("json")); }
    [[nodiscard]] Result<LabStore> lab() const; ///< --lab, or the user's own; swept of interrupted imports

private:
    QCommandLineParser m_parser;
    QString m_usage;
};

void print(const QString &line); ///< a line to standard output, flushed
void printJson(QJsonObject object); ///< one JSON line with "schema": 1
/// `benchboot: WHAT: WHY` to standard error. \return the exit status that fits
ExitStatus report(const QString &what, const Error &error);
ExitStatus wrongUsage(const QString &why);

[[nodiscard]] QString sizeText(qint64 bytes); ///< "1.2 GB"

} // namespace Benchboot::Cli
