"""Overlays of law: those that load, and those that are refused, with why.

A deployer's overlay moves due days. A host that takes overlays is tried with these: the
lawful ones must move its dates as they move ours, the others must not load at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Final, TypeAlias

from attrs import evolve, frozen
from hypothesis import strategies as st

from casework.events import CinPlanStarted, CinVisitMade, Event, SupervisionHeld
from casework.jurisdictions import Jurisdiction, england, jersey
from casework.law import Law, on
from casework.law.changes import Add, Confirm, Replace, SwitchOff, SwitchOn
from casework.law.overlay import Overlay
from casework.law.rule import Timescale
from casework.law.source import Authority, Basis, Citation, Role
from casework.periods import Period, days, months, working_days
from casework.testing.choosing import one_of

Change: TypeAlias = Confirm | Replace | Add | SwitchOn | SwitchOff

_SOURCE: Final = Citation(
    title="Invented local standards", provision="1", url=None, read=date(2025, 1, 6)
)
_PERIODS: Final = (working_days(10), working_days(1), days(5), days(28), months(6))
# What a rule of one's own may start on, and be met by.
_ADDED: Final[Sequence[tuple[type[Event], type[Event]]]] = (
    (CinPlanStarted, CinVisitMade),
    (CinPlanStarted, SupervisionHeld),
)


@frozen
class RefusedOverlay:
    """An overlay that must not load over the law of its jurisdiction, and why not."""

    overlay: Overlay
    why: str


@st.composite
def law_overlays(draw: st.DrawFn, jurisdiction: Jurisdiction | None = None) -> Overlay:
    """Overlays that load: each shortens, confirms, switches or adds some rules.

    Parameters
    ----------
    jurisdiction
        Over whose law they lie; that of either place, where it is left out.

    Examples
    --------
    >>> from hypothesis import find
    >>> from casework import jersey
    >>> overlay = find(law_overlays(jersey), lambda one: one.switch_off)
    >>> overlay.over(jersey.law).overlays
    ('An invented overlay',)
    """
    law = (jurisdiction or draw(st.sampled_from([england, jersey]))).law
    rules = draw(st.lists(st.sampled_from(_rules(law)), max_size=3, unique=True))
    overlay = _named(law)
    for rule in rules:
        overlay = _with(overlay, one_of(draw, _changes(law, rule)))
    return _with(overlay, _added(draw, law)) if one_of(draw, (0, 1)) else overlay


@st.composite
def refused_overlays(
    draw: st.DrawFn, jurisdiction: Jurisdiction | None = None
) -> RefusedOverlay:
    """Overlays that must not load, each with the reason in words.

    Parameters
    ----------
    jurisdiction
        Over whose law they lie; that of either place, where it is left out.
    """
    law = (jurisdiction or draw(st.sampled_from([england, jersey]))).law
    return one_of(draw, every_refusal(law))


def every_change(law: Law) -> Iterator[Overlay]:
    """Give every overlay of one change that loads.

    Parameters
    ----------
    law
        Over which it lies.
    """
    for rule in law.rules:
        for change in _changes(law, rule):
            yield _named(law, change)


def _named(law: Law, *changes: Change) -> Overlay:
    overlay = Overlay(name="An invented overlay", jurisdiction=law.jurisdiction)
    for change in changes:
        overlay = _with(overlay, change)
    return overlay


def _with(overlay: Overlay, change: Change) -> Overlay:
    match change:
        case Confirm():
            return evolve(overlay, confirm=(*overlay.confirm, change))
        case Replace():
            return evolve(overlay, replace=(*overlay.replace, change))
        case Add():
            return evolve(overlay, add=(*overlay.add, change))
        case SwitchOn():
            return evolve(overlay, switch_on=(*overlay.switch_on, change))
        case SwitchOff():
            return evolve(overlay, switch_off=(*overlay.switch_off, change))


def _rules(law: Law) -> tuple[str, ...]:
    """Give the rules that an overlay may change in some way."""
    return tuple(rule for rule in law.rules if _changes(law, rule))


@cache
def _changes(law: Law, rule: str) -> tuple[Change, ...]:
    versions = law.versions(rule)
    found: list[Change] = [*_shortened(versions)]
    if not any(one.switched_on for one in versions):
        found.append(SwitchOn(rule=rule, citation=_SOURCE))
    if not _binds(versions):
        found += [_confirmed(rule), SwitchOff(rule=rule, citation=_SOURCE)]
        found += [_replaced(one, period) for one in versions for period in _PERIODS]
    return tuple(found)


def _binds(versions: Iterable[Timescale]) -> bool:
    """Say whether a rule is of a verified Act or regulation, in any part."""
    return any(
        part.basis is Basis.VERIFIED and (part.authority or one.authority).binds_in_law
        for one in versions
        for part in one.intervals
    )


def _confirmed(rule: str) -> Confirm:
    return Confirm(rule=rule, citation=_SOURCE, authority=Authority.LOCAL)


def _shortened(versions: Sequence[Timescale]) -> Iterable[Replace]:
    """Shorten each interval of a rule by one, where each is a period of one kind."""
    lengths = [[part.within for part in one.intervals] for one in versions]
    first = lengths[0]
    if any(other != first for other in lengths):
        return
    # What is one day or one week long already cannot be shortened.
    long = [one for one in first if isinstance(one, Period) and one.count > 1]
    if len(long) == len(first):
        shorter = (evolve(one, count=one.count - 1) for one in long)
        yield _replaced(versions[0], *shorter)


def _replaced(rule: Timescale, within: Period, *then: Period) -> Replace:
    return Replace(
        rule=rule.id,
        within=within,
        # Of a series it must be said how it goes on.
        then=then or (within,) * len(rule.then),
        words="an invented standard",
        citation=_SOURCE,
        authority=Authority.LOCAL,
    )


def _added(draw: st.DrawFn, law: Law) -> Add:
    starts, met_by = one_of(draw, _ADDED)
    within, then = one_of(draw, _PERIODS), one_of(draw, (None, *_PERIODS))
    return Add(
        id=f"{law.jurisdiction}.local.invented",
        title="Invented standard met",
        citation=_SOURCE,
        words="an invented standard",
        authority=Authority.LOCAL,
        role=Role.SOCIAL_WORKER,
        starts=(on(starts),),
        within=within,
        then=() if then is None else (then,),
        met_by=(on(met_by),),
    )


@cache
def every_refusal(law: Law) -> tuple[RefusedOverlay, ...]:
    """Give every overlay of one change, or two that clash, that must not load.

    Parameters
    ----------
    law
        Over which it lies.
    """
    first = next(iter(law.rules))
    off = SwitchOff(rule=first, citation=_SOURCE)
    strange = SwitchOff(rule=f"{law.jurisdiction}.no.such_rule", citation=_SOURCE)
    elsewhere = next(p for p in (england, jersey) if p.name != law.jurisdiction)
    found = [
        RefusedOverlay(_named(law, strange), "it names a rule that is not there"),
        RefusedOverlay(_named(law, off, off), "it names a rule twice"),
        RefusedOverlay(_named(elsewhere.law), "it is for another jurisdiction"),
    ]
    for versions in law.rules.values():
        found += [
            RefusedOverlay(_named(law, one), why) for one, why in _wrong(versions)
        ]
    return tuple(found)


def _wrong(versions: Sequence[Timescale]) -> Iterable[tuple[Change, str]]:
    rule = versions[0]
    if not _binds(versions):
        if rule.then:
            ending = evolve(_replaced(rule, _PERIODS[0]), then=())
            yield ending, "it does not say how long the rule runs next"
        return
    yield SwitchOff(rule=rule.id, citation=_SOURCE), "it switches off what binds in law"
    yield _confirmed(rule.id), "it restates the source of what binds in law"
    if isinstance(rule.within, Period):
        longer = evolve(rule.within, count=rule.within.count + 1)
        yield _replaced(rule, longer), "it lengthens what binds in law"
