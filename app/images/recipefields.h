// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "images/recipe.h"

#include <toml++/toml.hpp>

#include <QSet>

#include <vector>

namespace Benchboot {

/// Reads the keys of one TOML table, checks their types, and notes what is wrong with its place. A key that nobody asked for is wrong, too:
/// finish() tells of it, so that a typing error does not pass as a key left out.
class RecipeFields
{
public:
    /// \param tables    the first that has a key counts.
    /// \param path      of the table in the file ("entries[2]"); empty: the top.
    RecipeFields(std::vector<const toml::table *> tables, QString path, QString file, QList<RecipeProblem> &problems)
        : m_tables(std::move(tables)), m_path(std::move(path)), m_file(std::move(file)), m_problems(&problems)
    {
    }

    [[nodiscard]] bool has(const char *key) const { return node(key) != nullptr; }
    [[nodiscard]] QString string(const char *key, const QString &absent = {});
    [[nodiscard]] QStringList strings(const char *key); ///< a string, or an array of strings
    [[nodiscard]] int integer(const char *key, int absent, int least, int most);
    [[nodiscard]] double number(const char *key, double absent, double least, double most);
    [[nodiscard]] bool boolean(const char *key);
    [[nodiscard]] QRegularExpression expression(const char *key);
    [[nodiscard]] std::vector<RecipeFields> tables(const char *key); ///< a table, or an array of tables
    /// An array that mixes strings and tables: \a fromText and \a fromTable take them in order. A lone string or table is an array of one.
    template <typename Text, typename Table>
    void each(const char *key, const Text &fromText, const Table &fromTable);

    void require(const char *key); ///< notes that it is missing
    void wrong(const char *key, const QString &message); ///< notes what is wrong with the value of \a key
    [[nodiscard]] QStringList keys() const; ///< all of them, sorted
    void finish();

private:
    [[nodiscard]] const toml::node *node(const char *key) const;
    [[nodiscard]] const toml::node *take(const char *key);
    [[nodiscard]] QString fieldOf(const QString &key) const;
    void note(const toml::node *at, const QString &field, const QString &message);
    [[nodiscard]] std::vector<std::pair<QString, const toml::node *>> items(const char *key);
    [[nodiscard]] RecipeFields inner(const toml::table *table, const QString &field) const
    {
        return RecipeFields({table}, field, m_file, *m_problems);
    }

    std::vector<const toml::table *> m_tables;
    QString m_path;
    QString m_file;
    QList<RecipeProblem> *m_problems;
    QSet<QString> m_used;
};

template <typename Text, typename Table>
void RecipeFields::each(const char *key, const Text &fromText, const Table &fromTable)
{
    for (const auto &[field, item] : items(key)) {
        if (const auto *text = item->as_string())
            fromText(QString::fromStdString(text->get()));
        else if (const auto *table = item->as_table())
            fromTable(inner(table, field));
        else
            note(item, field, QStringLiteral("must be a text or a table"));
    }
}

} // namespace Benchboot
