"""Chronologies in JSON Lines: nothing is lost on the way in, or on the way out."""

import json
import os
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.adapters.jsonlines import read_jsonl, write_jsonl
from casework.adapters.plain import journey_from_plain, journey_to_plain
from casework.adapters.plain_events import event_from_plain, event_to_plain
from casework.adapters.reading import Read, Unread
from casework.errors import BadChronology, BadEvent, BadFile
from casework.events import NOT_SAID, ContactReceived, Event, UnreadEvent, kinds
from casework.journey import Journey
from casework.testing import any_events, any_journeys

EVENT = {"id": "e1", "event": "contact_received", "at": "2026-11-23", "episode": "c"}
LINE = {
    "format": "casework/1",
    "jurisdiction": "jersey",
    "child": {"id": "C-0001", "born": "2010-05-14"},
    "records": None,
    "events": [EVENT],
}

Keep = Callable[..., Path]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Write lines to a file, each as bytes or as an object."""

    def write(*lines: object, name: str = "children.jsonl") -> Path:
        path = tmp_path / name
        path.write_bytes(b"".join(_bytes(line) + b"\n" for line in lines))
        return path

    return write


def _bytes(line: object) -> bytes:
    return line if isinstance(line, bytes) else json.dumps(line).encode()


def _line(**changed: object) -> dict[str, Any]:
    return {**LINE, **changed}


def _with(**changed: object) -> dict[str, Any]:
    return _line(events=[{**EVENT, **changed}])


# There and back


@pytest.mark.parametrize("name", sorted(kinds()))
@settings(max_examples=10)
@given(data=st.data())
def test_an_event_comes_back_as_it_was(name: str, data: st.DataObject) -> None:
    """Every event of the vocabulary is read as it was written."""
    event = data.draw(any_events(kinds()[name]))
    plain = json.loads(json.dumps(event_to_plain(event)))
    assert event == event_from_plain(plain)
    assert event_to_plain(event) == event_to_plain(event_from_plain(plain))


@settings(max_examples=50)
@given(journey=any_journeys())
def test_a_journey_comes_back_as_it_was(journey: Journey) -> None:
    """A child, what the source records, and all events are read as written."""
    plain = json.loads(json.dumps(journey_to_plain(journey)))
    again = journey_from_plain(plain)
    assert journey.chronology == again.chronology
    assert journey.jurisdiction == again.jurisdiction


def test_a_file_comes_back_as_it_was(keep: Keep, tmp_path: Path) -> None:
    """A file read and written again reads the same, and its unread parts are kept."""
    half = json.dumps(LINE).encode()[:-9]
    odd = {"id": "e2", "event": "contact_recieved", "at": "2026-11-23", "rate": 1.5}
    path = keep(LINE, half, b"\xff\xfe", b"", _line(events=[odd, EVENT]), b"{}\r")
    copy = tmp_path / "copy.jsonl"
    write_jsonl(read_jsonl(path), copy)
    written = copy.read_bytes().split(b"\n")
    assert [half, b"\xff\xfe", b"{}\r"] == [written[1], written[2], written[4]]
    assert [odd, EVENT] == json.loads(written[3])["events"]
    assert list(read_jsonl(path)) == list(read_jsonl(copy))


def test_a_file_may_be_written_over_itself(keep: Keep) -> None:
    """Reading is lazy, so a file takes its name only when all of it is written."""
    path = keep(LINE, LINE)
    write_jsonl(read_jsonl(path), path)
    assert 2 == len(list(read_jsonl(path)))
    assert [path] == list(path.parent.iterdir())


def test_a_failed_write_leaves_what_was_there(keep: Keep) -> None:
    """Where writing fails half-way, the old file stands and no half of a new one."""
    path = keep(LINE, b"{")
    with pytest.raises(BadChronology):
        write_jsonl(read_jsonl(path, strict=True), path)
    assert 2 == len(list(read_jsonl(path).lines()))
    assert [path] == list(path.parent.iterdir())


def test_journeys_reads_and_unread_lines_may_be_written(
    keep: Keep, tmp_path: Path
) -> None:
    """What a program picked from a file is written in the order it gives."""
    lines = list(read_jsonl(keep(LINE, b"half")).lines())
    chosen = [lines[1], lines[0], *read_jsonl(keep(LINE))]
    write_jsonl(chosen, tmp_path / "chosen.jsonl")
    again = list(read_jsonl(tmp_path / "chosen.jsonl").lines())
    assert [Unread, Read, Read] == [type(line) for line in again]


def test_standard_streams_are_called_dash(
    keep: Keep,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    """`-` reads standard input and writes standard output."""
    text = keep(LINE).read_bytes()
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(text)))
    write_jsonl(read_jsonl("-"), "-")
    assert LINE == json.loads(capsysbinary.readouterr().out)


# What is written


def test_ids_and_episodes_are_always_written() -> None:
    """An event without an id has been given one; an episode may be null."""
    raw = _line(events=[{"event": "supervision_held", "at": "2026-11-23"}])
    (event,) = journey_to_plain(journey_from_plain(raw))["events"]
    assert {
        "id": "e1",
        "event": "supervision_held",
        "at": "2026-11-23",
        "episode": None,
    } == event


@pytest.mark.parametrize(
    ("given", "follows"),
    [({}, NOT_SAID), ({"follows": None}, None), ({"follows": "c-0"}, "c-0")],
)
def test_follows_null_is_not_follows_left_out(
    given: dict[str, object], follows: object
) -> None:
    """Null says that it came out of no episode; left out says nothing."""
    raw = {**EVENT, **given}
    event = event_from_plain(raw)
    assert follows == event.follows
    assert raw == event_to_plain(event)


def test_null_is_as_if_left_out() -> None:
    """Any other field that is null may be left out."""
    nulls = {one.name: None for one in attrs.fields(ContactReceived)}
    del nulls["follows"]
    assert event_from_plain(EVENT) == event_from_plain({**nulls, **EVENT})


@pytest.mark.parametrize("days", [0, 1])
def test_a_number_may_be_nought_or_one(days: int) -> None:
    """Python counts them as false and true; a file does not."""
    raw = {**EVENT, "event": "school_excluded", "days": days}
    assert raw == event_to_plain(event_from_plain(raw))


def test_a_correction_holds_a_whole_event() -> None:
    """The event that replaces another stands under `with`, and has no id."""
    new = {"event": "contact_received", "at": "2026-11-22", "episode": "c"}
    raw = {
        "id": "e2",
        "event": "corrected",
        "at": "2026-11-24",
        "episode": None,
        "of": "e1",
        "with": new,
    }
    assert raw == event_to_plain(event_from_plain(raw))


@pytest.mark.parametrize(
    ("records", "events", "start"),
    [
        (None, None, None),
        (["returned", "went_missing"], {"returned", "went_missing"}, None),
        ({"events": ["returned"]}, {"returned"}, None),
        ({"events": None, "from": "2024-04-01", "to": None}, None, "2024-04-01"),
    ],
)
def test_what_a_source_records_has_three_forms(
    records: object, events: set[str] | None, start: str | None
) -> None:
    """Everything, a list of events, or events between two days."""
    read = journey_from_plain(_line(records=records)).chronology.records
    assert events == read.events
    assert start == (str(read.start) if read.start else None)


# Lines that cannot be read

LINE_FAULTS = {
    "not JSON": b"contact on Monday",
    "half a line": json.dumps(LINE).encode()[:40],
    "not an object": b"[]",
    "not UTF-8": json.dumps(LINE).encode().replace(b"C-0001", b"C-\xe9"),
    "a key twice": b'{"format": "casework/1", "format": "casework/1"}',
    "a number that is none": b'{"format": NaN}',
    "a number too large": b'{"format": 1e999}',
    "too deep": b"[" * 100_000,
    "no format": {key: LINE[key] for key in LINE if key != "format"},
    "unknown format": _line(format="casework/2"),
    "unknown jurisdiction": _line(jurisdiction="france"),
    "jurisdiction of another kind": _line(jurisdiction=["jersey"]),
    "unknown key": _line(kids=[]),
    "no child": _line(child=None),
    "no child id": _line(child={"born": "2010-05-14"}),
    "child id of another kind": _line(child={"id": 7}),
    "unknown key of the child": _line(child={"id": "C", "name": "A"}),
    "30 February": _line(child={"id": "C", "born": "2010-02-30"}),
    "expected some day": _line(child={"id": "C", "expected": "May"}),
    "disabled in words": _line(child={"id": "C", "disabled": "yes"}),
    "family as a number": _line(child={"id": "C", "family": 4}),
    "records in words": _line(records="all"),
    "records with an unknown key": _line(records={"until": "2025-03-31"}),
    "records of numbers": _line(records=[1]),
    "records from some day": _line(records={"from": "2025-02-29"}),
    "records that end first": _line(records={"from": "2025-04-01", "to": "2025-03-01"}),
    "events that are no list": _line(events={}),
    "an event that is no object": _line(events=["contact_received"]),
}


@pytest.mark.parametrize("fault", LINE_FAULTS)
def test_a_line_that_cannot_be_read_is_kept(fault: str, keep: Keep) -> None:
    """It is kept word for word with its place and the reason; the others are read."""
    bad = _bytes(LINE_FAULTS[fault])
    path = keep(LINE, bad, LINE)
    first, unread, last = read_jsonl(path).lines()
    assert isinstance(unread, Unread)
    assert bad == unread.text.encode("utf-8", "surrogateescape")
    assert (str(path), 2) == (unread.file, unread.line)
    assert (1, 3) == (first.line, last.line)
    assert 2 == len(list(read_jsonl(path)))


@pytest.mark.parametrize("fault", LINE_FAULTS)
def test_a_strict_reader_stops_at_a_line_that_it_cannot_read(
    fault: str, keep: Keep
) -> None:
    """It names the file and the line."""
    path = keep(LINE, LINE_FAULTS[fault])
    with pytest.raises(BadChronology, match=r"children\.jsonl, line 2: "):
        list(read_jsonl(path, strict=True))


def test_a_date_of_birth_is_not_repeated_in_a_message(keep: Keep) -> None:
    """What cannot be read of a date of birth is not shown either."""
    line = _line(child={"id": "C", "born": "14.05.2010"})
    (unread,) = read_jsonl(keep(line)).lines()
    assert "2010" not in repr(unread)


def test_a_blank_line_is_no_line(keep: Keep) -> None:
    """It is skipped, and counted where lines are counted."""
    (read,) = read_jsonl(keep(b"", b"  \r", LINE)).lines()
    assert 3 == read.line


def test_the_mark_that_some_programs_write_first_is_skipped(keep: Keep) -> None:
    """A file saved as "UTF-8 with BOM" is read like any other, or two put together."""
    marked = b"\xef\xbb\xbf" + _bytes(LINE)
    assert 1 == len(list(read_jsonl(keep(marked))))
    assert 2 == len(list(read_jsonl(keep(b"", marked, marked))))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(BadFile, match=r"nothing\.jsonl cannot be read: No such file"):
        list(read_jsonl(tmp_path / "nothing.jsonl"))


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(BadFile, match=r"out\.jsonl cannot be written: No such"):
        write_jsonl([], tmp_path / "nowhere" / "out.jsonl")


def test_a_device_is_written_as_it_is(keep: Keep) -> None:
    """It has no name to take when all is written."""
    write_jsonl(read_jsonl(keep(LINE)), os.devnull)
    assert not Path(os.devnull).is_file()


def test_a_misspelt_name_in_records_is_said(keep: Keep) -> None:
    """It would make a rule not recorded, unseen."""
    (read,) = read_jsonl(keep(_line(records=["returned", "refferal"]))).lines()
    assert isinstance(read, Read)
    [finding] = read.journey.findings()
    assert ("record_not_known", "C-0001") == (finding.code, finding.child)
    assert "did you mean referral_" in finding.what


# Events that cannot be read

EVENT_FAULTS = {
    "unknown event": ({"event": "contact_recieved"}, "did you mean contact_received?"),
    "no event": ({"event": None}, "is not an event"),
    "event of another kind": ({"event": ["contact_received"]}, "is not an event"),
    "unknown field": ({"sauce": "school"}, "did you mean source?"),
    "no at": ({"at": None}, "needs 'at'"),
    "naive moment": ({"at": "2026-11-23T09:40:00"}, "offset"),
    "30 February": ({"at": "2026-02-30"}, "2026-02-30"),
    "at as a number": ({"at": 20261123}, "20261123"),
    "naive recorded": ({"recorded": "2026-11-23 10:00"}, "offset"),
    "field of another kind": ({"source": 4}, "source must be text"),
    "a float": ({"source": 4.25}, "source must be text"),
    "word of another kind": (
        {"event": "consent_recorded", "consent": "maybe"},
        "refused",
    ),
    "correction of nothing": (
        {"event": "corrected", "with": {**EVENT, "id": None}},
        "needs 'of'",
    ),
    "correction by nothing": ({"event": "corrected", "of": "e1"}, "needs 'with'"),
    "correction by text": (
        {"event": "corrected", "of": "e1", "with": "e2"},
        "whole event",
    ),
    "correction by a correction": (
        {"event": "corrected", "of": "e1", "with": {"event": "corrected"}},
        "whole event",
    ),
    "correction with an id": (
        {"event": "corrected", "of": "e1", "with": EVENT},
        "own id",
    ),
}


@pytest.mark.parametrize("fault", EVENT_FAULTS)
def test_an_event_that_cannot_be_read_is_kept(fault: str, keep: Keep) -> None:
    """It is written back unchanged and found; the other events count."""
    changed, words = EVENT_FAULTS[fault]
    raw = {**EVENT, **changed}
    other = {**EVENT, "id": "e2"}
    (journey,) = read_jsonl(keep(_line(events=[raw, other])))
    unread, event = journey.chronology.events
    assert isinstance(unread, UnreadEvent)
    assert isinstance(event, Event)
    assert unread.why.startswith("event 1: ")
    assert words in unread.why
    assert [raw, other] == journey_to_plain(journey)["events"]
    codes = [(one.code, one.event) for one in journey.chronology.findings()]
    assert [("event_not_read", "e1")] == codes


@pytest.mark.parametrize("fault", EVENT_FAULTS)
def test_a_strict_reader_stops_at_an_event_that_it_cannot_read(
    fault: str, keep: Keep
) -> None:
    """It names file, line, child and event."""
    changed, _ = EVENT_FAULTS[fault]
    where = r"children\.jsonl, line 1, child C-0001, event 1: "
    with pytest.raises(BadEvent, match=where):
        list(read_jsonl(keep(_with(**changed)), strict=True))


def test_a_strict_reader_stops_at_an_event_before_birth(keep: Keep) -> None:
    """It names file, line, child and event, and no day of birth."""
    placed = {"event": "placement_started", "at": "2010-05-13", "id": "e9"}
    path = keep(LINE, _line(events=[EVENT, placed]))
    with pytest.raises(BadEvent) as refused:
        list(read_jsonl(path, strict=True))
    words = "children.jsonl, line 2, child C-0001, event e9: placement_started before"
    assert words in str(refused.value)
    assert "2010" not in str(refused.value)
    assert 2 == len(list(read_jsonl(path)))


def test_a_strict_reader_takes_what_was_put_right(keep: Keep) -> None:
    """An event before birth that has been withdrawn since is no fault."""
    placed = {"event": "placement_started", "at": "2010-05-13", "id": "e9"}
    back = {"event": "withdrawn", "at": "2026-11-24", "id": "e10", "of": "e9"}
    path = keep(_line(events=[EVENT, placed, back]))
    assert 1 == len(list(read_jsonl(path, strict=True)))


@settings(max_examples=200)
@given(raw=st.binary(max_size=60))
def test_no_bytes_break_the_reader(
    raw: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever stands in a file, each line is read or kept."""
    path = tmp_path_factory.mktemp("any") / "any.jsonl"
    path.write_bytes(raw)
    lines = list(read_jsonl(path).lines())
    assert [one for one in raw.split(b"\n") if one.strip()] == [
        line.text.encode("utf-8", "surrogateescape")
        for line in lines
        if isinstance(line, Unread)
    ]
