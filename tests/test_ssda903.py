"""What the looked-after children return means, told as events."""

from datetime import date

import pytest

from tests.returns import CHILD, codes, named, one, pieces, told

CARE = {"episode": "looked_after-1"}
PLACED = {"episode": "placement-1"}
ORDER = {"episode": "order-1"}


def _allowed(piece: object) -> bool:
    return all(verdict.allowed for verdict in piece.journey.verdicts())


def test_a_spell_of_care_is_a_chain_of_episodes() -> None:
    """Three rows that join are one episode of care, with the placements in it."""
    piece = one(
        "03/06/2024,S,V2,U4,20/06/2024,X1,101,CARPL",
        "20/06/2024,P,V2,K2,01/08/2024,X1,102,",
        "01/08/2024,L,C2,K2,20/09/2024,E45,102,",
    )
    second = {"episode": "placement-2"}
    assert [
        {
            "event": "became_looked_after",
            "at": "2024-06-03",
            **CARE,
            "follows": None,
            "basis": "accommodated",
            "code": "V2",
        },
        {
            "event": "placement_started",
            "at": "2024-06-03",
            **PLACED,
            "follows": "looked_after-1",
            "kind": "foster",
            "code": "U4",
        },
        {
            "event": "placement_ended",
            "at": "2024-06-20",
            **PLACED,
            "reason": "CARPL",
            "code": "CARPL",
        },
        {
            "event": "placement_started",
            "at": "2024-06-20",
            **second,
            "follows": "looked_after-1",
            "kind": "residential",
            "code": "K2",
        },
        {
            "event": "legal_basis_changed",
            "at": "2024-08-01",
            **CARE,
            "basis": "care_order",
            "code": "C2",
        },
        {
            "event": "order_made",
            "at": "2024-08-01",
            **ORDER,
            "follows": "looked_after-1",
            "kind": "care",
            "code": "C2",
        },
        {"event": "placement_ended", "at": "2024-09-20", **second},
        {"event": "order_ended", "at": "2024-09-20", **ORDER},
        {
            "event": "ceased_looked_after",
            "at": "2024-09-20",
            **CARE,
            "reason": "special_guardianship",
            "code": "E45",
        },
    ] == told(piece)
    assert [] == codes(piece)
    assert _allowed(piece)


def test_rows_may_stand_in_any_order() -> None:
    """What is told first is what happened first, wherever it stands."""
    rows = (
        "03/06/2024,S,V2,U4,20/06/2024,X1,101,CARPL",
        "20/06/2024,P,V2,K2,01/08/2024,X1,102,",
        "01/08/2024,L,C2,K2,,,102,",
    )
    assert told(one(*rows)) == told(one(*reversed(rows)))


def test_an_open_row_leaves_care_open() -> None:
    """Without a DEC the child is looked after still."""
    piece = one("03/06/2024,S,V2,U4,,")
    names = [event["event"] for event in told(piece)]
    assert ["became_looked_after", "placement_started"] == names
    assert [] == codes(piece)


@pytest.mark.parametrize(
    ("legal", "basis"),
    [
        ("C1", "interim_care_order"),
        ("C2", "care_order"),
        ("D1", None),
        ("E1", "placement_order"),
        ("J1", "remand_accommodation"),
        ("J2", None),
        ("J3", None),
        ("L1", "police_protection"),
        ("L2", "emergency_protection"),
        ("L3", "child_assessment_order"),
        ("V2", "accommodated"),
        ("V3", "short_breaks"),
        ("V4", "short_breaks"),
    ],
)
def test_the_legal_status_tells_the_basis(legal: str, basis: str | None) -> None:
    """What the vocabulary has no word for is null, and its code is kept."""
    piece = one(f"03/06/2024,S,{legal},U4,,")
    [became] = named(piece, "became_looked_after")
    assert (basis, legal) == (became.get("basis"), became["code"])
    assert [] == codes(piece)
    assert _allowed(piece)


