"""One day of a child's life, folded: what its events start, meet, move and end."""

from casework.chronology import Happening
from casework.events import (
    CaseClosed,
    ChildDied,
    PregnancyEnded,
    ResponsibilityTransferred,
)
from casework.evolving import evolve
from casework.timescales.allowances import disregard
from casework.timescales.clock import Ending
from casework.timescales.fold import Fold, Setting, end_all
from casework.timescales.limits import remember
from casework.timescales.meeting import end, meet, move
from casework.timescales.ringing import advance, dawn, set_qualifying
from casework.timescales.scope import Lineage
from casework.timescales.standing import stand
from casework.timescales.starting import start, start_anew
from casework.timescales.today import Today

ENDS_EVERYTHING = (ChildDied, PregnancyEnded, ResponsibilityTransferred, CaseClosed)
# A death, or a pregnancy that ends, ends every clock that would start later too.
FOR_EVER = (ChildDied, PregnancyEnded)


def fold_day(
    fold: Fold, happenings: tuple[Happening, ...], lineage: Lineage, setting: Setting
) -> Fold:
    """Fold one day's events, in their order, after the days before."""
    day = happenings[0].day
    fold = dawn(evolve(fold, lineage=lineage), day, setting)
    fold = seen = morning = evolve(fold, day=day)
    today = Today(day=day, happenings=happenings, setting=setting, morning=morning)
    for happening in happenings:
        fold = _one(fold, happening, today)
        if isinstance(happening.event, ENDS_EVERYTHING):
            # Nothing starts any more from what came before it, on this day either.
            seen = fold
    fold = set_qualifying(fold, seen, setting)
    return advance(fold, day, setting, happenings).closed()


def _one(fold: Fold, happening: Happening, today: Today) -> Fold:
    event = happening.event
    if isinstance(event, ENDS_EVERYTHING):
        fold = _everything_ends(fold, happening)
    for rule in today.setting.law.touched.get(type(event), ()):
        fold = meet(fold, rule, happening, today)
        fold = move(fold, rule, happening, today)
        fold = end(fold, rule, happening)
        fold = start_anew(fold, rule, happening, today)
        fold = start(fold, rule, happening, today)
    fold = remember(fold, happening, today.setting)
    fold = disregard(fold, happening, today.setting)
    return stand(fold, happening, today.setting)


def _everything_ends(fold: Fold, happening: Happening) -> Fold:
    ending = Ending(
        when=happening.when,
        day=happening.day,
        released=True,
        why=happening.event.name.replace("_", " "),
        by=happening,
    )
    fold = evolve(end_all(fold, ending), alarms=tuple(a for a in fold.alarms if a.age))
    return evolve(fold, over=ending) if isinstance(happening.event, FOR_EVER) else fold
