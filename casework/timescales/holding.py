"""Whether a condition holds for a child on a day."""

from datetime import date

from attrs import field, frozen

from casework.chronology import Happening
from casework.dates import age_on, day_of
from casework.law.conditions import Scope, While
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
from casework.timescales.fold import Fold, Setting
from casework.timescales.qualifying import derive
from casework.timescales.scope import same_line


@frozen(kw_only=True, eq=False)
class Asked:
    """Of whom, and as at when, a condition is asked.

    Parameters
    ----------
    fold
        With the states of affairs as they stand then.
    setting
        Law, calendar and zone.
    day
        The day.
    episode
        The episode of the clock.
    series
        The day on which the clock's series of intervals began.
    """

    fold: Fold = field(repr=False)
    setting: Setting = field(repr=False)
    day: date
    episode: str | None
    series: date


def holds(condition: Condition, asked: Asked) -> bool:
    """Say whether a condition holds."""
    match condition:
        case Not():
            return not holds(condition.of, asked)
        case AnyOf():
            return any(holds(one, asked) for one in condition.of)
        case AllOf():
            return all_hold(condition.of, asked)
        case While():
            return standing_since(condition, asked) is not None
        case Qualifies():
            return derive(condition.test, asked.fold, asked.day).on(asked.day)
        case _:
            return _timely(condition, asked)


def _timely(condition: Under | Reached | InFirst, asked: Asked) -> bool:
    if isinstance(condition, InFirst):
        end = condition.period.due_day(asked.series, asked.setting.calendar)
        return asked.day < end
    if asked.fold.born is None:
        return False
    age = age_on(asked.fold.born, asked.day)
    return age < condition.age if isinstance(condition, Under) else age >= condition.age


def asks_an_age(condition: Condition | None) -> bool:
    """Say whether a condition cannot be judged where no birth is on the record."""
    match condition:
        case Not():
            return asks_an_age(condition.of)
        case AnyOf() | AllOf():
            return any(asks_an_age(one) for one in condition.of)
        case _:
            return isinstance(condition, Under | Reached)


def all_hold(conditions: tuple[Condition, ...], asked: Asked) -> bool:
    """Say whether every condition holds."""
    return all(holds(condition, asked) for condition in conditions)


def standing_since(state: While, asked: Asked) -> Happening | None:
    """Give what opened a state of affairs that stands, if it does."""
    for (where, _), since in asked.fold.standing.get(state, {}).items():
        if _near(state.scope, where, asked) and not _expired(state, since, asked):
            return since
    return None


def stands_in(state: While, episode: str | None, fold: Fold) -> bool:
    """Say whether a state of affairs stands that was opened in an episode."""
    return any(where == episode for where, _ in fold.standing.get(state, {}))


def _near(scope: Scope, where: str | None, asked: Asked) -> bool:
    if scope is Scope.LINE:
        return same_line(where, asked.episode, asked.fold.lineage)
    return scope is Scope.CHILD or where == asked.episode


def _expired(state: While, since: Happening, asked: Asked) -> bool:
    if state.lasts is not None:
        calendar = asked.setting.calendar
        return asked.day >= state.lasts.due_day(since.day, calendar)
    until = getattr(since.event, "until", None) if state.expires else None
    return until is not None and asked.day > day_of(until, asked.setting.zone)
