"""Chronologies in JSON Lines: every line is read whole, or kept word for word."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import attrs

from casework.adapters.jsonlines import Line, read_jsonl, write_jsonl
from casework.adapters.plain import journey_to_plain
from casework.adapters.reading import Read, Unread
from casework.dates import as_when
from casework.errors import BadDate, CaseworkError
from casework.events import kinds
from tests.fuzz.places import written
from tests.fuzz.target import Target, codes, judged, kind_of
from tests.source import ROOT

LAST: Final = (
    b'{"format": "casework/1", "jurisdiction": "jersey", "child": {"id": "LAST"}}'
)
"""A good line after all others: it must be read whatever stands before it."""


def check(data: bytes) -> set[str]:
    """Read chronologies; see that each line is read or kept, and comes back."""
    with written(data + b"\n" + LAST + b"\n", "children.jsonl") as path:
        *lines, last = read_jsonl(path).lines()
        assert isinstance(last, Read)
        assert "LAST" == last.journey.child.id
        raws = [
            (number, raw)
            for number, raw in enumerate(data.split(b"\n"), start=1)
            if raw.strip()
        ]
        assert [number for number, _ in raws] == [line.line for line in lines]
        seen = {one for line in lines for one in _seen(line)}
        for (_, raw), line in zip(raws, lines, strict=True):
            _kept(raw, line)
        _comes_back(path, [*lines, last])
        before_birth = "finding before_birth" in seen
        seen |= _strictly(path, refused=before_birth or any(map(_odd, lines)))
    return seen


def _seen(line: Read | Unread) -> Iterator[str]:
    if isinstance(line, Unread):
        assert line.file
        yield f"unread {kind_of(line.why)}"
        return
    journey = line.journey
    yield from codes(line.findings) | judged(journey)
    yield from (f"event {kind_of(one.why)}" for one in journey.chronology.unread())


def _kept(raw: bytes, line: Read | Unread) -> None:
    if isinstance(line, Unread):
        assert raw == line.text.encode("utf-8", "surrogateescape")
        return
    given = json.loads(raw.decode("utf-8-sig"))
    plain = journey_to_plain(line.journey)
    assert given["child"].get("id") == plain["child"]["id"]
    _all_said(given["child"], plain["child"])
    assert _recorded(given.get("records")) == _recorded(plain["records"])
    events = zip(given.get("events") or (), plain["events"], strict=True)
    odd = [dict(one.raw) for one in line.journey.chronology.unread()]
    for said, told in events:
        if odd and said == odd[0]:
            # A dictionary takes 1 and true for the same; text does not.
            assert json.dumps(said) == json.dumps(told)
            del odd[0]
        else:
            _all_said(said, told)
    assert not odd


def _recorded(raw: object) -> tuple[object, ...]:
    """Give what a source records in one form, of the two that a file may have."""
    said = raw if isinstance(raw, dict) else {"events": raw}
    names = said.get("events")
    return None if names is None else {*names}, said.get("from"), said.get("to")


def _all_said(said: dict[str, Any], told: dict[str, Any]) -> None:
    """See that nothing that was said is missing, or says something else."""
    for name, value in said.items():
        if name == "with":
            _all_said(value, told["with"])
        elif name == "follows" or value not in (None, False):
            assert _same(value, told[name]), name
        else:
            # What is null, and a start that is not unknown, may be left out.
            assert value == told.get(name, value), name


def _same(one: object, other: object) -> bool:
    if one == other:
        return isinstance(one, bool) == isinstance(other, bool)
    try:
        return as_when(one) == as_when(other)
    except BadDate:
        return False


def _comes_back(path: Path, lines: list[Line]) -> None:
    """See that a file written again reads the same, and is then written the same."""
    copy, again = path.with_name("copy.jsonl"), path.with_name("again.jsonl")
    write_jsonl(lines, copy)
    write_jsonl(read_jsonl(copy), again)
    assert [_bare(one) for one in lines] == [
        _bare(one) for one in read_jsonl(copy).lines()
    ]
    assert copy.read_bytes() == again.read_bytes()


def _bare(line: Read | Unread) -> object:
    """Give what a line holds, wherever it stands."""
    if isinstance(line, Unread):
        return line.text
    return line.journey.jurisdiction.name, line.journey.chronology


def _odd(line: Read | Unread) -> bool:
    """Say whether a line, or an event of it, could not be read."""
    return isinstance(line, Unread) or bool(line.journey.chronology.unread())


def _strictly(path: Path, *, refused: bool) -> set[str]:
    """See that strict reading refuses just what cannot be read or cannot be true."""
    try:
        list(read_jsonl(path, strict=True))
    except CaseworkError as error:
        assert refused
        assert f"{path}, line " in str(error)
        return {f"strict {type(error).__name__}"}
    assert not refused
    return set()


def _words() -> Iterator[bytes]:
    names = {field.name for kind in kinds().values() for field in attrs.fields(kind)}
    choices = {
        word
        for kind in kinds().values()
        for field in attrs.fields(kind)
        for word in field.metadata.get("words", ())
    }
    keys = ("format", "jurisdiction", "child", "born", "expected", "family", "records")
    for word in sorted({*kinds(), *names, *map(str, choices), *keys, "with"}):
        yield f'"{word}"'.encode()
    yield from (b'"england"', b'"jersey"', b'"casework/1"', b'"events"', b'"from"')
    yield from (b"{}", b"[]", b"[[", b'{"with":', b'"2026-11-23"', LAST, b"\n" + LAST)


def _seeds() -> tuple[bytes, ...]:
    whole = (ROOT / "examples" / "data" / "whole_life.jsonl").read_bytes()
    line = json.loads(whole.splitlines()[0])
    parts = (line["events"][at : at + 8] for at in range(0, len(line["events"]), 8))
    return (LAST, *(json.dumps({**line, "events": part}).encode() for part in parts))


TARGET: Final = Target(name="jsonl", seeds=_seeds(), words=tuple(_words()), check=check)
