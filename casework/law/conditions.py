"""Conditions: what starts, meets and ends a clock, as data and never as code."""

from enum import StrEnum
from typing import TypeAlias

from attrs import Attribute, evolve, fields_dict, frozen

from casework.errors import BadEvent, BadLaw
from casework.events import Event
from casework.periods import Period


class Scope(StrEnum):
    """How far from the starting episode an event may happen and still count."""

    EPISODE = "episode"
    LINE = "line"
    CHILD = "child"

    @property
    def words(self) -> str:
        """Say it in full."""
        return _SCOPES[self]


_SCOPES = {
    Scope.EPISODE: "the episode and those that follow from it",
    Scope.LINE: "the episode, those it came from, and all that follow from them",
    Scope.CHILD: "anything of the child",
}


Words: TypeAlias = tuple[tuple[str, tuple[object, ...]], ...]


@frozen(kw_only=True, cache_hash=True)
class On:
    """Something happened: one of these events, with these words in its fields."""

    events: tuple[type[Event], ...]
    where: Words = ()
    but_not: Words = ()
    states: tuple[str, ...] = ()
    scope: Scope | None = None

    def matches(self, event: Event) -> bool:
        """Say whether the event is one of these; a field not said matches no word."""
        return (
            type(event) in self.events
            and all(_value(event, name) in words for name, words in self.where)
            and not any(_value(event, name) in words for name, words in self.but_not)
            and all(getattr(event, name) is not None for name in self.states)
        )

    def except_where(self, **fields: object) -> "On":
        """Leave out events whose field says one of these words."""
        return evolve(self, but_not=_checked(self.events, fields))

    def stating(self, *names: str) -> "On":
        """Take only events that say something in these fields."""
        _checked(self.events, dict.fromkeys(names))
        return evolve(self, states=names)

    def __str__(self) -> str:
        """Say it in the names of the vocabulary."""
        names = " or ".join(event.name for event in self.events)
        said = [f"{name}: {_or(words)}" for name, words in self.where]
        said += [f"{name}: not {_or(words)}" for name, words in self.but_not]
        said += [f"stating {name}" for name in self.states]
        said += [f"scope: {self.scope.words}"] if self.scope else []
        return f"{names} ({'; '.join(said)})" if said else names


def on(*events: type[Event], scope: Scope | None = None, **fields: object) -> On:
    """Name the events, and the words their fields must say.

    Parameters
    ----------
    events
        Classes of the vocabulary.
    scope
        How far the event may lie from the starting episode, where it is not the
        rule's own scope.
    fields
        A word, or a tuple of words, for each field that must say it.

    Raises
    ------
    BadLaw
        When an event has no such field, or the field no such word.

    Examples
    --------
    >>> from casework.events import ReferralDecided
    >>> print(on(ReferralDecided, decision=("early_help", "no_further_action")))
    referral_decided (decision: early_help or no_further_action)
    """
    return On(events=events, where=_checked(events, fields), scope=scope)


@frozen(kw_only=True)
class First:
    """The first of these in the episode; never a second one."""

    of: tuple[On, ...]

    def __str__(self) -> str:
        """Say it in words."""
        return f"the first {' or '.join(map(str, self.of))} of the episode"


def first(*of: On) -> First:
    """Take the first of these in the episode, and never a second one."""
    return First(of=of)


@frozen(kw_only=True, cache_hash=True)
class While:
    """A state of affairs: opened by an event, until another closes it."""

    opened_by: tuple[On, ...]
    closed_by: tuple[On, ...]
    words: str
    scope: Scope
    per: str | None
    expires: bool
    extended_by: On | None
    lasts: Period | None

    @property
    def touched_by(self) -> tuple[On, ...]:
        """What opens it, closes it, or puts off its end."""
        extended = () if self.extended_by is None else (self.extended_by,)
        return (*self.opened_by, *self.closed_by, *extended)

    def key(self, event: Event) -> tuple[str | None, object]:
        """Say which of several such states an event opens or closes."""
        return (event.episode, getattr(event, self.per) if self.per else None)

    def __str__(self) -> str:
        """Say it in words."""
        return f"while {self.words}"


def while_(
    words: str,
    *,
    opened_by: On | tuple[On, ...],
    closed_by: On | tuple[On, ...],
    scope: Scope = Scope.CHILD,
    per: str | None = None,
    expires: bool = False,
    extended_by: On | None = None,
    lasts: Period | None = None,
) -> While:
    """Name a state of affairs that events open and close, episode by episode.

    Parameters
    ----------
    words
        What it is, to be read after "while".
    opened_by, closed_by
        What opens it, and what closes it: in the same episode, or as far as the
        closing condition's own scope says.
    scope
        Whether one open anywhere for the child counts, or only in the episode.
    per
        A field that tells several apart, such as the worker who is allocated.
    expires
        Whether it ends by itself on the day that its event states as `until`, and
        when an order that follows it is made.
    extended_by
        What puts off the day on which it ends by itself.
    lasts
        How long it lasts at most: it has ended on the day a period after it began.
    """
    return While(
        opened_by=_tuple(opened_by),
        closed_by=_tuple(closed_by),
        words=words,
        scope=scope,
        per=per,
        expires=expires,
        extended_by=extended_by,
        lasts=lasts,
    )


@frozen(kw_only=True, cache_hash=True)
class Nth:
    """The n-th of these, counted since a state of affairs began."""

    n: int
    of: On
    within: While

    def __str__(self) -> str:
        """Say it in words."""
        return f"number {self.n} of {self.of} {self.within}"


def nth(n: int, of: On, *, within: While) -> Nth:
    """Take the n-th of these since the state of affairs began."""
    return Nth(n=n, of=of, within=within)


def _tuple(value: On | tuple[On, ...]) -> tuple[On, ...]:
    return value if isinstance(value, tuple) else (value,)


def _value(event: Event, name: str) -> object:
    value = getattr(event, name)
    return _Nothing if value is None else value


class _Nothing:
    """Equal to no word: what the source does not say matches nothing."""


def _or(words: tuple[object, ...]) -> str:
    return " or ".join(str(word) for word in words)


def _checked(events: tuple[type[Event], ...], fields: dict[str, object]) -> Words:
    return tuple(
        (name, _known(events, name, said if isinstance(said, tuple) else (said,)))
        for name, said in fields.items()
    )


def _known(
    events: tuple[type[Event], ...], name: str, words: tuple[object, ...]
) -> tuple[object, ...]:
    for event in events:
        fields = fields_dict(event)
        if name not in fields:
            known = ", ".join(fields)
            raise BadLaw(f"{event.name} has no field {name!r}; it has {known}")
        for word in words:
            _refuse_unless_said(event, fields[name], word)
    return words


def _refuse_unless_said(
    event: type[Event], known: "Attribute[object]", word: object
) -> None:
    # The event refuses such a word too, so no event could ever match.
    if known.validator is None:
        return
    try:
        known.validator(event, known, word)
    except BadEvent as problem:
        raise BadLaw(str(problem)) from problem
