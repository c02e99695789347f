"""How a Party and a body are read from an answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ssc_drafter.answers.values import Body, Name, Party, Words
from ssc_drafter.errors import Problem, Problems
from ssc_drafter.language.pasted import seen

CAPACITIES = ("state", "government", "ministry", "agency", "international_organization", "regional_body", "subnational")
ROLES = ("beneficiary", "pivotal", "facilitating")
WITH_BODY = ("ministry", "agency", "subnational")
WITHOUT_COUNTRY = ("international_organization", "regional_body")
GENDERS = ("f", "m", "plural", "fplural", "none", "the")
FIELDS = ("country", "capacity", "names", "body", "role", "signatory", "office")
LONGEST_NAME = 400


def read_body(where: str, raw: Any) -> Body:
    """Return an institution from one name or one a language. Raises Problem."""
    return Body(_names(f"{where}", raw))


def read_party(where: str, raw: Any) -> Party:
    """Return a Party. Raises Problems with all that is wrong in it."""
    if not isinstance(raw, Mapping):
        raise Problem("answers.not_party", where)
    problems = [Problem("answers.no_field", where, name=name, fields=", ".join(FIELDS)) for name in raw if name not in FIELDS]
    party = Party(
        capacity=_one_of(raw.get("capacity") or "government", CAPACITIES, f"{where}.capacity", problems),
        country=_country(raw.get("country"), f"{where}.country", problems),
        names=_collect(raw.get("names"), f"{where}.names", problems),
        body=_collect(raw.get("body"), f"{where}.body", problems),
        role=_one_of(raw["role"], ROLES, f"{where}.role", problems) if raw.get("role") else "",
        signatory=_line(raw.get("signatory")),
        office=_office(raw.get("office")),
    )
    if not problems:
        problems += _incomplete(party, where)
    if problems:
        raise Problems(problems)
    return party


def _incomplete(party: Party, where: str) -> list[Problem]:
    problems = []
    if party.capacity in WITH_BODY and not party.body:
        problems.append(Problem("answers.no_body", f"{where}.body", capacity=party.capacity))
    own_name_needed = party.country == "" or party.country.startswith("X")
    if own_name_needed and not party.names:
        key = "no_name" if party.capacity in WITHOUT_COUNTRY or party.country else "no_country"
        problems.append(Problem(f"answers.{key}", where))
    return problems


def _one_of(raw: Any, allowed: tuple[str, ...], where: str, problems: list[Problem]) -> str:
    if raw in allowed:
        return str(raw)
    problems.append(Problem("answers.not_choice", where, found=raw, choices=", ".join(allowed)))
    return allowed[0]


def _country(raw: Any, where: str, problems: list[Problem]) -> str:
    if raw in (None, ""):
        return ""
    if code := state_code(str(raw)):
        return code
    problems.append(Problem("answers.not_country", where, found=raw))
    return ""


def state_code(raw: str) -> str:
    """Return a State's code of ISO 3166 in capitals (XA..XZ, assigned by users, for fictional States), or "" for none."""
    code = raw.strip().upper()
    known = re.fullmatch(r"X[A-Z]", code) or (re.fullmatch(r"[A-Z]{2}", code) and _is_country(code))
    return code if known else ""


def _is_country(code: str) -> bool:
    import pycountry

    return pycountry.countries.get(alpha_2=code) is not None


def _collect(raw: Any, where: str, problems: list[Problem]) -> dict[str, Name]:
    if not raw:
        return {}
    try:
        return _names(where, raw)
    except Problem as problem:
        problems.append(problem)
        return {}


def _names(where: str, raw: Any) -> dict[str, Name]:
    if isinstance(raw, str):
        raw = {"": raw}
    if not isinstance(raw, Mapping):
        raise Problem("answers.not_names", where)
    names = {str(lang): _name(f"{where}.{lang}".rstrip("."), one) for lang, one in raw.items()}
    return {lang: name for lang, name in names.items() if name.long}


def _name(where: str, raw: Any) -> Name:
    if isinstance(raw, str):
        return Name(_line(raw))
    if not isinstance(raw, Mapping) or not set(raw) <= {"long", "short", "name", "gender", "article"}:
        raise Problem("answers.not_names", where)
    gender = str(raw.get("article") or raw.get("gender") or "")
    if gender and gender not in GENDERS:
        raise Problem("answers.not_choice", f"{where}.gender", found=gender, choices=", ".join(GENDERS))
    long = _line(raw.get("long") or raw.get("name") or raw.get("short"))
    if not long:
        raise Problem("answers.not_names", where)
    return Name(long, _line(raw.get("short")), gender)


def _line(raw: Any) -> str:
    text = re.sub(r"[\x00-\x1f\s]+", " ", seen(str(raw or ""))).strip()
    return text[:LONGEST_NAME]


def _office(raw: Any) -> Words:
    if isinstance(raw, Mapping):
        return Words({str(lang): _line(text) for lang, text in raw.items() if _line(text)})
    return Words({"": _line(raw)}) if raw else Words({})
