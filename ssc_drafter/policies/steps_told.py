"""A checklist of domestic steps in words: rows for a page, a terminal or JSON, and a sheet of tables for Word and PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ssc_drafter.language.numbers import day
from ssc_drafter.language.states import short_name
from ssc_drafter.policies.domestic_steps import Checklist, Reason, Sign, Step, Subject, reason
from ssc_drafter.policies.treaty_making import Basis, Rule, triggers
from ssc_drafter.tree.nodes import Agreement, Article, Block, Paragraph, Row, Table, Text, TitleLine
from ssc_drafter.words import in_language, say

MOST_PLACES = 4
Asks = Mapping[str, str]  # what a question asks, by its id


def told(checklist: Checklist, lang: str, asks: Asks | None = None, name: str = "") -> dict[str, Any]:
    """Return a checklist in words of a language, as plain data. `asks` words the questions, `name` names the State."""
    return {
        "country": checklist.country,
        "state": name or short_name(checklist.country, lang) or checklist.country,
        "known": checklist.known,
        "checked_on": checklist.checked_on.isoformat(),
        "remarks": _remarks(checklist, lang),
        "basis": [_basis(one, checklist, lang) for one in checklist.basis],
        "steps": [_step(one, checklist, lang, asks or {}) for one in checklist.steps],
    }


def _remarks(checklist: Checklist, lang: str) -> list[str]:
    found = [] if checklist.known else [say("steps.unknown_state", lang)]
    found += [in_language(checklist.warning, lang)] if checklist.warning else []
    return found + ([say("steps.transition", lang)] if checklist.transition else [])


def _basis(one: Basis, checklist: Checklist, lang: str) -> dict[str, str]:
    cited = ", ".join(part for part in (one.title, one.provision) if part)
    cited += f" ({one.date})" if one.date else ""
    return {"cited": cited, "status": one.status, "status_text": _status(one, checklist, lang)}


def _status(one: Basis | Rule, checklist: Checklist, lang: str) -> str:
    if one.status not in ("read", "part"):
        return say(f"steps.status_{one.status}", lang)
    source = in_language(one.source, lang) if one.source else say(f"steps.source_{one.status}", lang)
    return say(f"steps.status_{one.status}", lang, date=day(checklist.checked_on, lang), source=source)


def _step(step: Step, checklist: Checklist, lang: str, asks: Asks) -> dict[str, Any]:
    rule = step.rule
    who, act = ", ".join(say(f"steps.who_{one}", lang) for one in rule.who), say(f"steps.act_{rule.act}", lang)
    return {
        "stage": rule.stage,
        "stage_text": say(f"steps.stage_{rule.stage}", lang),
        "standing": step.standing,
        "standing_text": say(f"steps.standing_{step.standing}", lang),
        "who": list(rule.who),
        "who_text": who,
        "act": rule.act,
        "act_text": act,
        "who_does": say("steps.who_does", lang, who=who, act=act),
        "note": in_language(rule.note, lang) if rule.note else "",
        "triggers": [one.trigger for one in step.reasons],
        "why": _why(step, lang, asks),
        "basis": rule.basis if isinstance(rule.basis, str) else in_language(rule.basis, lang),
        "status": rule.status,
        "status_text": _status(rule, checklist, lang),
        "own": step.own,
    }


def _why(step: Step, lang: str, asks: Asks) -> list[str]:
    if not step.reasons:
        return [say("steps.why_asked" if step.rule.asks else "steps.why_always", lang)]
    seen = [one for one in step.reasons if one.signs and one.standing == "applies"]
    if seen:
        return [_seen(one, lang, asks) for one in seen]
    fallen = list(dict.fromkeys(name for one in step.reasons for name in one.fallen))
    if fallen:
        return [say("steps.why_fallen", lang, triggers=_triggers(fallen, lang))]
    return [say(f"steps.why_{step.standing}", lang, trigger=_triggers([one.trigger for one in step.reasons], lang))]


def _triggers(names: Sequence[str], lang: str) -> str:
    return "; ".join(say(f"steps.trigger_{name}", lang) for name in names)


def _seen(one: Reason, lang: str, asks: Asks) -> str:
    shown = list(dict.fromkeys(_place(sign, lang, asks) for sign in one.signs))
    places = "; ".join(shown[:MOST_PLACES]) + (" …" if len(shown) > MOST_PLACES else "")
    return say("steps.why_seen", lang, trigger=say(f"steps.trigger_{one.trigger}", lang), places=places)


def matters(subject: Subject, lang: str, asks: Asks) -> list[dict[str, str]]:
    """Return what a draft touches that bears on approval, each matter with where it stands."""
    found = [reason(subject, name) for name in subject.signs if not triggers()[name].exception]
    return [
        {
            "matter": say(f"steps.trigger_{one.trigger}", lang),
            "where": "; ".join(_place(sign, lang, asks) for sign in one.signs),
        }
        for one in found
        if one.signs
    ]


def _place(sign: Sign, lang: str, asks: Asks) -> str:
    if sign.told:
        return say("steps.place_told", lang)
    if sign.switch:
        return say("steps.place_answer", lang, question=asks.get(sign.switch, sign.switch))
    return " ".join(part for part in (sign.number, sign.heading) if part)


def sheet(rows: Sequence[Mapping[str, Any]], title: str, lang: str, date: str = "") -> Agreement:
    """Return checklists (as `told` gives them) as a document: a part for each State, tables of its steps."""
    heads = (TitleLine((Text(say("steps.title", lang)),)), TitleLine((Text(title),), "subject"))
    parts = tuple(_part(one, lang) for one in rows)
    return Agreement("", lang, "non_binding", heads, (), None, parts, unit="number", date=date)


def _part(one: Mapping[str, Any], lang: str) -> Article:
    blocks: list[Block] = [_line(text) for text in (*one["remarks"], say("steps.order", lang))]
    basis = "; ".join(f"{row['cited']} [{row['status_text']}]" for row in one["basis"])
    blocks += [_line(say("steps.rests_on", lang, basis=basis))] if basis else []
    certain = [row for row in one["steps"] if row["standing"] != "not_seen"]
    other = [row for row in one["steps"] if row["standing"] == "not_seen"]
    blocks.append(_table(certain, lang, ""))
    blocks += [_table(other, lang, say("steps.if_content", lang))] if other else []
    return Article(f"state_{one['country'].lower()}", (Text(one["state"]),), tuple(blocks))


def _line(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def _table(rows: Sequence[Mapping[str, Any]], lang: str, caption: str) -> Table:
    heading = Row(tuple((Text(say(f"steps.column_{name}", lang)),) for name in ("step", "who", "why", "basis")))
    made = tuple(Row(tuple((Text(cell),) for cell in _cells(row))) for row in rows)
    return Table(heading, made, (Text(caption),) if caption else ())


def _cells(row: Mapping[str, Any]) -> tuple[str, str, str, str]:
    who = f"{row['who_text']}: {row['act_text']}" + (f". {row['note']}" if row["note"] else "")
    return (
        f"{row['stage_text']} [{row['standing_text']}]",
        who,
        "; ".join(row["why"]),
        f"{row['basis']}. {row['status_text']}",
    )
