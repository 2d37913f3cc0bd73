"""One day of a child's life, folded: what its events start, meet and end."""

from datetime import date

from casework.chronology import Happening
from casework.events import (
    CaseClosed,
    ChildDied,
    PregnancyEnded,
    ResponsibilityTransferred,
)
from casework.evolving import evolve
from casework.timescales.clock import Ending
from casework.timescales.fold import Fold, Setting, births, end_all
from casework.timescales.meeting import end, meet
from casework.timescales.scope import Lineage
from casework.timescales.standing import stand
from casework.timescales.starting import start
from casework.timescales.today import Today

ENDS_EVERYTHING = (ChildDied, PregnancyEnded, ResponsibilityTransferred, CaseClosed)
# A death, or a pregnancy that ends, ends every clock that would start later too.
FOR_EVER = (ChildDied, PregnancyEnded)


def fold_day(
    fold: Fold, happenings: tuple[Happening, ...], lineage: Lineage, setting: Setting
) -> Fold:
    """Fold one day's events, in their order, after the days before."""
    day = happenings[0].day
    today = Today(day=day, happenings=happenings, lineage=lineage, setting=setting)
    fold = births(evolve(advance(fold, day), day=day), happenings)
    for happening in happenings:
        fold = _one(fold, happening, today)
    return fold.closed()


def advance(fold: Fold, day: date) -> Fold:
    """Let time pass, up to and including a day on which nothing need happen."""
    grown_up = fold.grown_up
    if grown_up is None or fold.adult or grown_up > day:
        return fold
    ending = Ending(
        when=grown_up, day=grown_up, released=True, why="the child reached 18"
    )
    fold = evolve(end_all(fold, ending, only_children=True), adult=ending)
    # What comes on the birthday itself still counts: its clocks are put away later.
    return fold.closed() if grown_up < day else fold


def _one(fold: Fold, happening: Happening, today: Today) -> Fold:
    event = happening.event
    if isinstance(event, ENDS_EVERYTHING):
        fold = _everything_ends(fold, happening)
    for rule in today.setting.law.touched.get(type(event), ()):
        fold = meet(fold, rule, happening, today)
        fold = end(fold, rule, happening, today)
        fold = start(fold, rule, happening, today)
    return stand(fold, happening, today.setting)


def _everything_ends(fold: Fold, happening: Happening) -> Fold:
    ending = Ending(
        when=happening.when,
        day=happening.day,
        released=True,
        why=happening.event.name.replace("_", " "),
        by=happening,
    )
    fold = end_all(fold, ending)
    return evolve(fold, over=ending) if isinstance(happening.event, FOR_EVER) else fold
