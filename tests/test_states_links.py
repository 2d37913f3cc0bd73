"""What comes out of what, against a page written by hand: every pair is tried."""

import re
from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations, product

import attrs
import pytest

from casework.events import Event, kinds
from casework.states import STAGES
from casework.states.moves import NOT_OPEN
from casework.states.position import Position
from casework.states.walk import possible, settle, start, step
from tests.stage_tables import FOLDER, Named, named, tables_in, variants_of

ZONE = "Europe/Jersey"
FIRST = date(2026, 3, 2)
BORN, UNBORN = date(2012, 5, 4), date(2026, 12, 24)

OPENERS, WHILE_OPEN, AFTER, AFTER_AND_OPEN, ALONE, ONE_AT_A_TIME = tables_in("links.md")
GROUPS: dict[str, list[Named]] = {
    row["name"]: [named(one) for one in row["events"].split(", ")] for row in OPENERS
}
ANYTHING = re.search(
    r"of any stage:\s(.+?);\sand\sof", (FOLDER / "links.md").read_text(), re.DOTALL
)
assert ANYTHING
ANYTHING_OPEN = frozenset(re.split(r";\s", ANYTHING[1]))
AFTERS = [(named(row["after"]), row["what may come out of it"]) for row in AFTER]
MOST = 2
REFUSED = named("consent_recorded (consent: refused)")


