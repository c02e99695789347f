"""The library: its clauses by family, each with its wordings, their rank, reasons, approver and effect on findings."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from flask import Blueprint, abort, render_template, request

from ssc_drafter.library.clause import Clause, Variant
from ssc_drafter.library.searching import matching
from ssc_drafter.server.draft import readable, shelf
from ssc_drafter.server.draft.readable import RANK_SIGN, by_rank, words
from ssc_drafter.server.draft.when import date_of
from ssc_drafter.server.gate.access import may
from ssc_drafter.server.gate.ground import language, say
from ssc_drafter.server.views import wordings
from ssc_drafter.words import sentences

pages = Blueprint("clauses", __name__)


@pages.get("/clauses")
@may("library.read")
def library() -> str:
    """List the clauses by family, all or those that a search finds."""
    search = request.args.get("q", "").strip()[:200]
    found = matching(shelf.library(), search, language())
    families = [
        (name, _title(name), [_row(one) for one in group]) for name, group in groupby(found, key=lambda one: one.family)
    ]
    variants = sum(len(one.variants) for one in found)
    lead = say("pages.library_lead", number=len(found), variants=variants)
    return render_template("library.html", families=families, lead=lead, search=search)


def _title(family: str) -> str:
    """Return what people call a family; one of the house's own by its name."""
    key = f"pages.family_{family}"
    return say(key) if key in sentences(language()) else family.replace("_", " ").capitalize()


def _row(one: Clause) -> dict[str, str]:
    lang = language()
    red = sum(variant.position == "red_line" for variant in one.variants.values())
    tongues = ", ".join(shelf.tongue_name(code, lang) for code in one.languages)
    count = say("pages.variant_count", number=len(one.variants) - red)
    return {
        "family": one.family,
        "name": one.name,
        "title": words(one.title, lang),
        "about": words(one.guidance, lang),
        "variants": f"{count}, {say('pages.red_line_count', number=red)}" if red else count,
        "facts": f"{say('pages.clause_version', version=one.version)}. {tongues}",
    }


@pages.get("/clauses/<family>/<name>")
@may("library.read")
def clause(family: str, name: str) -> str:
    """Show a clause with everything that the library says of it."""
    found = shelf.library().clauses.get(f"{family}/{name}")
    if found is None:
        abort(404)
    return render_template("clause.html", clause=_shown(found, language()))


def _shown(found: Clause, lang: str) -> dict[str, Any]:
    asked = request.args.get("in", lang)
    chosen = asked if asked in found.languages else found.languages[0] if found.languages else lang
    ranked = by_rank(found)
    one, other = request.args.get("one", ""), request.args.get("other", "")
    versions = [
        row | {"line": say("pages.proposal_line", who=row["by"], date=date_of(row["at"], lang))}
        for row in wordings.versions(found.id)
    ]
    return {
        "family": found.family,
        "name": found.name,
        "title": words(found.title, lang),
        "guidance": words(found.guidance, lang),
        "variants": [variant_row(found, variant, lang, chosen) for variant in ranked],
        "facts": _facts(found, lang),
        "tongues": [(code, shelf.tongue_name(code, lang)) for code in found.languages],
        "chosen": chosen,
        "one": one or ranked[0].id,
        "other": other or ranked[min(1, len(ranked) - 1)].id,
        "beside": wordings.beside(found, one, other, found.registers[0], chosen) if one and other else None,
        "versions": versions,
    }


def variant_row(found: Clause, one: Variant, lang: str, chosen: str) -> dict[str, Any]:
    """Return what a page says of a variant, with its wordings in every register of one language."""
    texts: list[dict[str, Any]] = []
    for register in found.registers:
        lines = readable.lines(shelf.library(), found, one.id, register, chosen)
        label = f"{shelf.tongue_name(chosen, lang)}, {say(f'pages.register_{register}')}"
        if lines and not any(text["lines"] == lines for text in texts):
            texts.append({"label": label, "lang": chosen, "lines": lines})
    return {
        "id": one.id,
        "position": one.position,
        "sign": RANK_SIGN[one.position],
        "title": words(one.title, lang),
        "why": words(one.why, lang),
        "approver": words(one.approver, lang),
        "effect": words(one.effect, lang),
        "texts": texts,
    }


def _facts(found: Clause, lang: str) -> list[tuple[str, str]]:
    facts = [
        ("id", found.id),
        ("version", found.version),
        ("registers", ", ".join(say(f"pages.register_{one}") for one in found.registers)),
        ("languages", ", ".join(shelf.tongue_name(code, lang) for code in found.languages)),
        ("source", found.source),
        ("requires", ", ".join(found.requires)),
        ("excludes", ", ".join(found.excludes)),
    ]
    return [(say(f"pages.fact_{name}"), text) for name, text in facts if text]
