"""Small numbers of a report stay hidden from whoever can add and subtract."""

import itertools
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casework import Journey, england
from casework.errors import BadReport
from casework.events import (
    AssessmentCompleted,
    AssessmentStarted,
    ContactDecided,
    ContactReceived,
    ReferralReceived,
    Returned,
    WentMissing,
)
from casework.reporting import Report, report, suppress
from casework.reporting.measures import FIXED
from casework.reporting.rows import rows
from casework.reporting.suppression import bounds
from casework.reporting.suppression.bounds import settled
from casework.reporting.suppression.cells import cells_of
from casework.reporting.suppression.hiding import hide
from casework.reporting.suppression.table import Cells, Sum
from casework.reporting.told import KEYED
from tests.test_reporting import by_month

BELOW = 5
MOST = 6
JANUARY = ("2025-01-01", "2025-03-31")
DECISIONS = ("no_further_action", "advice", "early_help", "referral", None)

Row = dict[str, Any]


@cache
def suppressed() -> Report:
    """Give the report on the census with its small numbers hidden."""
    return suppress(by_month())


@st.composite
def tables(draw: st.DrawFn) -> Cells:
    """A few numbers with sums, some of them shown; no sum counts anybody twice."""
    cells = Cells()
    size = draw(st.integers(2, 3))
    for number in range(size):
        cells.cell(number, draw(st.integers(0, MOST)), small=False)
    within = [{number} for number in range(size)]
    for _ in range(draw(st.integers(1, 3))):
        number = len(cells.values)
        told = draw(st.lists(st.integers(0, number - 1), min_size=2, unique=True))
        parts = _apart(told, within)
        if len(parts) > 1:
            within.append(set().union(*(within[part] for part in parts)))
            total = sum(cells.values[part] for part in parts)
            cells.add_up(parts, cells.cell(number, total, small=False))
    cells.shown = set(draw(st.sets(st.integers(0, len(cells.values) - 1), min_size=1)))
    cells.small = {n for n, value in enumerate(cells.values) if 0 < value < BELOW}
    return cells


def _apart(told: list[int], within: list[set[int]]) -> list[int]:
    """Leave out each part of which something is in a part before it."""
    parts: list[int] = []
    for one in told:
        if all(within[one].isdisjoint(within[other]) for other in parts):
            parts.append(one)
    return parts


def possible(cells: Cells, hidden: set[int]) -> Iterator[list[int]]:
    """Give every way to fill in what is not shown, tried one after the other."""
    every = range(len(cells.values))
    # Each total follows from the numbers that are no total.
    free = len(every) - len(cells.sums)
    for chosen in itertools.product(range(2 * MOST), repeat=free):
        filled = list(chosen)
        for one in cells.sums:
            total = next(cell for cell, times in one.items() if times < 0)
            parts = [(cell, times) for cell, times in one.items() if times > 0]
            filled.insert(total, sum(times * filled[cell] for cell, times in parts))
        if all(_fits(cells, hidden, cell, filled[cell]) for cell in every):
            yield filled


def _fits(cells: Cells, hidden: set[int], cell: int, value: int) -> bool:
    if cell in hidden:
        return value > 0
    return cell not in cells.shown or value == cells.values[cell]


@given(tables())
@settings(max_examples=100)
def test_no_sum_gives_a_small_number_back(cells: Cells) -> None:
    """Whoever tries all numbers is left with more than one that fits."""
    hidden = hide(cells)
    assert cells.small & cells.shown <= hidden <= cells.shown
    fit: dict[int, set[int]] = {cell: set() for cell in cells.small}
    for way in possible(cells, hidden):
        for cell, values in fit.items():
            values.add(way[cell])
    assert [] == [cell for cell, values in fit.items() if len(values) < 2]


# Three times the first and the second are 5: of 1 to 1.67 there is only 1.
THRICE = Cells(
    values=[1, 2, 1, 2, 3, 5],
    shown={0, 1, 5},
    small={0, 1},
    sums=[{0: 1, 2: -1}, {0: 1, 2: 1, 3: -1}, {0: 3, 1: 1, 5: -1}],
)


