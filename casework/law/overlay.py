"""Overlays: what one place confirms, replaces, adds or switches, each with a source.

An overlay is a TOML file. Of a verified Act or regulation of the same jurisdiction it
may only shorten the period; whatever else it tries there is refused.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen
from cattrs import BaseValidationError, Converter, transform_error
from cattrs.v import format_exception

from casework.dates import as_date
from casework.errors import BadLaw, BadOverlay, BadPeriod, CaseworkError
from casework.events import Event, kinds
from casework.law.conditions import On, Scope, on
from casework.law.pack import Law
from casework.law.rule import Again, Interval, Timescale
from casework.law.source import NOT_KNOWN, Authority, Basis, Citation, Role
from casework.periods import Period


@frozen(kw_only=True)
class Confirm:
    """Say that a rule is the rule here, and where that can be read."""

    rule: str
    citation: Citation
    authority: Authority
    basis: Basis = Basis.VERIFIED


@frozen(kw_only=True)
class Replace:
    """Give a rule another length, and say where that can be read."""

    rule: str
    citation: Citation
    authority: Authority
    within: Period
    then: tuple[Period, ...] = ()
    words: str
    basis: Basis = Basis.VERIFIED


@frozen(kw_only=True)
class Add:
    """Add a rule of this place's own."""

    id: str
    title: str
    citation: Citation
    words: str
    authority: Authority
    role: Role
    starts: tuple[On, ...]
    met_by: tuple[On, ...]
    within: Period | None = None
    then: tuple[Period, ...] = ()
    ends: tuple[On, ...] = ()
    released_by: tuple[On, ...] = ()
    scope: Scope = Scope.EPISODE
    again: Again = Again.IGNORE
    released_at_18: bool = True
    basis: Basis = Basis.VERIFIED
    note: str = ""


@frozen(kw_only=True)
class Switch:
    """Turn a rule on, or off, and say on whose word."""

    rule: str
    citation: Citation


@frozen(kw_only=True)
class Overlay:
    """What one place changes in a law pack.

    Parameters
    ----------
    name
        Shown wherever the overlay's rules show.
    jurisdiction
        Whose law it lies over.
    confirm, replace, add, switch_on, switch_off
        The changes, each with its source.

    Examples
    --------
    >>> from casework import jersey
    >>> overlay = read_overlay('''
    ... name = "Jersey procedures"
    ... jurisdiction = "jersey"
    ... [[confirm]]
    ... rule = "jersey.conference.initial"
    ... authority = "procedure"
    ... citation = {title = "Conferences", provision = "4.2", read = "2026-11-21"}
    ... ''')
    >>> overlay.over(jersey.law).versions("jersey.conference.initial")[0].basis.value
    'verified'
    """

    name: str
    jurisdiction: str
    confirm: tuple[Confirm, ...] = field(default=())
    replace: tuple[Replace, ...] = field(default=())
    add: tuple[Add, ...] = field(default=())
    switch_on: tuple[Switch, ...] = field(default=())
    switch_off: tuple[Switch, ...] = field(default=())

    def over(self, law: Law) -> Law:
        """Lay the changes over a law pack.

        Raises
        ------
        BadOverlay
            When it names a rule that is not there, adds one that is, is meant for
            another jurisdiction, or relaxes a verified Act or regulation.
        """
        if self.jurisdiction != law.jurisdiction:
            raise BadOverlay(
                f"overlay {self.name!r} is for {self.jurisdiction}, "
                f"not for {law.jurisdiction}"
            )
        self._refuse_twice()
        return law.with_rules(self._changed(law), self.name)

    def _refuse_twice(self) -> None:
        changes = (*self.confirm, *self.replace, *self.switch_on, *self.switch_off)
        named = Counter([one.rule for one in changes] + [one.id for one in self.add])
        twice = [rule for rule, times in named.items() if times > 1]
        if twice:
            raise BadOverlay(
                f"overlay {self.name!r} names {', '.join(twice)} more than once; "
                "say all that changes of a rule in one place"
            )

    def _changed(self, law: Law) -> Iterator[Timescale]:
        for confirm in self.confirm:
            yield from (_confirmed(one, confirm) for one in _found(law, confirm.rule))
        for replace in self.replace:
            yield from (_replaced(one, replace) for one in _found(law, replace.rule))
        for switch in self.switch_on:
            yield from (_on(one, switch) for one in _found(law, switch.rule))
        for switch in self.switch_off:
            yield from (_off(one, switch) for one in _found(law, switch.rule))
        for add in self.add:
            yield _added(law, add)


