"""The commands that look closer: explain, journey, check, rules and draw."""

from pathlib import Path

import pytest

from tests.commands import CENSUS, Shell, child, referral, write

ADOPTED = "England's number; not known to apply in Jersey"
CHECK_KEYS = [
    "child",
    "jurisdiction",
    "code",
    "severity",
    "event",
    "what",
    "expected",
    "file",
    "line",
]


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Run commands here."""
    return Shell(capsys)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write a child with two referrals, an odd event and a withdrawal to a file."""
    second = referral("2026-04-01", episode="assessment-2", id="r2")
    closed = {
        "id": "r3",
        "event": "referral_closed",
        "at": "2026-03-20",
        "episode": "assessment-1",
    }
    early = {"event": "core_group_met", "at": "2026-04-02", "episode": "c-1", "id": "x"}
    odd = {"event": "referral_recieved", "at": "2026-04-03", "id": "odd"}
    mistake = {"event": "supervision_held", "at": "2026-04-02", "id": "s1"}
    back = {"event": "withdrawn", "at": "2026-04-03", "of": "s1", "id": "w1"}
    events = (referral(id="r1"), closed, second, early, odd, mistake, back)
    return write(tmp_path / "one.jsonl", child("C-1", *events), child("C-2"))


def _explain(file: Path, *more: object) -> tuple[object, ...]:
    asked = ("--rule", "jersey.referral.decision", "--as-at", "2026-04-10")
    return ("explain", file, "--child", "C-1", *asked, *more)


# Explain


def test_one_deadline_is_explained_in_words(shell: Shell, file: Path) -> None:
    """The sum, the source and the basis, in lines that fit a screen."""
    ran = shell.run(*_explain(file, "--episode", "assessment-2"))
    assert 0 == ran.code
    text = " ".join(ran.out.split())
    assert "The clock started on Wednesday 1 April 2026" in text
    assert "Due on Thursday 2 April 2026" in text
    assert ADOPTED in text
    words = [line for line in ran.out.splitlines() if "http" not in line]
    assert 80 >= max(map(len, words))


def test_one_deadline_is_explained_as_json(shell: Shell, file: Path) -> None:
    """With exactly the keys of the contract."""
    asked = _explain(file, "--episode", "assessment-2", "--format", "json")
    told = shell.run(*asked).told
    assert ["deadline", "steps", "left_out", "receipt"] == list(told)
    assert "2026-04-02" == told["deadline"]["due"]


def test_days_left_out_are_named(shell: Shell, file: Path) -> None:
    """Good Friday and Easter Monday 2026 move the end of the assessment."""
    asked = ("explain", file, "--child", "C-1", "--rule", "assessment.conclude")
    choice = ("--episode", "assessment-2", "--as-at", "2026-04-10", "--format", "json")
    left_out = shell.run(*asked, *choice).told["left_out"]
    assert {"Good Friday", "Easter Monday"} <= {one["why"] for one in left_out}


@pytest.mark.parametrize("rule", ["core_group.first", "jersey.core_group.first"])
def test_a_deadline_that_is_not_there(shell: Shell, file: Path, rule: str) -> None:
    """Its rule is named in full, once, however it was asked for."""
    asked = ("--rule", rule, "--as-at", "2026-04-10")
    ran = shell.run("explain", file, "--child", "C-1", *asked)
    assert 2 == ran.code
    assert "no deadline jersey.core_group.first on that day" in ran.err


def test_several_deadlines_without_a_choice(shell: Shell, file: Path) -> None:
    """All that match are listed, and the command leaves with 2."""
    ran = shell.run(*_explain(file))
    assert (2, "") == (ran.code, ran.out)
    assert "assessment-1" in ran.err
    assert "assessment-2" in ran.err


def test_a_child_that_stands_twice(shell: Shell, tmp_path: Path) -> None:
    """Both places are named."""
    file = write(tmp_path / "twice.jsonl", child("C-1"), child("C-1", referral()))
    ran = shell.run(*_explain(file))
    assert 2 == ran.code
    assert "line 1, line 2" in ran.err


# Journey


