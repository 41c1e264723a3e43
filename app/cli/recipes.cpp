// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "images/recipebook.h"
#include "session/importjob.h"

#include <QJsonArray>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Benchboot::Cli {
namespace {

bool isBuiltIn(const Recipe &recipe) { return recipe.file.startsWith(u":/"); }

QJsonObject describe(const RecipeProblem &problem)
{
    return {{u"file"_s, problem.file},
            {u"line"_s, problem.line},
            {u"field"_s, problem.field},
            {u"message"_s, problem.message}};
}

void tell(const RecipeProblem &problem)
{
    std::fputs(qPrintable(u"benchboot: %1\n"_s.arg(problem.toString())), stderr);
}

int list(const Arguments &arguments)
{
    const auto book = RecipeBook::load(userRecipeFolders());
    for (const auto &recipe : book.recipes()) {
        if (arguments.json()) {
            printJson({{u"id"_s, recipe.id},
                       {u"name"_s, recipe.name},
                       {u"priority"_s, recipe.priority},
                       {u"builtIn"_s, isBuiltIn(recipe)},
                       {u"file"_s, isBuiltIn(recipe) ? QString() : recipe.file}});
        } else {
            print(u"%1  %2%3"_s.arg(recipe.id, -20)
                      .arg(recipe.name, isBuiltIn(recipe) ? QString() : u"  ("_s + recipe.file + u')'));
        }
    }
    for (const auto &problem : book.problems()) {
        tell(problem);
        if (arguments.json())
            printJson({{u"problem"_s, describe(problem)}});
    }
    return book.problems().isEmpty() ? Done : Failed;
}

int check(const Arguments &arguments, const QStringList &files)
{
    int worst = Done;
    for (const auto &file : files) {
        const auto problems = RecipeBook::check(file, userRecipeFolders());
        if (!problems.isEmpty())
            worst = Failed;
        QJsonArray described;
        for (const auto &problem : problems) {
            tell(problem);
            described.append(describe(problem));
        }
        if (arguments.json())
            printJson({{u"file"_s, file}, {u"right"_s, problems.isEmpty()}, {u"problems"_s, described}});
        else if (problems.isEmpty())
            print(u"%1: nothing is wrong"_s.arg(file));
    }
    return worst;
}

} // namespace

int recipes(const QStringList &words)
{
    Arguments arguments(u"recipes [check FILE…] [--json]"_s,
                        u"Lists the systems that are recognised, or checks recipes of one's own."_s);
    if (const auto status = arguments.parse(words))
        return *status;
    const auto positional = arguments.positional();
    if (positional.isEmpty())
        return list(arguments);
    if (positional.first() != u"check")
        return wrongUsage(u"recipes knows “check FILE…”, not “%1”"_s.arg(positional.first()));
    if (positional.size() < 2)
        return wrongUsage(u"name the recipe files to check"_s);
    return check(arguments, positional.sliced(1));
}

} // namespace Benchboot::Cli
