"""The verbs of a story: one for each event, with its fields and its words."""

import inspect
import subprocess
import sys
import typing
from typing import Self

import attrs
import pytest

from casework import Story, england
from casework.dates import When
from casework.events import Event, kinds
from casework.scripting import Also, Verbs
from tests.source import ROOT

COMMON = {one.name for one in attrs.fields(Event)}
EVERY = tuple(kinds().values())


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
def test_every_event_is_a_verb_with_its_fields(kind: type[Event]) -> None:
    """The fields, the words that each may have, and what happened in a sentence."""
    verb = getattr(Verbs, kind.name)
    own = [one for one in attrs.fields(kind) if one.name not in COMMON]
    parameters = inspect.signature(verb).parameters
    assert ["self", *(one.name for one in own), "also"] == list(parameters)
    assert verb.__doc__ == (kind.__doc__ or "").strip().splitlines()[0]
    for field in own:
        if field.type != When | None and field.metadata.get("words"):
            said = parameters[field.name].annotation
            assert field.metadata["words"] == typing.get_args(typing.get_args(said)[0])


class Heard(Verbs):
    """Hears verbs, and records nothing."""

    said: tuple[object, ...] = ()

    def _record(self, event: type[Event], also: Also, /, **fields: object) -> Self:
        self.said = (event, also, fields)
        return self


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
def test_a_verb_hands_on_what_it_is_told(kind: type[Event]) -> None:
    """Its event, each field under its name, and what every event may say."""
    own = {one.name: object() for one in attrs.fields(kind) if one.name not in COMMON}
    heard = getattr(Heard(), kind.name)(**own, episode="e-1")
    assert (kind, {"episode": "e-1"}, own) == heard.said


def test_every_verb_may_say_what_every_event_may() -> None:
    """All but when it happened, which the clock of the story says."""
    assert COMMON - {"at"} == set(Also.__annotations__)


def test_a_story_has_no_name_that_an_event_needs() -> None:
    """A new event never hides what a story does, nor is hidden by it."""
    own = {name for name in vars(Story) if not name.startswith("__")}
    assert set() == own & kinds().keys()
    verbs = {name for name in dir(Verbs) if not name.startswith("_")}
    assert kinds().keys() == verbs


def test_a_verb_records_every_field_that_it_is_given() -> None:
    """Its own, and what every event may say."""
    story = Story(england, child="C-1", born="2015-02-03").on("2026-03-02")
    story.contact_received(
        source="school",
        episode="c-9",
        follows=None,
        id="x1",
        recorded="2026-03-02T17:00Z",
        by="w-1",
        code="A1",
        start_unknown=True,
        meeting="m-1",
    )
    [event] = story.journey.chronology.events
    told = attrs.asdict(event)
    assert "2026-03-02T17:00:00+00:00" == told.pop("recorded").isoformat()
    assert {
        "at": story.now,
        "source": "school",
        "episode": "c-9",
        "follows": None,
        "id": "x1",
        "by": "w-1",
        "code": "A1",
        "start_unknown": True,
        "meeting": "m-1",
    } == told


def test_the_verbs_are_fresh() -> None:
    """They are what the events say now: `python docs/verbs.py` writes them."""
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "verbs.py", "--check"],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (0, "") == (done.returncode, done.stdout), done.stderr
