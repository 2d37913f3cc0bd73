"""A child's journey as a Mermaid diagram: which episode came out of which."""

from collections.abc import Iterable, Iterator

from casework.dates import When, iso
from casework.journey import Journey
from casework.jurisdictions import Jurisdiction
from casework.states.walk import Episode
from casework.words import stage_words


def draw_journey(journey: Journey, as_at: When | str) -> str:
    """Draw a child's episodes, each with its state, and what each came out of.

    Examples
    --------
    >>> from casework import Journey, england
    >>> from casework.events import ReferralReceived
    >>> journey = Journey.open(england, child="C-1").record(
    ...     ReferralReceived(at="2026-03-02"))
    >>> print(draw_journey(journey, "2026-03-04"))
    flowchart LR
        n1["assessment-1<br>assessment: referred<br>from 2026-03-02"]
    """
    episodes = journey.episodes(as_at)
    names = {one.id: f"n{place}" for place, one in enumerate(episodes, start=1)}
    place = journey.jurisdiction
    nodes = (f'{names[one.id]}["{_label(one, place)}"]' for one in episodes)
    lines = (*nodes, *_links(episodes, names))
    return "\n".join(("flowchart LR", *(f"    {line}" for line in lines)))


def _links(episodes: Iterable[Episode], names: dict[str, str]) -> Iterator[str]:
    for one in episodes:
        if one.follows in names:
            yield f"{names[one.follows]} --> {names[one.id]}"


def _label(episode: Episode, place: Jurisdiction) -> str:
    stage = stage_words(episode.stage, place.name, episode.opened)
    days = f"from {iso(episode.opened)}"
    if episode.ended:
        days += f" to {iso(episode.ended[0])}"
    said = (episode.id, f"{stage}: {episode.state}", days)
    return "<br>".join(_quoted(one) for one in said)


def _quoted(text: str) -> str:
    # In Mermaid, text in quotes takes HTML's entities with # for &.
    return "".join(c if c.isalnum() or c in " -_.:+" else f"#{ord(c)};" for c in text)
