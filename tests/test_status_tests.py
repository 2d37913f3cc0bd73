"""Who qualifies, in both places, against a count of every day of a life."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import Journey, england, jersey
from casework.chronology import Child, Chronology
from casework.events import (
    BecameLookedAfter,
    CeasedLookedAfter,
    Event,
    LegalBasisChanged,
)

ONE_DAY = timedelta(days=1)
WEEKS_13 = 91
NO_CARE, CARE, SHORT_BREAKS = None, "accommodated", "short_breaks"
# The Law of 2022 and the offer of 2020 begin to count for anybody on these days.
OFFER_OF_2020 = "jersey.status.care_leaver_2020_offer"
LAW, OFFER = date(2024, 3, 26), date(2020, 2, 27)


@frozen(kw_only=True)
class Life:
    """One child's care: from each day on it is of a kind, until the next such day."""

    born: date
    changes: tuple[tuple[date, str | None], ...]

    def journey(self) -> Journey:
        """Give the journey: each spell an episode, short breaks a change of basis."""
        child = Child(id="C-0001", born=self.born)
        chronology = Chronology(child=child, events=tuple(self._events()))
        return Journey(jurisdiction=england, chronology=chronology)

    def _events(self) -> Iterator[Event]:
        number, before = 0, NO_CARE
        for day, basis in self.changes:
            goes_on = NO_CARE not in (before, basis) and before != basis
            if goes_on:
                yield LegalBasisChanged(at=day, episode=f"care-{number}", basis=basis)
            elif before is not NO_CARE:
                yield CeasedLookedAfter(at=day, episode=f"care-{number}")
            if basis is not NO_CARE and not goes_on:
                number += 1
                yield BecameLookedAfter(
                    at=day, episode=f"care-{number}", follows=None, basis=basis
                )
            before = basis

    def during(self, day: date) -> set[str | None]:
        """Give every kind of care that there was at any time of a day."""
        ends = [*self.changes[1:], (date.max, NO_CARE)]
        lasting = zip(self.changes, ends, strict=True)
        return {kind for (first, kind), (end, _) in lasting if first <= day <= end}

    def evening(self, day: date) -> str | None:
        """Give the kind of care at the end of a day."""
        return next((k for first, k in reversed(self.changes) if first <= day), NO_CARE)

    def age(self, day: date) -> int:
        """Give the age by month and day; 29 February comes on 1 March."""
        had = (day.month, day.day) >= (self.born.month, self.born.day)
        return day.year - self.born.year - (not had)


def statuses(life: Life, last: date) -> Iterator[tuple[date, set[str], int, int]]:
    """Walk through a life: each day, who one is, and the days of care counted.

    The days are those in care in full, as England counts, and all, as Jersey does.
    """
    in_full = of_any = 0
    eligible = at_16 = before_18 = False
    day = _birthday(life.born, 14)
    while day <= last:
        age, kinds, evening = life.age(day), life.during(day), life.evening(day)
        in_care = bool({CARE, SHORT_BREAKS} & kinds)
        in_full += age < 18 and CARE in kinds
        of_any += age < 18 and in_care
        at_16 |= age == 16 and in_care
        before_18 |= 16 <= age < 18 and in_care
        old_enough, young = age >= 16, 16 <= age < 18
        now = young and evening == CARE and in_full >= WEEKS_13
        eligible |= now
        found = {
            "england.status.eligible_child": now,
            "england.status.relevant_child": young and evening != CARE and eligible,
            "england.status.former_relevant_child": 18 <= age < 25 and eligible,
            "england.status.qualifying": before_18 and age < 21 and evening is NO_CARE,
            "jersey.status.care_leaver_2022_law": day >= LAW
            and old_enough
            and age < 25
            and of_any >= WEEKS_13,
            "jersey.status.care_leaver_2020_offer": day >= OFFER and age < 25 and at_16,
        }
        yield day, {name for name, has in found.items() if has}, in_full, of_any
        day += ONE_DAY


LEAP_DAYS = st.sampled_from([date(year, 2, 29) for year in (2000, 2004, 2008)])


LENGTHS = st.integers(0, 200) | st.sampled_from([0, 1, 89, 90, 91, 92])


@st.composite
def lives(draw: st.DrawFn) -> Life:
    """Lives with spells of any length, and about the lengths and days that matter."""
    born = draw(st.dates(date(1999, 1, 1), date(2009, 12, 31)) | LEAP_DAYS)
    turning = [_birthday(born, age) for age in (14, 16, 18)]
    near = st.sampled_from([day + n * ONE_DAY for day in turning for n in (-1, 0, 1)])
    days = draw(st.lists(near, max_size=3))
    for length in draw(st.lists(LENGTHS, min_size=1, max_size=6)):
        days.append((days[-1] if days else draw(near)) + length * ONE_DAY)
    kinds = st.sampled_from([NO_CARE, CARE, SHORT_BREAKS])
    return Life(born=born, changes=tuple((day, draw(kinds)) for day in sorted(days)))


@given(lives(), st.integers(14 * 366, 26 * 366))
@settings(max_examples=60)
def test_the_status_tests_agree_with_a_count_day_by_day(life: Life, days: int) -> None:
    """Born on 29 February too, and with spells that touch the birthdays that matter."""
    asked = life.born + timedelta(days=days)
    journey = life.journey()
    derived = {
        one.test.id: one
        for place in (england, jersey)
        for one in journey.under(place).statuses(asked)
    }
    walked = list(statuses(life, asked))
    for day, held, _, _ in walked:
        assert held == {name for name, one in derived.items() if one.on(day)}, day
    *_, in_full, of_any = walked[-1]
    assert in_full == derived["england.status.eligible_child"].days
    assert of_any == derived["jersey.status.care_leaver_2022_law"].days


@pytest.mark.parametrize(
    ("first", "last", "test", "had"),
    [
        # England asks for a day between 16 and 18, Jersey's offer for one at 16.
        (date(2020, 1, 8), date(2021, 6, 9), "england.status.qualifying", False),
        (date(2020, 1, 8), date(2021, 6, 10), "england.status.qualifying", True),
        (date(2023, 6, 9), date(2023, 6, 20), "england.status.qualifying", True),
        (date(2023, 6, 10), date(2023, 6, 20), "england.status.qualifying", False),
        (date(2022, 6, 9), date(2022, 6, 20), OFFER_OF_2020, True),
        (date(2022, 6, 10), date(2022, 6, 20), OFFER_OF_2020, False),
    ],
)
def test_a_day_between_two_ages_is_asked_for(
    first: date, last: date, test: str, *, had: bool
) -> None:
    """The first of them is the day of the birthday, the last the day before one."""
    life = Life(born=date(2005, 6, 10), changes=((first, CARE), (last, NO_CARE)))
    place = england if test.startswith("england") else jersey
    statuses = life.journey().under(place).statuses("2024-06-10")
    assert had == any(one.spans for one in statuses if one.test.id == test)


@pytest.mark.parametrize(
    ("test", "first", "end"),
    [
        ("england.status.eligible_child", 16, 18),
        ("england.status.relevant_child", 16, 18),
        ("england.status.former_relevant_child", 18, 25),
        ("england.status.qualifying", 16, 21),
        ("jersey.status.care_leaver_2022_law", 16, 25),
        (OFFER_OF_2020, 16, 25),
    ],
)
def test_the_derivation_says_between_which_ages(
    test: str, first: int, end: int
) -> None:
    """From the day on which one is reached to the day before the other."""
    place = england if test.startswith("england") else jersey
    journey = Life(born=date(2005, 6, 10), changes=()).journey().under(place)
    (status,) = (one for one in journey.statuses("2024-06-10") if one.test.id == test)
    between = f"from {first} ({2005 + first}-06-10) up to {end} ({2005 + end}-06-10)"
    assert any(f"It can be had {between}" in step for step in status.steps)


HAD_FROM_16_TO_18 = (
    "It can be had from 16 (2021-06-10) up to 18 (2023-06-10), no longer looked after."
)


def test_who_comes_back_into_care_is_relevant_each_time_it_ends() -> None:
    """From the first spell on, not from the last; and the derivation says so."""
    changes = (
        *((date(2020, 1, 8), CARE), (date(2021, 7, 1), NO_CARE)),
        *((date(2021, 9, 1), CARE), (date(2022, 2, 1), NO_CARE)),
    )
    journey = Life(born=date(2005, 6, 10), changes=changes).journey()
    relevant = journey.statuses("2022-06-10")[1]
    assert [
        (date(2021, 7, 1), date(2021, 9, 1)),
        (date(2022, 2, 1), date(2023, 6, 10)),
    ] == [(one.first, one.end) for one in relevant.spans]
    assert (
        "Looked after, other than in short breaks from 2020-01-08 to 2021-07-01.",
        "Looked after, other than in short breaks from 2021-09-01 to 2022-02-01.",
        "It takes having had the status of eligible child: from 2021-06-10.",
        HAD_FROM_16_TO_18,
        "The status of relevant child: from 2021-07-01, up to 2021-09-01.",
        "The status of relevant child: from 2022-02-01, up to 2023-06-10.",
    ) == relevant.steps


def test_who_was_in_care_too_briefly_is_told_why() -> None:
    """The days, what it takes, and that they do not suffice."""
    life = Life(born=date(2005, 6, 10), changes=((date(2022, 1, 8), CARE),))
    eligible = life.journey().statuses("2022-01-17")[0]
    assert (
        "Looked after, other than in short breaks from 2022-01-08 and still.",
        "10 days count; it takes 91 days in all from 14 to 18.",
        "It can be had from 16 (2021-06-10) up to 18 (2023-06-10), looked after.",
        "The child does not have the status of eligible child.",
    ) == eligible.steps


@pytest.mark.parametrize(("year", "known"), [(9974, True), (9975, False)])
def test_no_age_is_asked_that_would_be_reached_after_the_last_year(
    year: int, *, known: bool
) -> None:
    """Some systems write 9999 for "not yet"; up to 25 is asked of a care leaver."""
    life = Life(born=date(year, 6, 10), changes=())
    former_relevant = life.journey().statuses("9999-01-01")[2]
    assert known == ("is not known" not in former_relevant.steps[0])


def test_nobody_has_a_status_before_a_date_of_birth_is_known() -> None:
    """No age can be asked, and the derivation says so."""
    born = date(2009, 5, 14)
    life = Life(born=born, changes=((date(2024, 1, 8), CARE),)).journey()
    chronology = evolve(life.chronology, child=Child(id="C-0001"))
    for place in (england, jersey):
        unborn = Journey(jurisdiction=place, chronology=chronology)
        for found in unborn.statuses("2026-01-08"):
            assert ((), None) == (found.spans, found.days)
            assert "The date of birth is not known" in found.steps[0]


def _birthday(born: date, age: int) -> date:
    """Give the day on which an age is reached, by looking at each day about it."""
    life = Life(born=born, changes=())
    day = date(born.year + age, born.month, 1)
    while life.age(day) < age:
        day += ONE_DAY
    return day