def test_a_journey_as_json(shell: Shell, file: Path) -> None:
    """Events as in the file, each judged; stages, deadlines, findings."""
    asked = ("journey", file, "--child", "C-1", "--as-at", "2026-04-10")
    told = shell.run(*asked, "--format", "json").told
    assert ["child", "events", "stages", "deadlines", "findings"] == list(told)
    assert {"id": "C-1", "born": "2015-02-03"} == told["child"]
    assert {
        "r1": True,
        "r3": True,
        "r2": True,
        "x": False,
        "odd": False,
        "s1": None,
        "w1": None,
    } == {event["id"]: event["allowed"] for event in told["events"]}
    assert {
        "episode": "assessment-1",
        "stage": "assessment",
        "state": "closed",
        "follows": None,
        "opened": "2026-03-02",
        "closed": "2026-03-20",
    } == told["stages"][0]
    assert "jersey.referral.decision" in {row["rule"] for row in told["deadlines"]}
    assert {tuple(CHECK_KEYS)} == {tuple(row) for row in told["findings"]}
    assert "event_not_read" in {row["code"] for row in told["findings"]}


def test_a_journey_as_tables(shell: Shell, file: Path) -> None:
    """What is not allowed is marked, adopted numbers say so, and lines fit."""
    ran = shell.run("journey", file, "--child", "C-1", "--as-at", "2026-04-10")
    lines = ran.out.splitlines()
    assert {"Events", "Stages", "Deadlines", "Findings"} <= set(lines)
    assert "not allowed" in next(line for line in lines if "core_group_met" in line)
    assert any(ADOPTED in line for line in lines)
    assert 80 >= max(map(len, lines))


@pytest.mark.parametrize(
    ("place", "day", "words"),
    [
        ("jersey", "2019-03-04", "MASH enquiry: received"),
        ("jersey", "2026-03-04", "request for support: received"),
        ("england", "2026-03-04", "contact: received"),
    ],
)
def test_stages_are_called_as_the_place_calls_them(
    shell: Shell, tmp_path: Path, place: str, day: str, words: str
) -> None:
    """In the words of their day, in tables and drawings."""
    contact = {"event": "contact_received", "at": day, "episode": "c-1"}
    file = write(tmp_path / "one.jsonl", child("C-1", contact, jurisdiction=place))
    asked = (file, "--child", "C-1", "--as-at", "2026-04-10")
    assert words.partition(":")[0] in shell.run("journey", *asked).out
    assert words in shell.run("draw", *asked).out


def test_a_journey_as_it_was_known(shell: Shell, file: Path) -> None:
    """What was written down later is not in it."""
    asked = ("journey", file, "--child", "C-1", "--as-at", "2026-04-10")
    known = ("--known-at", "2026-03-10T12:00Z", "--format", "json")
    told = shell.run(*asked, *known).told
    assert ["r1", "odd"] == [event["id"] for event in told["events"]]


def test_what_comes_after_the_day_is_listed_and_marked(
    shell: Shell, file: Path
) -> None:
    """It is on the record, and counts for nothing as at that day."""
    asked = ("journey", file, "--child", "C-1", "--as-at", "2026-03-20")
    events = shell.run(*asked, "--format", "json").told["events"]
    # What cannot be read, was taken back or is a withdrawal has no day of its own.
    marks = {event["id"]: (event["allowed"], event["later"]) for event in events}
    assert {
        "r1": (True, False),
        "r3": (True, False),
        "r2": (None, True),
        "x": (None, True),
        "odd": (False, False),
        "s1": (None, False),
        "w1": (None, False),
    } == marks
    table = shell.run(*asked).out
    assert 2 == sum(line.endswith(" later") for line in table.splitlines())


def test_what_was_corrected_to_a_later_day_is_later(
    shell: Shell, tmp_path: Path
) -> None:
    """It goes by the day on which it is now known to have happened."""
    with_ = {"event": "referral_received", "at": "2026-03-09", "follows": None}
    right = {"event": "corrected", "at": "2026-03-10", "of": "r1", "with": with_}
    line = child("C-1", referral(id="r1"), referral("2026-03-03", id="r1"), right)
    file = write(tmp_path / "one.jsonl", line)
    for day, later in (("2026-03-08", True), ("2026-03-09", False)):
        asked = ("journey", file, "--child", "C-1", "--as-at", day)
        first, *_ = shell.run(*asked, "--format", "json").told["events"]
        assert later is first["later"]


