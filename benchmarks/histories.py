"""Histories that look like real ones: lawful, and as long as a benchmark asks.

A round is nine months of one child's life: a contact, its referral and assessment, an
enquiry, a conference with its protection plan, core groups, visits and reviews, and a
child in need plan until the case is closed. A long history is many rounds. Every
history ends with the same ten events, so that what is recorded next is the same too.
"""

from datetime import date, timedelta
from typing import Any, Final

from casework import Journey, events, jersey
from casework.events import Event
from casework.jurisdictions import Jurisdiction
from casework.states import STAGES

BORN: Final = date(2013, 4, 15)
BEGINS: Final = date(2013, 5, 1)
DAYS_IN_A_ROUND: Final = 270

# Each line: the day, the event, what its fields say; an opener says what it follows.
ROUND: Final = """
  0 ContactReceived source=school follows=
  0 ConsentRecorded consent=given
  0 ChecksStarted
  1 ChecksCompleted
  1 ContactDecided decision=referral rag=amber
  1 ReferralReceived follows=contact
  2 ReferralDecided decision=assessment
  3 CaseAllocated team=referral_and_assessment
  3 WorkerAllocated worker=w-17
  4 AssessmentStarted
  7 ChildSeen seen=alone
 12 ConcernRaised source=school follows=assessment
 13 StrategyDiscussionHeld outcome=enquiry
 13 InterimSafetyPlanMade
 14 EnquiryStarted kind=joint
 21 EnquiryConcluded outcome=conference
 22 ConferencePlanned follows=article_42
 29 AssessmentCompleted outcome=enquiry
 31 ConferenceHeld kind=initial decision=plan category=neglect
 36 ProtectionVisitMade seen=alone
 38 CoreGroupMet
 46 ProtectionVisitMade seen=alone
 56 ProtectionVisitMade seen=with_others
 66 CoreGroupMet
 70 CaseTransferred team=long_term
 75 SupervisionHeld
 76 ProtectionVisitMade seen=alone
 86 ProtectionVisitMade seen=alone
 94 CoreGroupMet
105 ReviewConferenceHeld decision=continue
112 ProtectionVisitMade seen=not_seen
122 ProtectionVisitMade seen=alone
130 CoreGroupMet
140 RagRated rag=amber
155 ReviewConferenceHeld decision=end
156 CinPlanStarted follows=conference
166 CinVisitMade seen=alone
176 CinVisitMade seen=alone
186 SupervisionHeld
196 CinVisitMade seen=alone
206 CinReviewHeld
216 CinVisitMade seen=alone
230 CinPlanEnded outcome=needs_met
231 WorkerUnallocated worker=w-17
240 ReferralClosed reason=RC8
"""
END: Final = """
  0 ContactReceived source=health follows=
  1 ContactDecided decision=referral rag=amber
  1 ReferralReceived follows=contact
  2 ReferralDecided decision=assessment
  3 CaseAllocated team=referral_and_assessment
  4 AssessmentStarted
  7 ChildSeen seen=alone
 29 AssessmentCompleted outcome=child_in_need
 30 CinPlanStarted follows=assessment
 40 CinVisitMade seen=alone
"""
NEXT: Final = """
 50 CinVisitMade seen=alone
 52 CaseTransferred team=long_term
 53 SupervisionHeld
 60 ConcernRaised source=police follows=assessment
 61 StrategyDiscussionHeld outcome=enquiry
 62 EnquiryStarted kind=joint
 70 EnquiryConcluded outcome=conference
 75 ConferenceHeld kind=initial decision=plan category=physical follows=article_42
 80 CoreGroupMet
 85 ProtectionVisitMade seen=alone
 90 CinReviewHeld
160 ReviewConferenceHeld decision=continue
"""


LENGTHS: Final = (10, 100, 1_000)


def history(length: int, jurisdiction: Jurisdiction = jersey) -> Journey:
    """Give the journey of a child with so many events: the last ten, and whole rounds.

    Raises
    ------
    ValueError
        When there is no such number of rounds.
    """
    rounds, over = divmod(length - len(_lines(END)), len(_lines(ROUND)))
    if over or rounds < 0:
        message = f"{length} events are not the last ten and whole rounds before them"
        raise ValueError(message)
    journey = Journey.open(jurisdiction, child="C-0001", born=BORN)
    for number in range(rounds):
        journey = journey.record(*told(ROUND, number))
    return journey.record(*told(END, rounds))


def what_comes_next(length: int) -> tuple[Event, ...]:
    """Give what is recorded after a history of so many events."""
    return told(NEXT, (length - len(_lines(END))) // len(_lines(ROUND)))


def told(story: str, number: int) -> tuple[Event, ...]:
    """Give the events of a story as they happen in a round of this number."""
    return tuple(
        _event(*line.split(maxsplit=2), number=number) for line in _lines(story)
    )


def _lines(story: str) -> list[str]:
    return story.strip().splitlines()


def _event(day: str, name: str, said: str = "", *, number: int) -> Event:
    kind: type[Event] = getattr(events, name)
    at = BEGINS + timedelta(days=DAYS_IN_A_ROUND * number + int(day))
    fields: dict[str, Any] = dict(one.split("=") for one in said.split())
    if kind.stage_name in STAGES:
        fields["episode"] = f"{kind.stage_name}-{number}"
    parent = fields.get("follows")
    if parent is not None:
        fields["follows"] = f"{parent}-{number}" if parent else None
    return kind(at=at, **fields)
