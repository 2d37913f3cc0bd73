"""Worked cases that a policy officer can read, write and check by hand."""

from pathlib import Path
from typing import Any

import pytest

from casework.testing import BadCase, Case, load_cases

# The plugin of pytest takes these files, and each case in them, as tests.
FOLDER = Path(__file__).parent / "cases"

WHOLE: dict[str, Any] = {
    "name": "A referral decided late",
    "jurisdiction": "england",
    "as_at": "2025-06-30",
    "events": [
        {"event": "referral_received", "at": "2025-06-02", "episode": "a"},
        {"event": "referral_decided", "at": "2025-06-05", "episode": "a"},
    ],
    "expect": [{"rule": "england.referral.decision", "status": "met_late"}],
}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda it: it.stem)
def test_every_deadline_of_a_case_can_be_explained(path: Path) -> None:
    """What started it, when it is due and why, and what became of it."""
    for case in load_cases(path):
        for deadline in case.journey.deadlines(case.as_at, known_at=case.known_at):
            told = deadline.explain()
            assert told.steps[0].startswith("The clock started ")
            assert any(f"Status {deadline.status}" in step for step in told.steps)
            assert (deadline.due is not None) == ("Due " in told.text)
            head = f"{deadline.title} ({deadline.rule})\n  1. {told.steps[0]}\n  2. "
            assert told.text.startswith(head)


# The cases themselves must be able to fail.


def test_a_case_may_hold() -> None:
    """What is as expected has no fault."""
    assert [] == Case(**WHOLE).faults()


@pytest.mark.parametrize(
    ("expected", "fault"),
    [
        ({"status": "met"}, "status must be met, but is met_late"),
        ({"due": "none"}, "due must be none, but is 2025-06-03"),
        ({"days_late": True}, "days_late must be True, but is 2"),
        ({"absent": True}, "there must be no england.referral.decision"),
        ({"occurrence": 2, "status": "open"}, "there must be one deadline"),
    ],
)
def test_a_case_may_fail(expected: dict[str, Any], fault: str) -> None:
    """What is not as expected is said, with the row as it is."""
    row = {"rule": "england.referral.decision", **expected}
    (said,) = Case(**{**WHOLE, "expect": [row]}).faults()
    assert said.what.startswith(fault)


def test_a_case_may_forbid_other_deadlines() -> None:
    """With `only`, a deadline that is not named is a fault."""
    (said,) = Case(**WHOLE, only=True).faults()
    assert "there must be no other deadline" in said.what
    assert "england.assessment.conclude" in said.what


def test_a_finding_that_is_not_there_is_a_fault() -> None:
    """A case may expect findings, by their codes."""
    (said,) = Case(**WHOLE, findings=["link_inferred"]).faults()
    assert "there must be a finding link_inferred" in said.what


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"expect": []}, "expects nothing"),
        ({"expect": [{"rule": "england.referral.decision"}]}, "nothing is expected"),
        ({"expect": [{"status": "met"}]}, "names no rule"),
        ({"expect": [{"rule": "r", "late": 1}]}, "no deadline has late"),
        ({"expect": [{"rule": "r", "absent": False}]}, "say `absent = true`"),
        ({"expect": [{"rule": "r", "absent": True, "due": 1}]}, "and nothing else"),
        ({"expect": [{"rule": "england.r", "due": 1}]}, "there is no rule england.r"),
        ({"events": [{"event": "referal_received"}]}, "is not an event"),
        ({"events": [{"event": "child_seen", "day": 1}]}, "no field 'day'"),
        ({"jurisdiction": "guernsey"}, "guernsey"),
        ({"records": {"until": "2025-03-31"}}, "until"),
        ({"records": ["referral_recieved"]}, "records names referral_recieved"),
    ],
)
def test_a_case_that_cannot_be_looked_at_is_refused(
    changed: dict[str, Any], why: str
) -> None:
    """A slip of the pen in a case is an error, never a case that passes."""
    with pytest.raises(BadCase, match=why):
        Case(**{**WHOLE, **changed}).faults()


WRITTEN = 'about = "x"\n[[case]]\nname = "z"\njurisdiction = "jersey"\nevents = []\n'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "`about`"),
        ('about = "x"', r"\[\[case\]\]"),
        ('about = "x"\nnote = "y"\n[[case]]\nname = "z"', "note"),
        ('about = "x"\n[[case]]\nname = "z"\nas_of = 1', "as_of"),
        ('[[case]]\nname = "z"', "it has no about"),
        ('about = "x"\n[[case]]\nname = "z"', "must say jurisdiction, as_at, events"),
        (
            'about = "x"\n[[case]]\nas_at = 2025-01-01',
            "a case without a name: ",
        ),
        (f'{WRITTEN}as_at = "30 June"', r"'z': as_at = 30 June cannot be read; write"),
        (f"{WRITTEN}as_at = 2025-06-30T09:00:00", "a moment with its offset"),
        (
            f"{WRITTEN}as_at = 2025-06-30\nknown_at = 2025-06-01",
            "known_at = 2025",
        ),
        (f'{WRITTEN}as_at = 2025-06-30\nfindings = "x"', "findings must be a list of"),
        (f'{WRITTEN}as_at = 2025-06-30\nonly = "yes"', "only must be true or false"),
        (
            f"{WRITTEN}as_at = 2025-06-30\nexpect = [1]",
            "expect must be a list",
        ),
        ('about = "x"\n' + 2 * '[[case]]\nname = "z"\n', "two cases"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, text: str, why: str
) -> None:
    """A wrong key, a missing one and a name given twice are errors."""
    needed = 'jurisdiction="jersey"\nas_at=2025-01-01\nevents=[]\nfindings=["x"]\n'
    text = text.replace('name = "z"\n[', f'name = "z"\n{needed}[')
    path = tmp_path / "one.toml"
    path.write_text(text + (needed if text.count("[[") > 1 else ""))
    with pytest.raises(BadCase, match=why):
        load_cases(path)