def test_two_events_of_one_id_are_judged_apart(shell: Shell, tmp_path: Path) -> None:
    """What is said of the one is not said of the other."""
    early = {"event": "core_group_met", "at": "2026-03-03", "episode": "c-1", "id": "x"}
    file = write(tmp_path / "one.jsonl", child("C-1", referral(id="x"), early))
    asked = ("--child", "C-1", "--as-at", "2026-04-10", "--format", "json")
    events = shell.run("journey", file, *asked).told["events"]
    assert [True, False] == [event["allowed"] for event in events]
    early = ("--child", "C-1", "--as-at", "2026-03-02", "--format", "json")
    events = shell.run("journey", file, *early).told["events"]
    assert [(True, False), (None, True)] == [
        (event["allowed"], event["later"]) for event in events
    ]


def test_an_assumed_event_is_marked(shell: Shell, tmp_path: Path) -> None:
    """What a source cannot show is taken as done, and said to be."""
    done = {"event": "assessment_completed", "at": "2026-04-02"}
    events = referral(), {**done, "episode": "assessment-1"}
    records = ["referral_received", "assessment_completed"]
    file = write(tmp_path / "some.jsonl", child("C-1", *events, records=records))
    asked = ("journey", file, "--child", "C-1", "--as-at", "2026-04-10")
    told = shell.run(*asked, "--format", "json").told
    assert any(event["assumed"] for event in told["events"])
    assert "assumed" in shell.run(*asked).out


# Check


def test_findings_of_a_file_as_json(shell: Shell, file: Path) -> None:
    """One array with exactly the keys of the contract; an error leaves with 1."""
    ran = shell.run("check", file, "--as-at", "2026-04-10", "--format", "json")
    assert 1 == ran.code
    assert {tuple(CHECK_KEYS)} == {tuple(row) for row in ran.rows}
    (odd,) = (row for row in ran.rows if row["event"] == "odd")
    assert {
        "child": "C-1",
        "jurisdiction": "jersey",
        "code": "event_not_read",
        "severity": "error",
        "file": str(file),
        "line": 1,
    }.items() <= odd.items()


def test_findings_without_an_error_leave_with_0(shell: Shell) -> None:
    """A census with things that do not fit is read whole."""
    fake = CENSUS.with_name("fake_CIN_data.xml")
    ran = shell.run("check", fake, "--as-at", "2025-03-31", "--format", "json")
    severities = {row["severity"] for row in ran.rows}
    assert (0, True) == (ran.code, "warning" in severities)


def test_an_unread_line_is_a_finding(shell: Shell, tmp_path: Path) -> None:
    """It is listed with its file and line, and has no child."""
    file = write(tmp_path / "half.jsonl", '{"format"')
    ran = shell.run("check", file, "--as-at", "2026-04-10", "--format", "json")
    (row,) = ran.rows
    assert (1, "not_read", "error", None, 1) == (
        ran.code,
        row["code"],
        row["severity"],
        row["child"],
        row["line"],
    )


def test_a_child_that_stands_twice_is_a_finding(shell: Shell, tmp_path: Path) -> None:
    """In one file or in two: the second says where the first stands."""
    one = write(tmp_path / "one.jsonl", child("C-1"), child("C-2"))
    two = write(tmp_path / "two.jsonl", child("C-1"))
    asked = ("--as-at", "2026-04-10", "--format", "json")
    (row,) = shell.run("check", one, two, *asked).rows
    assert ("child_twice", "C-1", str(two)) == (row["code"], row["child"], row["file"])
    assert f"{one}, line 1," in row["what"]


def test_findings_as_a_table_end_with_totals(shell: Shell, file: Path) -> None:
    """Line by line, then by severity and code."""
    ran = shell.run("check", file, "--as-at", "2026-04-10")
    lines = ran.out.splitlines()
    assert any(line.split() == ["1", "error", "event_not_read"] for line in lines)
    assert 80 >= max(map(len, lines))


