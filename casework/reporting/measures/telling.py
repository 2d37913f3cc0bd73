"""Small ways of counting that many measures share."""

from collections.abc import Callable, Iterable, Iterator

from casework.chronology import Happening
from casework.dates import is_moment
from casework.events import Event
from casework.reporting.evening import Story
from casework.reporting.measure import IN, OUT, Counted, Found

NOT_SAID = "the record does not say"


def each(happenings: Iterable[Happening]) -> Iterator[Found]:
    """Count each of some events."""
    return ((one.day, IN) for one in happenings)


def each_meeting(happenings: Iterable[Happening]) -> Iterator[Found]:
    """Count each meeting once, though it was about several children."""
    return ((one.day, Counted(key=one.event.meeting or "")) for one in happenings)


def share(
    happenings: Iterable[Happening], met: Callable[[Happening], bool | None]
) -> Iterator[Found]:
    """Count each of some events, and which of them are in the numerator.

    Those of which the record does not say (None) are left out.
    """
    return ((one.day, yes_or_no(met(one))) for one in happenings)


def yes_or_no(answer: bool | None) -> Counted:  # noqa: FBT001 - it is what is counted
    """Count what is in the numerator, what is not, and what is not known."""
    if answer is None:
        return Counted(left_out=NOT_SAID)
    return IN if answer else OUT


def by_word(happenings: Iterable[Happening], field: str) -> Iterator[Found]:
    """Count each of some events by a word that it says."""
    for one in happenings:
        word = getattr(one.event, field)
        said = Counted(part=spaced(word)) if word else Counted(left_out=NOT_SAID)
        yield one.day, said


def spaced(word: str) -> str:
    """Give a word of the vocabulary as a reader sees it."""
    return word.replace("_", " ")


def first(story: Iterable[Happening], *kinds: type[Event]) -> Happening | None:
    """Give the first event of some kinds."""
    return next((one for one in story if isinstance(one.event, kinds)), None)


def last(story: Story, *kinds: type[Event]) -> Happening | None:
    """Give the last event of some kinds."""
    return first(reversed(story), *kinds)


def surely_before(one: Happening, other: Happening) -> bool:
    """Say whether an event came before another, on one day by their hours."""
    if one.day != other.day:
        return one.day < other.day
    return is_moment(one.when) and is_moment(other.when) and one.when < other.when
