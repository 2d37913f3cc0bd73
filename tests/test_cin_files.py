"""Whole censuses: good ones, cut ones, hostile ones, and very long ones."""

import tracemalloc
from collections.abc import Iterator
from io import BytesIO
from itertools import chain, repeat
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.adapters.cin import read_cin
from casework.adapters.cin.xml import CHUNK, LONGEST_TAG
from casework.adapters.reading import Read, Unread
from casework.errors import BadFile
from casework.events import UnreadEvent
from tests.census import (
    SAMPLES,
    census,
    child,
    children,
    dates_in,
    lines_of_children,
    tags,
)

START = b"<Message><Children>" + child(id_="A").encode()
END = b"</Children></Message>"


class Endless:
    """A file that is made as it is read, and counts what was read of it."""

    def __init__(self, *pieces: bytes, times: int, end: bytes = END) -> None:
        """Repeat the last piece that often."""
        self.given = 0
        self.pieces = chain(pieces[:-1], repeat(pieces[-1], times), [end])

    def read(self, _: int) -> bytes:
        """Give the next piece."""
        piece = next(self.pieces, b"")
        self.given += len(piece)
        return piece


def read(source: object) -> Iterator[Read | Unread]:
    """Read what has the shape of a file."""
    return read_cin(cast("BinaryIO", source))


def fault(source: bytes | Endless) -> tuple[list[Read | Unread], str]:
    """Give what was read before a file failed, and what was said."""
    pieces = []
    reading = read(BytesIO(source) if isinstance(source, bytes) else source)
    with pytest.raises(BadFile) as caught:
        pieces.extend(reading)
    return pieces, str(caught.value)


def events_of(pieces: list[Read]) -> int:
    """Count the events, without those that no date of the census stands behind."""
    events = [one for piece in pieces for one in piece.journey.chronology.events]
    names = [
        event.raw["event"] if isinstance(event, UnreadEvent) else event.name
        for event in events
    ]
    return len(names) - names.count("category_changed")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_date_of_the_sample_files_is_lost(path: Path) -> None:
    """Of every date in the return an event is made, and all can be read."""
    pieces = [piece for piece in read_cin(path) if isinstance(piece, Read)]
    text = path.read_text(encoding="utf-8")
    assert text.count("<Child>") == len(pieces)
    assert dates_in(text) == events_of(pieces)
    assert [] == [one for piece in pieces for one in piece.journey.chronology.unread()]


@given(st.lists(children, max_size=3))
def test_no_date_of_any_census_is_lost(told: list[str]) -> None:
    """Whatever stands in a census, in whatever order, its dates become events."""
    data = census(*told)
    pieces = [piece for piece in read_cin(BytesIO(data)) if isinstance(piece, Read)]
    assert len(told) == len(pieces)
    assert dates_in(data.decode()) == events_of(pieces)


@given(st.integers(min_value=0, max_value=len(START + END)))
def test_a_census_cut_anywhere_says_so(at: int) -> None:
    """The children before the cut are read, and the line of the cut is told."""
    whole = START + END
    if at == len(whole):
        assert 1 == len(list(read_cin(BytesIO(whole))))
        return
    pieces, said = fault(whole[:at])
    assert int(at >= len(START)) == len(pieces)
    line = whole.count(b"\n", 0, at) + 1
    assert f"line {line}:" in said


def test_a_namespace_changes_nothing() -> None:
    """With a namespace or without, the names are the same."""
    plain = census(child(tags(CINreferralDate="2024-06-03"))).decode()
    prefixed = plain.replace("</", "</c:").replace("<", "<c:").replace("<c:/c:", "</c:")
    data = prefixed.replace("<c:Message>", '<c:Message xmlns:c="urn:cin">').encode()
    [expected] = read_cin(BytesIO(plain.encode()))
    assert [expected] == list(read_cin(BytesIO(data)))


def test_what_is_no_census_is_refused(tmp_path: Path) -> None:
    """Another kind of file, an empty one, or none is said to be that."""
    assert "'html'" in fault(b"<html>x</html>")[1]
    assert "ends before its end" in fault(b"")[1]
    with pytest.raises(BadFile, match=r"none\.xml cannot be read: No such file"):
        next(read_cin(tmp_path / "none.xml"))


