"""Links between stages: which episode another may come out of, and why."""

from typing import Any

from attrs import fields, frozen

from casework.errors import BadLaw
from casework.events import Event

ANY = "any stage"
NOTHING = "nothing"


@frozen
class Guard:
    """A question to a field of an event; silence in the field answers yes.

    Parameters
    ----------
    field
        The field that is asked.
    words
        What it may hold. None among them: "the source does not say" is itself the
        answer that was asked for.
    """

    field: str
    words: tuple[object, ...]

    def __call__(self, event: Event) -> bool:
        """Say whether the event may pass."""
        value = getattr(event, self.field)
        return value is None or value in self.words

    def says(self, event: Event) -> bool:
        """Say whether the event says one of the words, and does not keep silent."""
        return getattr(event, self.field) in self.words

    def __str__(self) -> str:
        """Say it as a condition: `decision: plan`."""
        words = ("not said" if word is None else str(word) for word in self.words)
        return f"{self.field}: {' or '.join(words)}"


@frozen
class Happened:
    """An event of some kind, with what its fields should say."""

    event: type[Event]
    guards: tuple[Guard, ...] = ()

    def fits(self, event: Event) -> bool:
        """Say whether this is such an event, or may be one for all that is said."""
        return isinstance(event, self.event) and all(g(event) for g in self.guards)

    def says(self, event: Event) -> bool:
        """Say whether this is such an event in so many words."""
        return isinstance(event, self.event) and all(g.says(event) for g in self.guards)

    def __str__(self) -> str:
        """Name it: `contact decided (decision: referral)`."""
        asked = f" ({', '.join(map(str, self.guards))})" if self.guards else ""
        return f"{words_of(self.event)}{asked}"


@frozen(kw_only=True)
class Link:
    """One way in which an episode may come out of another.

    Parameters
    ----------
    stage
        The stage that it may come out of; `ANY` of them: then it may happen while
        anything is open, and what it came out of is never inferred; or `NOTHING`:
        then it may stand alone.
    because
        Why practice has this link.
    citation
        Where the law requires it.
    after
        What must have happened in the earlier episode; None where nothing must.
    unless
        What must not be the last word of its kind in it.
    while_open
        Whether the earlier episode must still be open.
    opener
        The events that may open the later episode in this way; any, where empty.
    unborn
        Whether the link is only for a child who is not yet born.
    """

    stage: str
    because: str
    citation: str | None = None
    after: Happened | None = None
    unless: Happened | None = None
    while_open: bool = False
    opener: tuple[Happened, ...] = ()
    unborn: bool = False

    def may_be_opened_by(self, event: Event) -> bool:
        """Say whether this event may open an episode in this way."""
        return not self.opener or any(one.fits(event) for one in self.opener)

    @property
    def landmarks(self) -> tuple[type[Event], ...]:
        """The events of the earlier episode that the link looks at."""
        looked_at = (self.after, self.unless)
        return tuple(one.event for one in looked_at if one is not None)

    def __str__(self) -> str:
        """Say what must stand or have happened before."""
        if self.stage == NOTHING:
            return "standing alone"
        if self.after is not None:
            still = ", while it is open" if self.while_open else ""
            return f"after {self.after}{still}"
        what = "anything" if self.stage == ANY else spaced(self.stage)
        return f"while {what} is open" if self.while_open else f"out of {what}"


def happened(event: type[Event], **where: object) -> Happened:
    """Name an event of some kind, and what its fields should say.

    Raises
    ------
    BadLaw
        When the event has no such field, or the field no such word.

    Examples
    --------
    >>> from casework.events import ContactDecided
    >>> print(happened(ContactDecided, decision="referral"))
    contact decided (decision: referral)
    """
    return Happened(event, tuple(_guard(event, *one) for one in where.items()))


def after(
    event: type[Event],
    *,
    because: str,
    citation: str | None = None,
    unless: Happened | None = None,
    still_open: bool = False,
    opener: tuple[Happened, ...] = (),
    **where: object,
) -> Link:
    """Declare that an episode may come out of one in which something has happened."""
    return Link(
        stage=event.stage_name,
        because=because,
        citation=citation,
        after=happened(event, **where),
        unless=unless,
        while_open=still_open,
        opener=opener,
    )


def while_open(
    *stages: type[Event],
    because: str,
    citation: str | None = None,
    opener: tuple[Happened, ...] = (),
) -> tuple[Link, ...]:
    """Declare that an episode may come out of one that is open.

    Parameters
    ----------
    stages
        An event of each stage that is meant; any stage, where none is named.
    because, citation, opener
        As in `Link`.
    """
    return tuple(
        Link(
            stage=stage,
            because=because,
            citation=citation,
            while_open=True,
            opener=opener,
        )
        for stage in [one.stage_name for one in stages] or [ANY]
    )


def stands_alone(
    because: str, *, opener: tuple[Happened, ...] = (), unborn: bool = False
) -> Link:
    """Declare that an episode may come out of nothing that is on the record."""
    return Link(stage=NOTHING, because=because, opener=opener, unborn=unborn)


def spaced(name: str) -> str:
    """Say a name of the vocabulary as words: `child in need`."""
    return name.replace("_", " ")


def words_of(event: Event | type[Event]) -> str:
    """Say an event as words: `contact received`."""
    return spaced(event.name)


def _guard(event: type[Event], name: str, words: object) -> Guard:
    asked = words if isinstance(words, tuple) else (words,)
    known = {one.name: one for one in fields(event)}
    if name not in known:
        raise BadLaw(
            f"{event.name} has no field {name!r}; it has {', '.join(sorted(known))}."
        )
    allowed: Any = known[name].metadata.get("words")
    strange = [w for w in asked if allowed and w is not None and w not in allowed]
    if strange:
        raise BadLaw(
            f"{event.name}: {name} is never {strange[0]!r}; "
            f"the vocabulary has {', '.join(allowed)}."
        )
    return Guard(name, asked)
