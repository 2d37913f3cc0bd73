"""States of affairs, conditions and statuses, worked out anew whenever asked."""

from collections.abc import Iterable
from datetime import date

from attrs import define, field, frozen

from casework.events import ChildBorn, OrderMade
from casework.law.conditions import Scope, While
from casework.law.source import InForce
from casework.law.status import Now, StatusTest
from casework.law.times import (
    AllOf,
    AnyOf,
    Condition,
    InFirst,
    Not,
    Qualifies,
    Reached,
    Under,
)
from tests.plain.counting import (
    ONE_DAY,
    Place,
    birthday,
    last_day,
    matches,
    says,
)
from tests.plain.record import Lines, Told


@define(eq=False)
class Spell:
    """A state of affairs from what opened it to what closed it."""

    opener: Told
    key: tuple[object, object]
    until: date | None
    closed: date | None = None

    @property
    def episode(self) -> str | None:
        """The episode that it was opened in."""
        return self.opener.episode


@frozen(kw_only=True)
class Asked:
    """Of what, and on which day, a condition is asked."""

    day: date
    past: tuple[Told, ...]
    episode: str | None = None
    began: date | None = None


@define
class Facts:
    """What is known of a child: birth, episodes, and the days of each status."""

    place: Place
    lines: Lines
    born: date | None
    statuses: dict[str, set[date]] = field(factory=dict)

    def spells(self, state: While, past: Iterable[Told], day: date) -> list[Spell]:
        """Give every spell of a state of affairs, as it stands on a day."""
        spells: list[Spell] = []
        for told in past:
            self._run_out(state, spells, told.day)
            for one in spells:
                if one.closed is None and self._closes(state, one, told):
                    one.closed = told.day
            self._put_off(state, spells, told)
            if matches(state.opened_by, told.event):
                self._begin(state, spells, told)
        self._run_out(state, spells, day)
        return spells

    def _begin(self, state: While, spells: list[Spell], told: Told) -> None:
        key = _key(state, told)
        stated = getattr(told.event, "until", None) if state.expires else None
        until = None if stated is None else self.place.day(stated)
        for one in spells:
            if one.closed is None and one.key == key:
                one.until = until
                return
        spells.append(Spell(told, key, until))

    def _run_out(self, state: While, spells: list[Spell], day: date) -> None:
        for one in spells:
            if one.closed is not None:
                continue
            if one.until is not None and one.until < day:
                one.closed = one.until + ONE_DAY
            if state.lasts is not None:
                last = last_day(state.lasts, one.opener.day, self.place)
                one.closed = last if last <= day else None

    def _closes(self, state: While, spell: Spell, told: Told) -> bool:
        if state.expires and isinstance(told.event, OrderMade):
            # An order that follows another takes its place.
            return spell.episode in self.lines.ancestors(told.episode)[1:2]
        for closing in state.closed_by:
            if not says(closing, told.event):
                continue
            if closing.scope is None and _key(state, told) == spell.key:
                return True
            if closing.scope and self.reaches(closing.scope, spell.episode, told):
                return True
        return False

    def _put_off(self, state: While, spells: list[Spell], told: Told) -> None:
        if state.extended_by is None or not says(state.extended_by, told.event):
            return
        stated = told.event.until
        for one in spells:
            if one.closed is None and one.episode == told.episode and stated:
                one.until = self.place.day(stated)

    def reaches(self, scope: Scope, episode: str | None, told: Told) -> bool:
        """Say whether an event is in the scope of an episode."""
        if scope is Scope.CHILD:
            return True
        if scope is Scope.LINE:
            return self.lines.one_line(episode, told.episode)
        return self.lines.follows(episode, told.event)

    def open_in(self, state: While, asked: Asked) -> list[Spell]:
        """Give the spells that are open where and when it is asked."""
        spells = self.spells(state, asked.past, asked.day)
        return [
            one
            for one in spells
            if one.closed is None
            and (
                state.scope is Scope.CHILD
                or (state.scope is Scope.EPISODE and one.episode == asked.episode)
                or (
                    state.scope is Scope.LINE
                    and self.lines.one_line(one.episode, asked.episode)
                )
            )
        ]

    def holds(self, condition: Condition, asked: Asked) -> bool | None:
        """Say whether a condition holds; None where that needs an unknown age."""
        match condition:
            case While():
                return bool(self.open_in(condition, asked))
            case Qualifies():
                return asked.day in self.statuses[condition.test.id]
            case Not():
                inner = self.holds(condition.of, asked)
                return None if inner is None else not inner
            case AnyOf():
                return any(self.holds(one, asked) for one in condition.of)
            case AllOf():
                return all(self.holds(one, asked) for one in condition.of)
            case _:
                return self._by_time(condition, asked)

    def _by_time(
        self, condition: Under | Reached | InFirst, asked: Asked
    ) -> bool | None:
        if isinstance(condition, InFirst):
            assert asked.began is not None
            return asked.day < last_day(condition.period, asked.began, self.place)
        if self.born is None:
            return None if isinstance(condition, Under) else False
        reached = asked.day >= birthday(self.born, condition.age)
        return reached if isinstance(condition, Reached) else not reached

    def work_out(
        self, test: StatusTest, past: Iterable[Told], days: list[date]
    ) -> None:
        """Work out on which days a child has a status, day by day."""
        if test.once is not None and test.once.id not in self.statuses:
            self.work_out(test.once, past, days)
        held: set[date] = set()
        self.statuses[test.id] = held
        if self.born is None:
            return
        spells = self.spells(test.spells, past, days[-1])
        counted, between, once = 0, False, False
        for day in days:
            in_care = any(
                one.opener.day <= day and (one.closed is None or day <= one.closed)
                for one in spells
            )
            at_its_end = any(
                one.opener.day <= day and (one.closed is None or day < one.closed)
                for one in spells
            )
            if test.counted is not None:
                of_age = self._aged(day, test.counted.from_age, test.counted.before_age)
                counted += in_care and of_age
            if test.between is not None:
                between = between or (in_care and self._aged(day, *test.between))
            if test.once is not None:
                once = once or day in self.statuses[test.once.id]
            asked = (
                self._aged(day, test.from_age, test.before_age),
                isinstance(test.in_force, InForce) or day >= test.in_force,
                test.counted is None or counted >= test.counted.days,
                test.between is None or between,
                test.once is None or once,
                test.now is not Now.LOOKED_AFTER or at_its_end,
                test.now is not Now.NOT_LOOKED_AFTER or not at_its_end,
            )
            if all(asked):
                held.add(day)

    def changes(self, tests: Iterable[StatusTest], past: tuple[Told, ...]) -> Told:
        """Give the last event that opened or closed what a status test counts."""
        for number in range(len(past), 0, -1):
            for test in tests:
                before = self._open(test.spells, past[: number - 1], past)
                if before != self._open(test.spells, past[:number], past):
                    return past[number - 1]
        return past[0]

    def _open(
        self, state: While, some: tuple[Told, ...], past: tuple[Told, ...]
    ) -> list[tuple[int, bool]]:
        spells = self.spells(state, some, past[-1].day)
        return [(past.index(one.opener), one.closed is None) for one in spells]

    def _aged(self, day: date, from_age: int, before_age: int) -> bool:
        assert self.born is not None
        return birthday(self.born, from_age) <= day < birthday(self.born, before_age)


def _key(state: While, told: Told) -> tuple[object, object]:
    per = getattr(told.event, state.per) if state.per else None
    return (told.episode, per)


def birth(born: date | None, told: Iterable[Told]) -> date | None:
    """Give the day of birth, where the record has it or an event tells it."""
    if born is not None:
        return born
    for one in told:
        if isinstance(one.event, ChildBorn):
            return one.event.on or one.day
    return None
