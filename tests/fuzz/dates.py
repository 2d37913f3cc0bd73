"""Dates, moments and periods, as a command line or a file may spell them."""

from collections.abc import Callable
from typing import Final

import typer
from typer.main import get_command

from casework.cli.app import app
from casework.dates import as_date, as_moment, as_when, day_of, iso, local_moment
from casework.errors import BadDate, BadPeriod
from casework.jurisdictions import JURISDICTIONS
from casework.periods import Period
from tests.fuzz.target import Target, kind_of

ZONES: Final = tuple(place.zone for place in JURISDICTIONS.values())
_COMMANDS: Final = get_command(app).commands
OPTIONS: Final = {
    "--as-at": "deadlines",
    "--known-at": "deadlines",
    "--on": "rules",
}
"""The options that hold a date, each with a command that takes it."""


def check(data: bytes) -> set[str]:
    """Read a text as each thing that it might be; what is read comes back the same."""
    text = data.decode("utf-8", "surrogateescape")
    seen = {_came_back(read, text) for read in (as_date, as_moment, as_when)}
    seen |= {_local(text, zone) for zone in ZONES} | {_period(text)}
    return seen | {_on_command_line(*one, text) for one in OPTIONS.items()}


def _came_back(read: Callable[[object], object], text: str) -> str:
    try:
        value = read(text)
    except BadDate as error:
        return f"{read.__name__} {_said(error, text)}"
    written = iso(value)
    assert value == read(written)
    assert written == iso(read(written))
    assert text[:10] == written[:10]
    for zone in ZONES:
        assert abs((day_of(value, zone) - as_date(text[:10])).days) <= 1
    return f"{read.__name__} read"


def _said(error: Exception, text: str) -> str:
    return f"{type(error).__name__} {kind_of(str(error).replace(repr(text), '*'))}"


def _local(text: str, zone: str) -> str:
    try:
        moment = local_moment(text, zone)
    except BadDate as error:
        return f"local {_said(error, text)}"
    assert as_moment(iso(moment)) == moment
    assert day_of(moment, zone) == as_date(text[:10])
    return "local read"


def _period(text: str) -> str:
    try:
        period = Period.parse(text)
    except BadPeriod as error:
        return f"period {_said(error, text)}"
    assert period == Period.parse(str(period))
    return f"period {period.unit}"


def _on_command_line(option: str, command: str, text: str) -> str:
    words = [f"{option}={text}"]
    if command == "deadlines":
        words = ["a.jsonl", "--as-at=2026-11-23", *words]
    try:
        _COMMANDS[command].make_context(command, words)
    except typer.BadParameter as error:
        assert 2 == error.exit_code
        return f"{option} refused"
    return f"{option} read"


TARGET: Final = Target(
    name="dates",
    seeds=(
        *(
            b"2026-11-23",
            b"2024-02-29",
            b"2026-11-23T09:40:00+00:00",
            b"20 working days",
        ),
        *(b"2026-03-29T01:30", b"2026-10-25T01:30:00.123456Z", b"1 month", b"72 hours"),
        *(b"7 days beginning with", b"as soon as possible", b"2026-11-23 09:40+01:00"),
    ),
    words=(
        *(b"T", b"Z", b" ", b"-", b":", b"+", b".", b"+00:00", b"-12:00", b"+14:00"),
        *(b"days", b"working days", b"months", b"years", b"hours", b"weeks"),
        *(b"beginning with", b"--as-at", b"W", b"-W01-1", b"-001", b"24:00"),
    ),
    check=check,
)
