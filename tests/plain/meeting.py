"""What meets, moves and ends a clock, and the interval that comes next."""

from collections.abc import Iterator
from datetime import date

from casework.law.conditions import On
from casework.law.rule import Timescale
from casework.periods import Period
from tests.plain.clock import Clock
from tests.plain.counting import is_moment, last_day, says
from tests.plain.life import ENDINGS, FOR_EVER, Life
from tests.plain.record import Told


def begin(life: Life, clock: Clock) -> None:
    """Let a clock run, with what has met or ended it already."""
    clock.series.append(clock)
    life.clocks.append(clock)
    _over_already(life, clock)
    if clock.index > 0 or (clock.ended is not None and clock.ended < clock.day):
        return
    for one in (*_earlier(life, clock), *_that_day(life, clock)):
        if not _used(life, clock, one):
            meet(life, clock, one)
            return


def _over_already(life: Life, clock: Clock) -> None:
    for one in reversed(life.past):
        if isinstance(one.event, FOR_EVER):
            end(life, clock, one.day, one, released=True)
    grown = life.grown(clock.day)
    if grown and clock.rule.released_at_18:
        end(life, clock, grown, None, released=True)


def _earlier(life: Life, clock: Clock) -> Iterator[Told]:
    # Where the rule says "before, or else within".
    before = clock.rule.before
    for one in life.past:
        if one is clock.start or not _asked_for(life, clock, one):
            continue
        if isinstance(before, Period):
            # In the months before: not earlier than the corresponding day.
            if last_day(before, one.day, life.place) >= clock.day:
                yield one
        elif before:
            yield one


def _that_day(life: Life, clock: Clock) -> Iterator[Told]:
    for one in life.past:
        if one.day == clock.day and _satisfies(life, clock, one):
            yield one


def _used(life: Life, clock: Clock, told: Told) -> bool:
    # One event meets one occurrence of a rule.
    return any(x.met is told and x.rule.id == clock.rule.id for x in life.clocks)


def meets(life: Life, told: Told) -> None:
    """Let an event meet one clock of each rule."""
    for rule in life.law.rules:
        found = [
            one
            for one in life.clocks
            if one.rule.id == rule and one.met is None and _satisfies(life, one, told)
        ]
        if found:
            meet(life, _nearest(life, found, told), told)


def _nearest(life: Life, found: list[Clock], told: Told) -> Clock:
    for episode in life.facts.lines.ancestors(told.episode):
        for one in found:
            if one.episode == episode:
                return one
    return found[0]


def _satisfies(life: Life, clock: Clock, told: Told) -> bool:
    return (
        comes_after(life, clock, told)
        and _before_its_end(clock, told)
        and _asked_for(life, clock, told)
    )


def _asked_for(life: Life, clock: Clock, told: Told) -> bool:
    return any(
        says(one, told.event)
        and life.in_scope(clock, told, one.scope or clock.rule.scope)
        for one in clock.rule.met_by
    )


def comes_after(life: Life, clock: Clock, told: Told) -> bool:
    """Say whether an event comes after the start of a clock."""
    if told is clock.start:
        return False
    if told.day != clock.day:
        return told.day > clock.day
    if clock.start and is_moment(clock.start.at) and is_moment(told.at):
        return life.past.index(told) > life.past.index(clock.start)
    return True


def _before_its_end(clock: Clock, told: Told) -> bool:
    if clock.ended is None:
        return True
    if told.day != clock.ended:
        return told.day < clock.ended
    both = clock.ended_by and is_moment(clock.ended_by.at) and is_moment(told.at)
    return not both and not clock.counts_hours


def meet(life: Life, clock: Clock, told: Told) -> None:
    """Meet a clock, and let the next interval run from there."""
    over = clock.ended is not None and told.day >= clock.ended
    clock.met, clock.ended, clock.ended_by = told, None, None
    version = _following(life, clock, told.day)
    if over or not clock.rule.then or version is None:
        return
    following = Clock(
        rule=version,
        index=clock.index + 1,
        episode=clock.episode,
        day=told.day,
        began=clock.began,
        start=told,
        series=clock.series,
    )
    begin(life, following)


def _following(life: Life, clock: Clock, day: date) -> Timescale | None:
    if clock.rule.family is None:
        return life.version(clock.rule.id, day)
    return of_family(life, clock.rule.family, clock.episode, day, clock.began)


def of_family(
    life: Life, family: str, episode: str | None, day: date, began: date
) -> Timescale | None:
    """Give the first rule of a family whose conditions hold on a day."""
    asked = life.on_the_day(day, episode, began)
    for rule in life.versions(day):
        holds = (life.facts.holds(one, asked) for one in rule.when)
        if rule.family == family and all(holds):
            return rule
    return None


def moves(life: Life, told: Told) -> None:
    """Let an event move the due day of the clocks that run."""
    for clock in life.running():
        for one in clock.rule.extended_by:
            scope = one.by.scope or clock.rule.scope
            if (
                says(one.by, told.event)
                and told is not clock.start
                and life.in_scope(clock, told, scope)
            ):
                clock.moved_by.append((one, told))


def ends(life: Life, told: Told) -> None:
    """Let an event end the clocks that run."""
    for clock in life.running():
        if isinstance(told.event, ENDINGS) or _one_of(
            life, clock.rule.released_by, clock, told
        ):
            end(life, clock, told.day, told, released=True)
        elif _one_of(life, clock.rule.ends, clock, told):
            end(life, clock, told.day, told, released=False)


def _one_of(life: Life, endings: tuple[object, ...], clock: Clock, told: Told) -> bool:
    return any(
        isinstance(one, On)
        and says(one, told.event)
        and life.in_scope(clock, told, one.scope or clock.rule.scope)
        for one in endings
    )


def end(
    life: Life, clock: Clock, day: date, told: Told | None, *, released: bool
) -> None:
    """End a clock; none of its series but the first starts on or after that day."""
    if clock.ended is not None:
        return
    if clock.index == 0 or clock.day < day:
        clock.ended, clock.ended_by, clock.released = day, told, released
        return
    for one in [x for x in clock.series if x.index > 0 and x.day >= day]:
        life.clocks.remove(one)
        clock.series.remove(one)
