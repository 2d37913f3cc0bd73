"""What is fuzzed: a reader with its seeds, its words, and what must always hold."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from attrs import frozen

from casework.adapters.plain import journey_from_plain, journey_to_plain
from casework.events import Event
from casework.findings import Finding
from casework.journey import Journey

AS_AT: Final = "2026-11-23"

# Quotes, what stands in brackets, names of columns, numbers and paths.
_PARTICULAR: Final = re.compile(
    r"""'[^']*'|"[^"]*"|\([^)]*\)|\S*[\d_/]\S*|\b[A-Z]{2,}\S*|[;@].*"""
)


@frozen(kw_only=True)
class Target:
    """A reader as the fuzzer sees it.

    Parameters
    ----------
    name
        As on the command line.
    seeds
        Good files, small, from which the others are made.
    words
        What means something to this reader, to be put where it does not belong.
    check
        Reads some bytes, fails where something is lost or raises what it should not,
        and names what it saw: the kinds of errors and findings.
    """

    name: str
    seeds: tuple[bytes, ...]
    words: tuple[bytes, ...]
    check: Callable[[bytes], set[str]]


def kind_of(message: object) -> str:
    """Give the beginning of a message, without what is particular to one file."""
    words = _PARTICULAR.sub("*", str(message)).split()
    return " ".join(word for word in words if word.strip("*,.:"))[:40]


def judged(journey: Journey) -> set[str]:
    """Ask of a journey what the commands ask, and name what did not fit."""
    # To ask for everything takes longer than to read: one journey in four is enough.
    if len(journey.chronology.events) % 4 == 0:
        journey.deadlines(AS_AT)
        journey.statuses(AS_AT)
        journey.allowed()
    findings = journey.findings()
    assert all(one.what and one.expected for one in findings)
    return codes(findings)


def round_trip(journey: Journey) -> None:
    """See that a journey comes back from the plain values of its file."""
    plain = journey_to_plain(journey)
    again = journey_from_plain(plain)
    assert plain == journey_to_plain(again)
    # Why an event could not be read is said of the file that it was read from.
    assert list(_read(journey)) == list(_read(again))


def _read(journey: Journey) -> Iterator[Event]:
    return (one for one in journey.chronology.events if isinstance(one, Event))


def codes(findings: tuple[Finding, ...]) -> set[str]:
    """Name the kinds of findings."""
    return {f"finding {one.code}" for one in findings}
