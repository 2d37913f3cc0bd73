"""The front door: a contact is received, looked into and decided, in hours."""

from datetime import datetime, timedelta

from casework.events import (
    ChecksCompleted,
    ChecksStarted,
    ConsentRecorded,
    ContactDecided,
    ContactReceived,
)
from casework.simulation.life import Life
from casework.simulation.pathway.referral import helped, referral
from casework.simulation.service import Process


def contact(life: Life, at: datetime, source: str) -> Process:
    """Receive a contact, decide it, and begin what was decided on."""
    door, office = life.scenario.front_door, life.world.office
    yield from life.waits_until(office.time(at))
    episode = life.new("contact")
    life.note(ContactReceived, episode, at=at, source=source, follows=None)
    decided = life.later(at, door.hours_to_decide, "hours to decide")
    yield from life.waits_until(office.time(decided))
    consent = life.choice(door.consent, "consent")
    decision = _decision(life, consent)
    _look_into(life, episode, (at, decided), consent, decision)
    rag = life.choice(door.rag, "rag")
    life.note(ContactDecided, episode, at=decided, decision=decision, rag=rag)
    _begin(life, episode, decision, source)


def _decision(life: Life, consent: str) -> str:
    """Decide a contact; early help that the family refuses becomes advice."""
    decision = life.choice(life.scenario.front_door.decision, "contact decision")
    if life.case is not None:
        return "passed_to_allocated_worker"
    given_up = (
        (decision == "referral" and life.is_adult)
        or (decision == "early_help" and consent == "refused")
        or (decision == "early_help" and life.has_early_help)
    )
    return "advice" if given_up else decision


def _look_into(
    life: Life,
    episode: str,
    times: tuple[datetime, datetime],
    consent: str,
    decision: str,
) -> None:
    received, decided = times
    quarter = timedelta(minutes=(decided - received).total_seconds() // 240)
    life.note(ConsentRecorded, episode, at=received + quarter, consent=consent)
    if decision == "referral":
        life.note(ChecksStarted, episode, at=received + 2 * quarter)
        life.note(ChecksCompleted, episode, at=received + 3 * quarter)


def _begin(life: Life, episode: str, decision: str, source: str) -> None:
    if decision == "referral":
        life.env.process(referral(life, source, follows=episode))
    elif decision == "early_help":
        life.env.process(helped(life, follows=episode))
    elif life.case is not None and life.happens(
        life.scenario.front_door.concerns, "concern in a contact"
    ):
        life.case.suspect()
