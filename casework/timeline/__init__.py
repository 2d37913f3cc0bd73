"""A journey as a picture: lanes of stages, with events and deadlines in time.

>>> from casework import Journey, england
>>> from casework.events import ReferralReceived
>>> journey = Journey.open(england, child="C-0001", born="2015-02-03")
>>> journey = journey.record(ReferralReceived(at="2026-03-02", source="school"))
>>> print(as_text(timeline_of(journey, "2026-03-04")))
Child C-0001, England, as at the end of Wednesday 4 March 2026
<BLANKLINE>
2026-03-02  assessment  referral received                        now referred
2026-03-03  assessment  due: Response to a referral decided      overdue, 1 day late
----------  ----------  as at the end of Wednesday 4 March 2026
2026-05-07  assessment  due: Assessment concluded                open
"""

from casework.timeline.building import timeline_of
from casework.timeline.mermaid import as_mermaid
from casework.timeline.parts import DeadlineMark, EventMark, Lane, Span, Timeline
from casework.timeline.pictures import as_svg, stage_svg
from casework.timeline.text import as_text, table

__all__ = [
    "DeadlineMark",
    "EventMark",
    "Lane",
    "Span",
    "Timeline",
    "as_mermaid",
    "as_svg",
    "as_text",
    "stage_svg",
    "table",
    "timeline_of",
]
