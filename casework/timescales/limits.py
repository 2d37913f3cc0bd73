"""Maxima: what a court or an officer may not set, and where it was passed."""

from datetime import date

from casework.chronology import Happening
from casework.dates import When, day_of
from casework.evolving import evolve
from casework.findings import Finding, Severity
from casework.law.lengths import Extension, Maximum, UntilField
from casework.periods import Period
from casework.timescales.clock import Clock
from casework.timescales.counting import Beginning, counted
from casework.timescales.fold import Fold, Setting
from casework.timescales.noting import noted
from casework.timescales.scope import root
from casework.timescales.today import Today


def remember(fold: Fold, happening: Happening, setting: Setting) -> Fold:
    """Keep an event from which a maximum may count."""
    if any(one.matches(happening.event) for one in setting.law.origins):
        return evolve(fold, origins=(*fold.origins, happening))
    return fold


def beyond_the_maximum(
    fold: Fold, beginning: Beginning, happening: Happening, today: Today
) -> Fold:
    """Say where the stated day lies beyond the longest that may be set."""
    within = beginning.within
    if not isinstance(within, UntilField):
        return fold
    for maximum in within.at_most:
        origin = _origin(fold, maximum, happening)
        if origin is not None and _applies(fold, maximum, beginning, happening):
            return _passed(fold, maximum.period, origin.day, happening, today)
    return fold


def beyond_the_extension(
    fold: Fold, clock: Clock, extension: Extension, happening: Happening, today: Today
) -> Fold:
    """Say where an extension comes twice, or states a day that it may not."""
    if extension.once and clock.moved_by:
        what = f"{happening.event.name} a second time"
        expected = "one extension only; the due day stays where the first put it"
        return noted(fold, _finding("extended_twice", what, expected, happening, today))
    if extension.at_most is None:
        return fold
    origin = day_of(clock.starts, today.setting.zone)
    return _passed(fold, extension.at_most, origin, happening, today)


def _passed(
    fold: Fold, period: Period, origin: date, happening: Happening, today: Today
) -> Fold:
    zone = today.setting.zone
    stated: When | None = getattr(happening.event, "until", None)
    last = counted(period, origin, today.setting).when
    if stated is None or last is None or day_of(stated, zone) <= day_of(last, zone):
        return fold
    what = f"{happening.event.name} states {day_of(stated, zone)}"
    expected = f"at most {period} from {origin}, that is {day_of(last, zone)}"
    finding = _finding("until_beyond_maximum", what, expected, happening, today)
    return noted(fold, finding)


def _finding(
    code: str, what: str, expected: str, happening: Happening, today: Today
) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        what=what,
        expected=expected,
        child=today.setting.child,
        event=happening.event.id,
    )


def _applies(
    fold: Fold, maximum: Maximum, beginning: Beginning, happening: Happening
) -> bool:
    if maximum.when is not None and not maximum.when.matches(happening.event):
        return False
    if maximum.further is None:
        return True
    again = fold.next_number(beginning.rule.id, beginning.episode) > 1
    return maximum.further == (again or _follows_its_like(fold, maximum, beginning))


def _follows_its_like(fold: Fold, maximum: Maximum, beginning: Beginning) -> bool:
    # An order is an episode of its own: a further one is one that follows its like.
    place = fold.lineage.get(beginning.episode or "")
    before = fold.lineage.get(place.follows or "") if place else None
    if place is None or before is None or before.stage != place.stage:
        return False
    return maximum.when is None or maximum.when.matches(before.opener)


def _origin(fold: Fold, maximum: Maximum, happening: Happening) -> Happening | None:
    if maximum.counted_from is None:
        return happening
    earlier = [
        one
        for one in fold.origins
        if maximum.counted_from.matches(one.event)
        and root(one.event.episode or "", fold.lineage)
        == root(happening.event.episode or "", fold.lineage)
    ]
    return earlier[-1] if earlier else None
