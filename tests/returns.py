"""Builds looked-after children returns (SSDA903) for the tests."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from hypothesis import strategies as st

from casework.adapters.reading import Read, Unread
from casework.adapters.ssda903 import read_ssda903
from tests.census import codes, told
from tests.source import ROOT

__all__ = [
    "CHILD",
    "COLUMNS",
    "SAMPLE",
    "codes",
    "folder_of",
    "named",
    "one",
    "pieces",
    "rows",
    "told",
]

SAMPLE: Final = ROOT / "examples" / "data" / "ssda903"
CHILD: Final = "C-0001"
COLUMNS: Final = {
    "header": "CHILD,DOB",
    "episodes": "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,URN,REASON_PLACE_CHANGE",
    "reviews": "CHILD,REVIEW,REVIEW_CODE",
    "missing": "CHILD,MISSING,MIS_START,MIS_END",
    "uasc": "CHILD,DUC",
}


def folder_of(folder: Path, **files: Sequence[str] | bytes) -> Path:
    """Write a return, each file as its rows or as bytes."""
    for name, told_in in {"header": (f"{CHILD},14/05/2010",), **files}.items():
        text = (
            told_in
            if isinstance(told_in, bytes)
            else "\n".join((COLUMNS[name], *told_in, "")).encode()
        )
        (folder / f"{name}.csv").write_bytes(text)
    return folder


def pieces(
    *, days: dict[str, date | str] | None = None, **files: Sequence[str] | bytes
) -> list[Read | Unread]:
    """Read a return, children and rows that could not be read."""
    with TemporaryDirectory() as folder:
        return list(read_ssda903(folder_of(Path(folder), **files), **(days or {})))


def one(*episodes: str, **files: Sequence[str]) -> Read:
    """Read the only child of a return, whose rows leave out the child."""
    told_in = {"episodes": episodes, **files}
    [piece] = pieces(
        **{
            name: tuple(f"{CHILD},{row}" for row in said)
            for name, said in told_in.items()
        }
    )
    assert isinstance(piece, Read)
    return piece


def named(piece: Read, *names: str) -> list[dict[str, object]]:
    """Give the events of some names, as short as they can be told."""
    return [event for event in told(piece) if event["event"] in names]


_DAYS: Final = st.sampled_from(
    [f"{day}/0{month}/2017" for month in (5, 6) for day in ("01", "15", "30")]
    + ["", "31/06/2017", "2017-06-01", "31/12/9999", "01/01/0001", "soon"]
)
_CHILDREN: Final = st.sampled_from(["1", "2", "2", "3", ""])


def _row(*cells: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(_CHILDREN, *cells).map(",".join)


def _codes(text: str) -> st.SearchStrategy[str]:
    return st.sampled_from([*text.split(), "", "?"])


rows: Final = {
    "header": _row(_DAYS),
    "episodes": _row(
        _DAYS,
        _codes("S L P T B U Q"),
        _codes("C1 C2 E1 L1 L2 V2 V4 J2"),
        _codes("U1 U4 T0 T2 A3 K1 P1 Z9"),
        _DAYS,
        _codes("X1 X1 X1 E4A E2 E99"),
        _codes("1 2"),
        _codes("CARPL"),
    ),
    "reviews": _row(_DAYS, _codes("PN1 PN4")),
    "missing": _row(_codes("M A"), _DAYS, _DAYS),
    "uasc": _row(_DAYS),
}
"""A row of each file that may say anything, of any of three children or none."""
