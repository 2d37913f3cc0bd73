"""Reads the tables of the stages, written by hand in `tests/stages`."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

import attrs

from casework.events import Event, kinds
from casework.states.moves import events_of
from tests.source import ROOT

FOLDER: Final = ROOT / "tests" / "stages"
DAY: Final = "2026-11-23"

# `conference_held (decision: plan or no_plan)`
_NAMED: Final = re.compile(r"(?P<event>\w+)(?: \((?P<field>\w+): (?P<words>.+)\))?")


@attrs.frozen
class Named:
    """An event as a table names it, with what one of its fields says."""

    event: str
    field: str | None
    words: tuple[str, ...]

    def is_meant(self, event: Event) -> bool:
        """Say whether this row speaks of an event."""
        if event.name != self.event:
            return False
        return self.field is None or _word(getattr(event, self.field)) in self.words


def named(text: str) -> Named:
    """Read the name of an event with its condition."""
    found = _NAMED.fullmatch(text)
    assert found, text
    assert found["event"] in kinds(), text
    words = tuple((found["words"] or "").split(" or "))
    return Named(found["event"], found["field"], words)


def tables_in(name: str) -> list[list[dict[str, str]]]:
    """Give the tables of a page, each row by the heads of the columns."""
    blocks = re.findall(r"(?:^\|.*\n)+", (FOLDER / name).read_text(), re.MULTILINE)
    return [list(_rows(block.splitlines())) for block in blocks]


def variants(kind: type[Event]) -> Iterator[Event]:
    """Give an event with everything that its coded fields may say together."""
    said = {
        field.name: [None, *field.metadata["words"]]
        for field in attrs.fields(kind)
        if "words" in field.metadata
    }
    if "stage" in attrs.fields_dict(kind):
        said["stage"] = [None, 1, 2, 3]
    for words in product(*said.values()):
        yield kind(at=DAY, **dict(zip(said, words, strict=True)))


def variants_of(stage: str) -> list[Event]:
    """Give every event of a stage with everything that it may say."""
    return [event for kind in events_of(stage) for event in variants(kind)]


def _rows(lines: list[str]) -> Iterator[dict[str, str]]:
    heads, _, *rows = ([cell.strip() for cell in one.split("|")[1:-1]] for one in lines)
    for row in rows:
        yield dict(zip(heads, row, strict=True))


def _word(value: object) -> str:
    return "not said" if value is None else str(value)
