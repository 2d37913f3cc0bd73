"""The pictures: SVG that any reader can open, and that can be read without colour."""

import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework import Child, Chronology, Journey, Status, england, jersey, read_jsonl
from casework.errors import NotFound
from casework.events import LookedAfterVisitMade, ReferralClosed, ReferralReceived
from casework.states import STAGES
from casework.testing import any_journeys
from casework.timeline import (
    DeadlineMark,
    EventMark,
    as_svg,
    stage_svg,
    timeline_of,
)
from casework.timeline.marks import COLOURS, shape
from casework.timeline.rows import MARK, flags, rows_of_runs, run_of, width_of
from casework.timeline.scale import Scale
from casework.timeline.sheet import sheet_for
from tests.source import ROOT

SVG = "{http://www.w3.org/2000/svg}"
DAYS = st.dates(date(2001, 1, 1), date(2040, 12, 31))
YEAR = Scale(
    first=date(2025, 1, 1), last=date(2025, 12, 31), left=0, width=900, zone="UTC"
)
days_of_2025 = st.lists(st.dates(YEAR.first, YEAR.last), max_size=30).map(sorted)


def read(svg: str) -> ET.Element:
    """Read a picture; it must be well-formed."""
    return ET.fromstring(svg)  # noqa: S314


def named(root: ET.Element, kind: str) -> list[ET.Element]:
    """Give the groups of a kind, such as the deadlines."""
    return [
        one
        for one in root.iter(f"{SVG}g")
        if (one.get("class") or "").split(" ")[0] == kind
    ]


def title_of(element: ET.Element) -> str:
    """Give the words of an element for whoever points at it, or cannot see it."""
    return element.findtext(f"{SVG}title") or ""


def life(as_at: str = "2032-06-01") -> str:
    """Draw a whole life."""
    [journey] = read_jsonl(ROOT / "examples" / "data" / "whole_life.jsonl")
    return as_svg(timeline_of(journey, as_at))


@given(journey=any_journeys(), day=DAYS)
def test_any_journey_can_be_drawn(journey: Journey, day: date) -> None:
    """Well-formed whatever the ids hold; a mark for each deadline and each event."""
    drawn = timeline_of(journey, day)
    root = read(as_svg(drawn))
    assert len(drawn.deadlines) == len(named(root, "deadline"))
    assert sum(len(lane.events) for lane in drawn.lanes) == len(named(root, "event"))
    assert len(drawn.lanes) == len(named(root, "lane"))


@pytest.mark.parametrize(
    ("happened", "asked"),
    [
        ("2026-03-02", "9999-12-31"),
        ("9999-12-30", "9999-12-30"),
        ("0001-01-01", "0001-01-05"),
        ("0001-01-01", "2026-03-02"),
        ("0001-01-01", "9999-12-31"),
    ],
)
def test_a_year_that_was_typed_wrong_can_be_drawn(happened: str, asked: str) -> None:
    """From the first day that there is to the last, no year written over another."""
    journey = Journey.open(england, child="C-1").record(ReferralReceived(at=happened))
    drawn = timeline_of(journey, asked)
    assert 1 == len(named(read(as_svg(drawn)), "event"))
    ticks = sheet_for(drawn, 1200).scale.ticks()
    assert all(b.x - a.x >= 36 for a, b in pairwise(ticks))


def test_a_picture_has_words_for_who_cannot_see_it() -> None:
    """It is one image with a title, and a description that says what matters."""
    journey = Journey.open(england, child="C-1", born="2015-02-03")
    journey = journey.record(ReferralReceived(at="2026-03-02"))
    root = read(as_svg(timeline_of(journey, "2026-03-04")))
    assert "img" == root.get("role")
    assert title_of(root).startswith("Child C-1, England, as at the end of Wednesday")
    assert (
        "1 event; 2 deadlines: 1 open, 1 overdue. "
        "assessment: assessment-1: referred, from 2026-03-02. "
        "Response to a referral decided: overdue, due 2026-03-03, 1 day late. "
        "Assessment concluded: open, due 2026-05-07."
    ) == root.findtext(f"{SVG}desc")


def test_every_mark_says_in_words_what_it_is() -> None:
    """What it is, when, and how it stands."""
    root = read(life())
    for kind in ("deadline", "event", "state"):
        assert all(map(title_of, named(root, kind)))
    told = [title_of(one) for one in named(root, "deadline")]
    assert any(
        one.startswith("Return interview held: met, due 2022-02-16") for one in told
    )


def test_statuses_are_told_apart_without_colour() -> None:
    """Each has a shape that no other has, and the legend names those that are shown."""
    drawn = {str(shape(one, 0, 0)) for one in Status}
    plain = {_without_colours(one) for one in drawn}
    assert len(Status) == len(plain)
    words = [one.text for one in read(life()).iter(f"{SVG}text")]
    assert {"met", "met late", "ceased", "not recorded"} <= set(words)
    assert "overdue" not in words


def _without_colours(drawn: str) -> str:
    for colour in COLOURS.values():
        drawn = drawn.replace(colour, "ink")
    return drawn


def test_a_picture_needs_nothing_from_elsewhere() -> None:
    """No script, no link, no font or style sheet from another place."""
    root = read(life())
    names = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert {"svg", "title", "desc", "g", "rect", "line", "text"} <= names
    assert set() == names & {"script", "image", "use", "style", "a", "foreignObject"}
    attributes = {name for one in root.iter() for name in one.attrib}
    assert not any("href" in name or name.startswith("on") for name in attributes)


