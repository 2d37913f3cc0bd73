"""School terms, which the caller supplies and nobody guesses."""

import pickle
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.calendars import SchoolTerms, Term
from casework.errors import BadDate, TermsNotKnown

# An invented school.
AUTUMN = Term("2026-09-07", "2026-12-18", closed=["2026-10-26"], name="Autumn")
SPRING = Term("2027-01-05", "2027-03-25", name="Spring")
TERMS = SchoolTerms([SPRING, AUTUMN], "an invented school, read on 2026-11-21")


@pytest.mark.parametrize(
    ("day", "school"),
    [
        ("2026-09-07", True),
        ("2026-09-12", False),  # a Saturday
        ("2026-10-26", False),  # closed
        ("2026-12-18", True),
        ("2026-12-21", False),  # between two terms
        ("2027-03-25", True),
    ],
)
def test_a_school_day(day: str, *, school: bool) -> None:
    """In term, Monday to Friday, and not closed."""
    assert school == TERMS.is_school_day(day)


def test_the_term_of_a_day() -> None:
    """None in the holidays between two terms."""
    assert AUTUMN == TERMS.term_of("2026-10-26")
    assert SPRING == TERMS.term_of(date(2027, 1, 5))
    assert None is TERMS.term_of("2026-12-25")


def test_terms_ending_between_two_days() -> None:
    """After the first day, up to and including the second."""
    assert (AUTUMN,) == TERMS.ending_between("2026-12-17", "2026-12-18")
    assert () == TERMS.ending_between("2026-12-18", "2027-03-24")
    assert (AUTUMN, SPRING) == TERMS.ending_between("2026-09-07", "2027-03-25")
    assert (SPRING,) == TERMS.ending_between("2027-01-05", "2027-03-25")


@pytest.mark.parametrize("day", ["2026-09-06", "2027-03-26", "2015-01-01"])
@pytest.mark.parametrize(
    "ask",
    [
        TERMS.is_school_day,
        TERMS.term_of,
        lambda day: TERMS.ending_between(day, "2027-01-05"),
        lambda day: TERMS.ending_between("2027-01-05", day),
    ],
)
def test_a_day_outside_the_terms_is_not_known(
    ask: Callable[..., object], day: str
) -> None:
    """The error names the day, the terms and their source."""
    with pytest.raises(TermsNotKnown, match=f"{day}.*invented school.*2026-09-07"):
        ask(day)


def test_terms_are_kept_in_order() -> None:
    """However they were typed."""
    assert (AUTUMN, SPRING) == TERMS.terms
    assert TERMS == SchoolTerms([AUTUMN, SPRING], TERMS.source)


def test_no_terms_are_refused() -> None:
    """Nothing could be asked of them."""
    with pytest.raises(TermsNotKnown, match="at least one"):
        SchoolTerms([], "nowhere")


@pytest.mark.parametrize("first", ["2026-12-17", "2026-12-18"])
def test_terms_that_overlap_are_refused(first: str) -> None:
    """One of them was mistyped."""
    with pytest.raises(BadDate, match="overlaps"):
        SchoolTerms([AUTUMN, Term(first, "2027-01-10")], "typed twice")


def test_a_term_may_be_of_one_day() -> None:
    """A school that tells each week apart may have one."""
    assert date(2026, 12, 18) in Term("2026-12-18", "2026-12-18")


def test_a_term_that_ends_before_it_starts_is_refused() -> None:
    """The days were swapped."""
    with pytest.raises(BadDate, match="ends before"):
        Term("2026-12-18", "2026-09-07")


def test_a_closed_day_outside_its_term_is_refused() -> None:
    """The year was mistyped."""
    with pytest.raises(BadDate, match="check the year"):
        Term("2026-09-07", "2026-12-18", closed=["2025-10-26"])


def test_a_term_takes_days_and_no_moments() -> None:
    """As everywhere."""
    with pytest.raises(BadDate, match="moment"):
        Term(datetime(2026, 9, 7), "2026-12-18")


def test_terms_survive_a_pickle() -> None:
    """They travel between processes with the case that needs them."""
    assert TERMS == pickle.loads(pickle.dumps(TERMS))


@given(st.integers(0, (SPRING.last - AUTUMN.first).days))
def test_a_school_day_lies_in_a_term(n: int) -> None:
    """And so does no other day but a weekend or a closed one."""
    day = AUTUMN.first + timedelta(days=n)
    term = TERMS.term_of(day)
    open_weekday = day.weekday() < 5 and day != date(2026, 10, 26)
    assert TERMS.is_school_day(day) == (term is not None and open_weekday)