def test_a_number_of_which_only_a_fraction_more_fits_is_known() -> None:
    """Whole numbers from 1 to less than 2 are all 1, and the rest follows from it."""
    known = settled(THRICE.sums, {0, 1, 2, 3}, THRICE.values, {0, 1})
    assert {0, 1, 2, 3} == known
    assert {0, 1, 5} == hide(THRICE)


# Two numbers of which each narrows the other: in fractions, ever less and without end.
CREEPING = Cells(
    values=[3, 4, 4, 11],
    shown={2, 3},
    sums=[{0: 8, 1: -7, 2: 1}, {1: 8, 0: -7, 3: -1}],
)


def rounds(cells: Cells, hidden: set[int]) -> int:
    """Count how often every sum is looked at until nothing narrows any more."""
    looked = 0

    def counted(one: Sum, found: dict[int, Any]) -> bool:
        nonlocal looked
        looked += 1
        return narrowed(one, found)

    narrowed = bounds.narrowed
    every = {cell for one in cells.sums for cell in one}
    secret = (every - cells.shown) | hidden
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bounds, "narrowed", counted)
        settled(cells.sums, secret, cells.values, hidden)
    return looked // len(cells.sums)


@given(tables())
@example(CREEPING)
def test_bounds_are_soon_as_narrow_as_they_get(cells: Cells) -> None:
    """Each round takes at least one whole number away, and there are not many."""
    # What is hidden is not 0.
    hidden = {cell for cell in (0, 1) if cells.values[cell]}
    assert sum(cells.values) + len(cells.values) >= rounds(cells, hidden)


def test_every_number_that_adds_up_is_whole() -> None:
    """Bounds are rounded, which is right only of what is counted."""
    made = by_month()
    found = cells_of(made, BELOW)
    for (id_, month, name), cell in found.named.items():
        if month is None and name in ("numerator", "denominator"):
            assert getattr(made.figure(id_), name) == found.values[cell]


def test_what_is_not_needed_is_shown() -> None:
    """Where nothing is small, nothing is hidden; and a zero is shown."""
    cells = Cells(values=[0, 5, 5], shown={0, 1, 2}, sums=[{0: 1, 1: 1, 2: -1}])
    assert set() == hide(cells)


def front_door(told: list[tuple[int, str | None]]) -> list[Journey]:
    """Give a contact for each month and decision."""
    return [
        Journey.open(england, child=f"C-{number}").record(
            ContactReceived(at=f"2025-0{month}-06", episode="c1"),
            ContactDecided(at=f"2025-0{month}-07", episode="c1", decision=decision),
        )
        for number, (month, decision) in enumerate(told)
    ]


contacts = st.lists(
    st.tuples(st.integers(1, 3), st.sampled_from(DECISIONS)), max_size=30
).map(front_door)

# One decision, and one month, that are small among others that are not.
ONE_SMALL_PART = front_door(
    [(1, "advice")] * 6 + [(2, "referral")] * 7 + [(2, "early_help")] + [(3, None)] * 5
)
ONE_SMALL_MONTH = front_door(
    [(1, "advice")] * 6 + [(2, "advice")] * 2 + [(3, "advice")] * 8
)


