"""Each school term asks for one review of the education plan, and for no more."""

from datetime import date

from attrs import evolve

from casework import Journey, england
from casework.calendars import SchoolTerms, Term
from casework.chronology import Child, Chronology
from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    EducationPlanReviewed,
    Event,
)

TERMS = SchoolTerms(
    [
        Term("2025-01-06", "2025-04-04"),
        Term("2025-04-22", "2025-07-18"),
        Term("2025-09-03", "2025-12-19"),
    ],
    "an invented school",
)
IN_CARE = BecameLookedAfter(at="2025-02-03", basis="accommodated", follows=None)


def _asked(born: str, *events: object, terms: bool = True) -> list[tuple[object, ...]]:
    place = england.with_terms(TERMS) if terms else england
    journey = Journey.open(place, child="C-1", born=born).record(*events)
    return _reviews(journey)


def _told(*events: Event) -> list[tuple[object, ...]]:
    child = Child(id="C-1", born="2015-02-03")
    told = Chronology(child=child, events=events)
    return _reviews(Journey(jurisdiction=england.with_terms(TERMS), chronology=told))


def _reviews(journey: Journey) -> list[tuple[object, ...]]:
    return [
        (one.episode, str(one.starts), str(one.due), one.status.value)
        for one in journey.deadlines("2025-10-01")
        if one.rule == "england.education_plan.review"
    ]


def test_of_two_periods_of_care_only_the_one_that_lasts_is_asked() -> None:
    """A period of care that is over asks for nothing in the next term."""
    left = CeasedLookedAfter(at="2025-03-03", reason="returned_home")
    back = BecameLookedAfter(at="2025-05-06", basis="accommodated", follows=None)
    assert [
        ("looked_after-1", "2025-02-03", "2025-04-04", "ceased"),
        ("looked_after-2", "2025-05-06", "2025-07-18", "overdue"),
        ("looked_after-2", "2025-09-03", "2025-12-19", "open"),
    ] == _asked("2015-02-03", IN_CARE, left, back)


def test_a_child_who_turns_three_within_a_term_comes_under_it_then() -> None:
    """The term ends while the child is three."""
    assert [
        ("looked_after-1", "2025-06-10", "2025-07-18", "overdue"),
        ("looked_after-1", "2025-09-03", "2025-12-19", "open"),
    ] == _asked("2022-06-10", IN_CARE)


def test_who_comes_into_care_on_the_last_day_of_a_term_comes_under_it() -> None:
    """The day is within the term."""
    last = evolve(IN_CARE, at=date(2025, 4, 4))
    assert [
        ("looked_after-1", "2025-04-04", "2025-04-04", "overdue"),
        ("looked_after-1", "2025-04-22", "2025-07-18", "overdue"),
        ("looked_after-1", "2025-09-03", "2025-12-19", "open"),
    ] == _asked("2015-02-03", last)


def test_a_third_birthday_on_the_first_day_of_a_term_asks_once() -> None:
    """The term and the birthday come together."""
    assert [
        ("looked_after-1", "2025-09-03", "2025-12-19", "open"),
    ] == _asked("2022-09-03", IN_CARE)


def test_without_terms_a_third_birthday_is_not_passed_over() -> None:
    """The duty is there, though nobody can say when it is due."""
    assert [
        ("looked_after-1", "2025-06-10", "None", "not_recorded"),
    ] == _asked("2022-06-10", IN_CARE, terms=False)


def test_after_the_eighteenth_birthday_no_term_asks_for_a_review() -> None:
    """Not even where a record still says that the young person is looked after."""
    assert [
        ("looked_after-1", "2025-02-03", "2025-04-04", "ceased"),
    ] == _asked("2007-03-03", IN_CARE)


def test_who_comes_of_age_on_the_first_day_of_a_term_is_asked_for_nothing() -> None:
    """The birthday comes before all else of its day."""
    assert [
        ("looked_after-1", "2025-02-03", "2025-04-04", "ceased"),
    ] == _asked("2007-04-22", IN_CARE)


def test_a_period_of_care_that_is_recorded_twice_is_asked_once() -> None:
    """The second record does not fit, and brings no second review."""
    journey = Journey.open(england.with_terms(TERMS), child="C-1", born="2015-02-03")
    journey = journey.record(IN_CARE)
    first = journey.chronology.events[0]
    twice = evolve(first, id=None, at=date(2025, 2, 17))
    told = Chronology(child=journey.child, events=(first, twice))
    journey = Journey(jurisdiction=journey.jurisdiction, chronology=told)
    assert ["2025-04-04", "2025-07-18", "2025-12-19"] == [
        due for _, _, due, _ in _reviews(journey)
    ]


def test_a_review_on_the_day_on_which_the_child_came_into_care_counts() -> None:
    """What comes on the starting day comes after the start."""
    reviewed = EducationPlanReviewed(at="2025-02-03")
    assert ("looked_after-1", "2025-02-03", "2025-04-04", "met") == _asked(
        "2015-02-03", IN_CARE, reviewed
    )[0]


def test_a_review_counts_in_the_whole_line_of_care_and_in_no_other() -> None:
    """It may be noted under the period of care from which this one came."""
    again = BecameLookedAfter(at="2025-03-03", episode="again", follows="first")
    events = (
        evolve(IN_CARE, episode="other"),
        CeasedLookedAfter(at="2025-02-10", episode="other"),
        evolve(IN_CARE, episode="first"),
        CeasedLookedAfter(at="2025-02-24", episode="first"),
        again,
        EducationPlanReviewed(at="2025-03-10", episode="other"),
    )
    noted = EducationPlanReviewed(at="2025-03-17", episode="first")
    assert ("again", "2025-03-03", "2025-04-04", "overdue") in _told(*events)
    assert ("again", "2025-03-03", "2025-04-04", "met") in _told(*events, noted)
