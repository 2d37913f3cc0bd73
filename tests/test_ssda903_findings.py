"""What does not fit in a return is found, and nothing of it is lost."""

import pytest

from casework.events import UnreadEvent
from casework.findings import Severity
from tests.returns import CHILD, codes, named, one, pieces, told


@pytest.mark.parametrize(
    ("episodes", "code", "event"),
    [
        (["03/06/2024,P,V2,U4,,"], "start_unknown", "became_looked_after"),
        (["03/06/2024,,V2,U4,,"], "code_missing start_unknown", "became_looked_after"),
        (["03/06/2024,S,V2,T1,,"], "stay_without_placement", "placement_started"),
        (["03/06/2024,S,V2,U4,20/06/2024,X1"], "gap_in_care", "ceased_looked_after"),
        (["03/06/2024,S,V2,U4,20/06/2024,"], "end_without_reason", None),
        (["03/06/2024,S,V2,U4,,E4A"], "reason_without_end", None),
        (["03/06/2024,S,V2,U4,,X1"], "reason_without_end", None),
        (["03/06/2024,S,V2,U4,03/06/2024,E7"], "ended_on_first_day", None),
        (["03/06/2024,S,V2,U4,02/06/2024,E7"], "ended_before_start", None),
        (
            ["03/06/2024,S,C1,U4,20/06/2024,E4A"],
            "returned_home_under_care_order",
            None,
        ),
        (
            ["03/06/2024,S,C2,U4,20/06/2024,E4B"],
            "returned_home_under_care_order",
            None,
        ),
        (["03/06/2024,S,V9,U4,,"], "unknown_code", None),
        (["03/06/2024,S,V2,X9,,"], "unknown_code", None),
        (["03/06/2024,S,V2,U4,20/06/2024,E99"], "unknown_code", None),
        (["03/06/2024,S,V2,,,"], "code_missing", None),
        (
            [
                "03/06/2024,S,V2,U4,20/06/2024,X1",
                "20/06/2024,L,V2,U4,,",
            ],
            "change_unclear",
            None,
        ),
        (
            [
                "03/06/2024,S,V2,U4,20/06/2024,X1",
                "20/06/2024,P,C2,U5,,",
            ],
            "change_unclear",
            None,
        ),
        (
            [
                "03/06/2024,S,V2,U4,20/06/2024,X1",
                "20/06/2024,L,C2,U5,,",
            ],
            "change_unclear",
            None,
        ),
        (
            [
                "03/06/2024,S,V2,U4,20/06/2024,E4A",
                "20/06/2024,P,V2,U5,,",
            ],
            "care_went_on",
            None,
        ),
        (
            [
                "03/06/2024,S,V2,U4,20/06/2024,X1",
                "20/06/2024,S,C2,U5,,",
            ],
            "care_went_on",
            None,
        ),
    ],
)
def test_rows_that_do_not_fit_are_found(
    episodes: list[str], code: str, event: str | None
) -> None:
    """Each is named by a code, with its line and, if it made one, its event."""
    piece = one(*episodes)
    assert code.split() == codes(piece)
    found = piece.findings[-1]
    events = {one.id: one.name for one in piece.journey.chronology.events}
    assert (CHILD, len(episodes) + 1) == (found.child, found.line)
    assert event == (found.event and events[found.event])
    assert str(found.file).endswith("episodes.csv")


def test_a_gap_after_care_went_on_ends_it_for_no_reason() -> None:
    """Why is null, and the child came back at another start that is not known."""
    piece = one(
        "03/06/2024,S,V2,U4,20/06/2024,X1,,",
        "21/06/2024,P,V2,U4,,,,",
    )
    assert ["start_unknown", "gap_in_care"] == codes(piece)
    [ceased] = named(piece, "ceased_looked_after")
    assert ("X1", None) == (ceased["code"], ceased.get("reason"))
    assert [False, True] == [
        "start_unknown" in event for event in named(piece, "became_looked_after")
    ]


def test_what_is_not_said_is_null() -> None:
    """A status, a place and a reason that nobody knows; the codes are kept."""
    piece = one("03/06/2024,S,V9,X9,20/06/2024,E99,,")
    became, placed, _, ceased = told(piece)
    assert ("V9", None) == (became["code"], became.get("basis"))
    assert ("X9", "other") == (placed["code"], placed["kind"])
    assert ("E99", "other") == (ceased["code"], ceased["reason"])
    silent = one("03/06/2024,S,,,20/06/2024,,,")
    assert {"code", "basis", "kind", "reason"}.isdisjoint(
        key for event in told(silent) for key in event
    )


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("L,C2,U5", ["legal_basis_changed", "placement_ended", "placement_started"]),
        ("P,C2,U5", ["legal_basis_changed", "placement_ended", "placement_started"]),
        ("Q,V2,U5", ["placement_ended", "placement_started"]),
        ("S,V2,U4", ["placement_ended", "placement_started"]),
        ("L,V2,U4", ["legal_basis_changed"]),
    ],
)
def test_what_changed_is_told_also_where_the_row_denies_it(
    row: str, expected: list[str]
) -> None:
    """The codes say what is so, whatever the reason of the episode says."""
    piece = one("03/06/2024,S,V2,U4,20/06/2024,X1,,", f"20/06/2024,{row},,")
    assert expected == [
        event["event"]
        for event in told(piece)
        if event["at"] == "2024-06-20" and event["event"] != "order_made"
    ]
    assert [] != codes(piece)


