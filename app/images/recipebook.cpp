// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/recipebook.h"

#include "images/recipeparser.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qint64 maxRead = 512 * 1024; // more than parseRecipeDocument() takes, so that it can say so
constexpr std::size_t maxChain = 8; // recipes that extend each other

/// By id, the one that counts last; a file without an id stands under its own name.
using Documents = std::map<QString, std::vector<RecipeDocument>>;

std::optional<RecipeDocument> readDocument(const QString &path, QList<RecipeProblem> &problems)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        problems.append({path, 0, {}, file.errorString()});
        return std::nullopt;
    }
    return parseRecipeDocument(file.read(maxRead), path, problems);
}

void readFolder(const QString &folder, Documents &documents, QList<RecipeProblem> &problems)
{
    const QDir directory(folder);
    const auto names = directory.entryList({u"*.toml"_s}, QDir::Files | QDir::Readable, QDir::Name);
    for (const auto &name : names) {
        if (auto document = readDocument(directory.filePath(name), problems)) {
            const auto id = document->id();
            documents[id.isEmpty() ? document->file : id].push_back(std::move(*document));
        }
    }
}

Documents readFolders(const QStringList &folders, QList<RecipeProblem> &problems)
{
    Documents documents;
    readFolder(u":/recipes"_s, documents, problems);
    for (const auto &folder : folders)
        readFolder(folder, documents, problems);
    return documents;
}

std::optional<Recipe> resolve(const RecipeDocument &document, const Documents &documents,
                              QList<RecipeProblem> &problems)
{
    std::vector<const RecipeDocument *> chain{&document};
    for (auto parent = document.extends(); !parent.isEmpty(); parent = chain.back()->extends()) {
        const auto found = documents.find(parent);
        if (found == documents.end() || chain.size() >= maxChain) {
            problems.append({document.file, 0, u"extends"_s,
                             found == documents.end() ? u"there is no recipe \"%1\""_s.arg(parent)
                                                      : u"recipes extend each other in a circle"_s});
            return std::nullopt;
        }
        chain.push_back(&found->second.back());
    }
    return parseRecipe(chain, problems);
}

} // namespace

RecipeBook RecipeBook::load(const QStringList &folders)
{
    RecipeBook book;
    const auto documents = readFolders(folders, book.m_problems);
    for (const auto &[id, versions] : documents) {
        for (auto document = versions.rbegin(); document != versions.rend(); ++document) {
            auto recipe = resolve(*document, documents, book.m_problems);
            if (!recipe)
                continue; // the one that it would have replaced still counts
            book.m_recipes.append(std::move(*recipe));
            break;
        }
    }
    return book;
}

QList<RecipeProblem> RecipeBook::check(const QString &file, const QStringList &folders)
{
    QList<RecipeProblem> problems;
    QList<RecipeProblem> ofOthers;
    const auto document = readDocument(file, problems);
    if (document)
        (void)resolve(*document, readFolders(folders, ofOthers), problems);
    return problems;
}

const Recipe *RecipeBook::find(const QString &id) const
{
    const auto found
        = std::find_if(m_recipes.begin(), m_recipes.end(), [&id](const Recipe &recipe) { return recipe.id == id; });
    return found == m_recipes.end() ? nullptr : &*found;
}

} // namespace Benchboot