@attrs.frozen
class Past:
    """A shortest way in which an episode may have come to stand as it does.

    Parameters
    ----------
    stage, state
        Of what, and where it stands.
    events
        What happened.
    said
        The rows of the page that speak of it.
    refused
        Whether the last word on consent was a refusal.
    declared
        What the declared links look at, and see in it.
    """

    stage: str
    state: str
    events: tuple[Event, ...]
    said: frozenset[int] = frozenset()
    refused: bool = False
    declared: frozenset[object] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether the episode is not over."""
        return self.state not in STAGES[self.stage].final

    def leads_to(self, *, unborn: bool) -> set[str]:
        """Say what may come out of it, as the page has it."""
        found = {one for row in self.said for one in AFTERS[row][1].split("; ")}
        if self.refused:
            found -= {"early help"}
        if self.is_open:
            [row] = (row for row in WHILE_OPEN if row["stage"] == self.stage)
            found |= set(row["while it is open, what may come out of it"].split("; "))
            for row in AFTER_AND_OPEN:
                if any(named(row["after"]).is_meant(event) for event in self.events):
                    found |= set(row["what may come out of it"].split("; "))
        if "anything open" in found:
            found |= ANYTHING_OPEN | ({"conference"} if unborn else set())
        return found - {"anything open", "-"}

    def and_then(self, event: Event, state: str) -> "Past":
        """Give the episode after another event."""
        rows = (row for row, (after, _) in enumerate(AFTERS) if after.is_meant(event))
        consent = event.name == REFUSED.event
        return attrs.evolve(
            self,
            state=state,
            events=(*self.events, event),
            said=self.said.union(rows),
            refused=REFUSED.is_meant(event) if consent else self.refused,
            declared=self.declared.union(_looked_at(event)),
        )


def _looked_at(event: Event) -> Iterator[tuple[str, bool]]:
    """Give what a link that looks at such an event sees in this one."""
    for stage in STAGES.values():
        for link in stage.links:
            asked = (link.after, link.unless)
            for one in asked:
                if one is not None and one.fits(event):
                    yield str(one), one.says(event)


@cache
def pasts_of(stage: str) -> tuple[Past, ...]:
    """Give an episode of a stage in every state, with all that the page speaks of."""
    found: dict[object, Past] = {}
    waiting = deque([Past(stage, NOT_OPEN, ())])
    while waiting:
        past = waiting.popleft()
        for event in variants_of(stage):
            state = STAGES[stage].next(past.state, event)
            if state is not None:
                further = past.and_then(event, state)
                key = attrs.evolve(further, events=())
                # A link looks for one thing; who asks for two has one and another.
                if key not in found and len(further.declared) <= MOST:
                    found[key] = further
                    waiting.append(further)
    return tuple(found.values())


def stood(pasts: tuple[Past, ...], born: date | None) -> Position:
    """Give a journey in which these episodes stand, on the day after the last event."""
    position, day = start(), FIRST
    for number, past in enumerate(pasts):
        for event in past.events:
            whole = attrs.evolve(event, at=day, episode=f"{past.stage}-{number}")
            position, _ = step(position, _alone(whole), zone=ZONE, born=born)
            day += timedelta(days=1)
    return settle(position, zone=ZONE, born=born)[0]


def _alone(event: Event) -> Event:
    return attrs.evolve(event, follows=None) if event.opens else event


def openers() -> Iterator[tuple[str, Event]]:
    """Every event that opens an episode, with what the links look at; and its name."""
    for stage in STAGES:
        for event in variants_of(stage):
            names = [name for name, group in GROUPS.items() if _any(group, event)]
            if event.opens and _plain(event):
                assert 1 == len(names), event
                yield names[0], event
            elif not event.opens:
                assert not names, event


def _any(group: list[Named], event: Event) -> bool:
    return any(one.is_meant(event) for one in group)


def _plain(event: Event) -> bool:
    """Say whether an event says nothing, but what kind of conference was held."""
    blank = attrs.evolve(event, kind=None) if event.name == "conference_held" else event
    return blank == kinds()[event.name](at=event.at)


EVERY_OPENER = list(openers())


def judged(position: Position, event: Event, born: date) -> set[str]:
    """Open an episode on the next day, and give the findings on it."""
    day = (position.day or FIRST) + timedelta(days=1)
    opened = attrs.evolve(event, at=day, episode="new")
    position, verdict = step(position, opened, zone=ZONE, born=born)
    last = settle(position, zone=ZONE, born=born)[1]
    final = next((one for one in last if one.number == verdict.number), verdict)
    return {finding.code for finding in final.findings}


@pytest.mark.parametrize("born", [BORN, UNBORN], ids=["born", "unborn"])
@pytest.mark.parametrize("stage", STAGES)
def test_an_episode_comes_out_of_what_the_page_says_and_of_nothing_else(
    stage: str, born: date
) -> None:
    """Every opener is tried on every episode of a stage, whatever happened in it."""
    wrong = []
    for past in pasts_of(stage):
        position, leads = stood((past,), born), past.leads_to(unborn=born is UNBORN)
        for name, event in EVERY_OPENER:
            follows = attrs.evolve(event, follows=f"{stage}-0")
            broken = "link_not_allowed" in judged(position, follows, born)
            if broken == (name in leads):
                wrong.append((past.state, [e.name for e in past.events], name))
    assert [] == wrong


def waits_for(row: dict[str, str], pasts: tuple[Past, ...], *, unborn: bool) -> bool:
    """Say whether the page lets an episode open beside others, out of none of them."""
    column = "with nothing on record"
    if unborn:
        column = "before birth"
    elif any(past.is_open for past in pasts):
        column = "while anything is open"
    out_of_one = any(row["what"] in one.leads_to(unborn=unborn) for one in pasts)
    return row[column] == "yes" or out_of_one


def stands_in_the_way(pasts: tuple[Past, ...], event: Event) -> bool:
    """Say whether the page has one of these episodes in the way of an opener."""
    standing = {f"{past.stage}: {past.state}" for past in pasts}
    return any(
        row["then"] == "refused" and row["beside"] in standing
        for row in ONE_AT_A_TIME
        if named(row["opened"]).is_meant(event)
    )


def plainest(stage: str) -> list[Past]:
    """Give one episode for each state of a stage, by the shortest way."""
    pasts = sorted(pasts_of(stage), key=lambda past: len(past.events))
    return list({past.state: past for past in reversed(pasts)}.values())


EVERY_PAST = [past for stage in STAGES for past in plainest(stage)]


def wrong_beside(pasts: tuple[Past, ...], born: date | None) -> Iterator[object]:
    """Give each opener of which the page and the journey do not say the same."""
    position = stood(pasts, born)
    told = possible(position, zone=ZONE, born=born)
    allowed = {one.event: one.allowed for one in told if one.episode is None}
    rows = {row["what"]: row for row in ALONE}
    for name, event in EVERY_OPENER:
        # What may happen next is said of events that say nothing.
        if event.name in allowed and event == kinds()[event.name](at=event.at):
            expected = waits_for(rows[name], pasts, unborn=born is not BORN)
            if stands_in_the_way(pasts, event):
                expected = False
            if allowed[event.name] != expected:
                yield pasts, event.name


@pytest.mark.parametrize("born", [BORN, None], ids=["born", "unborn"])
def test_what_may_open_first_is_what_the_page_says(born: date | None) -> None:
    """With nothing on record only what stands alone may open."""
    assert [] == list(wrong_beside((), born))


@pytest.mark.parametrize("born", [BORN, UNBORN], ids=["born", "unborn"])
def test_what_may_open_beside_each_episode_is_what_the_page_says(born: date) -> None:
    """Every opener is tried beside an episode in every state of every stage."""
    tried = ((past,) for past in EVERY_PAST)
    assert [] == [wrong for pasts in tried for wrong in wrong_beside(pasts, born)]


@pytest.mark.slow
def test_what_may_open_beside_any_two_is_what_the_page_says() -> None:
    """Every opener is tried beside every two episodes, in every two states."""
    tried = combinations(EVERY_PAST, 2)
    assert [] == [wrong for pasts in tried for wrong in wrong_beside(pasts, BORN)]


BESIDE = {"refused": {"already_open"}, "told": {"referral_while_open"}}


def beside(past: Past, event: Event) -> str:
    """Say what the page has for an opener beside an episode of its own stage."""
    standing = {f"{past.stage}: {past.state}"}
    if past.is_open:
        standing.add(f"{past.stage}: open")
    rows = (row for row in ONE_AT_A_TIME if row["beside"] in standing)
    return next((r["then"] for r in rows if named(r["opened"]).is_meant(event)), "")


@pytest.mark.parametrize("stage", STAGES)
def test_how_many_stand_at_once_is_what_the_page_says(stage: str) -> None:
    """Every opener of a stage is tried beside an episode in every state of it."""
    pasts = [one for one in pasts_of(stage) if one.state != NOT_OPEN]
    events = [one for one in variants_of(stage) if one.opens]
    for past, event in product(pasts, events):
        then, position = beside(past, event), stood((past,), BORN)
        found = judged(position, attrs.evolve(event, follows=None), BORN)
        counted = {"already_open", "referral_while_open"}
        assert BESIDE.get(then, set()) == found & counted, (past, event)


def test_every_row_of_one_at_a_time_is_tried() -> None:
    """No row speaks of a state or an event that cannot be."""
    met = {
        (row["opened"], row["beside"])
        for row in ONE_AT_A_TIME
        for past in EVERY_PAST
        for event in variants_of(past.stage)
        if named(row["opened"]).is_meant(event) and beside(past, event) == row["then"]
    }
    assert len(met) == len(ONE_AT_A_TIME)


def test_who_goes_missing_again_was_back() -> None:
    """The new absence takes the place of the one that is over."""
    [past] = (one for one in EVERY_PAST if one.state == "returned")
    position, event = stood((past,), BORN), kinds()["went_missing"]
    day = FIRST + timedelta(days=9)
    again = event(at=day, episode="new", follows=None)
    position, _ = step(position, again, zone=ZONE, born=BORN)
    position, _ = settle(position, zone=ZONE, born=BORN)
    assert "closed" == position.episodes["missing-0"].state
