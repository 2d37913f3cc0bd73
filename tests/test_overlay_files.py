"""Overlays as files: what one may say, and what it is told when it cannot be meant."""

import re
from pathlib import Path

import pytest

from casework import load_overlay
from casework.errors import BadOverlay
from tests.overlays import ADD, CITED, CONFIRM, read, text


def test_an_overlay_is_read_from_a_file(tmp_path: Path) -> None:
    """A file with a byte order mark, which some editors write, is read too."""
    path = tmp_path / "ours.toml"
    body = f'name = "Ours"\njurisdiction = "england"\n{text("add", ADD)}'
    path.write_text(body, encoding="utf-8-sig")
    overlay = load_overlay(path)
    assert "Ours" == overlay.name
    assert load_overlay(str(path)) == overlay


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"[[add", "not TOML: "),
        (b'name = "Andr\xe9"', "byte 12 is not UTF-8; save it as UTF-8 text"),
        # A number with more digits than Python reads, and more lists than it follows.
        (b"a = " + 5_000 * b"9", "not TOML: Exceeds the limit"),
        (b"a = " + 5_000 * b"[", "lists within lists, too deep to read"),
        (b'name = "Ours"', "jurisdiction is missing @ overlay.jurisdiction"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, content: bytes, told: str
) -> None:
    """What is wrong is said with the name of the file."""
    path = tmp_path / "ours.toml"
    path.write_bytes(content)
    with pytest.raises(BadOverlay, match=re.escape(f"{path}: {told}")):
        load_overlay(path)


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    """The name that was given is repeated."""
    with pytest.raises(BadOverlay, match=r"nowhere\.toml"):
        load_overlay(tmp_path / "nowhere.toml")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ({"colour": '"red"'}, "unknown key 'colour'; it has id, title"),
        ({"citation": None}, "citation is missing @ overlay.add[0].citation"),
        ({"within": None}, "within is missing @ overlay.add[0].within"),
        ({"title": "4.10"}, "4.1 is not text; put it in quotation marks @ overlay.add"),
        ({"released_at_18": '"no"'}, "'no' is neither true nor false"),
        ({"citation": '"Procedures, 4.2"'}, "a table was expected, such as {name"),
        ({"citation": CITED.replace("2026-11-21", '"soon"')}, "'soon'"),
        ({"authority": '"regulation"'}, "'regulation' is not one of: statute, regul"),
        ({"role": '"nobody"'}, "'nobody' is not one of: front door, "),
        ({"scope": '"family"'}, "'family' is not one of: episode, line, child"),
        ({"again": '"never"'}, "'never' is not one of: ignore, new, restart"),
        ({"basis": '"sure"'}, "'sure' is not one of: verified, reported, "),
        ({"basis": '"adopted"'}, "nothing in it is 'adopted'"),
        ({"within": '"soon"'}, "'soon' is not a period: write a count and a unit"),
        ({"within": "10"}, "10 is not a period: write it as '20 working days'"),
        ({"then": '"6 weeks"'}, "'6 weeks' is not a list; put it in square brackets"),
        ({"then": '["6 weeks", 7]'}, "7 is not a period"),
        ({"starts": "[]"}, "name at least one event"),
        ({"met_by": "[]"}, "name at least one event"),
        ({"starts": '{event = "cin_plan_started"}'}, "is not a list; put it in square"),
        ({"starts": '["cin_plan_started"]'}, "'cin_plan_started' names no event"),
        ({"starts": '[{decision = "plan"}]'}, "names no event; write {event = "),
        (
            {"starts": '[{event = "cin_plan_begun"}]'},
            "did you mean cin_plan_ended or cin_plan_started",
        ),
        (
            {"starts": '[{event = "x"}]'},
            "'x' is not an event of the vocabulary; names are written like",
        ),
        ({"starts": "[{event = []}]"}, "an empty list matches nothing"),
    ],
)
def test_what_a_file_cannot_mean_is_refused(
    fault: dict[str, str | None], told: str
) -> None:
    """The message says what is wrong, where, and what may stand there."""
    with pytest.raises(BadOverlay, match=re.escape(told)):
        read(text("add", ADD, **fault))


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ('visit_made = "yes"', "cin_visit_made has no field 'visit_made'; it has at,"),
        ('seen = "allone"', "seen is 'allone'; the vocabulary has alone, with_others"),
        ('seen = ["alone", "x"]', "seen is 'x'; the vocabulary has alone"),
        ("except_where = {seen = 'x'}", "seen is 'x'; the vocabulary has alone"),
        ("except_where = {sen = 'x'}", "cin_visit_made has no field 'sen'"),
        ("start_unknown = 'yes'", "start_unknown must be true or false, not 'yes'"),
        ("scope = 'all'", "'all' is not one of: episode, line, child"),
    ],
)
def test_a_condition_that_no_event_could_meet_is_refused(
    condition: str, told: str
) -> None:
    """A field or a word that the event does not have would never match."""
    with pytest.raises(BadOverlay, match=re.escape(told)):
        read(text("add", ADD, met_by=f'[{{event = "cin_visit_made", {condition}}}]'))


def test_a_table_where_a_list_of_tables_belongs_is_refused() -> None:
    """`[confirm]` in place of `[[confirm]]` is the likeliest slip of all."""
    one = text("confirm", CONFIRM).replace("[[confirm]]", "[confirm]")
    with pytest.raises(BadOverlay, match="is not a list; put it in square brackets"):
        read(one)


def test_every_fault_is_told_at_once() -> None:
    """Nobody has to mend a file one message at a time."""
    with pytest.raises(BadOverlay) as told:
        read(text("add", ADD, role='"nobody"', within='"soon"'))
    assert 2 == str(told.value).count("@ overlay.add[0]")
