"""Overlays: what one place confirms, replaces, adds or switches, each with a source.

An overlay is a TOML file. Of a verified Act or regulation of the same jurisdiction it
may only shorten the period; whatever else it tries there is refused.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from attrs import frozen
from cattrs import Converter

from casework import tables
from casework.alike import like
from casework.errors import BadOverlay, BadPeriod, BadTable
from casework.events import Event, kinds
from casework.law.changes import Add, Confirm, Replace, SwitchOff, SwitchOn
from casework.law.conditions import On, Scope, on
from casework.law.pack import Law
from casework.law.rule import Again, Timescale
from casework.law.source import Authority, Basis, Role
from casework.periods import AS_SOON_AS_POSSIBLE, Period

Word = TypeVar("Word", bound=StrEnum)


@frozen(kw_only=True)
class Overlay:
    """What one place changes in a law pack.

    Parameters
    ----------
    name
        Kept in the law's `overlays`.
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
    ... citation = {title = "Conferences", provision = "4.2", read = 2026-11-21}
    ... ''')
    >>> overlay.over(jersey.law).versions("jersey.conference.initial")[0].basis.value
    'verified'
    """

    name: str
    jurisdiction: str
    confirm: tuple[Confirm, ...] = ()
    replace: tuple[Replace, ...] = ()
    add: tuple[Add, ...] = ()
    switch_on: tuple[SwitchOn, ...] = ()
    switch_off: tuple[SwitchOff, ...] = ()

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
                f"overlay {self.name!r} is for the law of {self.jurisdiction}; "
                f"lay it over that, not over the law of {law.jurisdiction}"
            )
        self._refuse_twice()
        return law.with_rules(self._changed(law), self.name)

    def _refuse_twice(self) -> None:
        named = [one.rule for one in self._changes()] + [one.id for one in self.add]
        twice = [rule for rule, times in Counter(named).items() if times > 1]
        if twice:
            raise BadOverlay(
                f"overlay {self.name!r} names {', '.join(twice)} more than once; "
                "say all that changes of a rule in one place"
            )

    def _changes(self) -> tuple[Confirm | Replace | SwitchOn | SwitchOff, ...]:
        return (*self.confirm, *self.replace, *self.switch_on, *self.switch_off)

    def _changed(self, law: Law) -> Iterator[Timescale]:
        for change in self._changes():
            _known(law, change.rule)
            pairs = zip(
                law.versions(change.rule), law.shipped(change.rule), strict=True
            )
            yield from (change.over(rule, shipped) for rule, shipped in pairs)
        for add in self.add:
            if add.id in law.rules:
                raise BadOverlay(f"{add.id} is a rule already; replace it instead")
            yield add.rule()


def load_overlay(path: str | Path) -> Overlay:
    """Read an overlay from a TOML file.

    Raises
    ------
    BadOverlay
        When the file cannot be read, is not TOML, or says what an overlay cannot say.
    """
    try:
        return _overlay(tables.read(Path(path)))
    except (BadTable, BadOverlay) as problem:
        raise BadOverlay(f"{path}: {problem}") from problem


def read_overlay(text: str) -> Overlay:
    """Read an overlay from the text of a TOML file.

    Raises
    ------
    BadOverlay
        When it is not TOML, or says what an overlay cannot say.
    """
    try:
        return _overlay(tables.loads(text))
    except BadTable as problem:
        raise BadOverlay(str(problem)) from problem


def _overlay(told: dict[str, object]) -> Overlay:
    return tables.made(told, Overlay, _CONVERTER, at="overlay")


def _known(law: Law, rule: str) -> None:
    if rule not in law.rules:
        hint = like(rule, law.rules, "docs/rules.md lists them all")
        raise BadOverlay(f"the law of {law.jurisdiction} has no rule {rule!r}{hint}")


def _period(words: object, _: object) -> Period | None:
    if words == "as soon as possible":
        return AS_SOON_AS_POSSIBLE
    if not isinstance(words, str):
        raise BadPeriod(f"{words!r} is not a period: write it as '20 working days'")
    return Period.parse(words)


def _condition(said: object, _: object) -> On:
    # {event = "cin_visit_made", seen = ["alone", "with_others"], scope = "child"}
    # {event = "cin_visit_made", except_where = {seen = "not_seen"}}
    if not isinstance(said, dict) or "event" not in said:
        raise BadOverlay(f'{said!r} names no event; write {{event = "…"}}')
    fields = {**said}
    events = (_event(name) for name in _words(fields.pop("event")))
    scope = _one_of(fields.pop("scope"), Scope) if "scope" in said else None
    left_out = fields.pop("except_where", {})
    condition = on(*events, scope=scope, **_in_words(fields))
    return condition.except_where(**_in_words(left_out)) if left_out else condition


def _in_words(fields: Mapping[str, object]) -> dict[str, tuple[object, ...]]:
    return {name: _words(words) for name, words in fields.items()}


def _words(said: object) -> tuple[object, ...]:
    if said == []:
        raise BadOverlay("an empty list matches nothing; leave its key out")
    return tuple(said) if isinstance(said, list) else (said,)


def _event(name: object) -> type[Event]:
    known = kinds().get(str(name))
    if known is None:
        hint = like(name, kinds(), "names are written like cin_visit_made")
        raise BadOverlay(f"{name!r} is not an event of the vocabulary{hint}")
    return known


def _one_of(said: object, kind: type[Word]) -> Word:
    found = next((word for word in kind if word == said), None)
    if found is None:
        raise BadOverlay(f"{said!r} is not one of: {', '.join(kind)}")
    return found


def _converter() -> Converter:
    converter = tables.converter()
    converter.register_structure_hook(Period, _period)
    converter.register_structure_hook(On, _condition)
    for words in (Authority, Basis, Role, Scope, Again):
        converter.register_structure_hook(words, _one_of)
    return converter


_CONVERTER: Final = _converter()
