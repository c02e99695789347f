"""The room at the server: what a changed answer costs from the form that arrives to the answer that leaves."""

from __future__ import annotations

import re
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path

from lxml import html
from werkzeug.datastructures import MultiDict

from ssc_drafter import places

SAMPLE = places.TEMPLATES / "technical_cooperation_agreement" / "samples" / "irrigation_experts.yaml"


def answered(row: Callable[[str, str, float], None], median: Callable[[Callable[[], object], int], float]) -> None:
    """Print the median of saving one changed answer: saved, drafted anew, compared, its parts of the page made."""
    from ssc_drafter.answers.files import read_file
    from ssc_drafter.server.app import create_app
    from ssc_drafter.server.draft.body import Body
    from ssc_drafter.server.gate.ground import Config
    from ssc_drafter.store import Store, drafts, sessions, users
    from ssc_drafter.store.actor import COMMAND_LINE

    file = read_file(SAMPLE)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "data") as store:
        account = users.add(store, COMMAND_LINE, "bench", ("drafter",), team="", password=secrets.token_hex(12))
        client = create_app(Config(store=store)).test_client()
        client.set_cookie("ssc", sessions.begin(store, account, "bench"))
        body = Body(kind=file.kind, lang=file.lang, answers=dict(file.answers), changes=dict(file.changes)).to_json()
        new = {"kind": file.kind, "lang": file.lang, "title": "bench", "body": body, "op": secrets.token_hex(20)}
        room = f"/drafts/{drafts.create(store, account.actor(), **new).draft_id}"
        form = MultiDict(html.fromstring(client.get(room).text).get_element_by_id("answers").form_values())
        articles = len(html.fromstring(client.get(room).text).xpath("//nav[@id='ruler']//li"))

        def save() -> None:
            form["subject"] = f"irrigation {secrets.token_hex(3)}"
            answer = client.post(f"{room}/answers", data=form, headers={"HX-Request": "true", "X-CSRF": form["csrf"]})
            assert answer.status_code == 200 and form["subject"] in answer.text, answer.text[:300]
            form["base"] = re.search(r'id="base" value="(\d+)"', answer.text)[1]  # type: ignore[index]

        save()
        row("the room after one changed answer, at the server", f"{articles} articles", median(save, 9))
