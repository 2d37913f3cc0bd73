"""Scripting a case: one child's story in a few lines, with what is expected of it.

>>> from casework import jersey
>>> story = Story(jersey, child="C-0001", born="2010-05-14")
>>> story.at("2026-11-23T09:40").contact_received(source="school")
Story(jersey, 'C-0001', 1 event, 09:40 on Monday 23 November 2026)
>>> story.expect.due("contact.decision", "2026-11-24T09:40")
"""

from casework.periods import days, hours, months, weeks, working_days
from casework.scripting.clock import Clock
from casework.scripting.expecting import Expect
from casework.scripting.story import Story
from casework.scripting.telling import NotAsExpected, StoryError
from casework.scripting.verb import Also
from casework.scripting.verbs import Verbs

__all__ = [
    "Also",
    "Clock",
    "Expect",
    "NotAsExpected",
    "Story",
    "StoryError",
    "Verbs",
    "days",
    "hours",
    "months",
    "weeks",
    "working_days",
]
