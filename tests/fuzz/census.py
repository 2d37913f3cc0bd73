"""The census: each child is read or kept, each date of it becomes an event."""

from collections import Counter
from typing import Final

from casework.adapters.cin import read_cin
from casework.adapters.cin.returned import PARTS
from casework.adapters.reading import Read, Unread
from casework.dates import iso
from casework.errors import BadFile
from casework.events import UnreadEvent
from tests.census import SAMPLES, census, child, tag, tags
from tests.fuzz.places import written
from tests.fuzz.target import Target, codes, judged, kind_of, round_trip
from tests.fuzz.xml_nodes import Node, Path, nodes_in

DATED: Final[frozenset[Path]] = frozenset(
    tuple(one.split("/"))
    for one in (
        "ChildIdentifiers/PersonDeathDate",
        "CINdetails/CINreferralDate",
        "CINdetails/CINclosureDate",
        "CINdetails/Assessments/AssessmentActualStartDate",
        "CINdetails/Assessments/AssessmentAuthorisationDate",
        "CINdetails/Section47/S47ActualStartDate",
        "CINdetails/CINPlanDates/CINPlanStartDate",
        "CINdetails/CINPlanDates/CINPlanEndDate",
        "CINdetails/ChildProtectionPlans/CPPstartDate",
        "CINdetails/ChildProtectionPlans/CPPendDate",
        "CINdetails/ChildProtectionPlans/Reviews/CPPreviewDate",
    )
)
# A return may tell of one conference twice: of its days at least one event is made.
CONFERENCES: Final[frozenset[Path]] = frozenset(
    {
        ("CINdetails", "DateOfInitialCPC"),
        ("CINdetails", "Section47", "DateOfInitialCPC"),
    }
)


GROUPS = ("Message",), ("Message", "Children")


def check(data: bytes) -> set[str]:
    """Read a census; see that no child, no date and no strange element is lost."""
    holder, well_formed = nodes_in(data)
    with written(data, "census.xml") as path:
        pieces, fault = _read(str(path))
    children = [node for _, node in _children(holder)]
    told = [piece for piece in pieces if _of_a_child(piece)]
    if fault is None:
        assert well_formed
        assert len(children) == len(told)
        assert _strange(holder) == len(pieces) - len(told)
    elif not well_formed and "is refused" not in fault.why:
        assert len(children) == len(told)
    for node, piece in zip(children, told, strict=False):
        _kept(node, piece)
    seen = {f"fault {kind_of(fault.why)}"} if fault else set()
    return seen.union(*map(_seen, pieces))


def _read(path: str) -> tuple[list[Read | Unread], BadFile | None]:
    pieces: list[Read | Unread] = []
    try:
        pieces.extend(read_cin(path))
    except BadFile as fault:
        assert fault.line
        assert path == fault.file
        return pieces, fault
    return pieces, None


def _seen(piece: Read | Unread) -> set[str]:
    assert piece.line
    if isinstance(piece, Unread):
        return {f"unread {kind_of(piece.why)}"}
    assert all(one.line for one in piece.findings)
    round_trip(piece.journey)
    return codes(piece.findings) | judged(piece.journey)


def _children(holder: Node) -> list[tuple[Path, Node]]:
    places = ("Message", "Child"), ("Message", "Children", "Child")
    return [(p, node) for p, node in holder.below() if p in places and node.whole]


def _of_a_child(piece: Read | Unread) -> bool:
    return isinstance(piece, Read) or piece.text.startswith("<Child>")


def _strange(holder: Node) -> int:
    """Count what stands beside the children and is not of the return."""
    found = 0
    for path, node in holder.below():
        if path in GROUPS:
            found += bool(node.text)
        elif path[:-1] in GROUPS and node.name in {"Message", "Children"}:
            found += bool(node.text or node.inside)
        elif path[:-1] in GROUPS:
            found += node.name not in {"Header", "Child"}
    return found


def _kept(node: Node, piece: Read | Unread) -> None:
    assert node.line == piece.line
    if isinstance(piece, Unread):
        assert all(one.text in piece.text for _, one in node.below() if _safe(one))
        return
    days = Counter(map(_day, piece.journey.chronology.events))
    within = [(path, one) for path, one in node.below() if not one.inside and one.text]
    dated = Counter(one.text for path, one in within if path in DATED)
    assert not dated - days, dated - days
    held = {one.text for path, one in within if path in CONFERENCES}
    assert held <= days.keys(), held - days.keys()
    found = {(one.code, one.line) for one in piece.findings}
    for path, one in node.below():
        if one.name not in PARTS.get(_parent(path), ()) and _in_place(path[:-1]):
            place = "unknown_element", "misplaced_element"
            assert any((code, one.line) in found for code in place), path


def _safe(node: Node) -> bool:
    return not node.inside and not set("&<>") & set(node.text)


def _day(event: object) -> str:
    return event.raw["at"] if isinstance(event, UnreadEvent) else iso(event.at)


def _parent(path: Path) -> str:
    return path[-2] if len(path) > 1 else "Child"


def _in_place(path: Path) -> bool:
    pairs = zip(("Child", *path), path, strict=False)
    return all(name in PARTS.get(parent, ()) for parent, name in pairs)


def _words() -> tuple[bytes, ...]:
    names = sorted({*PARTS, *(name for parts in PARTS.values() for name in parts)})
    elements = [f"<{name}>2024-06-03</{name}>" for name in names]
    tags_ = [text for name in names for text in (f"<{name}>", f"</{name}>")]
    more = (
        *('<?xml version="1.0" encoding="latin-1"?>', "<!DOCTYPE a>", "<!-- -->"),
        *('<!DOCTYPE a [<!ENTITY e "2024-06-03">]>', "&e;", "&amp;", "&#50;", "&#0;"),
        *("<![CDATA[2024-06-03]]>", "<a:b xmlns:a='u'>", "</a:b>", "<?p?>", "<a/>"),
        *("NEG", "PHY", "XXX", "1", "0", "true", "false", "2024-06-03", "NONE"),
    )
    return tuple(one.encode() for one in (*names, *elements, *tags_, *more))


def _seeds() -> tuple[bytes, ...]:
    plan = tag("ChildProtectionPlans", tags(CPPstartDate="2024-07-01"))
    enquiry = tag(
        "Section47",
        tags(S47ActualStartDate="2024-06-10", DateOfInitialCPC="2024-07-01"),
    )
    told = tags(CINreferralDate="2024-06-03", CINclosureDate="2024-09-30")
    small = census(child(told + enquiry + plan), child(told, id_="C-0002"))
    return SAMPLES[0].read_bytes(), small, census()


TARGET: Final = Target(name="census", seeds=_seeds(), words=_words(), check=check)
