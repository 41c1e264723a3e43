// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/recipefields.h"

using namespace Qt::StringLiterals;

namespace Benchboot {

const toml::node *RecipeFields::node(const char *key) const
{
    for (const auto *table : m_tables) {
        if (const auto *found = table->get(key))
            return found;
    }
    return nullptr;
}

const toml::node *RecipeFields::take(const char *key)
{
    m_used.insert(QString::fromLatin1(key));
    return node(key);
}

QString RecipeFields::fieldOf(const QString &key) const { return m_path.isEmpty() ? key : m_path + u'.' + key; }

void RecipeFields::note(const toml::node *at, const QString &field, const QString &message)
{
    const auto *place = at ? at : m_tables.front();
    const auto &source = place->source();
    const auto file = source.path && !source.path->empty() ? QString::fromStdString(*source.path) : m_file;
    m_problems->append({file, int(source.begin.line), field, message});
}

QString RecipeFields::string(const char *key, const QString &absent)
{
    const auto *found = take(key);
    if (!found)
        return absent;
    if (const auto *text = found->as_string())
        return QString::fromStdString(text->get());
    wrong(key, u"must be a text"_s);
    return absent;
}

std::vector<std::pair<QString, const toml::node *>> RecipeFields::items(const char *key)
{
    const auto *found = take(key);
    const auto field = fieldOf(QString::fromLatin1(key));
    if (!found)
        return {};
    const auto *array = found->as_array();
    if (!array)
        return {{field, found}};
    std::vector<std::pair<QString, const toml::node *>> list;
    for (const auto &item : *array)
        list.emplace_back(u"%1[%2]"_s.arg(field).arg(list.size()), &item);
    return list;
}

QStringList RecipeFields::strings(const char *key)
{
    QStringList list;
    for (const auto &[field, item] : items(key)) {
        if (const auto *text = item->as_string())
            list.append(QString::fromStdString(text->get()));
        else
            note(item, field, u"must be a text"_s);
    }
    return list;
}

int RecipeFields::integer(const char *key, int absent, int least, int most)
{
    const auto *found = take(key);
    if (!found)
        return absent;
    const auto *value = found->as_integer();
    if (value && value->get() >= least && value->get() <= most)
        return int(value->get());
    wrong(key, u"must be a whole number from %1 to %2"_s.arg(least).arg(most));
    return absent;
}

double RecipeFields::number(const char *key, double absent, double least, double most)
{
    const auto *found = take(key);
    if (!found)
        return absent;
    const auto value = found->value<double>();
    if (value && *value >= least && *value <= most)
        return *value;
    wrong(key, u"must be a number from %1 to %2"_s.arg(least).arg(most));
    return absent;
}

bool RecipeFields::boolean(const char *key)
{
    const auto *found = take(key);
    if (!found)
        return false;
    if (const auto *value = found->as_boolean())
        return value->get();
    wrong(key, u"must be true or false"_s);
    return false;
}

QRegularExpression RecipeFields::expression(const char *key)
{
    const auto text = string(key);
    QRegularExpression expression(text,
                                  QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    if (!expression.isValid())
        wrong(key, u"is no regular expression: %1"_s.arg(expression.errorString()));
    return expression;
}

std::vector<RecipeFields> RecipeFields::tables(const char *key)
{
    std::vector<RecipeFields> list;
    for (const auto &[field, item] : items(key)) {
        if (const auto *table = item->as_table())
            list.push_back(inner(table, field));
        else
            note(item, field, u"must be a table"_s);
    }
    return list;
}

void RecipeFields::require(const char *key)
{
    if (!node(key))
        note(nullptr, fieldOf(QString::fromLatin1(key)), u"is missing"_s);
}

void RecipeFields::wrong(const char *key, const QString &message)
{
    note(node(key), fieldOf(QString::fromLatin1(key)), message);
}

QStringList RecipeFields::keys() const
{
    QSet<QString> names;
    for (const auto *table : m_tables) {
        for (const auto &[key, value] : *table)
            names.insert(QString::fromUtf8(key.str().data(), qsizetype(key.str().size())));
    }
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted;
}

void RecipeFields::finish()
{
    const auto all = keys();
    for (const auto &key : all) {
        if (!m_used.contains(key))
            note(node(key.toUtf8().constData()), fieldOf(key), u"is not known here; is it mistyped?"_s);
    }
}

} // namespace Benchboot