def test_the_same_journey_gives_the_same_picture() -> None:
    """To the byte."""
    assert life() == life()


def test_a_picture_is_as_wide_as_it_is_asked_to_be() -> None:
    """And nothing is drawn to the right of it."""
    journey = Journey.open(jersey, child="C-1").record(
        ReferralReceived(at="2026-03-02")
    )
    root = read(as_svg(timeline_of(journey, "2026-04-01"), width=800))
    assert "800" == root.get("width")
    assert all(float(one.get("x2", "0")) <= 800 for one in root.iter(f"{SVG}line"))


def test_a_narrow_picture_has_its_legend_in_more_lines() -> None:
    """Nothing runs over the edge: each word of it begins within the picture."""
    [journey] = read_jsonl(ROOT / "examples" / "data" / "whole_life.jsonl")
    drawn = timeline_of(journey, "2032-06-01")
    tall, wide = read(as_svg(drawn, width=500)), read(as_svg(drawn))
    assert int(tall.get("height", "0")) > int(wide.get("height", "0"))
    starts = [float(one.get("x", "0")) for one in tall.iter(f"{SVG}text")]
    assert all(x < 500 for x in starts)


def test_a_name_says_that_its_event_was_not_allowed() -> None:
    """Beside the mark, and not by colour."""
    closed = ReferralClosed(at="2026-03-02", episode="a-1")
    told = Chronology(child=Child(id="C-1"), events=(closed,))
    journey = Journey(jurisdiction=england, chronology=told)
    root = read(as_svg(timeline_of(journey, "2026-03-04")))
    words = [one.text for one in root.iter(f"{SVG}text")]
    assert "referral closed (not allowed)" in words


def test_the_line_of_today_may_be_a_moment() -> None:
    """It then stands at that moment, by the clocks of the place."""
    journey = Journey.open(jersey, child="C-1")
    root = read(as_svg(timeline_of(journey, "2026-06-01T11:45Z")))
    assert "as at 2026-06-01 12:45" in [one.text for one in root.iter(f"{SVG}text")]


def test_without_the_library_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And nothing else of the library needs it."""
    for name in [one for one in sys.modules if one.startswith("casework.timeline.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "svg", None)
    drawn = timeline_of(Journey.open(jersey, child="C-1"), "2026-03-02")
    with pytest.raises(NotFound, match=r"pip install 'casework\[draw\]'"):
        as_svg(drawn)


# Rows


@given(days=days_of_2025, words=st.integers(3, 40))
def test_no_name_is_written_over_another(days: list[date], words: int) -> None:
    """Nor over the staff of another, which goes down through the rows below."""
    marks = [
        EventMark(at=day, event="x", words="x" * words, led_to="open") for day in days
    ]
    placed = flags(marks, YEAR, 10)
    assert days == [flag.mark.at for flag in placed]
    shown = [(flag, flag.row) for flag in placed if flag.row is not None]
    for number, (flag, row) in enumerate(shown):
        ends = flag.x + width_of(flag.mark.words, 10)
        reaching = [other.x for other, above in shown[number + 1 :] if above >= row]
        assert all(ends <= x for x in reaching)


def test_where_all_cannot_be_named_what_moved_an_episode_is() -> None:
    """Visits, of which there are many, lose their names first."""
    first = date(2025, 1, 1)
    visit = LookedAfterVisitMade.name
    marks = [
        EventMark(at=first + timedelta(n), event=visit, words="visit made", episode="p")
        for n in range(100)
    ]
    ended = EventMark(
        at=first + timedelta(50), event="placement_ended", words="ended", led_to="ended"
    )
    placed = flags([*marks[:50], ended, *marks[50:]], YEAR, 10)
    assert 101 == len(placed)
    assert [ended] == [flag.mark for flag in placed if flag.row is not None]


@given(days=days_of_2025, episodes=st.data())
def test_no_mark_is_drawn_over_another(
    days: list[date], episodes: st.DataObject
) -> None:
    """Every clock has one place, and its mark is apart from the next in its row."""
    ids = episodes.draw(st.lists(st.sampled_from("ab"), min_size=len(days)))
    marks = [_mark(day, id_) for day, id_ in zip(days, ids, strict=False)]
    rows = rows_of_runs(run_of(one, YEAR, YEAR.right) for one in marks)
    assert len(marks) == sum(map(len, rows))
    for row in rows:
        assert all(a.x + 2 * MARK <= b.x for a, b in pairwise(row))


def _mark(day: date, episode: str) -> DeadlineMark:
    return DeadlineMark(
        at=day,
        episode=episode,
        rule="rule",
        occurrence=1,
        title="Done",
        starts=max(day - timedelta(10), YEAR.first),
        due=day,
        done=day,
        status=Status.MET,
        days_late=0,
        words="Done",
    )


# Stages


@pytest.mark.parametrize("name", STAGES)
def test_every_stage_can_be_drawn(name: str) -> None:
    """A column for each state, and a row for each event that moves an episode."""
    stage = STAGES[name]
    root = read(stage_svg(stage))
    words = [one.text for one in root.iter(f"{SVG}text")]
    assert set(stage.states) <= set(words)
    moves = [move for move in stage.moves if move.to is not None]
    assert len(moves) == len(named(root, "move"))
    assert all(map(title_of, (root, *named(root, "move"))))


def test_the_pictures_of_the_pages_are_fresh() -> None:
    """They show what the stories tell now: `python docs/pictures.py` draws them."""
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "pictures.py", "--check"],
        env={"PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (0, "") == (done.returncode, done.stdout), done.stderr
