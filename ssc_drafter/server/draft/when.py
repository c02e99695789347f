"""Dates and times of the store as the pages print them: dates in full, hours of the server's clock."""

from __future__ import annotations

from datetime import date, datetime

from ssc_drafter.language.numbers import day


def moment(stamp: str) -> datetime:
    """Return the local time of a stamp of the store (ISO 8601, UTC)."""
    return datetime.fromisoformat(stamp.replace("Z", "+00:00")).astimezone()


def date_of(stamp: str, lang: str) -> str:
    """Return the date in full: 25 November 2026."""
    return day(moment(stamp).date(), lang)


def time_of(stamp: str) -> str:
    """Return hours and minutes: 14:32."""
    return moment(stamp).strftime("%H:%M")


def iso_date(text: str | None, lang: str) -> str:
    """Return a date that a law states in full, or as it stands where it is no whole date."""
    if not text:
        return ""
    try:
        return day(date.fromisoformat(text[:10]), lang)
    except ValueError:
        return text
