"""Holding a draft against the laws of its Parties, and keeping what was found so that no page has to look twice."""

from __future__ import annotations

import hashlib
import os
import threading

import msgspec

from ssc_drafter import words
from ssc_drafter.api import house_positions, stored_law, with_verified
from ssc_drafter.check import check
from ssc_drafter.check.finding import Finding, PolicyPlace, Report
from ssc_drafter.check.kept import check_edition
from ssc_drafter.check.reasons import sentences
from ssc_drafter.errors import Problem
from ssc_drafter.policies.instrument import Instrument
from ssc_drafter.policies.positions import Position
from ssc_drafter.server.draft import editions
from ssc_drafter.server.draft.drafted import Drafted
from ssc_drafter.server.draft.states import lacking_in, not_held
from ssc_drafter.server.draft.when import date_of
from ssc_drafter.server.gate.ground import language, say
from ssc_drafter.server.gate.ground import store as the_store
from ssc_drafter.server.views.marks import SIGNS, Level, Marked, Voice, marks_of
from ssc_drafter.store import Store, drafts, findings, instruments, norms, reports

EARLIER = 12  # versions that are looked back for the findings to show while a new check runs
REPORT = "report"
SUMMARY = "summary"  # the key of the counts that the first page shows
LACKING = "lacking"  # and in them of Parties of which no law was read
AT_HAND = 200  # drafts whose last report, and laws whose text, are kept in memory
_at_hand: dict[tuple[str, str], tuple[int, Report]] = {}
_laws_at_hand: dict[str, Instrument] = {}
_levels_at_hand: dict[str, dict[str, str]] = {}
_positions_at_hand: dict[tuple[object, ...], list[Position]] = {}
_first_at_hand: dict[tuple[str, str], tuple[int, Report]] = {}
_one_at_a_time = threading.Lock()  # a check takes a whole core; pages go on meanwhile


def laws_for(store: Store, made: Drafted) -> list[instruments.Kept]:
    """Return the laws of the draft's States, without their texts."""
    return instruments.listed(store, made.countries) if made.countries else []


def key_of(store: Store, made: Drafted, laws: list[instruments.Kept]) -> str:
    """Return under which key a report is kept: another law or position, another saying of an officer, another library to take
    cures from, another program, another key.

    Who is about to check asks for it first: what an officer says meanwhile gives another key, and the next look checks again.
    """
    rows = [f"{one.id} {one.sha256}" for one in laws]
    rows += [msgspec.json.encode(one).decode() for one in positions(store) if one.on]
    library = (made.body.library if made.kind else "") or editions.number_today(store)
    of = "\n".join((*rows, norms.state(store), library, check_edition()))
    return f"{REPORT} {hashlib.sha256(of.encode()).hexdigest()[:32]}"


def positions(store: Store) -> list[Position]:
    """Return the positions of the house, read again only when somebody changed one."""
    files = sorted((store.folder / "positions").glob("*"))
    key = (str(store.folder), norms.state(store), *((one.name, one.stat().st_mtime_ns) for one in files))
    found = _positions_at_hand.get(key)
    if found is None:
        found = house_positions(store)
        _positions_at_hand.clear()
        _positions_at_hand[key] = found
    return found


def read_laws(store: Store, laws: list[instruments.Kept]) -> list[Instrument]:
    """Return laws with their texts and what officers verified of their provisions."""
    said = norms.verified(store)
    return [with_verified(law_of(store, one), said) for one in laws]


def law_of(store: Store, kept: instruments.Kept) -> Instrument:
    """Return a law with its text, as it was read. Its bytes are fetched once."""
    found = _laws_at_hand.get(kept.sha256)
    if found is None:
        found = stored_law(store, kept)
        if len(_laws_at_hand) > AT_HAND:  # another page may do so at the same time
            _laws_at_hand.clear()
            _levels_at_hand.clear()
        _laws_at_hand[kept.sha256] = found
    return found