@pytest.mark.parametrize(
    ("legal", "kind"),
    [
        ("C1", "interim_care"),
        ("C2", "care"),
        ("E1", "placement"),
        ("L2", "emergency_protection"),
        ("L3", "child_assessment"),
    ],
)
def test_a_legal_status_that_is_an_order_is_one_episode(legal: str, kind: str) -> None:
    """It lasts over the rows that have it, and ends where the status changes."""
    piece = one(
        f"03/06/2024,S,{legal},U4,20/06/2024,X1,,",
        f"20/06/2024,P,{legal},K2,01/08/2024,X1,,",
        "01/08/2024,L,V2,K2,,",
    )
    assert [
        {
            "event": "order_made",
            "at": "2024-06-03",
            **ORDER,
            "follows": "looked_after-1",
            "kind": kind,
            "code": legal,
        },
        {"event": "order_ended", "at": "2024-08-01", **ORDER},
    ] == named(piece, "order_made", "order_ended")
    assert [] == codes(piece)
    assert _allowed(piece)


def test_one_order_follows_another() -> None:
    """From police protection to an emergency order to an interim care order."""
    piece = one(
        "03/06/2024,S,L1,U4,05/06/2024,X1,,",
        "05/06/2024,L,L2,U4,12/06/2024,X1,,",
        "12/06/2024,L,C1,U4,,",
    )
    names = (
        *("police_protection_started", "police_protection_ended"),
        *("order_made", "order_ended"),
    )
    assert [
        ("police_protection_started", "2024-06-03", "order-1", "looked_after-1"),
        ("police_protection_ended", "2024-06-05", "order-1", None),
        ("order_made", "2024-06-05", "order-2", "order-1"),
        ("order_ended", "2024-06-12", "order-2", None),
        ("order_made", "2024-06-12", "order-3", "order-2"),
    ] == [
        (event["event"], event["at"], event["episode"], event.get("follows"))
        for event in named(piece, *names)
    ]
    assert _allowed(piece)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("L,C2,U4", ["legal_basis_changed", "order_made"]),
        ("P,V2,U4", ["placement_ended", "placement_started"]),
        ("T,V2,U5", ["placement_status_changed"]),
        ("U,C1,U5", ["legal_basis_changed", "order_made", "placement_status_changed"]),
        (
            "B,C1,U5",
            [
                *("legal_basis_changed", "order_made"),
                *("placement_ended", "placement_started"),
            ],
        ),
    ],
)
def test_the_reason_of_an_episode_tells_what_changed(
    row: str, expected: list[str]
) -> None:
    """A change with the same carer is never a move."""
    piece = one("03/06/2024,S,V2,U4,20/06/2024,X1,,", f"20/06/2024,{row},,")
    assert expected == [
        event["event"] for event in told(piece) if event["at"] == "2024-06-20"
    ]
    assert [] == codes(piece)
    assert _allowed(piece)


@pytest.mark.parametrize(
    ("places", "kind"),
    [
        ("U1 U2 U3", "kinship"),
        ("U4 U5 U6", "foster"),
        ("K2 R1", "residential"),
        ("K1", "secure"),
        ("P1", "parents"),
        ("A3 A4 A5 A6", "adoptive"),
        ("H5 K3 P2 P3 R2 R3 R5 S1 Z1 Z14", "other"),
    ],
)
def test_the_place_tells_the_kind_of_placement(places: str, kind: str) -> None:
    """And its code is kept; no more than the kind is said of it."""
    for place in places.split():
        piece = one(f"03/06/2024,S,V2,{place},,")
        [placed] = named(piece, "placement_started")
        assert (kind, place) == (placed["kind"], placed["code"])
        assert "long_term_agreed" not in placed
        assert [] == codes(piece)


@pytest.mark.parametrize("stay", ["T0", "T1", "T2", "T3", "T4"])
def test_a_temporary_stay_leaves_the_placement_open(stay: str) -> None:
    """The child goes away for a while and comes back to the same placement."""
    piece = one(
        "03/06/2024,S,V2,U4,20/06/2024,X1,101,",
        f"20/06/2024,P,V2,{stay},01/07/2024,X1,102,",
        "01/07/2024,P,V2,U4,,,101,",
    )
    assert [
        {"event": "temporary_stay_started", "at": "2024-06-20", **PLACED, "code": stay},
        {"event": "temporary_stay_ended", "at": "2024-07-01", **PLACED},
    ] == told(piece)[2:]
    assert [] == codes(piece)
    assert _allowed(piece)


def test_who_goes_elsewhere_after_a_stay_did_not_come_back() -> None:
    """Another home of the same kind is a move."""
    piece = one(
        "03/06/2024,S,V2,U4,20/06/2024,X1,101,",
        "20/06/2024,P,V2,T1,01/07/2024,X1,102,STAND",
        "01/07/2024,P,V2,U4,,,103,",
    )
    assert ["temporary_stay_started", "placement_ended", "placement_started"] == [
        event["event"] for event in told(piece)[2:]
    ]
    assert _allowed(piece)


