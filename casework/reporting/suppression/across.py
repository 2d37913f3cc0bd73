"""What adds up between the measures of a report."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final, TypeAlias

from casework.reporting.measure import Measure
from casework.reporting.measures.conversions import CONVERSIONS
from casework.reporting.measures.reviews import NONE_DUE
from casework.reporting.measures.telling import NOT_SAID
from casework.reporting.suppression.table import Cells

Said: TypeAlias = tuple[str, str]
"""A measure, and which number of its figure."""

CONTACTS: Final = "contacts.decisions"
EARLY_HELP: Final = "conversion.early_help_to_step_up"
KINDS: Final = "placements.kinds"
LOOKED_AFTER: Final = ("looked_after.count", "numerator")
REVIEWED: Final = "reviews.children_in_time"
UNKNOWN: Final = f"left out: {NOT_SAID}"

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
    ((EARLY_HELP, "numerator"), (("early_help.outcomes", "part: stepped up"),)),
    (
        (f"{EARLY_HELP}.period", "numerator"),
        (("early_help.outcomes", "part: stepped up"),),
    ),
    (LOOKED_AFTER, ((REVIEWED, "denominator"), (REVIEWED, f"left out: {NONE_DUE}"))),
    # Who is looked after lives somewhere.
    (LOOKED_AFTER, ((KINDS, "numerator"), (KINDS, UNKNOWN))),
    (
        LOOKED_AFTER,
        (("placements.family", "denominator"), ("placements.family", UNKNOWN)),
    ),
    (
        LOOKED_AFTER,
        (
            ("placements.out_of_area", "denominator"),
            ("placements.out_of_area", UNKNOWN),
        ),
    ),
    # On the average of one day are those of that day.
    (LOOKED_AFTER, (("looked_after.average", "numerator"),)),
    (("plans.started", "numerator"), (("conferences.decisions", "part: plan"),)),
    (
        ("plans.count", "numerator"),
        (
            ("plans.reviewed_in_time.published", "denominator"),
            ("plans.duration_open", "part: 3 months or less"),
        ),
    ),
    (
        ("plans.duration_open", "numerator"),
        (
            ("plans.reviewed_in_time.published", "denominator"),
            ("plans.duration_open", "part: 3 months or less"),
        ),
    ),
    # Where nobody comes twice, the children are as many as the times.
    (("missing.children", "numerator"), (("missing.reports", "numerator"),)),
    (("referrals.children_again", "denominator"), (("referrals.count", "numerator"),)),
    (("referrals.children_again", "numerator"), (("referrals.again", "numerator"),)),
    # Where every child has one worker, a social worker, they are the same.
    (("caseload.with_worker", "numerator"), (("caseload.average", "numerator"),)),
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
    (("looked_after.families", "numerator"), (LOOKED_AFTER,)),
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
    (("oversight.rag_rated", "numerator"), (("oversight.ratings", "numerator"),)),
)

DONE: Final[Mapping[str, Said]] = {
    "contact.decision": (CONTACTS, "numerator"),
    "referral.decision": ("referrals.decisions", "numerator"),
    "conference.review": ("conferences.reviews", "numerator"),
    "review.looked_after": ("reviews.count", "numerator"),
}
"""What is done for the deadlines of a rule, each for one: they are as many."""


def across(cells: Cells, measures: Mapping[str, Measure]) -> None:
    """Say what adds up between measures, over all the days and in each month."""
    sums = (
        *SUMS,
        *_both_ways(),
        *_by_rule(measures),
        *_done(measures),
        *_defined_twice(measures),
        *_left_out(cells, measures),
    )
    for month in dict.fromkeys(month for _, month, _ in cells.named):
        for whole, parts in sums:
            _add_up(cells, month, whole, parts)


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


def _both_ways() -> Iterator[tuple[Said, tuple[Said, ...]]]:
    """Where nothing leads on from before the period, both ways count the same."""
    for way in CONVERSIONS:
        cohort = f"conversion.{way.id}"
        yield (f"{cohort}.period", "numerator"), ((cohort, "numerator"),)


def _by_rule(
    measures: Collection[str],
) -> Iterator[tuple[Said, tuple[Said, ...]]]:
    """All rules together are the sum of each; of children, where none has two."""
    for kind in ("published", "compliance", "in_date"):
        rules = _rules(measures, kind)
        for name in ("numerator", "denominator"):
            yield (f"timeliness.all.{kind}", name), tuple((one, name) for one in rules)


def _left_out(
    cells: Cells, measures: Collection[str]
) -> Iterator[tuple[Said, tuple[Said, ...]]]:
    rules = _rules(measures, "compliance")
    whole = "timeliness.all.compliance"
    names = (name for id_, _, name in cells.named if id_ == whole)
    for name in dict.fromkeys(names):
        if name.startswith("left out"):
            yield (whole, name), tuple((one, name) for one in rules)


def _done(measures: Collection[str]) -> Iterator[tuple[Said, tuple[Said, ...]]]:
    for rule, done in DONE.items():
        rules = _rules(measures, f"{rule}.published")
        yield done, tuple((one, "denominator") for one in rules)


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