def law_named(store: Store, policy_id: str) -> Instrument:
    """Return a law of the store as it was read. Raises Problem where there is none of that name."""
    kept = instruments.about(store, policy_id)
    if kept is None:
        raise Problem("store.no_instrument", id=policy_id)
    return law_of(store, kept)


def level_in(store: Store, made: Drafted) -> Level:
    """Return what tells of a provision what its law calls it."""
    laws = {(one.country, one.file, one.title): one for one in laws_for(store, made)}

    def level(place: PolicyPlace) -> str:
        if place.file.startswith("positions/"):
            return "position"
        kept = laws.get((place.country, place.file, place.instrument or place.file))
        return _levels(store, kept).get(place.address, "") if kept else ""

    return level


def _levels(store: Store, kept: instruments.Kept) -> dict[str, str]:
    """Return what a law calls its provisions, by address. A text with another rank is cut otherwise: its bytes are the key."""
    found = _levels_at_hand.get(kept.sha256)
    if found is None:
        law = law_of(store, kept)
        found = _levels_at_hand[kept.sha256] = {one.address: one.level for one in law.provisions}
    return found


def held(store: Store, head: drafts.Draft, made: Drafted) -> Report | None:
    """Return the report on this very version against these very laws, or None."""
    return _kept(store, head.id, head.version, key_of(store, made, laws_for(store, made)))


def latest(store: Store, head: drafts.Draft, made: Drafted) -> Report | None:
    """Return the newest report on this draft or an earlier version: what the page shows until the next check is done."""
    key = key_of(store, made, laws_for(store, made))
    at_hand = _at_hand.get((head.id, key))
    if at_hand and at_hand[0] <= head.version:
        return at_hand[1]
    for version in range(head.version, max(0, head.version - EARLIER), -1):
        if found := _kept(store, head.id, version, key):
            return found
    first = _first_at_hand.get((head.id, key))
    return first[1] if first and first[0] <= head.version else None


def whole(store: Store, head: drafts.Draft, made: Drafted) -> Report | None:
    """Return what the page shows with its cures tried: where a first look at this version is shown, the rest is done now."""
    first = _first_at_hand.get((head.id, key_of(store, made, laws_for(store, made))))
    return run(store, head, made) if first and first[0] == head.version else latest(store, head, made)


def _kept(store: Store, draft_id: str, version: int, key: str) -> Report | None:
    """Return a report that was kept. The newest of each draft stays at hand: reading it anew for each answer takes long."""
    at_hand = _at_hand.get((draft_id, key))
    if at_hand and at_hand[0] <= version:
        return at_hand[1] if at_hand[0] == version else None
    kept = reports.kept(store, draft_id, version, key)
    if kept is None:
        return None
    found = msgspec.json.decode(kept, type=Report)
    _remember(draft_id, version, key, found)
    return found


def _remember(draft_id: str, version: int, key: str, report: Report) -> None:
    if len(_at_hand) > AT_HAND:
        _at_hand.clear()
    _at_hand[draft_id, key] = (version, report)


def run(store: Store, head: drafts.Draft, made: Drafted) -> Report:
    """Hold a draft against the laws now, and keep the report. One check runs at a time."""
    with _one_at_a_time:
        laws = laws_for(store, made)
        key = key_of(store, made, laws)
        done = _kept(store, head.id, head.version, key)
        if done is not None:
            return done
        report = check(made.running, read_laws(store, laws), library=made.library, positions=positions(store))
    keep(store, head, made, report, laws, key)
    _first_at_hand.pop((head.id, key), None)
    return report


def first(store: Store, head: drafts.Draft, made: Drafted) -> None:
    """Hold a draft against the laws for the page to show, before cures are tried. The report is not kept: `run`, for which the
    page asks next, takes up what was worked out here and tries them."""
    with _one_at_a_time:
        laws = laws_for(store, made)
        key = key_of(store, made, laws)
        if _kept(store, head.id, head.version, key) is None:
            rules = positions(store)
            report = check(made.running, read_laws(store, laws), library=made.library, positions=rules, cured=False)
            if len(_first_at_hand) > AT_HAND:
                _first_at_hand.clear()
            _first_at_hand[head.id, key] = (head.version, report)


