"""What adds up between the measures of a report."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final, TypeAlias

from casework.reporting.measure import Measure
from casework.reporting.measures.reviews import NONE_DUE
from casework.reporting.suppression.table import Cells

Said: TypeAlias = tuple[str, str]
"""A measure, and which number of its figure."""

CONTACTS: Final = "contacts.decisions"
KINDS: Final = "placements.kinds"
REVIEWED: Final = "reviews.children_in_time"

# A reader who knows what the measures mean knows that these add up; where the record
# makes one of them untrue, it is no sum.
SUMS: Final[tuple[tuple[Said, tuple[Said, ...]], ...]] = (
    (("contacts.to_early_help", "numerator"), ((CONTACTS, "part: early help"),)),
    (
        ("contacts.no_intervention", "numerator"),
        ((CONTACTS, "part: no further action"), (CONTACTS, "part: advice")),
    ),
    (("conversion.contact_to_referral", "numerator"), ((CONTACTS, "part: referral"),)),
    (
        ("conversion.conference_to_plan", "numerator"),
        (("conferences.decisions", "part: plan"),),
    ),
    (
        ("looked_after.count", "numerator"),
        ((REVIEWED, "denominator"), (REVIEWED, f"left out: {NONE_DUE}")),
    ),
    (("plans.started", "numerator"), (("conferences.decisions", "part: plan"),)),
    (
        ("plans.count", "numerator"),
        (
            ("plans.reviewed_in_time.published", "denominator"),
            ("plans.duration_open", "part: 3 months or less"),
        ),
    ),
    # Where no meeting was about two children, and no family has two, they are the same.
    (("conferences.meetings", "numerator"), (("conferences.count", "numerator"),)),
    (("conferences.families", "numerator"), (("conferences.count", "numerator"),)),
    (
        ("conferences.review_meetings", "numerator"),
        (("conferences.reviews", "numerator"),),
    ),
    (
        ("article_42.discussion_meetings", "numerator"),
        (("article_42.discussions", "numerator"),),
    ),
    (("plans.families", "numerator"), (("plans.count", "numerator"),)),
    (("looked_after.families", "numerator"), (("looked_after.count", "numerator"),)),
    (("placements.residential", "numerator"), ((KINDS, "part: residential"),)),
    (
        ("placements.family", "numerator"),
        (
            (KINDS, "part: foster"),
            (KINDS, "part: kinship"),
            (KINDS, "part: adoptive"),
            (KINDS, "part: parents"),
        ),
    ),
    (
        ("oversight.rag_rated", "numerator"),
        (
            ("oversight.ratings", "part: red"),
            ("oversight.ratings", "part: amber"),
            ("oversight.ratings", "part: green"),
        ),
    ),
)


def across(cells: Cells, measures: Mapping[str, Measure]) -> None:
    """Say what adds up between measures, over all the days and in each month."""
    months = {month for _, month, _ in cells.named}
    for month in months:
        for whole, parts in (*SUMS, *_by_rule(measures), *_defined_twice(measures)):
            _add_up(cells, month, whole, parts)
    for whole, parts in _left_out(cells, measures):
        _add_up(cells, None, whole, parts)


def _add_up(
    cells: Cells, month: int | None, whole: Said, parts: Collection[Said]
) -> None:
    total = cells.named.get((whole[0], month, whole[1]))
    found = [cells.named.get((id_, month, name)) for id_, name in parts]
    added = [cell for cell in found if cell is not None]
    if total is None or not added:
        return
    if cells.values[total] != sum(cells.values[cell] for cell in added):
        return
    if len(added) == 1:
        cells.same(added[0], total)
    else:
        cells.add_up(added, total)


def _by_rule(
    measures: Collection[str],
) -> Iterator[tuple[Said, tuple[Said, ...]]]:
    """All rules together are the sum of each."""
    for kind in ("published", "compliance"):
        rules = _rules(measures, kind)
        for name in ("numerator", "denominator"):
            yield (f"timeliness.all.{kind}", name), tuple((one, name) for one in rules)


def _left_out(
    cells: Cells, measures: Collection[str]
) -> Iterator[tuple[Said, tuple[Said, ...]]]:
    rules = _rules(measures, "compliance")
    whole = "timeliness.all.compliance"
    for id_, month, name in tuple(cells.named):
        if id_ == whole and month is None and name.startswith("left out"):
            yield (whole, name), tuple((one, name) for one in rules)


def _rules(measures: Collection[str], kind: str) -> list[str]:
    return [
        id_
        for id_ in measures
        if id_.startswith("timeliness.")
        and id_.endswith(f".{kind}")
        and not id_.startswith("timeliness.all.")
    ]


def _defined_twice(
    measures: Mapping[str, Measure],
) -> Iterator[tuple[Said, tuple[Said, ...]]]:
    """What a return bands by days, the rule of the same number counts too."""
    for measure in measures.values():
        for id_ in _rules(measures, "published"):
            if measure.parts and measure.rests_on and f".{measure.rests_on}." in id_:
                banded = (measure.id, "denominator")
                outside = (measure.id, "part: in none of these")
                yield banded, ((id_, "denominator"), outside)
                yield (measure.id, "numerator"), ((id_, "numerator"),)
