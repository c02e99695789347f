"""The facts of a law or policy: from its sidecar, its front matter, or found in the text; what was inferred is listed.

Where a text and its facts disagree, a warning says so and the text is believed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date as Day
from io import StringIO
from pathlib import Path
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import replace

from ssc_drafter.errors import Problem
from ssc_drafter.language.states import code_of
from ssc_drafter.policies.dated import Told
from ssc_drafter.policies.grammar import fold
from ssc_drafter.policies.instrument import FORCE, Hierarchy, Status, Warn
from ssc_drafter.policies.language_found import two_letters
from ssc_drafter.policies.ranked import tables, whole_constitution
from ssc_drafter.words import say

APART = 2  # years between the date that is stated and the one of the text from which a warning says so
LARGEST = 20_000  # bytes of a sidecar
BRACKETS = 60  # more of them, one in the other, cost the reader of YAML minutes
ALIASES = {"rank": "hierarchy", "publication_date": "date", "language": "lang", "enactment_date": "date"}
ALIASES |= {"titulo": "title", "título": "title", "titre": "title", "pais": "country", "país": "country", "pays": "country"}
ALIASES |= {"idioma": "lang", "langue": "lang", "rango": "hierarchy", "rang": "hierarchy", "estado": "status"}
ALIASES |= {"statut": "status", "fuente": "source", "fonte": "source", "fecha_publicacion": "date", "date_publication": "date"}
NEVER = "1900-01-01"  # what collections write where they know no date


class Facts(Struct, frozen=True):
    """What is known of an instrument, and which of it was found in the text and not stated."""

    title: str = ""
    country: str = ""
    lang: str = ""
    hierarchy: Hierarchy = "act"
    date: str | None = None
    status: Status | None = None
    source: str = ""
    verified_norms: tuple[dict[str, Any], ...] = ()
    inferred: tuple[str, ...] = ()
    warnings: tuple[Warn, ...] = ()


def sidecars(path: Path) -> tuple[Path, ...]:
    """Return where facts may stand beside a file, first ones first."""
    return path.with_name(f"{path.name}.meta.yaml"), path.with_name(f"{path.stem}.meta.yaml")


def sidecar(path: Path) -> dict[str, Any]:
    """Return the facts beside a file (`law.meta.yaml` or `law.txt.meta.yaml` for law.txt), empty where there are none.

    Raises Problem where the sidecar is too large or no table of facts.
    """
    beside = sidecars(path)
    found = next((one for one in beside if one.is_file()), None)
    if found is None:
        return {}
    if found.stat().st_size > LARGEST:
        raise Problem("policies.sidecar_large", str(found), most=LARGEST)
    try:
        stated = _table(found.read_text("utf-8"))
    except ValueError as error:
        raise Problem("policies.sidecar_broken", str(found), detail=str(error).split("\n")[0]) from None
    return {str(name): value for name, value in stated.items()}


def _table(text: str) -> dict[Any, Any]:
    """Return the table in a sidecar, which may have come with a law from anywhere. Raises ValueError for what is none.

    A node that is repeated by reference, nine times nine times nine, would fill the memory.
    """
    from ruamel.yaml import YAML  # loaded only when there is a sidecar
    from ruamel.yaml.error import YAMLError

    if text.count("[") + text.count("{") > BRACKETS:
        raise ValueError("[[[{{{")
    try:
        events = YAML(typ="safe", pure=True).parse(StringIO(text)) if "*" in text else ()
        if any(type(event).__name__ == "AliasEvent" for event in events):
            raise ValueError("*")
        stated = YAML(typ="safe", pure=True).load(StringIO(text))
    except (YAMLError, RecursionError) as error:
        raise ValueError(str(error)) from None
    if not isinstance(stated, dict):
        raise ValueError("no table of facts")
    return stated


def facts_of(stated: Mapping[str, Any], found: Facts) -> Facts:
    """Return the stated facts completed by those found in the text, with warnings where the two disagree.

    What the text says of its date and status comes to it when its units are known (`with_told`).
    """
    named = _named(stated)
    warnings = list(found.warnings)
    hierarchy = _led(named.get("hierarchy", ""), "hierarchy") or ""
    if hierarchy == "act" and whole_constitution(named.get("title") or found.title):
        warnings.append(Warn(say("policies.rank_differs", stated=named["hierarchy"]), "facts"))
        hierarchy = "constitution"
    status = _led(named.get("status", ""), "status")
    lang = two_letters(named.get("lang", ""))
    if lang and found.lang and lang != found.lang:
        warnings.append(Warn(say("policies.lang_differs", stated=lang, found=found.lang), "facts"))
    country = code_of(named.get("country", ""))
    if named.get("country") and not country:
        warnings.append(Warn(say("policies.country_unknown", stated=named["country"][:60]), "facts"))
    stated_date = _date(named.get("date", ""))
    missing = {"title": named.get("title"), "country": country, "lang": lang, "hierarchy": hierarchy}
    return Facts(
        title=named.get("title") or found.title,
        country=country or found.country.upper()[:2],
        lang=found.lang or lang,
        hierarchy=hierarchy or found.hierarchy,  # type: ignore[arg-type]
        date=stated_date or found.date,
        status=status or found.status,  # type: ignore[arg-type]
        source=named.get("source", ""),
        verified_norms=tuple(one if isinstance(one, dict) else {} for one in _rows(stated.get("verified_norms"))),
        inferred=tuple(name for name, value in missing.items() if not value and getattr(found, name)),
        warnings=tuple(warnings),
    )


def states_rank(stated: Mapping[str, Any]) -> bool:
    """Whether somebody states the rank in the facts beside a file."""
    return any(stated.get(name) for name in ("hierarchy", "rank"))


def _rows(stated: Any) -> list[Any]:
    return stated if isinstance(stated, list) else [stated] if stated else []


def _named(stated: Mapping[str, Any]) -> dict[str, str]:
    named = {ALIASES.get(name, name): value for name, value in stated.items() if name in ALIASES}
    named |= {name: value for name, value in stated.items() if name not in ALIASES}
    return {name: str(value).strip() for name, value in named.items() if value is not None}


def _date(stated: str) -> str | None:
    try:
        return str(Day.fromisoformat(stated[:10])) if stated[:10] != NEVER else None
    except ValueError:
        return stated if re.fullmatch(r"\d{4}", stated) else None


def _led(stated: str, table: str) -> str | None:
    """Return our word for a stated one ("ley" is an act), or None."""
    bare = fold(stated).replace("_", " ").strip()
    if bare in get_args(Hierarchy) or bare.replace(" ", "_") in get_args(Status):
        return bare.replace(" ", "_")
    known = {word.replace("_", " "): ours for ours, words in tables()[table].items() for word in words}
    return known.get(bare)


def with_told(facts: Facts, told: Told, ui: str = "en") -> Facts:
    """Return facts with what the text says of itself: believed where the two differ, and said; what was not stated is inferred.

    A text that says that it was amended is in force all the same, so that a stated status stands.
    """
    warnings, inferred = list(facts.warnings), list(facts.inferred)
    status, date = facts.status, facts.date
    if told.status and (not status or (told.status != "amended" and told.status != status)):
        if status:
            warnings.append(Warn(say("policies.status_differs", ui, stated=status, said=told.status), "facts"))
        else:
            inferred.append("status")
        status = told.status
    if told.date and not date:
        date = told.date
        inferred.append("date")
    elif told.date and told.sure and date and abs(int(told.date[:4]) - int(date[:4])) >= APART:
        warnings.append(Warn(say("policies.date_differs", ui, stated=date, said=told.date), "facts"))
        date = told.date
    if told.force and told.force > str(Day.today()):
        warnings.append(Warn(say("policies.force_later", ui, date=told.force), FORCE))
    return replace(facts, status=status, date=date, inferred=tuple(inferred), warnings=tuple(warnings))