def reader_address() -> str:
    """Return the address of the ministry's own second reader; nothing unless the administrator named one."""
    return os.environ.get("SSC_DRAFTER_READER", "")


def with_reader(store: Store, head: drafts.Draft, made: Drafted) -> Report:
    """Let a second reader look at what was checked, and keep the report. Raises Problem where there is none or it is silent."""
    from ssc_drafter.check.reader import opened, reviewed

    if not reader_address():
        raise Problem("check.reader_none")
    reader = opened(reader_address())
    laws = laws_for(store, made)
    key = key_of(store, made, laws)
    found = reviewed(run(store, head, made), made.running, read_laws(store, laws), reader)
    keep(store, head, made, found, laws, key)
    return found


def keep(store: Store, head: drafts.Draft, made: Drafted, report: Report, laws: list[instruments.Kept], key: str) -> None:
    """Keep a report under its key (`key_of`), and the counts that the first page shows."""
    reports.keep(store, head.id, head.version, key, msgspec.json.encode(report))
    _remember(head.id, head.version, key, report)
    given = findings.answers(store, head.id)
    signs = [one.sign for one in marks_of(report, made.running, given, Voice(words.say, str, lambda place: ""))]
    unheld = len(lacking_in(made, (one.country for one in laws))) or int(not report.read)  # nothing read is not nothing open
    count(store, head, signs, unheld)


def count(store: Store, head: drafts.Draft, signs: list[str], lacking: int) -> None:
    """Keep how many conflicts and cautions are open, and of how many Parties no law was read."""
    counts = {sign: signs.count(sign) for sign in SIGNS} | {LACKING: lacking}
    reports.keep(store, head.id, head.version, SUMMARY, msgspec.json.encode(counts))


def marks(head: drafts.Draft, made: Drafted, report: Report | None, *, look: bool = False) -> tuple[Marked, ...]:
    """Return the findings of a report at their places in the draft, with what was answered to them; or what to look at."""
    if report is None:
        return ()
    lang = language()
    voice = Voice(
        say, lambda at: date_of(at, lang), level_in(the_store(), made), lambda one: title_in(one, made.body.lang, lang)
    )
    return marks_of(report, made.running, findings.answers(the_store(), head.id), voice, look=look)


def title_in(one: Finding, draft_lang: str, lang: str) -> str:
    """Return the title of a finding, which was made in the draft's language, in the language of the page."""
    return said_again(one.title, "title_", draft_lang, lang)


def said_again(text: str, sort: str | tuple[str, ...], draft_lang: str, lang: str) -> str:
    """Return a title or an advice of the check in another language; words of another origin stay as they are."""
    key = next((key for key, one in sentences(draft_lang).items() if key.startswith(sort) and one == text), "")
    return sentences(lang).get(key, text)


def is_advice(text: str, draft_lang: str) -> bool:
    """Tell whether a cure is one of the check's own advices, and no wording that could stand in the draft."""
    return any(key.startswith(("cure_", "step_")) and one == text for key, one in sentences(draft_lang).items())


def lacking(made: Drafted) -> tuple[str, ...]:
    """Return a sentence for each Party of which no law has been read: nothing was held against it."""
    return not_held(made, (one.country for one in laws_for(the_store(), made)))


def reading(report: Report | None) -> dict[str, int] | None:
    """Return how many laws were read and how many files were not, or None where nothing was checked."""
    if report is None:
        return None
    read = {one.file for one in report.read}  # of a law with gaps these are named as not read, and the file is read
    files = [one.file for one in report.not_read if not one.file.startswith("positions/")]  # those are rules, no files
    return {"read": len(report.read), "not_read": sum(one not in read for one in files)}
