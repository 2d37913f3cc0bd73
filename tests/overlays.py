"""Writes overlays, for the tests of what they may say and of what they may change."""

from casework import Overlay
from casework.law.overlay import read_overlay

CITED = '{title = "Procedures", provision = "4.2", read = 2026-11-21}'

# The changes that a test starts from, whole; it says what differs.
CONFIRM = {
    "rule": '"england.conference.initial"',
    "authority": '"procedure"',
    "citation": CITED,
}
REPLACE = {
    "rule": '"england.binding"',
    "within": '"20 working days"',
    "then": '["6 months"]',
    "words": '"as the procedures say"',
    "authority": '"local"',
    "citation": CITED,
}
ADD = {
    "id": '"england.local.visit"',
    "title": '"Child visited"',
    "words": '"every 10 working days"',
    "within": '"10 working days"',
    "authority": '"local"',
    "role": '"social worker"',
    "starts": '[{event = "cin_plan_started"}]',
    "met_by": '[{event = "cin_visit_made"}]',
    "citation": CITED,
}
SWITCH = {"rule": '"england.binding"', "citation": CITED}


def text(kind: str, change: dict[str, str], **said: str | None) -> str:
    """Write one change as TOML; None leaves a key out."""
    keys = {**change, **said}
    lines = [f"{key} = {value}" for key, value in keys.items() if value is not None]
    return "\n".join([f"[[{kind}]]", *lines, ""])


def read(*changes: str, jurisdiction: str = "england") -> Overlay:
    """Read an overlay that makes these changes."""
    head = f'name = "A test"\njurisdiction = "{jurisdiction}"\n'
    return read_overlay(head + "".join(changes))
