"""What the stages say, in words, when something does not fit."""

from casework.events import Event
from casework.findings import Finding, Severity
from casework.states.links import spaced, words_of
from casework.states.moves import NOT_OPEN
from casework.states.position import Episode


def warning(event: Event, code: str, what: str, expected: str) -> Finding:
    """Say what does not fit about an event, and what would."""
    return Finding(
        code=code,
        severity=Severity.WARNING,
        what=what,
        expected=expected,
        event=event.id,
    )


def not_allowed(event: Event, episode: Episode, sources: tuple[str, ...]) -> Finding:
    """Say that an event does not happen in the state of its episode."""
    before = tuple(state for state in sources if state != NOT_OPEN)
    return warning(
        event,
        "not_allowed",
        f"{words_of(event)} where {named(episode)} is {episode.state!r}",
        f"it in state {_either(before)}" if before else "it in an episode of its own",
    )


def episode_not_open(event: Event, openers: tuple[str, ...]) -> Finding:
    """Say that an event belongs to an episode that nothing opened."""
    return warning(
        event,
        "episode_not_open",
        f"{words_of(event)}, but nothing opened {event.episode}",
        f"{_either(tuple(map(spaced, openers)))} first",
    )


def no_episode(event: Event) -> Finding:
    """Say that an event does not name its episode."""
    return warning(
        event,
        "no_episode",
        f"{words_of(event)} without the episode it belongs to",
        f"the id of an episode of {spaced(event.stage_name)}",
    )


def two_stages(event: Event, episode: Episode) -> Finding:
    """Say that one id is used for episodes of two stages."""
    return warning(
        event,
        "episode_of_two_stages",
        f"{words_of(event)} in {named(episode)}",
        f"an episode of {spaced(event.stage_name)}, with an id of its own",
    )


def after_the_end(event: Event, ended: Event) -> Finding:
    """Say that an event comes after the child's death or the pregnancy's end."""
    return warning(
        event,
        "after_the_end",
        f"{words_of(event)} after {words_of(ended)}",
        "only corrections and withdrawals from then on",
    )


def already_born(event: Event) -> Finding:
    """Say that an event is only for a child who is not yet born."""
    return warning(
        event,
        "not_allowed",
        f"{words_of(event)} for a child who was born before",
        "an unborn child",
    )


def nothing_open(event: Event) -> Finding:
    """Say that there is nothing to oversee."""
    return warning(
        event,
        "nothing_open",
        f"{words_of(event)} while nothing is open",
        "an open episode of some stage",
    )


def second(event: Event, code: str, rival: Episode, because: str) -> Finding:
    """Say that an episode stands where only one may."""
    return warning(
        event,
        code,
        f"{words_of(event)} while {named(rival)} is {rival.state!r}",
        f"that one to end first: {because}",
    )


def link_inferred(event: Event, parent: Episode) -> Finding:
    """Say that an episode was taken to come out of the only one that it could."""
    return Finding(
        code="link_inferred",
        severity=Severity.NOTE,
        what=f"{words_of(event)} is taken to follow {named(parent)}",
        expected="`follows`: the only candidate was inferred",
        event=event.id,
    )


def link_unknown(event: Event) -> Finding:
    """Say that an episode follows one that is not on the record."""
    return warning(
        event,
        "link_unknown",
        f"{words_of(event)} follows {event.follows}, which is not on the record",
        "the id of an episode that opened before, or null",
    )


def link_not_allowed(
    event: Event, parent: Episode, expected: tuple[str, ...]
) -> Finding:
    """Say that an episode cannot come out of the one that it is said to follow."""
    return warning(
        event,
        "link_not_allowed",
        f"{words_of(event)} follows {named(parent)}, which is {parent.state!r}",
        _either(expected),
    )


def named(episode: Episode) -> str:
    """Name an episode: `contact-1 (contact)`."""
    return f"{episode.id} ({spaced(episode.stage)})"


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(dict.fromkeys(words)) or "nothing"