class Reader:
    """Somebody who fills in what a report hides, by subtraction, as far as it goes."""

    def __init__(self, made: Report) -> None:
        """Read every row, and what the words say must add up."""
        self.whole = str(made.span.first), str(made.span.last)
        self.known: dict[object, float | None] = {}
        self.sums: list[tuple[list[object], object]] = []
        measures = {one.id: one for one in FIXED}
        for row in rows(made):
            if row["measure"] in measures and not self._no_figure(dict(row)):
                self._read(dict(row))
        self._months(made)

    def _no_figure(self, row: Row) -> bool:
        return row["numerator"] is None and not row["hidden"]

    def _read(self, row: Row) -> None:
        days = row["from"], row["to"]
        measure = next(one for one in FIXED if one.id == row["measure"])
        numerator = self._cell((measure.numerator, days), row["numerator"])
        whole = numerator
        if row["unit"] == "percent":
            whole = self._cell((measure.denominator, days), row["denominator"])
            self.sums.append(([numerator, (row["measure"], days, "rest")], whole))
        elif row["unit"] != "count":
            return
        # Of a month, parts are not shown.
        if row["parts"] and days == self.whole:
            parts = [
                self._cell((row["measure"], days, label), count)
                for label, count in row["parts"].items()
            ]
            self.sums.append((parts, whole))

    def _cell(self, cell: object, value: float | None) -> object:
        self.known[cell] = self.known.get(cell) if value is None else value
        return cell

    def _months(self, made: Report) -> None:
        whole = self.whole
        for measure in FIXED:
            for words in (measure.numerator, measure.denominator):
                months = [
                    (words, (str(one.first), str(one.last))) for one in made.months
                ]
                told = all(one in self.known for one in (*months, (words, whole)))
                summed = measure.during and measure.counts not in KEYED
                if words and summed and not measure.once and told:
                    self.sums.append((list(months), (words, whole)))

    def work_out(self) -> None:
        """Subtract until nothing more comes of it."""
        before = -1
        while before != len(self.found()):
            before = len(self.found())
            for parts, whole in self.sums:
                self._subtract(parts, whole)

    def found(self) -> dict[object, float]:
        """Give all that is known."""
        return {cell: value for cell, value in self.known.items() if value is not None}

    def _subtract(self, parts: list[object], whole: object) -> None:
        unknown = [one for one in (*parts, whole) if self.known.get(one) is None]
        if len(unknown) == 1:
            total = self.known.get(whole)
            rest = sum(self.known.get(part) or 0 for part in parts)
            self.known[unknown[0]] = rest if total is None else total - rest


@given(contacts)
@example(ONE_SMALL_PART)
@example(ONE_SMALL_MONTH)
@settings(max_examples=20)
def test_a_reader_with_a_pencil_learns_no_small_number(found: list[Journey]) -> None:
    """Neither from bands, nor from months, nor from the rest up to a total."""
    made = report(found, *JANUARY, measures=["contacts"], by_month=True, listed=True)
    reader = Reader(suppress(made))
    reader.work_out()
    assert [] == [cell for cell, value in reader.found().items() if 0 < value < BELOW]


def test_the_pencil_of_that_reader_is_sharp() -> None:
    """Without suppression the same reader knows every number."""
    found = ONE_SMALL_PART
    made = report(found, *JANUARY, measures=["contacts"], by_month=True)
    reader = Reader(made)
    reader.known["contacts.decisions", JANUARY, "early help"] = None
    reader.work_out()
    assert 1 == reader.known["contacts.decisions", JANUARY, "early help"]


def test_the_pencil_learns_nothing_of_a_census() -> None:
    """Over all measures, all months and all bands."""
    reader = Reader(suppressed())
    reader.work_out()
    assert [] == [cell for cell, value in reader.found().items() if 0 < value < BELOW]


def test_nothing_of_a_hidden_figure_shows() -> None:
    """Numerator, percentage, list, median: all of it."""
    made = suppressed()
    hidden = [one for one in made.figures() if "numerator" in one.hidden]
    assert hidden
    for figure in hidden:
        assert (None, None, None, None, ()) == (
            figure.numerator,
            figure.value,
            figure.median,
            figure.longest,
            figure.children,
        )
    assert any(one.value for one in made.figures() if one.hidden <= {"list"})
    assert not any(one.children for one in made.figures())


def test_no_number_from_1_to_4_is_shown_of_the_census() -> None:
    """Numerators, denominators, parts; over all the days and in each month."""
    for row in rows(suppressed()):
        shown = [row["numerator"], row["denominator"], *dict(row["parts"]).values()]
        if row["unit"] in ("count", "percent", "for every 100"):
            assert [] == [n for n in shown if n is not None and 0 < n < BELOW]


def test_what_is_hidden_is_little() -> None:
    """The figures that matter most of a census are not swept away with the rest."""
    made = suppressed()
    for id_ in ("referrals.count", "conferences.count", "plans.count"):
        assert made.figure(id_).value is not None


