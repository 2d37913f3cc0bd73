"""Status tests: from which day to which a child qualifies, and the days counted."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from attrs import frozen

from casework.dates import birthday, iso
from casework.law.source import InForce
from casework.law.status import Counted, Now, StatusTest
from casework.timescales.fold import Fold, Spell

ONE_DAY = timedelta(days=1)
_NO_BIRTH = "The date of birth is not known, so no age can be asked."


@frozen(kw_only=True)
class Span:
    """Days of having a status: from the first up to, and without, the last."""

    first: date
    end: date


@frozen(kw_only=True)
class Qualifying:
    """Who has a status, from which day to which, and on what count of days.

    Parameters
    ----------
    test
        The status test.
    spans
        From which day, up to and without which day.
    days
        How many days were counted, where days are.
    steps
        The derivation, a sentence a step.
    """

    test: StatusTest
    spans: tuple[Span, ...]
    days: int | None
    steps: tuple[str, ...]

    def on(self, day: date) -> bool:
        """Say whether the child has the status on a day."""
        return any(span.first <= day < span.end for span in self.spans)


def derive(test: StatusTest, fold: Fold, day: date) -> Qualifying:
    """Say from which day to which a child has a status, as seen on a day."""
    spells = fold.spells.get(test.spells, ())
    born = _birth(test, fold)
    if born is None:
        return Qualifying(test=test, spans=(), days=None, steps=(_NO_BIRTH,))
    found = tuple(one for one in spans(test, spells, born) if one.first <= day)
    days = None
    if test.counted is not None:
        days = days_counted(test.counted, spells, born, day)
    steps = tuple(_steps(test, spells, born, days, found))
    return Qualifying(test=test, spans=found, days=days, steps=steps)


def first_day(test: StatusTest, fold: Fold) -> date | None:
    """Give the first day from now on of having a status, if things stay as they are."""
    spells = fold.spells.get(test.spells, ())
    born = _birth(test, fold)
    found = spans(test, spells, born) if born else ()
    days = (max(one.first, fold.day) for one in found if one.end > fold.day)
    return next(days, None)


def _birth(test: StatusTest, fold: Fold) -> date | None:
    # Some systems write the last year that there is for "not yet".
    born = fold.born
    known = born is not None and born.year + test.before_age <= date.max.year
    return born if known else None


def spans(test: StatusTest, spells: Sequence[Spell], born: date) -> tuple[Span, ...]:
    """Give the days of having a status, if a spell that stands goes on for ever.

    Parameters
    ----------
    test
        The status test.
    spells
        When the child was looked after, in order.
    born
        The date of birth.
    """
    first = _first(test, spells, born)
    if first is None:
        return ()
    whole = Span(first=first, end=birthday(born, test.before_age))
    found = (_overlap(whole, one) for one in _now(test.now, spells, whole))
    return tuple(span for span in found if span.first < span.end)


def days_counted(
    counted: Counted, spells: Sequence[Spell], born: date, day: date
) -> int:
    """Count the days looked after between two ages, up to and with a day.

    A day counts if the child was looked after at any time in it, and once only.
    """
    return sum(
        (last - first).days + 1 for first, last in _runs(counted, spells, born, day)
    )


def _first(test: StatusTest, spells: Sequence[Spell], born: date) -> date | None:
    days = [birthday(born, test.from_age)]
    if not isinstance(test.in_force, InForce):
        days.append(test.in_force)
    if test.counted is not None:
        days.append(_reached(test.counted, spells, born) or date.max)
    if test.between is not None:
        days.append(_looked_after_between(test.between, spells, born) or date.max)
    if test.once is not None:
        once = spans(test.once, spells, born)
        days.append(once[0].first if once else date.max)
    first = max(days)
    return None if first == date.max else first


def _reached(counted: Counted, spells: Sequence[Spell], born: date) -> date | None:
    left = counted.days
    for first, last in _runs(counted, spells, born, date.max):
        length = (last - first).days + 1
        if length >= left:
            return first + timedelta(days=left - 1)
        left -= length
    return None


def _runs(
    counted: Counted, spells: Sequence[Spell], born: date, day: date
) -> Iterator[tuple[date, date]]:
    # Spells that abut share no day: each run begins after the one before it.
    after = birthday(born, counted.from_age) - ONE_DAY
    end = min(day, birthday(born, counted.before_age) - ONE_DAY)
    for spell in spells:
        first = max(spell.first, after + ONE_DAY)
        last = min(spell.last or date.max, end)
        if first <= last:
            yield first, last
            after = last


def _looked_after_between(
    ages: tuple[int, int], spells: Sequence[Spell], born: date
) -> date | None:
    start, end = (birthday(born, age) for age in ages)
    days = (
        max(spell.first, start)
        for spell in spells
        if spell.first < end and (spell.last or date.max) >= start
    )
    return min(days, default=None)


def _now(now: Now, spells: Sequence[Spell], whole: Span) -> Iterator[Span]:
    if now is Now.EITHER:
        yield whole
        return
    # Where two spells abut, the span between them is empty; it is dropped with those
    # that lie outside the whole.
    after = whole.first
    for spell in spells:
        last = spell.last or date.max
        if now is Now.LOOKED_AFTER:
            yield Span(first=spell.first, end=last)
        else:
            yield Span(first=after, end=spell.first)
        after = max(after, last)
    if now is Now.NOT_LOOKED_AFTER:
        yield Span(first=after, end=whole.end)


def _overlap(whole: Span, part: Span) -> Span:
    return Span(first=max(whole.first, part.first), end=min(whole.end, part.end))


def _steps(
    test: StatusTest,
    spells: Sequence[Spell],
    born: date,
    days: int | None,
    found: tuple[Span, ...],
) -> Iterator[str]:
    for spell in spells:
        last = f"to {iso(spell.last)}" if spell.last else "and still"
        yield f"{test.spells.words.capitalize()} from {iso(spell.first)} {last}."
    if test.counted is not None:
        yield f"{days} days count; it takes {test.counted}."
    if test.between is not None:
        ages = " and ".join(map(str, test.between))
        yield f"It takes a day of it between {ages}."
    if test.once is not None:
        once = spans(test.once, spells, born)
        told = f"from {iso(once[0].first)}" if once else "never"
        yield f"It takes having had the status of {test.once.title}: {told}."
    yield (
        f"It can be had from {test.from_age} ({iso(birthday(born, test.from_age))}) "
        f"up to {test.before_age} ({iso(birthday(born, test.before_age))}), "
        f"{test.now.value}."
    )
    if not found:
        yield f"The child does not have the status of {test.title}."
    for span in found:
        told = f"from {iso(span.first)}, up to {iso(span.end)}"
        yield f"The status of {test.title}: {told}."
