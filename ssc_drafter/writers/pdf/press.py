"""Where WeasyPrint is called: our fonts where they lie, our style read once, a page in, the bytes of a PDF/A out."""

from __future__ import annotations

import io
from importlib.resources import files
from pathlib import Path
from typing import Any

import weasyprint
import weasyprint.pdf
from weasyprint.text.ffi import ffi, gobject, pangoft2
from weasyprint.text.fonts import FontConfiguration

from ssc_drafter import places
from ssc_drafter.writers.pdf.archive import archived
from ssc_drafter.writers.pdf.fetcher import Closed
from ssc_drafter.writers.pdf.page import Page

VARIANT = "pdf/a-1a"


class Press:
    """Fonts and style, made ready once; a child that was forked from here calls `renew` before it prints."""

    def __init__(self, fonts: Path) -> None:
        """Make ready with the fonts in a folder: the empty path is the folder in which this process stands."""
        _keep_profile()
        self._fetcher, self._fonts = Closed(), _Fonts(fonts)
        self._style = self._styled((places.look() / "print.css").read_text("utf-8"))

    def renew(self) -> None:
        """Take a map of fonts of this process's own."""
        self._fonts.renew()

    def printed(self, page: Page) -> bytes:
        """Return a page as PDF/A-1a with the PDF/UA-1 mark; no address is opened but our fonts."""
        source = weasyprint.HTML(string=page.source, url_fetcher=self._fetcher, base_url=None)
        styles = [self._style, self._styled(page.style)]
        document = source.render(stylesheets=styles, font_config=self._fonts, pdf_variant=VARIANT)
        return archived(bytes(document.write_pdf(pdf_variant=VARIANT)), page.title, page.lang, page.date)

    def _styled(self, style: str) -> weasyprint.CSS:
        return weasyprint.CSS(string=style, font_config=self._fonts, url_fetcher=self._fetcher)


class _Fonts(FontConfiguration):  # type: ignore[misc]
    """Our fonts alone, read where they lie instead of from copies in a temporary folder."""

    _folder: _Lying | None

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._lying, self._first = folder, self.font_map

    def add_font_face(self, rule_descriptors: dict[str, Any], url_fetcher: Closed) -> None:
        """Add the font of a rule of our style."""
        url = next((url for kind, url in rule_descriptors["src"] if kind == "external" and url), "")
        self._folder = _Lying(self._lying / url.rpartition("/")[2])
        try:
            super().add_font_face(rule_descriptors, url_fetcher)
        finally:
            self._folder = None

    def renew(self) -> None:
        """Take a new map over the same fonts: a newer Pango keeps a thread with each map, and a fork is without it."""
        self.font_map = ffi.gc(pangoft2.pango_ft2_font_map_new(), gobject.g_object_unref)
        pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", self.font_map), self._config)
        self.strut_layouts.clear()
        self.font_features.clear()


class _Lying:
    """Stands where WeasyPrint would make a temporary folder, and for the copy in it: a font that lies there already."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __truediv__(self, name: str) -> _Lying:
        return self

    def exists(self) -> bool:
        return False  # not added yet

    def write_bytes(self, data: bytes) -> None:
        """Write nothing: it lies there."""

    def as_posix(self) -> str:
        return self._path.as_posix()


class _Kept:
    """A folder of WeasyPrint's data and a file in it, read before there were walls: its colour profile."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __truediv__(self, name: str) -> _Kept:
        return self

    def open(self, mode: str) -> io.BytesIO:
        return io.BytesIO(self._data)


def _keep_profile() -> None:
    """Read WeasyPrint's colour profile, the one file of its own that it opens for each PDF, and give it that from memory."""
    kept = _Kept((files(weasyprint.pdf) / "sRGB2014.icc").read_bytes())
    weasyprint.pdf.files = lambda package: kept