def test_a_zero_is_shown() -> None:
    """It tells of nobody."""
    made = suppress(report([], *JANUARY))
    assert 0 == made.figure("referrals.count").value


def test_from_which_number_is_a_choice() -> None:
    """Below ten, six is hidden."""
    found = [
        Journey.open(england, child=f"C-{n}").record(ReferralReceived(at="2025-01-06"))
        for n in range(6)
    ]
    made = report(found, *JANUARY, measures=["referrals.count"])
    assert 6 == suppress(made).figure("referrals.count").value
    assert suppress(made, below=10).figure("referrals.count").value is None


def test_reports_with_hidden_numbers_do_not_add_up() -> None:
    """The hidden numbers of two reports must not be had from their sum."""
    made = suppress(report([], *JANUARY))
    with pytest.raises(BadReport, match="hide small numbers then"):
        made + made


def assessed(day: str, count: int) -> list[Journey]:
    """Give children who were assessed on a day, with an outcome that nobody wrote."""
    return [
        Journey.open(england, child=f"{day}-{number}").record(
            ReferralReceived(at=day),
            AssessmentStarted(at=day),
            AssessmentCompleted(at=day),
        )
        for number in range(count)
    ]


def test_what_was_left_out_does_not_give_a_small_number_back() -> None:
    """Where the record says of nobody what was found, all are left out: a count."""
    found = assessed("2025-01-06", 3) + assessed("2025-02-03", 9)
    made = suppress(report(found, *JANUARY, measures=["assessments"], by_month=True))
    assert made.figure("assessments.outcomes").left_out != {
        "the record does not say": 3
    }
    for id_ in ("assessments.outcomes", "assessments.in_time.published"):
        for figure in made.series(id_):
            shown = figure.left_out.values()
            assert 3 not in shown, (id_, figure.span.words)
    assert made.series("assessments.count")[0].value is None


def test_the_last_month_is_hidden_as_the_last_day_is() -> None:
    """How things stood at its end is the same number, in a row of its own."""
    for figure in suppressed().figures():
        if figure.measure.on_day:
            last = suppressed().series(figure.measure.id)[-1]
            assert (figure.numerator, figure.denominator) == (
                last.numerator,
                last.denominator,
            ), figure.measure.id


def test_reasons_that_tell_of_a_child_are_small_numbers_too() -> None:
    """Two who went missing as adults were left out, and two is a small number."""
    found = [
        Journey.open(england, child=f"C-{n}", born="2000-01-01").record(
            WentMissing(at="2025-01-06")
        )
        for n in range(2)
    ]
    made = report(found, *JANUARY, measures=["missing"])
    assert {"18 or over": 2} == made.figure("missing.reports").left_out
    assert {"18 or over": None} == suppress(made).figure("missing.reports").left_out


def gone(*children: tuple[str, ...]) -> tuple[list[float | None], float | None]:
    """Give how many children went missing in each month, and in all, as it is shown."""
    found = [
        Journey.open(england, child=f"C-{number}", born="2015-01-01").record(
            *(one for day in days for one in (WentMissing(at=day), Returned(at=day)))
        )
        for number, days in enumerate(children)
    ]
    made = suppress(
        report(found, *JANUARY, measures=["missing.children"], by_month=True)
    )
    months = [one.numerator for one in made.series("missing.children")]
    return months, made.figure("missing.children").numerator


def test_months_that_add_up_do_not_give_a_small_one_back() -> None:
    """Six in January and two others in February are eight: one more is hidden."""
    january, february = ("2025-01-06",), ("2025-02-06",)
    months, all_days = gone(*[january] * 6, *[february] * 2)
    assert months[1] is None
    assert None in (months[0], all_days)


def test_months_that_do_not_add_up_hide_no_more_than_the_small_one() -> None:
    """Of nobody is more known where children of February were there in January."""
    january, both = ("2025-01-06",), ("2025-01-06", "2025-02-06")
    assert ([8, None, 0], 8) == gone(*[january] * 6, *[both] * 2)
    # Two of them for the first time: three were there in February, and not two.
    february = ("2025-02-06",)
    assert ([7, None, 0], 9) == gone(*[january] * 6, both, *[february] * 2)
