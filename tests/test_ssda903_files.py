"""Whole returns: the sample, folders of all shapes, and rows that say anything."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.adapters.reading import Read, Unread
from casework.adapters.ssda903 import read_ssda903
from casework.errors import BadDate, BadFile
from casework.events import UnreadEvent
from tests.returns import (
    CHILD,
    COLUMNS,
    SAMPLE,
    codes,
    folder_of,
    one,
    pieces,
    rows,
    told,
)

OPEN = f"{CHILD},03/06/2024,S,V2,U4,,,,"


@pytest.fixture(scope="module")
def sample() -> list[Read]:
    """The sample return, read once."""
    read = list(read_ssda903(SAMPLE))
    assert all(isinstance(piece, Read) for piece in read)
    return [piece for piece in read if isinstance(piece, Read)]


def table(name: str) -> list[dict[str, str]]:
    """Read a file of the sample as it is."""
    with (SAMPLE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counted(pieces: list[Read]) -> Counter[str]:
    """Count the events by name."""
    return Counter(
        event.raw["event"] if isinstance(event, UnreadEvent) else event.name
        for piece in pieces
        for event in piece.journey.chronology.events
    )


def found(pieces: list[Read]) -> Counter[str]:
    """Count the findings by code."""
    return Counter(code for piece in pieces for code in codes(piece))


def test_no_child_of_the_sample_is_lost(sample: list[Read]) -> None:
    """Every child of the header, in its order, and 2,123 of them in care."""
    children = [row["CHILD"] for row in table("header")]
    assert children == [piece.journey.child.id for piece in sample]
    cared = [piece for piece in sample if counted([piece])["became_looked_after"]]
    assert 2123 == len(cared)


def test_no_row_of_the_sample_is_lost(sample: list[Read]) -> None:
    """Every review and every absence is an event, and no row is left unread."""
    events = counted(sample)
    assert 12582 == len(table("reviews")) == events["looked_after_review_held"]
    assert len(table("missing")) == events["went_missing"] == events["returned"]
    assert [] == [one for piece in sample for one in piece.journey.chronology.unread()]


def test_the_care_of_the_sample_is_told_row_by_row(sample: list[Read]) -> None:
    """The spells of care are those that their definition gives, and so what changed.

    Where episodes overlap, the definition has nothing to say.
    """
    rows_of: dict[str, list[dict[str, str]]] = {}
    for row in table("episodes"):
        rows_of.setdefault(row["CHILD"], []).append(row)
    for piece in sample:
        if "episodes_overlap" not in codes(piece):
            expected = spells_in(rows_of.get(piece.journey.child.id, []))
            assert expected == spells_of(piece)


def spells_in(episodes: list[dict[str, str]]) -> list[tuple[str, str, str, int, int]]:
    """Give start, end and reason of each spell, and how often what changed in it."""
    spells: list[list[dict[str, str]]] = []
    for row in sorted(episodes, key=lambda row: day(row["DECOM"])):
        if spells and spells[-1][-1]["DEC"] == row["DECOM"]:
            spells[-1].append(row)
        else:
            spells.append([row])
    return [
        (
            day(spell[0]["DECOM"]),
            day(spell[-1]["DEC"]),
            spell[-1]["REC"] if spell[-1]["DEC"] else "",
            sum(row["RNE"] in "TU" for row in spell[1:]),
            sum(row["RNE"] in "LBUS" for row in spell[1:]),
        )
        for spell in spells
    ]


def spells_of(piece: Read) -> list[tuple[str, str, str, int, int]]:
    """Give the same of the episodes of care that were read."""
    events = [event for event in told(piece) if "episode" in event]
    care = {event["episode"]: event.get("follows") for event in reversed(events)}
    spells: dict[object, list[dict[str, object]]] = {}
    for event in events:
        episode = event["episode"]
        spells.setdefault(care[episode] or episode, []).append(event)
    return [_summed(spell) for name, spell in spells.items() if _is_care(name)]


def _is_care(episode: object) -> bool:
    return str(episode).startswith("looked_after")


def _summed(spell: list[dict[str, object]]) -> tuple[str, str, str, int, int]:
    names = Counter(event["event"] for event in spell)
    [began] = [event for event in spell if event["event"] == "became_looked_after"]
    ended = [event for event in spell if event["event"] == "ceased_looked_after"]
    end = ended[0] if ended else {"at": "", "code": ""}
    return (
        str(began["at"]),
        str(end["at"]),
        str(end.get("code", "")),
        names["placement_status_changed"],
        names["legal_basis_changed"],
    )


def day(text: str) -> str:
    """Write a day of the return as ISO text, which sorts."""
    return "-".join(reversed(text.split("/"))) if text else ""


def test_the_sample_is_bad_input_too(sample: list[Read]) -> None:
    """What is wrong with it is counted, by code."""
    assert {
        "after_return": 3277,
        "care_went_on": 1,
        "change_unclear": 60,
        "episodes_overlap": 63,
        "gap_in_care": 8,
        "missing_outside_care": 11,
        "reason_without_end": 1413,
        "returned_home_under_care_order": 28,
        "review_outside_care": 5766,
        "start_unknown": 1856,
        "stay_without_placement": 405,
    } == dict(found(sample))


@pytest.mark.parametrize("each", [pytest.param(1, marks=pytest.mark.slow), 7])
def test_what_does_not_overlap_in_the_sample_is_allowed(
    sample: list[Read], each: int
) -> None:
    """Where no episodes overlap, the stages allow all care and all placements."""
    for piece in sample[::each]:
        if "episodes_overlap" in codes(piece):
            continue
        refused = {
            verdict.event.name
            for verdict in piece.journey.verdicts()
            if not verdict.allowed
        }
        assert refused <= {"looked_after_review_held", "went_missing", "returned"}


@given(st.data())
def test_no_row_of_any_return_is_lost(data: st.DataObject) -> None:
    """Whatever the rows say, each becomes an event or is kept unread."""
    files = {name: data.draw(st.lists(row, max_size=6)) for name, row in rows.items()}
    read = pieces(**files)
    children = [piece for piece in read if isinstance(piece, Read)]
    unread = [piece for piece in read if isinstance(piece, Unread)]
    # A row that is blank but for its commas is no row.
    nobody = [row for said in files.values() for row in said if row[0] == ","]
    assert sum(bool(row.strip(",")) for row in nobody) == len(unread)
    events = counted(children)
    named = {
        name: [row for row in said if row[0] != ","] for name, said in files.items()
    }
    assert len(named["reviews"]) == events["looked_after_review_held"]
    assert len(named["missing"]) == events["went_missing"]
    for piece in children:
        chronology = piece.journey.chronology
        assert len({one.id for one in chronology.events}) == len(chronology.events)
        # Nothing of it stops the rest of the library.
        piece.journey.findings()
        piece.journey.deadlines(as_at="2018-03-31")


@given(st.permutations(range(4)))
def test_the_order_of_rows_does_not_matter(order: list[int]) -> None:
    """The same rows in another order are the same events."""
    episodes = (
        "03/06/2024,S,V2,U4,20/07/2024,X1",
        "20/07/2024,P,C1,T1,01/09/2024,X1",
        "01/09/2024,P,C1,U4,20/09/2024,E3",
        "01/11/2024,S,L1,K2,,",
    )
    shuffled = one(*(episodes[number] for number in order))
    assert one(*episodes).journey == shuffled.journey


def test_names_and_columns_may_be_written_in_capitals_or_not(tmp_path: Path) -> None:
    """The order of the columns, and the mark that some programs write, are nothing."""
    (tmp_path / "HEADER.CSV").write_bytes(b"\xef\xbb\xbfdob,child\r\n14/05/2010,A\r\n")
    columns = "Rne,Ls,Place,Dec,Rec,Child,Decom"
    (tmp_path / "Episodes.csv").write_text(f"{columns}\nS,V2,U4,,, A ,03/06/2024 \n")
    (tmp_path / "oc3.csv").write_bytes(b"\xff")
    [piece] = read_ssda903(tmp_path)
    assert isinstance(piece, Read)
    assert "A" == piece.journey.child.id
    assert piece.journey.child.born is not None
    assert 2 == sum(counted([piece]).values())
    assert (str(tmp_path / "HEADER.CSV"), 2) == (piece.file, piece.line)


def test_a_column_that_the_return_does_not_have_is_noted_once() -> None:
    """With the first child, and of no child."""
    text = f"CHILD,SHOE,DOB,,SEX\nA,42,14/05/2010,,1\nB,43,14/05/2010\n{CHILD},,,,,,\n"
    first, second, third = pieces(header=text.encode(), episodes=())
    assert ["unknown_column"] == codes(first)
    assert ("", 1) == (first.findings[0].child, first.findings[0].line)
    assert [[], ["date_missing"]] == [codes(second), codes(third)]


def test_rows_that_cannot_be_read_are_kept_as_they_came() -> None:
    """Without a child, or with too many values; a blank row says nothing."""
    nobody = ",03/06/2024,S,V2,U4,,,,"
    first, second, piece = pieces(
        episodes=(f"{OPEN},,", "", ",,,,,,,,", nobody, f"{OPEN},x")
    )
    assert isinstance(first, Unread)
    assert isinstance(second, Unread)
    assert (f"{nobody}\n", 5) == (first.text, first.line)
    assert (f"{OPEN},x\n", 6) == (second.text, second.line)
    assert "names no CHILD" in first.why
    assert "more values than there are columns" in second.why
    assert 2 == sum(counted([piece]).values())


def test_a_row_that_ends_before_its_child_names_none() -> None:
    """The child may stand in any column; a row that does not reach it is kept."""
    reviews = b"REVIEW,REVIEW_CODE,CHILD\n20/09/2023,PN1\n"
    row, _ = pieces(episodes=(f"{OPEN},,",), reviews=reviews)
    assert isinstance(row, Unread)
    assert ("20/09/2023,PN1\n", 2) == (row.text, row.line)
    assert "names no CHILD" in row.why


def test_a_value_may_run_over_lines() -> None:
    """Where it is quoted; the line told is the first of the row."""
    text = f'{COLUMNS["episodes"]}\n,"a\nb",,,,,,,\n{CHILD},03/06/2024,S,V2,U4,,,,\n'
    unread, piece = pieces(episodes=text.encode())
    assert isinstance(unread, Unread)
    assert (',"a\nb",,,,,,,\n', 2) == (unread.text, unread.line)
    assert 2 == sum(counted([piece]).values())


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"episodes": b""}, r"episodes\.csv, line 1: no column CHILD, DECOM"),
        ({"episodes": b"CHILD;DECOM\n"}, r"episodes\.csv, line 1: no column CHILD"),
        ({"episodes": (), "reviews": b"CHILD\n"}, r"reviews\.csv, line 1: no column"),
        ({"episodes": (), "header": b"CHILD\n"}, r"header\.csv, line 1: no column DOB"),
        (
            {"episodes": (), "reviews": b"CHILD,REVIEW,review\n"},
            "two columns REVIEW",
        ),
        (
            {"episodes": (), "reviews": b"CHILD,REVIEW\nA,\n\xff\n"},
            r"reviews\.csv, line 3: not every byte is UTF-8",
        ),
        (
            {"episodes": (), "reviews": b'CHILD,REVIEW\nA,\n"A\n'},
            r"reviews\.csv, line 3: unexpected end of data",
        ),
        ({}, r"has no episodes\.csv: an SSDA903 return is a folder"),
    ],
)
def test_what_is_no_return_is_refused(
    files: dict[str, bytes | tuple[str, ...]], said: str
) -> None:
    """With the file, the line, and what to do."""
    with pytest.raises(BadFile, match=said):
        pieces(**files)


def test_a_folder_must_be_one(tmp_path: Path) -> None:
    """None, a file, or two files of one name are said to be that."""
    with pytest.raises(BadFile, match=r"no header\.csv and no episodes\.csv"):
        next(read_ssda903(tmp_path))
    folder_of(tmp_path, episodes=(OPEN,))
    with pytest.raises(BadFile, match="is no folder: Not a directory"):
        next(read_ssda903(tmp_path / "header.csv"))
    with pytest.raises(BadFile, match="is no folder: No such file"):
        next(read_ssda903(tmp_path / "none"))
    (tmp_path / "missing.csv").mkdir()
    with pytest.raises(BadFile, match=r"missing\.csv cannot be read"):
        next(read_ssda903(tmp_path))
    (tmp_path / "Header.CSV").write_text("CHILD,DOB\n")
    with pytest.raises(BadFile, match=r"both Header\.CSV and header\.csv"):
        next(read_ssda903(tmp_path))


def test_a_return_cannot_end_before_it_starts() -> None:
    """As given, or as given against what the file tells."""
    with pytest.raises(BadDate, match="cannot end on 2025-03-31, before it starts"):
        pieces(episodes=(OPEN,), days={"start": "2026-01-01"})
