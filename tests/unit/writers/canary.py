"""A page that refers to what it should not reach, in twelve ways, and a server that writes down who called (trust sheet, T14)."""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf


class Canary(threading.Thread):
    """A server that writes down who called."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.server = socket.create_server(("127.0.0.1", 0))
        self.server.settimeout(0.2)
        self.address = f"http://127.0.0.1:{self.server.getsockname()[1]}"
        self.hits: list[str] = []
        self.asked_to_stop = False

    def run(self) -> None:
        while not self.asked_to_stop:
            try:
                with self.server.accept()[0] as connection:
                    self.hits.append(connection.recv(200).decode(errors="replace"))
            except TimeoutError:
                continue
        self.server.close()


@contextmanager
def watching() -> Iterator[Canary]:
    """Run a canary; once it is left it has heard everything."""
    canary = Canary()
    canary.start()
    try:
        yield canary
    finally:
        canary.asked_to_stop = True
        canary.join()


def references(at: str, local: str) -> str:
    """Return a page that refers to an address in twelve ways and attaches a local file."""
    return f"""<html><head><link rel=stylesheet href="{at}/1.css"><link rel=attachment href="{local}"><base href="{at}/">
    <style>@import url("{at}/2.css"); @font-face {{ font-family: x; src: url("{at}/3.ttf") }} body {{ font-family: x; background: url("{at}/4.png") }}
    p::before {{ content: url("{at}/5.png") }} li {{ list-style-image: url("{at}/6.png") }}</style></head>
    <body><img src="{at}/7.png"><object data="{at}/8.svg"></object><embed src="{at}/9.svg"><ul><li>x</ul><p>x</p>
    <svg><image href="{at}/10.png"/><use href="{at}/11.svg#a"/></svg><img src="{local}"><img src="relative/12.png">
    <a rel=attachment href="{local}">x</a></body></html>"""


def holds_nothing(data: bytes, secret: bytes) -> bool:
    """Say whether a PDF has neither an attachment nor some words in any of its streams."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Filter") != "/DCTDecode"]
        return not list(pdf.attachments) and all(secret not in one.read_bytes() for one in streams)
