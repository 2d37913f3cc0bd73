"""How things stood for a child at the end of some days.

A report over years asks how things stood at the end of each month. The record is gone
through once, and noted down on the way at the end of each of those days.
"""

from collections import deque
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TypeAlias

from attrs import field, frozen

from casework.allocation import Allocation, allocated
from casework.chronology import Happening
from casework.dates import age_on
from casework.standing import Ground, Latest, Standing, open_since, walk_day
from casework.states.walk import Episode, Verdict, start
from casework.timescales import (
    Deadline,
    Fold,
    Lineage,
    Qualifying,
    begin,
    births,
    by_day,
    derive,
    fold_day,
    fold_days,
    unfinished,
)

Story: TypeAlias = tuple[Happening, ...]
"""The events of one episode, in order."""


@frozen(kw_only=True, eq=False, slots=False)
class Evening:
    """How things stood for a child at the end of a day.

    Parameters
    ----------
    day
        The day.
    standing
        Where each episode and each clock stood.
    happened
        What had happened by then, in order.
    ground
        Against what the record is read.
    """

    day: date
    standing: Standing
    happened: Story = field(repr=False)
    ground: Ground

    @property
    def known(self) -> bool:
        """Whether the source covers the day."""
        records = self.ground.records
        late = records.end is not None and self.day > records.end
        return not late and (records.start is None or self.day >= records.start)

    @property
    def matters(self) -> bool:
        """Whether anything stood open, or the child had ever been looked after."""
        position, fold = self.standing.position, self.standing.fold
        stood = any(position.standing.values()) or bool(fold.clocks)
        return stood or "looked_after" in position.by_stage

    @property
    def over(self) -> bool:
        """Whether the child had died, or the pregnancy had ended."""
        return self.standing.position.ended is not None

    @property
    def age(self) -> int | None:
        """The child's age in years; None where the birth is not known."""
        born = self.standing.fold.born
        return None if born is None else age_on(born, self.day)

    @cached_property
    def workers(self) -> tuple[Allocation, ...]:
        """Who had the child's case."""
        since = open_since(self.standing.position.episodes.values(), self.day)
        return allocated(self.happened, since=since)

    @cached_property
    def unfinished(self) -> tuple[Deadline, ...]:
        """The deadlines of which something had still to come."""
        ground = self.ground
        fold = self.standing.fold
        return unfinished(fold, ground.setting, ground.records, self.day)

    def unfinished_of(self, rule: str) -> tuple[Deadline, ...]:
        """Give those of one rule."""
        return self._by_rule.get(rule, ())

    def open(self, stage: str, *states: str) -> tuple[Episode, ...]:
        """Give the episodes of a stage that go on, in some states or in any."""
        episodes = self.standing.position.open_episodes(stage)
        going_on = (one for one in episodes if one.going_on)
        return tuple(one for one in going_on if not states or one.state in states)

    def has(self, test: str) -> bool:
        """Say whether the young person had a status, such as `qualifying`."""
        return any(one.on(self.day) for one in self._statuses if one.test.id == test)

    @cached_property
    def _by_rule(self) -> dict[str, tuple[Deadline, ...]]:
        found: dict[str, tuple[Deadline, ...]] = {}
        for one in self.unfinished:
            found[one.rule] = (*found.get(one.rule, ()), one)
        return found

    @cached_property
    def _statuses(self) -> tuple[Qualifying, ...]:
        tests = self.ground.setting.law.tests
        return tuple(derive(one, self.standing.fold, self.day) for one in tests)


class Walk:
    """Goes through a record, a day at a time."""

    def __init__(self, happenings: Story, ground: Ground) -> None:
        """Begin with a child of whom nothing is known yet."""
        self.happenings = happenings
        self.ground = ground
        self.verdicts: list[Verdict] = []
        self.now = Standing(position=start(), fold=begin(ground.born, ground.setting))
        self.taken = 0

    def through(self, days: deque[date]) -> Iterator[Evening]:
        """Give how things stood at the end of each day."""
        for today in by_day(self.happenings):
            while days and days[0] < today[0].day:
                yield self._evening(days.popleft())
            self._take(today)
        for day in days:
            yield self._evening(day)

    def latest(self) -> Latest:
        """Give where the record stands at its end."""
        return Latest(before=self.now, after=self.now, today=())

    def _take(self, today: Story) -> None:
        before, ground = self.now, self.ground
        position, verdicts = walk_day(before.position, today, ground)
        fold = self._before(today, position.episodes)
        fold = fold_day(fold, today, position.episodes, ground.setting)
        self.now = Standing(position=position, fold=fold)
        self.verdicts += verdicts
        self.taken += len(today)

    def _before(self, today: Story, lineage: Lineage) -> Fold:
        # From the day on which the birth is told, all ages before it are known too.
        fold, setting = self.now.fold, self.ground.setting
        if fold.born is not None or not any(births(today)):
            return fold
        earlier = self.happenings[: self.taken]
        begun = begin(None, setting, today)
        return fold_days(begun, earlier, lineage, setting)

    def _evening(self, day: date) -> Evening:
        return Evening(
            day=day,
            standing=self.now,
            happened=self.happenings[: self.taken],
            ground=self.ground,
        )