def test_one_stay_may_follow_another() -> None:
    """Each is told; so is one that a change with the same carer brings."""
    piece = one(
        "03/06/2024,S,V2,U4,20/06/2024,X1,101,",
        "20/06/2024,T,V2,T1,01/07/2024,X1,101,",
        "01/07/2024,P,V2,T2,05/07/2024,X1,102,",
        "05/07/2024,T,V2,T3,09/07/2024,X1,102,",
        "09/07/2024,T,V2,U5,,,101,",
    )
    assert [
        ("2024-06-20", "placement_status_changed", "T1"),
        ("2024-06-20", "temporary_stay_started", "T1"),
        ("2024-07-01", "temporary_stay_ended", None),
        ("2024-07-01", "temporary_stay_started", "T2"),
        ("2024-07-05", "placement_status_changed", "T3"),
        ("2024-07-09", "placement_status_changed", "U5"),
        ("2024-07-09", "temporary_stay_ended", None),
    ] == [(event["at"], event["event"], event.get("code")) for event in told(piece)[2:]]
    assert _allowed(piece)


@pytest.mark.parametrize(
    ("reasons", "why"),
    [
        ("E11 E12", "adopted"),
        ("E45 E46 E47 E48", "special_guardianship"),
        ("E41", "residence_order"),
        ("E4A E4B", "returned_home"),
        ("E2", "died"),
        ("E3", "transferred"),
        ("E16", "moved_abroad"),
        ("E5 E6", "independent_living"),
        ("E7", "adult_services"),
        ("E9", "custody"),
        ("E14", "remand_ended"),
        ("E15", "age_assessed_adult"),
        ("E17", "reached_18"),
        ("E8 E13", "other"),
    ],
)
def test_the_reason_tells_why_care_ended(reasons: str, why: str) -> None:
    """And its code is kept."""
    for reason in reasons.split():
        piece = one(f"03/06/2024,S,V2,U4,20/06/2024,{reason},,")
        ceased = told(piece)[-1]
        assert ("ceased_looked_after", why, reason) == (
            ceased["event"],
            ceased["reason"],
            ceased["code"],
        )
        assert [] == codes(piece)


@pytest.mark.parametrize(
    ("change", "unknown"),
    [
        ("S", set()),
        ("B", {"became_looked_after"}),
        ("P", {"became_looked_after", "order_made"}),
        ("L", {"became_looked_after", "placement_started"}),
        ("T", {"became_looked_after", "order_made", "placement_started"}),
        ("U", {"became_looked_after", "placement_started"}),
    ],
)
def test_the_first_row_tells_what_began_with_it(change: str, unknown: set[str]) -> None:
    """What it does not say to have begun that day began on a day that is not told."""
    piece = one(f"03/06/2024,{change},C2,U4,,")
    assert unknown == {
        event["event"] for event in told(piece) if event.get("start_unknown")
    }
    assert ["start_unknown"] * bool(unknown) == codes(piece)


def test_a_row_after_a_gap_opens_another_spell() -> None:
    """Episodes are counted over all spells, in order of date."""
    piece = one(
        "03/06/2024,S,C1,U4,20/06/2024,E3,,",
        "01/08/2024,S,C1,U4,,",
    )
    assert [
        ("became_looked_after", "looked_after-1"),
        ("order_made", "order-1"),
        ("placement_started", "placement-1"),
        ("became_looked_after", "looked_after-2"),
        ("order_made", "order-2"),
        ("placement_started", "placement-2"),
        ("placement_ended", "placement-1"),
        ("order_ended", "order-1"),
        ("ceased_looked_after", "looked_after-1"),
    ] == [(event["event"], event["episode"]) for event in told(piece)]
    assert _allowed(piece)


def test_reviews_and_absences_belong_to_the_care_of_their_day() -> None:
    """On the last day of care, too; each absence is an episode of its own."""
    piece = one(
        "03/06/2024,S,V2,U4,20/09/2024,E7,,",
        reviews=["28/06/2024,PN1", "20/09/2024,"],
        missing=["A,01/08/2024,", "M,01/07/2024,03/07/2024"],
    )
    held = {"event": "looked_after_review_held", **CARE}
    gone = {"event": "went_missing", "follows": "looked_after-1"}
    first, second = ({"episode": f"missing-{number}"} for number in (1, 2))
    assert [
        {**held, "at": "2024-06-28", "participation": "PN1", "code": "PN1"},
        {**held, "at": "2024-09-20"},
        {**gone, "at": "2024-07-01", **first, "kind": "missing", "code": "M"},
        {"event": "returned", "at": "2024-07-03", **first},
        {
            **gone,
            "at": "2024-08-01",
            **second,
            "kind": "unauthorised_absence",
            "code": "A",
        },
    ] == told(piece)[4:]
    assert [] == codes(piece)
    assert _allowed(piece)


