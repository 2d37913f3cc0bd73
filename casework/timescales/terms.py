"""School terms: the duties that each of them brings."""

from datetime import date

from casework.calendars import Term
from casework.law.rule import Timescale
from casework.timescales.fold import Alarm, Fold, Setting


def set_term_alarm(
    fold: Fold, rule: Timescale, episode: str, day: date, setting: Setting
) -> Fold:
    """Let a rule ring in the term in which a child comes under it, and in each next."""
    if setting.terms is None:
        return fold.alarmed(Alarm(day=day, rule=rule.id, episode=episode, why=_WHY))
    return next_term(fold, rule.id, episode, day, setting, inside=True)


def next_term(
    fold: Fold,
    rule: str,
    episode: str,
    day: date,
    setting: Setting,
    *,
    inside: bool = False,
) -> Fold:
    """Set the alarm for the next term; or for this one, where the day lies in it."""
    for term in _terms(setting):
        starts = max(term.first, day) if inside and term.last >= day else term.first
        if starts > day or (inside and starts == day):
            return fold.alarmed(Alarm(day=starts, rule=rule, episode=episode, why=_WHY))
    return fold


_WHY = "the school term"


def _terms(setting: Setting) -> tuple[Term, ...]:
    return () if setting.terms is None else setting.terms.terms
