"""The figures of a looked-after return, counted once more straight from its files.

Only children whose rows do not overlap count: where two rows tell of one day, what
happened is anybody's guess, and casework says so in a finding.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from attrs import frozen

from casework.adapters.reading import Read
from casework.adapters.ssda903 import read_ssda903
from casework.journey import Journey
from casework.reporting import Report, report
from tests.counted_again import later, share, working_days
from tests.source import ROOT

RETURN = ROOT / "examples" / "data" / "ssda903"
FIRST, LAST = date(2018, 4, 1), date(2019, 3, 31)
NEXT_DAY = date(2019, 4, 1)
EVERY = 12
"""Every twelfth child is enough, and quick."""


@frozen
class Row:
    """A row of the episodes."""

    start: date
    end: date
    why: str
    legal: str
    place: str
    home: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether it was open when the last day ended."""
        return self.start <= LAST < self.end

    @property
    def short_break(self) -> bool:
        """Whether it is one of a series of short breaks."""
        return self.legal in ("V3", "V4")

    @property
    def away(self) -> bool:
        """Whether it is a temporary stay, from which the child comes back."""
        return self.place.startswith("T")


def rows_of(name: str) -> list[dict[str, str]]:
    """Give the rows of a file of the return."""
    with (RETURN / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def written(text: str) -> date:
    """Read a day that is written day first; no day lies after all others."""
    day, month, year = map(int, (text or "31/12/9999").split("/"))
    return date(year, month, day)


def row(said: dict[str, str]) -> Row:
    """Read a row of the episodes."""
    return Row(
        start=written(said["DECOM"]),
        end=written(said["DEC"]),
        why=said["RNE"],
        legal=said["LS"],
        place=said["PLACE"],
        home=tuple(
            said[name] for name in ("PLACE", "PLACE_PROVIDER", "URN", "PL_POST")
        ),
    )


@cache
def episodes() -> dict[str, list[Row]]:
    """Give the rows of each child whose rows do not overlap, in order."""
    found: dict[str, list[Row]] = {}
    for said in rows_of("episodes"):
        found.setdefault(said["CHILD"], []).append(row(said))
    for rows in found.values():
        rows.sort(key=lambda one: one.start)
    return {
        child: rows
        for child, rows in found.items()
        if all(one.end <= other.start for one, other in pairwise(rows))
    }


@cache
def some() -> dict[str, list[Row]]:
    """Give every twelfth of these children."""
    return {child: episodes()[child] for child in list(episodes())[::EVERY]}


@cache
def journeys() -> dict[str, Journey]:
    """Give the children as casework reads them."""
    read = (line.journey for line in read_ssda903(RETURN) if isinstance(line, Read))
    return {one.child.id: one for one in read}


@cache
def made() -> Report:
    """Give casework's own figures of the same children."""
    wanted = ["looked_after", "placements", "care_leavers.count"]
    return report([journeys()[child] for child in some()], FIRST, LAST, measures=wanted)


def parts(id_: str) -> Counter[str]:
    """Give the kinds of a figure that are not 0."""
    return +Counter({one.label: one.count or 0 for one in made().figure(id_).parts})


@cache
def looked_after() -> dict[str, Row]:
    """Give the row of each child who was looked after when the last day ended."""
    return {
        child: one
        for child, rows in some().items()
        for one in rows
        if one.is_open and not one.short_break
    }


def test_looked_after_and_on_what_basis() -> None:
    """On the last day, those in short breaks only left out."""
    assert len(looked_after()) == made().figure("looked_after.count").value
    found = Counter(one.legal for one in looked_after().values())
    words = {"V2": "accommodated", "C1": "interim care order", "C2": "care order"}
    words |= {"E1": "placement order", "L1": "police protection"}
    words |= {"L2": "emergency protection", "L3": "child assessment order"}
    words |= {"J1": "remand accommodation"}
    counted = +Counter({words[code]: found[code] for code in words})
    assert counted == parts("looked_after.bases")
    unsaid = found.total() - counted.total()
    assert [unsaid] == list(made().figure("looked_after.bases").left_out.values())


def test_nights_in_care() -> None:
    """Every night of the year, of every child."""
    nights = sum(
        max(0, (min(one.end, NEXT_DAY) - max(one.start, FIRST)).days)
        for rows in some().values()
        for one in rows
        if not one.short_break
    )
    assert (nights, 365) == share(made(), "looked_after.average")


def homes(rows: list[Row]) -> Iterator[tuple[Row, date]]:
    """Give each placement, by its first row, and when it ended.

    It goes on through a temporary stay, a change of its status, and as long as the row
    says that only the law changed.
    """
    home, ended = rows[0], rows[0].end
    last = home
    away = False
    for one in rows[1:]:
        apart = one.start != ended
        moved = one.why in "SPB" or one.place != last.place
        back = away and one.home == last.home
        if apart or (moved and not one.away and one.why not in "TU" and not back):
            yield home, ended
            home = one
        if apart or not one.away:
            last = one
        away, ended = one.away and not apart, one.end
    yield home, ended


def test_three_placements_in_two_years() -> None:
    """That were open at any time of the two years before the last day ended."""
    many = sum(
        len(
            [
                1
                for home, end in homes(some()[child])
                if end > later(LAST, -24) and home.start <= LAST
            ]
        )
        >= 3
        for child in looked_after()
    )
    assert (many, len(looked_after())) == share(made(), "placements.many")


def test_with_whom_they_live() -> None:
    """On a temporary stay it is the placement to which the child comes back."""
    kinds = {"A": "adoptive", "K1": "secure", "K2": "residential", "P1": "parents"}
    kinds |= {"R1": "residential", **dict.fromkeys(("U1", "U2", "U3"), "kinship")}
    kinds |= dict.fromkeys(("U4", "U5", "U6"), "foster")
    found = Counter[str]()
    for child in looked_after():
        [place] = [home.place for home, end in homes(some()[child]) if end > LAST]
        found[kinds.get(place, kinds.get(place[0], "other"))] += 1
    assert found == parts("placements.kinds")


def care_leaver(rows: list[Row], born: date) -> bool:
    """Say whether somebody is one: 13 weeks in care from 14, and a day of it from 16.

    Whoever is looked after on the last day is none, nor who is in short breaks.
    """
    grown = later(born, 12 * 16) <= LAST < later(born, 12 * 25)
    if not grown or any(one.is_open for one in rows):
        return False
    full = [one for one in rows if not one.short_break]
    first, last = later(born, 12 * 14), min(later(born, 12 * 18), LAST)
    nights = sum(
        max(0, (min(one.end, last) - max(one.start, first)).days) for one in full
    )
    return nights >= 7 * 13 and any(one.end >= later(born, 12 * 16) for one in full)


def test_care_leavers() -> None:
    """Relevant and former relevant children, of every third who is old enough."""
    born = {one["CHILD"]: written(one["DOB"]) for one in rows_of("header")}
    old = [child for child in episodes() if later(born[child], 12 * 16) <= LAST][::3]
    found = [child for child in old if care_leaver(episodes()[child], born[child])]
    asked = [journeys()[child] for child in old]
    counted = report(asked, FIRST, LAST, measures=["care_leavers.count"])
    assert found
    assert len(found) == counted.figure("care_leavers.count").value


def simple(rows: list[Row]) -> bool:
    """Say whether care began on a known day, in full, and has gone on ever since."""
    unbroken = all(one.end == other.start for one, other in pairwise(rows))
    known = rows[0].why == "S" and rows[-1].is_open
    full = all(not one.short_break and one.place[0] != "A" for one in rows)
    return unbroken and known and full


def due_by(start: date, held: list[date]) -> list[tuple[date, date]]:
    """Give when each review was due, and when it was held."""
    first = list(working_days(start, later(start, 2)))[19]
    due = [first, *(later(day, 6 if number else 3) for number, day in enumerate(held))]
    return list(zip(due, [*held, date.max], strict=True))


def test_reviews_in_time() -> None:
    """By 20 working days, 3 months, then 6; in care since a known day, not adopted."""
    asked = [child for child, rows in episodes().items() if simple(rows)]
    held: dict[str, list[date]] = {child: [] for child in asked}
    for one in rows_of("reviews"):
        held.get(one["CHILD"], []).append(written(one["REVIEW"]))
    judged = []
    for child in asked:
        start = episodes()[child][0].start
        days = sorted(day for day in held[child] if start <= day <= LAST)
        due = [pair for pair in due_by(start, days) if FIRST <= pair[0] <= LAST]
        # A review that is due on the last day may still be held on it.
        due = [(by, day) for by, day in due if by < LAST or day <= LAST]
        judged += [all(day <= by for by, day in due)] if due else []
    made = report(
        [journeys()[child] for child in asked], FIRST, LAST, measures=["reviews"]
    )
    assert (sum(judged), len(judged)) == share(made, "reviews.children_in_time")