@pytest.mark.parametrize("end", ["", "10/07/2024", "soon"])
def test_a_row_that_goes_on_before_the_last_one_ends_goes_on(end: str) -> None:
    """Both say that care went on, so it did; that their days do not join is found."""
    piece = one(
        f"03/06/2024,S,V2,U4,{end},X1,,",
        "20/06/2024,P,V2,U5,20/09/2024,E7,,",
    )
    assert 1 == len(named(piece, "became_looked_after"))
    assert "episodes_overlap" in codes(piece)
    [ceased] = named(piece, "ceased_looked_after")[-1:]
    assert ("2024-09-20", "E7") == (ceased["at"], ceased["code"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("03/06/2024,S,V2,U4,10/07/2024,X1", "20/06/2024,S,V2,U5,,"),
        ("03/06/2024,S,V2,U4,10/07/2024,E7", "20/06/2024,P,V2,U5,,"),
        ("03/06/2024,S,V2,U4,,E7", "20/06/2024,S,V2,U5,,"),
    ],
)
def test_spells_that_overlap_are_both_told(first: str, second: str) -> None:
    """One says that care ended, or the other that it began: nothing is joined."""
    piece = one(first, second)
    assert 2 == len(named(piece, "became_looked_after"))
    [found] = [one for one in piece.findings if one.code == "episodes_overlap"]
    assert 3 == found.line
    assert "already_open" in [one.code for one in piece.journey.findings()]


def test_rows_of_spells_that_overlap_join_where_their_days_do() -> None:
    """Two chains are told apart by the days on which their rows meet."""
    piece = one(
        "03/06/2024,S,V2,U4,20/07/2024,X1,,",
        "01/07/2024,S,V2,K2,10/07/2024,X1,,",
        "10/07/2024,P,V2,R1,01/09/2024,E7,,",
        "20/07/2024,P,V2,U5,20/09/2024,E3,,",
    )
    assert [
        ("looked_after-1", "2024-09-20", "transferred"),
        ("looked_after-2", "2024-09-01", "adult_services"),
    ] == [
        (event["episode"], event["at"], event["reason"])
        for event in named(piece, "ceased_looked_after")
    ]
    assert ["episodes_overlap"] == codes(piece)


@pytest.mark.parametrize(
    ("episode", "day", "held_in", "severity"),
    [
        ("03/06/2024,S,V2,U4,20/06/2024,E7", "21/06/2024", 1, Severity.WARNING),
        ("03/06/2024,S,V2,U4,20/06/2024,E7", "02/06/2024", 0, Severity.WARNING),
        # The child was looked after before, and may have been on that day.
        ("03/06/2024,P,V2,U4,20/06/2024,E7", "02/06/2024", 0, Severity.NOTE),
        ("03/06/2024,P,V2,U4,20/06/2024,E7", "21/06/2024", 1, Severity.WARNING),
    ],
)
def test_a_review_outside_care_is_found(
    episode: str, day: str, held_in: int, severity: Severity
) -> None:
    """It stands in the latest care before it; before all care, in none."""
    piece = one(episode, reviews=[f"{day},PN1"])
    [review] = named(piece, "looked_after_review_held")
    assert ("looked_after-1" if held_in else None) == review.get("episode")
    [found] = [one for one in piece.findings if one.code == "review_outside_care"]
    assert severity is found.severity
    assert str(found.file).endswith("reviews.csv")


def test_a_review_without_any_care_is_kept() -> None:
    """A child of whom there are only reviews is told."""
    [piece] = pieces(
        episodes=(), reviews=(f"{CHILD},02/06/2024,PN1",), missing=(), uasc=()
    )
    assert ["looked_after_review_held"] == [event["event"] for event in told(piece)]
    assert ["review_outside_care"] == codes(piece)


