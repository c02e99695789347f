"""Laws and policies: what drafts are held against. Listed, loaded, shown as they were read, taken out."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import Any

import msgspec
from flask import Blueprint, redirect, render_template, request, url_for
from msgspec.structs import replace
from werkzeug.wrappers import Response

from ssc_drafter.api import stood_rank
from ssc_drafter.errors import Problem, Problems
from ssc_drafter.policies.instrument import RANK, Hierarchy, Instrument
from ssc_drafter.server.draft.brought import Brought, brought, read_again, read_laws
from ssc_drafter.server.draft.shelf import states
from ssc_drafter.server.draft.states import named, state_name
from ssc_drafter.server.draft.when import iso_date
from ssc_drafter.server.gate.access import can, may
from ssc_drafter.server.gate.ground import language, me, say, store
from ssc_drafter.server.pages.precision import line
from ssc_drafter.server.pages.verified import said_of
from ssc_drafter.server.views import checking
from ssc_drafter.store import files, instruments

pages = Blueprint("policies", __name__)
RANKS: tuple[Hierarchy, ...] = ("constitution", "act", "regulation", "policy", "circular", "treaty")


@pages.get("/laws")
@may("policy.read")
def laws() -> str:
    """List the laws by country."""
    return _listing()


def _listing(message: str = "", report: dict[str, Any] | None = None, country: str = "") -> str:
    lang = language()
    kept = instruments.listed(store())
    rows = [(one.country, _row(one)) for one in kept]
    groups = [(state_name(code), [row for _, row in group]) for code, group in groupby(rows, key=lambda row: row[0])]
    lead = say("pages.laws_lead", number=len(kept), provisions=sum(one.provisions for one in kept))
    shown = {"groups": groups, "lead": lead, "message": message, "report": report, "country": country}
    shown["precision"] = line()
    return render_template("laws.html", countries=states(lang, named()) if can("policy.edit") else (), **shown)


def _row(kept: instruments.Kept) -> dict[str, object]:
    law = checking.law_of(store(), kept)
    return {
        "id": kept.id,
        "title": kept.title,
        "about": _about(law),
        "provisions": provision_count(kept.provisions),
        "status": say(f"pages.status_{law.status or 'none'}"),
        "warnings": say("pages.law_warning_count", number=len(law.warnings)) if law.warnings else "",
    }


def _about(law: Instrument) -> str:
    dated = iso_date(law.date, language()) or say("pages.law_undated")
    return say("pages.law_about", hierarchy=say(f"pages.hierarchy_{law.hierarchy}"), date=dated)


@pages.post("/laws")
@may("policy.edit", upload=True)
def add() -> Response:
    """Read the files that were brought and keep what could be read; say of each what came of it."""
    given = brought(request.files.getlist("file"))
    country = request.form.get("country", "").strip().upper()[:2]
    if not given:
        return Response(_listing(say("pages.no_file"), country=country), status=422, mimetype="text/html")
    lines: list[str] = []
    refused, added = 0, 0
    for one, outcome in read_laws(given, country, language(), partial(stood_rank, store())):
        if isinstance(outcome, Instrument) and not outcome.country:
            outcome = Problem("pages.law_stateless", one.name)
        if isinstance(outcome, Problem | Problems):
            refused += 1
            lines += outcome.sentences(language()) if isinstance(outcome, Problems) else [outcome.sentence(language())]
        else:
            added += 1
            lines += _came_of(one, outcome, _keep(one, outcome))
    head = say("pages.laws_refused" if refused else "pages.laws_loaded", number=added, refused=refused)
    report = {"head": head, "lines": lines, "refused": refused}
    return Response(_listing(report=report, country=country), status=200 if added else 422, mimetype="text/html")


def _came_of(one: Brought, law: Instrument, kept: instruments.Added) -> list[str]:
    """Return what to say of a law that was kept: how much of it was read, whether it replaced itself, what stands beside it."""
    title = law.title or one.name
    lines = [say(f"pages.law_line_{kept.how}", title=title, provisions=provision_count(len(law.provisions)))]
    lines += [say("pages.law_beside", title=title, other=other) for other in kept.beside]
    if law.by_officer:
        lines.append(say("pages.law_rank_stands", title=title, rank=say(f"pages.hierarchy_{law.hierarchy}")))
    return lines + [f"{title}: {warning.what}" for warning in law.warnings]


def provision_count(number: int) -> str:
    """Return how many provisions, in words: "1 provision"."""
    return say("pages.provision_count", number=number)


def _keep(one: Brought, law: Instrument) -> instruments.Added:
    source = files.keep(store(), me(), "policy", one.name, one.media, one.body)
    return _put(law, law.title or one.name, one.name, source)


def _put(law: Instrument, title: str, file: str, source: str | None) -> instruments.Added:
    return instruments.add(
        store(),
        me(),
        title=title,
        country=law.country,
        lang=law.lang,
        file=file,
        provisions=len(law.provisions),
        body=msgspec.json.encode(law),
        source_file=source,
    )


@pages.get("/laws/<policy_id>")
@may("policy.read")
def law(policy_id: str) -> str:
    """Show a law provision by provision, as it was read and as it was verified."""
    return _page(policy_id)


def _page(policy_id: str, message: str = "") -> str:
    found = checking.law_named(store(), policy_id)
    said = said_of(found)
    status = say(f"pages.status_{found.status or 'none'}")
    places = {
        one.address: one.named if one.word else say(f"pages.level_{one.level}", number=one.number) for one in found.provisions
    }
    provisions = [
        {
            "address": one.address,
            "place": places[one.address],
            "within": ", ".join(
                (each.label and each.heading and f"{each.label} ({each.heading})") or each.cited for each in one.within
            ),
            "heading": one.heading,
            "text": _below(found.text[one.start : one.end].strip(), places[one.address], one.heading or ""),
            "said": said.get(one.address, ""),
        }
        for one in found.provisions
    ]
    about = f"{state_name(found.country)}. {_about(found)}, {status}."
    facts = ", ".join(say(f"pages.fact_{one}") for one in found.inferred)
    inferred = say("pages.inferred", facts=facts) if facts else ""
    shown = {"law": found, "id": policy_id, "about": about, "inferred": inferred, "provisions": provisions}
    ranks = [(name, say(f"pages.hierarchy_{name}")) for name in RANKS]
    return render_template("law.html", ranks=ranks, message=message, **shown)


def _below(text: str, place: str, heading: str) -> str:
    """Return the words of a provision without the line that only repeats what stands beside them."""
    first, _, rest = text.partition("\n")
    said = {place, heading, f"{place}. {heading}", f"{place} {heading}"}
    return rest.strip() if rest.strip() and first.strip().rstrip(".") in {one.rstrip(".") for one in said} else text


@pages.post("/laws/<policy_id>/rank")
@may("policy.edit")
def rank(policy_id: str) -> Response:
    """Keep the rank that an officer states, and read the file anew with it: a plan is cut otherwise than a law."""
    stated = next((name for name in RANKS if name == request.form.get("rank")), None)
    if stated is None:
        return Response(_page(policy_id, say("pages.rank_unknown")), status=422, mimetype="text/html")
    kept, found = instruments.read(store(), policy_id), checking.law_named(store(), policy_id)
    try:
        made = _ranked(kept, found, stated)
    except Problem as why:
        return Response(_page(policy_id, why.sentence(language())), status=422, mimetype="text/html")
    _put(made, made.title or kept.title, kept.file, kept.source_file)
    return redirect(url_for("policies.law", policy_id=policy_id))


def _ranked(kept: instruments.Kept, law: Instrument, stated: Hierarchy) -> Instrument:
    """Return a law with a stated rank: read anew from its file, or as it was read where no file was kept."""
    if kept.source_file:
        file = files.read(store(), kept.source_file)
        return read_again(Brought(kept.file, file.media, file.body), law, stated, language())
    rest = {"warnings": tuple(one for one in law.warnings if one.where != RANK)}
    inferred = tuple(one for one in law.inferred if one != "hierarchy")
    return replace(law, hierarchy=stated, inferred=inferred, by_officer=("hierarchy",), **rest)


@pages.post("/laws/<policy_id>/remove")
@may("policy.edit")
def remove(policy_id: str) -> Response:
    """Take a law out."""
    instruments.remove(store(), me(), policy_id)
    return redirect(url_for("policies.laws"))
