# SPDX-FileCopyrightText: 2026 The Benchboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes a manual page (man(7), tables by tbl) of the Markdown that packaging/benchboot.1.md is written in: headings, paragraphs, lists of one
# level, tables, fenced code, **bold**, `code`.

function words(text,    out, at) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    out = ""
    while ((at = match(text, /\*\*[^*]+\*\*|`[^`]+`/)) > 0) {
        marks = substr(text, at, 1) == "*" ? 2 : 1
        out = out substr(text, 1, at - 1) "\\fB" substr(text, at + marks, RLENGTH - 2 * marks) "\\fP"
        text = substr(text, at + RLENGTH)
    }
    return out text
}
function say(text) { print text ~ /^[.']/ ? "\\&" text : text }
function endTable() { if (table) print ".TE"; table = 0 }

BEGIN { print "'\\\" t"; print ".TH BENCHBOOT 1 \"\" \"Benchboot " version "\" \"User Commands\"" }
/^<!--/ || /^# / { next }
/^```/ { endTable(); code = !code; print code ? ".PP\n.nf\n.RS 2" : ".RE\n.fi"; next }
code { gsub(/\\/, "\\e"); gsub(/-/, "\\-"); say($0); next }
/^## / { endTable(); print ".SH " toupper(substr($0, 4)); next }
/^### / { endTable(); print ".SS " words(substr($0, 5)); next }
/^\|[-|: ]+\|$/ { next }
/^\|/ {
    columns = split(substr($0, 2, length($0) - 2), cells, "|")
    if (!table) {
        print ".PP\n.TS\ntab(|);"
        format = "lb"
        for (i = 2; i < columns; i++) format = format " lb"
        print format " lb"
        row = "lx"
        for (i = 2; i <= columns; i++) row = row " lx"
        print row "."
        table = 1
    }
    line = ""
    for (i = 1; i <= columns; i++) {
        gsub(/^ +| +$/, "", cells[i])
        line = line (i > 1 ? "|" : "") "T{\n" words(cells[i]) "\nT}"
    }
    print line
    next
}
/^- / { endTable(); print ".IP \\(bu 2"; say(words(substr($0, 3))); next }
/^$/ { endTable(); if (!started) next; print ".PP"; next }
{ started = 1; sub(/^ +/, ""); say(words($0)) }