def test_a_file_names_itself(tmp_path: Path) -> None:
    """What is read from a path, and what fails in it, carries its name."""
    path = tmp_path / "census.xml"
    path.write_bytes(START + b"\n<Child>\xff")
    reading = read_cin(str(path))
    assert str(path) == next(reading).file
    with pytest.raises(BadFile, match=r"census\.xml, line 7: .* UTF-8"):
        next(reading)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE Message [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE Message [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE Message SYSTEM "https://example.org/census.dtd">',
    ],
)
def test_a_document_type_is_refused(declared: str) -> None:
    """Entities, inside the file or outside it, are neither expanded nor fetched."""
    pieces, said = fault(f"{declared}<Message>&b;</Message>".encode())
    assert ([], True) == (pieces, "line 1: a document type" in said)


def test_an_entity_bomb_costs_nothing() -> None:
    """Text that would unfold to a billion words is refused before it does."""
    tens = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE Message [<!ENTITY a0 "ha">{tens}]><Message>&a9;</Message>'
    tracemalloc.start()
    _, said = fault(bomb.encode())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "document type" in said
    assert peak < 2 * LONGEST_TAG


@pytest.mark.parametrize(
    ("before", "filler", "what"),
    [
        (b"<Child><ChildIdentifiers><LAchildID>", b"x", "a text of more than"),
        (b"<Child><ChildIdentifiers><LAchildID><![CDATA[", b"x", "a text of more than"),
        (b"<Child x='", b"x", "a tag or comment of more than"),
        (b"<!--", b"x", "a tag or comment of more than"),
        (b"<", b"x", "a tag or comment of more than"),
    ],
)
def test_a_text_without_end_is_refused_early(
    before: bytes, filler: bytes, what: str
) -> None:
    """Of 300 MB in one node, little more than a megabyte is ever read."""
    endless = Endless(START, before, filler * CHUNK, times=300_000_000 // CHUNK)
    pieces, said = fault(endless)
    assert (1, True) == (len(pieces), what in said)
    assert endless.given < LONGEST_TAG + 3 * CHUNK


def test_elements_nested_without_end_are_refused() -> None:
    """No return nests as deep."""
    assert "nested more than 20 deep" in fault(START + b"<a>" * 10_000)[1]


def test_an_entity_that_nobody_declared_is_a_fault() -> None:
    """It is said with its line, after the children before it."""
    pieces, said = fault(START + b"\n&who;" + END)
    assert (1, True) == (len(pieces), "line 7: undefined entity" in said)


@pytest.mark.parametrize("group", ["Message", "Children"])
def test_a_return_within_the_return_is_kept_as_it_came(group: str) -> None:
    """No child in it is lost, and the others are read."""
    nested = f"<{group}>{child()}</{group}>"
    first, unread, last = read_cin(BytesIO(census(child(), nested, child())))
    assert isinstance(first, Read)
    assert isinstance(last, Read)
    assert isinstance(unread, Unread)
    assert child().replace("\n", "") == unread.text[len(group) + 2 : -len(group) - 3]
    assert f"'{group}' stands within the return again." == unread.why


@pytest.mark.parametrize("nothing", [" ", "<LEA></LEA>"])
def test_a_child_without_an_id_is_kept_as_it_came(nothing: str) -> None:
    """It is told as unread, with its line; the others are read."""
    nameless = child(tags(ReferralSource="&amp;1")).replace("C-0001", nothing)
    data = census(child(), nameless, child())
    first, unread, last = read_cin(BytesIO(data))
    assert isinstance(unread, Unread)
    assert lines_of_children(data) == [first.line, unread.line, last.line]
    assert "<ReferralSource>&amp;1</ReferralSource>" in unread.text
    assert "no LAchildID" in unread.why
    assert isinstance(first, Read)
    assert isinstance(last, Read)


@pytest.mark.parametrize("beside", ["<Pupil>1</Pupil>", "a note"])
def test_what_stands_beside_the_children_is_kept(beside: str) -> None:
    """It belongs to no child, so it is told as unread."""
    *_, unread = read_cin(BytesIO(census(child(), beside)))
    assert isinstance(unread, Unread)
    assert beside in unread.text


def test_memory_grows_with_a_child_and_not_with_the_file() -> None:
    """Ten times as many children take no more memory."""
    few, many = (_peak(times) for times in (100, 1000))
    assert many < 1.5 * few


@pytest.mark.slow
def test_twenty_thousand_children_are_read_in_one_process() -> None:
    """As many as the largest authorities have, and no more memory than for few."""
    assert _peak(20_000) < 1.5 * _peak(100)


def _peak(times: int) -> int:
    details = tags(CINreferralDate="2024-06-03", CINclosureDate="2024-06-04")
    endless = Endless(START, child(details).encode(), times=times)
    tracemalloc.start()
    assert times + 1 == sum(1 for _ in read(endless))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak
