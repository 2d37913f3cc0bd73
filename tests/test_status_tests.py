"""Who qualifies, in both places, against a count of every day of a life."""

from collections.abc import Iterator
from datetime import date, timedelta

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
