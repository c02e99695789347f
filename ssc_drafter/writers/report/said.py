"""What a report says of a finding, in the language of the draft: the same words in Word, PDF and the table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from ssc_drafter.language.numbers import day
from ssc_drafter.words import say

Finding = Mapping[str, Any]


class Row(Struct, frozen=True):
    """One finding in words. `place` cites the draft, `law` the provision; `cures`, `also` and `together` are lines."""

    place: str
    title: str
    verdict: str
    type: str
    severity: str
    clause: str
    law: str
    quote: str
    reason: str
    cures: tuple[str, ...]
    also: tuple[str, ...]
    together: tuple[str, ...]
    answer: str
    by: str
    state: str  # in a word what an officer answered
    reader: str  # the second reader with its model, where it has a part in the finding


def language(document: Mapping[str, Any]) -> str:
    """Return the language of the draft that was checked."""
    return str(document.get("draft", {}).get("lang") or "en")


def rows(document: Mapping[str, Any], part: str) -> list[Row]:
    """Return the findings of a part of the document ("findings", "look") in words."""
    lang = language(document)
    return [msgspec.structs.replace(_row(one, lang), reader=by_reader(document, one)) for one in document.get(part) or ()]


def by_reader(document: Mapping[str, Any], one: Finding) -> str:
    """Return who found a finding beside the rules or in their stead, with its model; nothing for the rules alone."""
    by, model = str(one.get("by") or "rules"), (document.get("reader") or {}).get("model", "")
    said = say(f"report.by_{by}", language(document)) if by != "rules" else ""
    return f"{said} ({model})" if said and model else said


def _row(one: Finding, lang: str) -> Row:
    clause, policy, answer = one.get("clause") or {}, one["policy"], one.get("answer") or {}
    parts = one.get("together") or ()
    rests = [part["policy"] for part in parts if part.get("policy")]
    return Row(
        place=str(clause.get("number") or say(f"report.{'closing' if clause else 'whole'}", lang)),
        title=str(one["title"]),
        verdict=say(f"report.verdict_{one['verdict']}", lang),
        type=say(f"report.type_{one['type']}", lang),
        severity=say(f"report.severity_{one['severity']}", lang),
        clause=str(clause.get("quote") or ""),
        law=cited(policy, lang),
        quote=str(policy["quote"]),
        reason=str(one["reason"]),
        cures=tuple(_cure(cure, lang) for cure in one.get("cure") or ()),
        also=tuple(cited(other, lang) for other in one.get("also") or () if other not in rests),
        together=tuple(_part(part, lang) for part in parts),
        answer=_answer(answer, lang) if answer else "",
        by=say(f"report.by_{one.get('by') or 'rules'}", lang),
        state=say(f"report.state_{answer.get('kind') or 'open'}", lang),
        reader="",
    )


def cited(policy: Finding, lang: str) -> str:
    """Return how words of a law are cited: instrument (State), the part and chapter, the section with its paragraph.

    A position of the house is cited by its title alone.
    """
    if of_house(policy):
        return say("report.at_position", lang, title=policy["instrument"])
    named_law = f"{policy['instrument']} ({policy['country']})" if policy["country"] else str(policy["instrument"])
    number, level = policy.get("pinpoint") or policy["number"], policy.get("level")
    above = [str(one.get("label") or one.get("heading")) for one in policy.get("within") or ()]
    word = policy.get("word")
    named = f"{word} {number}" if word else say(f"report.at_{level}", lang, number=number) if level and number else str(number)
    return ", ".join([named_law, *above, named])


def of_house(policy: Finding) -> bool:
    """Whether words are those of a position of the house; reports of an earlier version of this program name no level."""
    return policy.get("level") == "position" or (not policy["country"] and str(policy["file"]).startswith("positions/"))


def _part(part: Finding, lang: str) -> str:
    """Return what a finding is read together with: the place and its words; of another law, which of the two goes first."""
    if part["how"] == "prevails":
        return str(part["text"])
    if part.get("policy"):
        return f"{cited(part['policy'], lang)}{say('report.colon', lang)}{quoted(part['policy']['quote'], lang)}"
    place = f"{say('report.column_place', lang)} {part['clause']['number']}{say('report.colon', lang)}"
    return f"{place}{quoted(part['clause']['quote'], lang)}"


def quoted(words: str, lang: str) -> str:
    """Return words in the quotation marks of a language."""
    return say("report.quoted", lang, words=words)


def tried(cure: Finding, lang: str) -> str:
    """Return, in brackets, whether a cure was tried: the finding goes, it goes but a blank decides, or it is only advice."""
    if cure["kind"] == "domestic_step":
        return ""
    key = "verified" if cure.get("verified") else "verified_blank" if cure["kind"] == "variant" else "not_tried"
    return f" ({say(f'report.{key}', lang)})"


def _cure(cure: Finding, lang: str) -> str:
    words = cure["text"] or ", ".join(str(cure[name]) for name in ("clause_id", "variant") if cure.get(name))
    kind = cure["kind"]
    return f"{say(f'report.cure_{kind}', lang)}{say('report.colon', lang)}{words}{tried(cure, lang)}"


def _answer(answer: Finding, lang: str) -> str:
    said = say(f"report.answer_{answer['kind']}", lang, who=answer["by"], date=_day(str(answer["at"]), lang))
    return f"{said} {answer['reason']}".strip()


def _day(stamp: str, lang: str) -> str:
    return day(date.fromisoformat(stamp[:10]), lang)


def summary(document: Mapping[str, Any]) -> str:
    """Return in sentences how much was held against how much, how grave what was found is, and what is not answered yet."""
    checked, lang = document.get("checked") or {}, language(document)
    found = document.get("findings") or ()
    counted = {name: sum(one["severity"] == name for one in found) for name in ("high", "medium", "low")}
    weighed = say("report.tally", lang, open=sum(not one.get("answer") for one in found), **counted) if found else ""
    figures = {"laws": len(document.get("read") or ()), "provisions": checked.get("provisions", 0)}
    said = say("report.summary", lang, findings=len(found), **figures)
    return " ".join(one for one in (said, weighed, second_reader(document)) if one)


def second_reader(document: Mapping[str, Any]) -> str:
    """Return in a sentence what came of a second reader, with its model; nothing where none was asked."""
    use = document.get("reader")
    if not use:
        return ""
    lang = language(document)
    told = say("report.reader", lang, **{name: use[name] for name in ("model", "asked", "answered", "refused")})
    why = use.get("ended")
    return f"{told} {say(f'report.reader_ended_{why}', lang)}" if why else told


def unread(document: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the files that took no part, each with the reason: what was not read is listed first."""
    return [(str(one["file"]), str(one["reason"])) for one in document.get("not_read") or ()]


def read(document: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the laws that took part: title, State, rank, date, status, number of provisions."""
    lang = language(document)
    rows: list[tuple[str, ...]] = []
    for one in document.get("read") or ():
        rank = say(f"report.rank_{one['hierarchy']}", lang) if one.get("hierarchy") else ""
        status = say(f"report.status_{one['status']}", lang) if one.get("status") else ""
        facts = (rank, str(one.get("date") or ""), status, str(one["provisions"]))
        rows.append((f"{one['instrument']} {one.get('note', '')}".strip(), str(one["country"]), *facts))
    return rows


def steps(document: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Return the steps of the States' own laws before an agreement binds: provision, its words, what to do."""
    found, lang = document.get("steps") or (), language(document)
    return [(cited(one["policy"], lang), str(one["policy"]["quote"]), str(one["text"])) for one in found]