def load_overlay(path: str | Path) -> Overlay:
    """Read an overlay from a TOML file.

    Raises
    ------
    BadOverlay
        When the file is not TOML, or says what an overlay cannot say.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadOverlay(f"{path}: {problem}") from problem
    try:
        return read_overlay(text)
    except BadOverlay as problem:
        raise BadOverlay(f"{path}: {problem}") from problem


def read_overlay(text: str) -> Overlay:
    """Read an overlay from the text of a TOML file.

    Raises
    ------
    BadOverlay
        When it is not TOML, or says what an overlay cannot say.
    """
    try:
        return _CONVERTER.structure(tomllib.loads(text), Overlay)
    except tomllib.TOMLDecodeError as problem:
        raise BadOverlay(f"not TOML: {problem}") from problem
    except BaseValidationError as problem:
        raise BadOverlay("; ".join(transform_error(problem, path="overlay", format_exception=_said))) from problem


def _period(words: object, _: object) -> Period:
    if not isinstance(words, str):
        raise BadPeriod(f"{words!r} is not a period: write it as '20 working days'")
    return Period.parse(words)


def _condition(said: object, _: object) -> On:
    # {event = "cin_visit_made", seen = ["alone", "with_others"]}
    if not isinstance(said, dict) or "event" not in said:
        raise BadOverlay(f"{said!r} names no event: write {{event = \"...\"}}")
    fields = {name: _words(words) for name, words in said.items() if name != "event"}
    return on(*(_event(name) for name in _words(said["event"])), **fields)


def _words(said: object) -> tuple[object, ...]:
    return tuple(said) if isinstance(said, list) else (said,)


def _event(name: object) -> type[Event]:
    known = kinds().get(str(name))
    if known is None:
        raise BadLaw(f"{name!r} is not an event of the vocabulary")
    return known


def _day(said: object, _: object) -> date:
    return as_date(said)


def _said(problem: BaseException, kind: type | None) -> str:
    known = isinstance(problem, CaseworkError)
    return str(problem) if known else format_exception(problem, kind)


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(Period, _period)
    converter.register_structure_hook(On, _condition)
    converter.register_structure_hook(date, _day)
    return converter


_CONVERTER: Final = _converter()


def _found(law: Law, rule: str) -> Iterable[Timescale]:
    if rule not in law.rules:
        raise BadOverlay(f"the law of {law.jurisdiction} has no rule {rule!r}")
    return law.versions(rule)


def _binds(rule: Timescale) -> bool:
    return rule.authority.binds_in_law and rule.basis is Basis.VERIFIED


def _refused(rule: Timescale, tried: str) -> BadOverlay:
    return BadOverlay(
        f"{rule.id} is {rule.authority.value} ({rule.citation}): an overlay may only "
        f"shorten its period in the same unit; it may not {tried}"
    )


def _confirmed(rule: Timescale, said: Confirm) -> Timescale:
    if _binds(rule):
        raise _refused(rule, "restate its source")
    return evolve(
        rule,
        citation=said.citation,
        authority=said.authority,
        basis=said.basis,
        adopted_from=None,
        then=tuple(Interval(within=one.within, words=one.words) for one in rule.then),
    )


def _replaced(rule: Timescale, said: Replace) -> Timescale:
    then = tuple(Interval(within=period) for period in said.then)
    changed = evolve(
        rule,
        within=said.within,
        then=then,
        words=said.words,
        citation=said.citation,
        authority=said.authority,
        basis=said.basis,
        adopted_from=None,
    )
    if _binds(rule) and not _only_shorter(rule, changed):
        raise _refused(rule, "lengthen it, or count it in other units or days")
    return changed


def _only_shorter(rule: Timescale, changed: Timescale) -> bool:
    if len(rule.then) != len(changed.then):
        return False
    lengths = range(len(rule.then) + 1)
    return all(
        _not_longer(changed.interval(index).within, rule.interval(index).within)
        for index in lengths
    )


def _not_longer(new: Period | None, old: Period | None) -> bool:
    if new is None or old is None:
        return new is old
    same = new.unit is old.unit and new.inclusive == old.inclusive
    return same and new.count <= old.count


def _on(rule: Timescale, said: Switch) -> Timescale:
    return evolve(rule, switched_on=True, citation=said.citation)


def _off(rule: Timescale, said: Switch) -> Timescale:
    if _binds(rule):
        raise _refused(rule, "switch it off")
    return evolve(rule, switched_on=False, citation=said.citation)


def _added(law: Law, said: Add) -> Timescale:
    if said.id in law.rules:
        raise BadOverlay(f"{said.id} is a rule already; replace it instead")
    return Timescale(
        id=said.id,
        title=said.title,
        citation=said.citation,
        words=said.words,
        authority=said.authority,
        basis=said.basis,
        role=said.role,
        starts=said.starts,
        within=said.within,
        then=tuple(Interval(within=period) for period in said.then),
        met_by=said.met_by,
        ends=said.ends,
        released_by=said.released_by,
        scope=said.scope,
        again=said.again,
        released_at_18=said.released_at_18,
        note=said.note,
        in_force=NOT_KNOWN,
    )
