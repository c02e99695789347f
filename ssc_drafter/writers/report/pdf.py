"""The report as a PDF: what was not read first, then each finding on the words of both sides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from ssc_drafter import places
from ssc_drafter.tree.nodes import Agreement, Text, TitleLine
from ssc_drafter.words import say
from ssc_drafter.writers import html, sheet
from ssc_drafter.writers.pdf.document import printed
from ssc_drafter.writers.report.said import language, read, rows, steps, summary, unread


def page(document: Mapping[str, Any]) -> str:
    """Return the report as a page of HTML without a style. Every word is escaped."""
    lang = language(document)
    inner = (
        html.templates()
        .get_template("report.html")
        .render(
            draft=document.get("draft") or {},
            lang=lang,
            t=lambda key, **values: say(f"report.{key}", lang, **values),
            summary=summary(document),
            findings=rows(document, "findings"),
            looks=rows(document, "look"),
            read=read(document),
            unread=unread(document),
            steps=steps(document),
            clean=sheet.cleaned,
        )
    )
    head = _cover(document)
    return (
        html.templates()
        .get_template("page.html")
        .render(
            agreement=head,
            title=sheet.cleaned(sheet.title_words(head)),
            date=sheet.date_of(head),
            right=False,
            style=Markup(""),
            sheet=Markup(inner),  # noqa: S704 - escaped by the template above
        )
    )


def _cover(document: Mapping[str, Any]) -> Agreement:
    """Return what a PDF bears of its own: title, language, and the mark of an internal paper."""
    lang = language(document)
    title = f"{say('report.title', lang)}: {(document.get('draft') or {}).get('title') or ''}"
    return Agreement("", lang, "binding", (TitleLine((Text(title),)),), (), None, (), draft_mark=say("report.title", lang))


def render(document: Mapping[str, Any]) -> bytes:
    """Return the report as a PDF. Raises Problem where no shipped font has a sign that it uses."""
    return printed(_cover(document), page(document), (places.LOOK / "report.css").read_text("utf-8"), internal=True)