def test_absences_that_do_not_fit_are_found() -> None:
    """Outside care, back before they began, or of an unknown kind."""
    piece = one(
        "03/06/2024,S,V2,U4,20/06/2024,E7,,",
        missing=["M,02/06/2024,04/06/2024", "A,05/06/2024,04/06/2024", "Z,07/06/2024,"],
    )
    assert [
        "missing_outside_care",
        "returned_before_missing",
        "unknown_code",
    ] == codes(piece)
    gone = named(piece, "went_missing")
    assert [None, "looked_after-1", "looked_after-1"] == [
        event["follows"] for event in gone
    ]
    assert ("Z", None) == (gone[2]["code"], gone[2].get("kind"))


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ({"episodes": ["{},S,V2,U4,,,,"]}, "became_looked_after"),
        ({"episodes": ["{},?,V2,U4,,,,"]}, "became_looked_after"),
        ({"episodes": ["{},L,V2,U4,,,,"]}, "legal_basis_changed"),
        ({"episodes": ["{},B,V2,U4,,,,"]}, "placement_started"),
        ({"episodes": ["{},T,V2,U4,,,,"]}, "placement_status_changed"),
        ({"reviews": ["{},PN1"]}, "looked_after_review_held"),
        ({"missing": ["M,{},03/07/2024"]}, "went_missing"),
    ],
)
@pytest.mark.parametrize("day", ["31/06/2024", "3/6/2024", "2024-06-03", "soon", ""])
def test_a_day_that_cannot_be_read_is_kept_as_it_came(
    rows: dict[str, list[str]], kept: str, day: str
) -> None:
    """The row is kept and takes no part; an error says where it stands."""
    written = {name: [row.format(day) for row in said] for name, said in rows.items()}
    piece = one(*written.pop("episodes", ()), **written)
    [unread] = piece.journey.chronology.unread()
    assert (kept, day) == (unread.raw["event"], unread.raw["at"])
    [found] = [one for one in piece.findings if one.severity is Severity.ERROR]
    assert ("unreadable_date" if day else "date_missing") == found.code
    assert (unread.id, 2) == (found.event, found.line)
    assert day in found.what


@pytest.mark.parametrize(
    ("reason", "kept"), [("E7", "ceased_looked_after"), ("X1", "placement_ended")]
)
def test_an_end_that_cannot_be_read_leaves_the_row_open(reason: str, kept: str) -> None:
    """What the row says besides is told."""
    piece = one(f"03/06/2024,S,V2,U4,31/06/2024,{reason},,")
    [unread] = piece.journey.chronology.unread()
    assert (kept, "31/06/2024") == (unread.raw["event"], unread.raw["at"])
    names = [
        event.name
        for event in piece.journey.chronology.events
        if not isinstance(event, UnreadEvent)
    ]
    assert ["became_looked_after", "placement_started"] == names
    assert ["unreadable_date"] == codes(piece)


def test_a_return_that_cannot_be_read_is_kept_in_its_absence() -> None:
    """The day of going missing counts, that of coming back is kept as it came."""
    piece = one("03/06/2024,S,V2,U4,,,,", missing=["M,01/07/2024,soon"])
    [unread] = piece.journey.chronology.unread()
    assert ("returned", "missing-1") == (unread.raw["event"], unread.raw["episode"])
    assert ["unreadable_date"] == codes(piece)


def test_what_is_kept_of_a_row_does_not_say_where_a_child_lives() -> None:
    """Postcodes stay in the return."""
    columns = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,HOME_POST,PL_POST,URN"
    row = f"{CHILD},soon,S,V2,U4,,,ZZ9 9ZZ,ZZ8 8ZZ,101"
    [piece] = pieces(episodes=f"{columns}\n{row}\n".encode())
    [unread] = piece.journey.chronology.unread()
    assert {
        "DECOM": "soon",
        "RNE": "S",
        "LS": "V2",
        "PLACE": "U4",
        "URN": "101",
    } == unread.raw["row"]
    assert [] == codes(piece)[1:]


def test_a_date_of_birth_is_never_shown() -> None:
    """What is said about it does not repeat it."""
    [piece] = pieces(header=(f"{CHILD},31/02/2010",), episodes=())
    [found] = piece.findings
    assert ("unreadable_date", Severity.ERROR) == (found.code, found.severity)
    assert "2010" not in found.what
    assert piece.journey.child.born is None


def test_a_child_who_is_not_in_the_header_is_read() -> None:
    """Without an age; those of the header come first."""
    other, piece = pieces(
        header=("C-0002,14/05/2010",),
        episodes=(f"{CHILD},03/06/2024,S,V2,U4,,,,",),
        reviews=("C-0002,03/06/2024,",),
    )
    assert ["C-0002", CHILD] == [one.journey.child.id for one in (other, piece)]
    assert ["not_in_header"] == codes(piece)
    assert (None, 2) == (piece.journey.child.born, piece.line)


def test_a_child_who_stands_twice_in_the_header_is_found() -> None:
    """The first row is read."""
    [piece] = pieces(header=(f"{CHILD},14/05/2010", f"{CHILD},"), episodes=())
    assert ["repeated_child"] == codes(piece)
    assert piece.journey.child.born is not None


def test_what_happened_after_the_return_is_found() -> None:
    """It is kept, and counts."""
    piece = one("03/06/2024,S,V2,U4,,,,", reviews=["01/04/2025,", "31/03/2025,"])
    assert ["after_return"] == codes(piece)
    assert 2 == len(named(piece, "looked_after_review_held"))
