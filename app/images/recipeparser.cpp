// SPDX-FileCopyrightText: 2026 The Benchboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "images/recipeparser.h"

#include "images/recipefields.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Benchboot {
namespace {

constexpr qsizetype maxRecipeSize = 256 * 1024; // the longest of ours has 3 KiB

RecipeMatch parseMatch(RecipeFields fields)
{
    RecipeMatch match;
    match.files = fields.strings("files");
    match.any = fields.strings("any");
    match.none = fields.strings("none");
    match.label = fields.expression("label");
    match.bare = fields.boolean("bare");
    for (auto &text : fields.tables("text")) {
        text.require("file");
        text.require("matches");
        match.text.append({text.string("file"), text.expression("matches")});
        text.finish();
    }
    fields.finish();
    return match;
}

RecipePlace parsePlace(RecipeFields fields)
{
    RecipePlace place;
    const bool inLabel = fields.has("label");
    place.inLabel = inLabel;
    if (inLabel + fields.has("file") + fields.has("path") != 1)
        fields.wrong("label", u"say where it stands: label, path, or file with matches"_s);
    place.file = fields.string("file");
    const auto label = fields.expression("label");
    const auto path = fields.expression("path");
    const auto matches = fields.expression("matches");
    place.matches = inLabel ? label : place.file.isEmpty() ? path : matches;
    if (place.matches.captureCount() == 0)
        fields.wrong(inLabel                    ? "label"
                         : place.file.isEmpty() ? "path"
                                                : "matches",
                     u"needs a group in parentheses: what is looked for"_s);
    place.format = fields.string("format");
    fields.finish();
    return place;
}

QList<RecipePlace> parsePlaces(RecipeFields &fields, const char *key)
{
    QList<RecipePlace> places;
    for (auto &place : fields.tables(key))
        places.append(parsePlace(place));
    return places;
}

RecipeCheck parseCheck(RecipeFields fields)
{
    for (const auto *key : {"type", "sums", "file"})
        fields.require(key);
    RecipeCheck check{fields.string("type"), fields.string("sums"), fields.string("file")};
    if (!QStringList{u"md5"_s, u"sha256"_s, u"sha512"_s}.contains(check.type))
        fields.wrong("type", u"must be md5, sha256 or sha512"_s);
    fields.finish();
    return check;
}

BootOption parseOption(RecipeFields fields)
{
    static const QRegularExpression keyForm(u"\\A[a-z][a-z0-9-]*\\z"_s);
    fields.require("key");
    fields.require("label");
    BootOption option{fields.string("key"), fields.string("label"), fields.strings("choices"),
                      fields.string("default")};
    if (!keyForm.match(option.key).hasMatch() || option.key == u"base")
        fields.wrong("key", u"must be made of a-z, 0-9 and '-', begin with a letter, and not be \"base\""_s);
    if (!option.choices.isEmpty() && !option.defaultValue.isEmpty() && !option.choices.contains(option.defaultValue))
        fields.wrong("default", u"must be one of the choices, or be left out"_s);
    fields.finish();
    return option;
}

RecipeMemory parseMemory(RecipeFields fields)
{
    RecipeMemory memory;
    memory.baseMiB = fields.integer("base", memory.baseMiB, 0, 1'000'000);
    memory.times = fields.number("times", memory.times, 0, 16);
    memory.files = fields.strings("files");
    fields.finish();
    return memory;
}

QList<RecipeArgument> parseArguments(RecipeFields &fields, const char *key = "arguments")
{
    QList<RecipeArgument> arguments;
    fields.each(
        key, [&](const QString &text) { arguments.append({text, {}}); },
        [&](RecipeFields table) {
            table.require("text");
            table.require("if");
            arguments.append({table.string("text"), table.string("if")});
            table.finish();
        });
    return arguments;
}

QList<RecipeInitrd> parseInitrds(RecipeFields &fields)
{
    QList<RecipeInitrd> initrds;
    fields.each(
        "initrds", [&](const QString &file) { initrds.append({.file = file}); },
        [&](RecipeFields table) {
            static const QRegularExpression folderName(u"\\A[a-z0-9][a-z0-9-]*\\z"_s);
            RecipeInitrd initrd;
            initrd.file = table.string("file");
            initrd.overlay = table.string("overlay");
            if (initrd.file.isEmpty() == initrd.overlay.isEmpty())
                table.wrong("file", u"say either which file, or which overlay"_s);
            if (!initrd.overlay.isEmpty() && !folderName.match(initrd.overlay).hasMatch())
                table.wrong("overlay", u"must be made of a-z, 0-9 and '-'"_s);
            initrd.optional = table.boolean("optional");
            initrd.injectAs = table.string("inject");
            initrd.mode = quint32(table.integer("mode", 0644, 0, 07777));
            if (!initrd.injectAs.isEmpty() && !initrd.injectAs.startsWith(u'/'))
                table.wrong("inject", u"must be an absolute path"_s);
            table.finish();
            initrds.append(initrd);
        });
    return initrds;
}

BootMethod parseMethod(RecipeFields &fields)
{
    const auto text = fields.string("method", u"kernel"_s);
    for (const auto method : {BootMethod::Kernel, BootMethod::Memdisk, BootMethod::Wimboot, BootMethod::Efi,
                              BootMethod::Sanboot, BootMethod::None}) {
        if (text == methodName(method))
            return method;
    }
    fields.wrong("method", u"must be kernel, memdisk, wimboot, efi, sanboot or none"_s);
    return BootMethod::None;
}

/// `when`: firmware and cpu are conditions on the client, every other key is an option with its value.
void parseConditions(RecipeFields fields, RecipeEntry &entry)
{
    const auto firmware = fields.strings("firmware");
    for (const auto &name : firmware) {
        bool known = false;
        for (const auto flag : {Firmware::Bios, Firmware::EfiIa32, Firmware::EfiX64, Firmware::EfiArm64}) {
            if (firmwareNames(flag).first() == name) {
                entry.firmware |= flag;
                known = true;
            }
        }
        if (!known)
            fields.wrong("firmware", u"must be of bios, efi-ia32, efi-x64, efi-arm64"_s);
    }
    entry.cpuBits = fields.integer("cpu", 0, 0, 64);
    if (entry.cpuBits != 0 && entry.cpuBits != 64)
        fields.wrong("cpu", u"must be 64, or be left out"_s);
    const auto keys = fields.keys();
    for (const auto &key : keys) {
        if (key != u"firmware" && key != u"cpu")
            entry.whenOptions.insert(key, fields.string(key.toUtf8().constData()));
    }
    fields.finish();
}

RecipeEntry parseEntry(RecipeFields fields)
{
    RecipeEntry entry;
    entry.title = fields.string("title");
    entry.method = parseMethod(fields);
    entry.kernel = fields.string("kernel");
    entry.files = fields.strings("files");
    entry.none = fields.strings("none");
    entry.initrds = parseInitrds(fields);
    entry.arguments = parseArguments(fields);
    entry.script = fields.string("script");
    entry.reason = fields.string("reason");
    entry.each = fields.string("each");
    for (auto &conditions : fields.tables("when"))
        parseConditions(conditions, entry);
    if (entry.kernel.isEmpty() && entry.script.isEmpty() && entry.method != BootMethod::None)
        fields.wrong("kernel", u"is missing (or a script, or method = \"none\" with a reason)"_s);
    if (entry.method == BootMethod::None && entry.reason.isEmpty())
        fields.wrong("reason", u"is missing: say why it cannot boot, and the way out"_s);
    fields.finish();
    return entry;
}

/// An entry may only ask for options, and for values of them, that the recipe offers.
void checkConditions(const Recipe &recipe, RecipeFields &fields)
{
    const auto choicesOf = [&recipe](const QString &key) {
        const auto option = std::ranges::find(recipe.options, key, &BootOption::key);
        return option == recipe.options.end() ? QStringList() : option->choices;
    };
    for (const auto &entry : recipe.entries) {
        for (const auto &[key, value] : entry.whenOptions.asKeyValueRange()) {
            if (!choicesOf(key).contains(value))
                fields.wrong("entries", u"when.%1 = \"%2\" is no choice of this recipe's options"_s.arg(key, value));
        }
        if (!entry.each.isEmpty() && choicesOf(entry.each).isEmpty())
            fields.wrong("entries", u"each = \"%1\" is no option of this recipe with choices"_s.arg(entry.each));
    }
}

void parseFiles(RecipeFields fields, Recipe &recipe)
{
    recipe.take = fields.strings("take");
    recipe.takeOptional = fields.strings("optional");
    fields.finish();
}

void checkIdentity(const Recipe &recipe, RecipeFields &fields)
{
    static const QRegularExpression idForm(u"\\A[a-z0-9][a-z0-9-]*\\z"_s);
    if (!idForm.match(recipe.id).hasMatch())
        fields.wrong("id", u"must be made of a-z, 0-9 and '-'"_s);
    if (recipe.id.startsWith(u"fallback-"))
        fields.wrong("id", u"must not begin with \"fallback-\", which names what no recipe fits"_s);
    if (recipe.name.isEmpty())
        fields.wrong("name", u"is empty"_s);
    for (const auto &match : recipe.recognise) {
        if (match.conditions() == 0)
            fields.wrong("recognise", u"asks for nothing, so it would fit every image"_s);
    }
}

} // namespace