def test_a_label_after_the_code_changes_nothing() -> None:
    """An export of Jersey writes the words of its own law after the code."""
    labelled = one(
        "03/06/2024,s,V2 single period of accommodation under Article 17,u4,,"
    )
    assert told(one("03/06/2024,S,V2,U4,,")) == told(labelled)
    assert [] == codes(labelled)


def test_the_header_tells_of_the_child() -> None:
    """Born when; unaccompanied, where the child is listed; not said otherwise."""
    here, other = pieces(
        header=(f"{CHILD},14/05/2010", "C-0002,29/02/2012"),
        episodes=(f"{CHILD},03/06/2024,S,V2,U4,,",),
        uasc=(f"{CHILD},14/05/2028",),
    )
    assert (date(2010, 5, 14), True) == (
        here.journey.child.born,
        here.journey.child.unaccompanied,
    )
    assert (date(2012, 2, 29), None) == (
        other.journey.child.born,
        other.journey.child.unaccompanied,
    )
    assert "england" == here.journey.jurisdiction.name
    assert (2, 3) == (here.line, other.line)


def test_the_return_records_what_its_files_can_hold() -> None:
    """Without a file of reviews it is silent on reviews, and always on visits."""
    bare = one("03/06/2024,S,V2,U4,,").journey.chronology.records
    whole = one(
        "03/06/2024,S,V2,U4,,", reviews=["28/06/2024,PN1"], missing=[]
    ).journey.chronology.records
    added = {"looked_after_review_held", "went_missing", "returned"}
    assert added == (whole.events or frozenset()) - (bare.events or frozenset())
    assert 12 == len(bare.events or ())
    assert not whole.has("looked_after_visit_made")


@pytest.mark.parametrize(
    ("episodes", "days", "expected"),
    [
        (["03/06/2024,S,V2,U4,,"], {}, ("2024-04-01", "2025-03-31")),
        (["31/03/2024,S,V2,U4,,"], {}, ("2023-04-01", "2024-03-31")),
        # It began before the return did; its end is of the return.
        (
            ["03/06/2015,S,V2,U4,01/04/2024,E7,,"],
            {},
            ("2024-04-01", "2025-03-31"),
        ),
        (
            ["03/06/2015,S,V2,U4,31/03/2023,X1,,", "31/03/2023,P,V2,U4,01/05/2024,E7,"],
            {},
            ("2022-04-01", "2025-03-31"),
        ),
        # An end that cannot be true says nothing.
        (["03/06/2024,S,V2,U4,03/06/2004,E7,,"], {}, ("2024-04-01", "2025-03-31")),
        (["soon,S,V2,U4,03/06/2004,E7,,"], {}, (None, None)),
        (
            ["03/06/2024,S,V2,U4,,"],
            {"start": date(2020, 1, 1)},
            ("2020-01-01", "2025-03-31"),
        ),
        (
            ["03/06/2024,S,V2,U4,,"],
            {"end": date(2024, 3, 3)},
            ("2023-04-01", "2024-03-03"),
        ),
        (["soon,S,V2,U4,,"], {"end": date(2024, 3, 3)}, (None, "2024-03-03")),
        (["01/01/0001,S,V2,U4,,"], {}, ("0001-01-01", "0001-03-31")),
        (["31/12/9999,S,V2,U4,,"], {}, ("9999-04-01", "9999-12-31")),
    ],
)
def test_the_collection_years_are_those_of_the_episodes(
    episodes: list[str], days: dict[str, date], expected: tuple[str | None, str | None]
) -> None:
    """From 1 April to 31 March, or as it is given."""
    [piece] = pieces(
        episodes=tuple(f"{CHILD},{row}" for row in episodes),
        reviews=(f"{CHILD},01/01/2001,PN1",),
        days=days,
    )
    records = piece.journey.chronology.records
    assert expected == tuple(
        day and day.isoformat() for day in (records.start, records.end)
    )
