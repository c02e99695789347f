"""What a wording may not do. Every attack is refused with its line, before anything is compiled (T01, T03, D3)."""

from __future__ import annotations

from pathlib import Path

import pytest
import shelf

from ssc_drafter.errors import Problem
from ssc_drafter.library.load import Library
from ssc_drafter.library.wording import Environment

SLOTS = """
[slots.days]
kind = "number"
ask = { en = "Days", fr = "Jours" }
sample = 6
[slots.words]
kind = "text"
ask = { en = "Words", fr = "Mots" }
sample = "w"
[slots.rows]
kind = "list"
ask = { en = "Rows", fr = "Lignes" }
sample = [ { cell = "c" } ]
[slots.rows.columns.cell]
kind = "text"
ask = { en = "Cell", fr = "Case" }
"""

ATTACKS = [
    "{{ cycler.__init__.__globals__ }}",
    "{{ self.__init__ }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ words.__class__ }}",
    "{{ words.format(words) }}",
    "{{ words | attr('format') }}",
    "{{ words | attr('__class__') }}",
    "{{ '%s' | format(words) }}",
    "{{ lipsum.__globals__ }}",
    "{{ lipsum() }}",
    "{{ joiner() }}",
    "{{ namespace(a=1) }}",
    "{{ range(1000000000) }}",
    "{{ dict(a=1) }}",
    "{{ words.upper() }}",
    "{{ words['upper'] }}",
    "{{ rows[0] }}",
    "{{ rows[0:1] }}",
    "{{ [1, 2] }}",
    "{{ (1, 2) }}",
    "{{ {'a': 1} }}",
    "{{ 'a' * 99999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 1 + 1 }}",
    "{{ -days }}",
    "{{ days // 2 }}",
    "{{ words ~ words }}",
    "{{ 1.5 }}",
    "{{ none }}",
    "{{ words is defined }}",
    "{% if words is sameas words %}x{% endif %}",
    "{% set x = 1 %}",
    "{% set x %}a{% endset %}",
    "{% macro m() %}a{% endmacro %}",
    "{% call words() %}a{% endcall %}",
    "{% include 'x' %}",
    "{% import 'x' as y %}",
    "{% from 'x' import y %}",
    "{% extends 'x' %}",
    "{% block b %}a{% endblock %}",
    "{% filter upper %}a{% endfilter %}",
    "{% raw %}{{ words }}{% endraw %}",
    "{% autoescape true %}a{% endautoescape %}",
    "{% with a = words %}{{ a }}{% endwith %}",
    "{% do words.x() %}",
    "{% for row in rows %}{% for other in rows %}x{% endfor %}{% endfor %}",
    "{% for row in rows recursive %}{{ loop(rows) }}{% endfor %}",
    "{% for row in rows if row %}x{% endfor %}",
    "{% for row in rows %}{{ loop.index }}{% endfor %}",
    "{% for row in rows %}x{% else %}y{% endfor %}",
    "{% for a, b in rows %}x{% endfor %}",
    "{% for row in words %}x{% endfor %}",
    "{% for days in rows %}x{% endfor %}",
    "{% for _present in rows %}x{% endfor %}",
    "{% for row in rows %}{{ row.items }}{% endfor %}",
    "{% for row in rows %}{{ row.cell.upper }}{% endfor %}",
    "{{ unknown }}",
    "{{ words.of }}",
    "{{ _present }}",
    "{{ words | _say('days') }}",
    "{{ words | upper }}",
    "{{ words | capital(1) }}",
    "{{ words | listed(by='or') }}",
    "{{ words | listed(*rows) }}",
    "{{ days | spelled(words) }}",
    "{{ days | spelled('parsec') }}",
    "{{ rows }}",
    "{{ words | ref }}",
    "{{ 'No Such' | ref }}",
    "{{ 'x' | ref('over') }}",
    "{{ 'nobody' | term }}",
    "{{ words | agrees }}",
    "{{ 'a' | agrees('b', 'c') }}",
    "{{ debug }}",
    "{%- if words -%}x{%- endif -%}",
    "{% if words %}",
    "{{ words",
    "{{ words | }}",
    "{{ " + "(" * 5000 + "words" + ")" * 5000 + " }}",
    "{{ " + "9" * 5000 + " }}",
    "{% if words %}" * 15 + "x" + "{% endif %}" * 15,
    "{{ words }}" * 401,
    "x" * 20_001,
    'a \ue000["answer", "x", "y"]\ue001 b',
]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack[:40])
def test_an_attack_is_refused_with_its_line_and_never_compiled(
    attack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compiled(*_: object, **__: object) -> None:
        raise AssertionError("compiled")

    monkeypatch.setattr(Environment, "compile", compiled)
    monkeypatch.setattr(Environment, "from_string", compiled)
    shelf.clause(tmp_path, "bad", f"First line.\n{attack}\n", SLOTS)
    library = Library.load(tmp_path, strict=False)
    problems = [problem for problem in library.problems if "plain.en.txt" in problem.where]
    assert problems, "accepted"
    assert all(problem.where.startswith("clauses/tests/bad/plain.en.txt") for problem in problems)
    if len(attack) < 20_000:
        assert any(problem.where.endswith((":2", ":1")) for problem in problems)
    wording = library.clauses["tests/bad"].wordings["plain", "binding", "en"]
    with pytest.raises(Problem, match="not used"):
        wording.render({})


ALLOWED = [
    "{{ words }} and {{ days }}",
    "{{ days | spelled('month') | capital }}",
    "{% if days > 3 and not words %}x{% elif 'x' == words or days <= 2 %}y{% else %}z{% endif %}",
    "{{ 'many' if days > 1 else 'one' }}",
    "{% for row in rows %}{{ row.cell }}{% endfor %}",
    "{{ rows | listed('and', 'cell') }} ({{ rows | count }})",
    "{% if 'x' | present %}see {{ 'x' | ref('of') }}{% endif %}",
    "{{ instrument.of }} {{ register }}",
    "{{ 'subject' | agrees }}, {{ 'a' | agrees('b') }}",
    "{# a comment #}plain",
]


@pytest.mark.parametrize("wording", ALLOWED)
def test_the_notation_is_accepted(wording: str, tmp_path: Path) -> None:
    shelf.clause(tmp_path, "good", wording, SLOTS)
    assert [str(problem) for problem in Library.load(tmp_path, strict=False).problems] == []


def test_a_word_whose_feminine_no_rule_knows_is_refused_unless_it_is_written(tmp_path: Path) -> None:
    for number, text in enumerate(["{{ 'soumis' | agrees }}", "{{ 'grec' | agrees('grecque') }}", "{{ 'grec' | agrees }}"]):
        shelf.clause(tmp_path / str(number), "good", text, SLOTS, lang="fr")
    told = [[str(problem) for problem in Library.load(tmp_path / str(one), strict=False).problems] for one in range(3)]
    assert (told[0], told[1]) == ([], [])
    assert "plain.fr.txt:1" in told[2][0]
    assert "grec" in told[2][0]


def test_every_problem_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    shelf.clause(tmp_path, "bad", "{{ one }}\n{{ two }}\n{{ 1 + 1 }}\n", SLOTS)
    places = [problem.where.rpartition(":")[2] for problem in Library.load(tmp_path, strict=False).problems]
    assert places == ["1", "2", "3"]


def test_the_sandbox_holds_without_the_gate() -> None:
    """The second wall: what the gate would let through by mistake finds nothing to call and no attribute to take."""
    sandbox = Environment()
    for attack in (
        "{{ x.__class__ }}",
        "{{ x.upper() }}",
        "{{ x['upper'] }}",
        "{{ cycler }}",
        "{{ range(3) }}",
        "{{ missing }}",
    ):
        with pytest.raises(Exception, match=r".+"):
            sandbox.from_string(attack).render(x="word")
