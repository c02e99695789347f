"""What the library holds, as plain data for the command line and for others: kinds, clauses, questionnaires, answers files."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Any

from ssc_drafter.answers.conditions import Condition
from ssc_drafter.answers.parties import CAPACITIES, ROLES
from ssc_drafter.answers.question import Question
from ssc_drafter.library.changes import NO_CHANGES, Changes
from ssc_drafter.library.clause import Clause, Variant
from ssc_drafter.library.kind import Kind
from ssc_drafter.library.load import Library
from ssc_drafter.library.plan import questions as asked
from ssc_drafter.words import in_language, say

Plain = dict[str, Any]


def kinds(library: Library) -> list[Plain]:
    """Return the kinds of instrument, as `kinds --json` prints them."""
    return [
        {
            "id": kind.id,
            "title": kind.title,
            "about": kind.about,
            "register": kind.register,
            "registers": list(kind.registers),
            "languages": list(library.languages_of(kind)),
            "questions": len(asked(library, kind)),
            "samples": [_shown(path) for path in kind.samples],
        }
        for kind in library.kinds.values()
    ]


def _shown(path: Any) -> str:
    return str(path.resolve().as_posix())


def clauses(library: Library) -> list[Plain]:
    """Return the clauses in the order of their ids, as `clauses --json` prints them."""
    return [_clause(one) for _, one in sorted(library.clauses.items())]


def _clause(one: Clause) -> Plain:
    return {
        "id": one.id,
        "family": one.family,
        "title": one.title,
        "version": one.version,
        "yields": one.yields,
        "languages": list(one.languages),
        "registers": list(one.registers),
        "variants": [{"id": variant.id, "position": variant.position} for variant in one.variants.values()],
        "source": one.source,
    }


def clause(library: Library, name: str) -> Plain:
    """Return everything about one clause: guidance, slots, and each variant with its reasons and wordings.

    A wording that serves all registers has the register "". Raises Problem when there is no such clause.
    """
    one = library.clause(name)
    return {
        **_clause(one),
        "default": one.default,
        "guidance": one.guidance,
        "topics": list(one.topics),
        "requires": list(one.requires),
        "excludes": list(one.excludes),
        "slots": [question(slot, "en") for slot in one.slots.values()],
        "variants": [_variant(one, variant) for variant in one.variants.values()],
    }


def _variant(one: Clause, variant: Variant) -> Plain:
    wordings: dict[int, Plain] = {}
    for (name, register, lang), wording in one.wordings.items():
        if name == variant.id:
            row = {"lang": lang, "register": register, "text": wording.source}
            wordings[id(wording)] = {**row, "register": ""} if id(wording) in wordings else row
    return {
        "id": variant.id,
        "position": variant.position,
        "title": variant.title,
        "why": variant.why,
        "approver": variant.approver,
        "effect": variant.effect,
        "requires": list(variant.requires),
        "wordings": sorted(wordings.values(), key=lambda row: (row["lang"], row["register"])),
    }


def questions(library: Library, kind: str, lang: str = "en", changes: Changes = NO_CHANGES) -> Plain:
    """Return the questionnaire of a kind in groups, as `questions --json` prints it."""
    found = library.kind(kind)
    groups = [
        {"id": name, "title": title, "help": text, "questions": [question(one, lang) for one in rows]}
        for name, title, text, rows in grouped(library, found, lang, changes)
    ]
    return {"kind": kind, "lang": lang, "groups": groups}


def grouped(
    library: Library, kind: Kind, lang: str, changes: Changes = NO_CHANGES
) -> Iterator[tuple[str, str, str, list[Question]]]:
    """Yield the groups of a questionnaire: id, title, help, questions. What stands in no group comes in one of its own."""
    left = {one.id: one for one in asked(library, kind, changes)}
    for group in kind.groups:
        rows = [left.pop(name) for name in group.questions if name in left]
        if rows:
            yield group.id, group.title.get(lang) or group.title.get("en", ""), group.help.get(lang, ""), rows
    if left:
        yield "other", say("library.other_questions", lang), "", list(left.values())


def question(one: Question, lang: str) -> Plain:
    """Return a question as plain data in a language."""
    row: Plain = {
        "id": one.id,
        "type": one.kind,
        "label": one.words(one.ask, lang),
        "help": one.words(one.help, lang),
        "required": one.required,
        "default": in_words_of(one, one.default, lang),
        "default_reason": one.words(one.default_reason, lang),
        "choices": [{"id": name, "label": one.words(words, lang)} for name, words in one.choices.items()],
        "if": condition(one.condition),
        "validation": {
            name: value
            for name, value in (("least", one.least), ("most", one.most), ("decimals", one.decimals), ("open", one.open))
            if value
        },
    }
    if one.columns:
        row["columns"] = [question(column, lang) for column in one.columns.values()]
    return row


def in_words_of(one: Question, value: Any, lang: str) -> Any:
    """Return a value of a question with words for several languages put in one of them."""
    if one.kind in ("text", "long_text", "body") and isinstance(value, dict):
        return in_language(value, lang)
    if one.kind == "list" and isinstance(value, list):
        return [{name: in_words_of(one.columns[name], cell, lang) for name, cell in row.items()} for row in value]
    return value


def condition(one: Condition | None) -> Plain | None:
    """Return a condition in the form in which an outline states it."""
    if one is None:
        return None
    if one.join == "not":
        return {"not": condition(one.parts[0])}
    if one.join:
        return {one.join: [condition(part) for part in one.parts]}
    return {"question": one.question, one.test: one.value}


# ---- an answers file to fill in -----------------------------------------------------------------------------------
def template(library: Library, kind: str, lang: str = "en") -> str:
    """Return an answers file in YAML with every question as a comment: defaults filled in, the rest empty."""
    found = library.kind(kind)
    title = found.title.get(lang, kind)
    lines = [f"# {say('library.template_head', lang, title=title)}", f"kind: {kind}", f"lang: {lang}"]
    for _, name, text, rows in grouped(library, found, lang):
        lines += ["", f"# ---- {name}", *([f"# {text}"] if text else [])]
        for one in rows:
            lines += ["", *_commented(one, lang), *_empty(one, lang)]
    return "\n".join(lines) + "\n"


def _commented(one: Question, lang: str) -> Iterator[str]:
    needed = say("library.template_required" if one.required else "library.template_optional", lang)
    yield f"# {one.words(one.ask, lang)} [{one.kind}; {needed}]"
    if one.help:
        yield f"# {one.words(one.help, lang)}"
    if one.default is not None:
        reason = one.words(one.default_reason, lang)
        yield f"# {say('library.template_default', lang, value=_yaml(in_words_of(one, one.default, lang)), reason=reason)}"
    if one.choices:
        yield f"# {say('library.template_choices', lang, choices=', '.join(one.choices))}"
    if one.condition:
        yield f"# {say('library.template_when', lang)}"


def _empty(one: Question, lang: str) -> list[str]:
    if one.default is not None:
        return [f"{one.id}: {_yaml(one.default)}"]
    if one.kind in ("party", "parties"):
        return _party_lines(one, lang)
    if one.kind == "list":
        first, *rest = one.columns
        return [f"{one.id}:", f"#  - {first}:", *(f"#    {name}:" for name in rest)]
    return [f"{one.id}:"]


def _party_lines(one: Question, lang: str) -> list[str]:
    other = lang if lang != "en" else "fr"
    fields = [
        "country:                     # KE",
        f"capacity: government         # {', '.join(CAPACITIES)}",
        f"names: {{ en: {{ long: , short: }}, {other}: {{ long: , short: , gender: }} }}",
        f"body: {{ en: , {other}: }}",
        f"role:                        # {', '.join(ROLES)}",
        "signatory:",
        f"office: {{ en: , {other}: }}",
    ]
    return [f"{one.id}:", *(f"#  {'- ' if place == 0 else '  '}{field}" for place, field in enumerate(fields))]


def _yaml(value: Any) -> str:
    """Return a value on one line of YAML."""
    from ruamel.yaml import YAML

    out = StringIO()
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style, writer.width = True, 10_000
    writer.dump(value, out)
    return out.getvalue().strip().removesuffix("...").strip()