# Rules


def test_adopted_rules_of_jersey(shell: Shell) -> None:
    """Each says that its number is England's, and which rule it was taken from."""
    asked = ("rules", "--jurisdiction", "jersey", "--basis", "adopted")
    rows = shell.run(*asked, "--format", "json").rows
    assert rows
    for row in rows:
        assert row["id"].startswith("jersey.")
        assert row["adopted_from"].startswith("england.")
        assert ADOPTED in row["note"]


def test_rules_in_force_on_a_day(shell: Shell) -> None:
    """One version of each rule."""
    asked = ("rules", "--jurisdiction", "england", "--format", "json")
    every = [row["id"] for row in shell.run(*asked).rows]
    then = [row["id"] for row in shell.run(*asked, "--on", "2025-03-31").rows]
    assert len(set(every)) < len(every)
    assert sorted(set(then)) == sorted(then)


def test_rules_as_a_table_name_their_sources(shell: Shell) -> None:
    """Each row points to its source and its note, which stand below."""
    ran = shell.run("rules")
    lines = ran.out.splitlines()
    assert any("Working Together to Safeguard Children" in line for line in lines)
    assert any(ADOPTED in line for line in lines)
    assert 80 >= max(map(len, lines))


def test_rules_as_csv_have_a_head_even_if_none_is_listed(shell: Shell) -> None:
    """England adopts nothing."""
    asked = ("rules", "--jurisdiction", "england", "--basis", "adopted")
    out = shell.run(*asked, "--format", "csv").out
    assert out.startswith("id,jurisdiction,title,words,period,")
    assert 1 == len(out.splitlines())


# Draw


def test_a_stage_is_drawn(shell: Shell) -> None:
    """As a Mermaid diagram of what may happen."""
    ran = shell.run("draw", "conference")
    assert ran.out.startswith("stateDiagram-v2")
    assert "on a plan" in ran.out


def test_a_journey_is_drawn(shell: Shell, file: Path) -> None:
    """As a Mermaid diagram of what happened, to standard output or a file."""
    asked = ("draw", file, "--child", "C-1", "--as-at", "2026-04-10")
    out = shell.run(*asked).out
    assert out.startswith("flowchart LR\n")
    assert "assessment-1<br>assessment: closed<br>from 2026-03-02 to 2026-03-20" in out
    drawn = file.with_name("one.mmd")
    assert "" == shell.run(*asked, "-o", drawn).out
    assert out == drawn.read_text(encoding="utf-8")


@pytest.mark.parametrize("what", ["stage", "journey", "known"])
def test_a_picture_is_written_to_a_file(shell: Shell, file: Path, what: str) -> None:
    """A timeline of a child, also as it was known; or what may happen in a stage."""
    journey = (file, "--child", "C-1", "--as-at", "2026-04-10")
    known = (*journey, "--known-at", "2026-03-05T12:00Z")
    asked = {"stage": ("conference",), "journey": journey, "known": known}
    drawn = file.with_name(f"{what}.svg")
    ran = shell.run("draw", *asked[what], "-o", drawn)
    assert (0, "") == (ran.code, ran.out)
    svg = drawn.read_text(encoding="utf-8")
    told = {
        "stage": "What may happen in the stage conference",
        "journey": "assessment-2: referred, from 2026-04-01",
        "known": "assessment-1: referred, from 2026-03-02",
    }
    assert told[what] in svg
    assert ("assessment-2" in svg) == (what == "journey")


def test_a_drawing_shows_which_episode_came_out_of_which(shell: Shell) -> None:
    """By an arrow from the one to the other."""
    asked = ("draw", CENSUS, "--child", "SYN041000598", "--as-at", "2025-03-31")
    assert " --> " in shell.run(*asked).out


def test_an_id_cannot_break_a_drawing(shell: Shell, tmp_path: Path) -> None:
    """Quotes and brackets are written as their numbers."""
    odd = referral(episode='a"]; click')
    file = write(tmp_path / "odd.jsonl", child("C-1", odd))
    asked = ("draw", file, "--child", "C-1", "--as-at", "2026-04-10")
    assert "a#34;#93;#59; click" in shell.run(*asked).out