QString RecipeProblem::toString() const
{
    QString text = file;
    if (line > 0)
        text += u':' + QString::number(line);
    return text + u": "_s + (field.isEmpty() ? QString() : field + u": "_s) + message;
}

QString RecipeDocument::text(const char *key) const
{
    const auto *found = table.get(key);
    const auto *value = found ? found->as_string() : nullptr;
    return value ? QString::fromStdString(value->get()) : QString();
}

std::optional<RecipeDocument> parseRecipeDocument(const QByteArray &text, const QString &file,
                                                  QList<RecipeProblem> &problems)
{
    if (text.size() > maxRecipeSize) {
        problems.append({file, 0, {}, u"is longer than 256 KiB"_s});
        return std::nullopt;
    }
    try {
        return RecipeDocument{file,
                              toml::parse(std::string_view(text.data(), size_t(text.size())), file.toStdString())};
    } catch (const toml::parse_error &error) {
        problems.append({file, int(error.source().begin.line), {}, QString::fromUtf8(error.description())});
        return std::nullopt;
    }
}

std::optional<Recipe> parseRecipe(const std::vector<const RecipeDocument *> &chain, QList<RecipeProblem> &problems)
{
    const auto before = problems.size();
    std::vector<const toml::table *> tables;
    for (const auto *document : chain)
        tables.push_back(&document->table);
    RecipeFields fields(std::move(tables), {}, chain.front()->file, problems);
    for (const auto *key : {"id", "name", "recognise", "entries"})
        fields.require(key);

    Recipe recipe;
    recipe.file = chain.front()->file;
    recipe.id = chain.front()->id();
    recipe.name = fields.string("name");
    [[maybe_unused]] const auto parent = fields.string("extends");
    [[maybe_unused]] const auto id = fields.string("id");
    recipe.priority = fields.integer("priority", recipe.priority, 0, 100);
    for (auto &match : fields.tables("recognise"))
        recipe.recognise.append(parseMatch(match));
    recipe.product = parsePlaces(fields, "product");
    recipe.version = parsePlaces(fields, "version");
    recipe.edition = parsePlaces(fields, "edition");
    recipe.language = parsePlaces(fields, "language");
    recipe.notes = parseArguments(fields, "notes");
    for (auto &files : fields.tables("files"))
        parseFiles(files, recipe);
    for (auto &option : fields.tables("options"))
        recipe.options.append(parseOption(option));
    for (auto &check : fields.tables("checks"))
        recipe.checks.append(parseCheck(check));
    for (auto &memory : fields.tables("memory"))
        recipe.memory = parseMemory(memory);
    recipe.arguments = parseArguments(fields);
    for (auto &entry : fields.tables("entries"))
        recipe.entries.append(parseEntry(entry));
    checkIdentity(recipe, fields);
    checkConditions(recipe, fields);
    fields.finish();
    return problems.size() == before ? std::optional(recipe) : std::nullopt;
}

} // namespace Benchboot
