"""The only addresses that the PDF writer opens: `look:` and a font that ships with us. Everything else is refused."""

from __future__ import annotations

from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

from ssc_drafter.writers.pdf.fonts import shipped


class Closed(URLFetcher):  # type: ignore[misc]
    """A fetcher that opens no socket and no file: a table look-up, and a refusal for what is not in it."""

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """Return the bytes of one of our fonts. Raises ValueError, which WeasyPrint takes as "not there"."""
        data = shipped().get(url)
        if data is None:
            raise ValueError("this address is not one of ours")
        return URLFetcherResponse(url, data, {"Content-Type": "font/ttf"})
