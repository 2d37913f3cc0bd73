"""The sections of the page: which figures stand together, and how they are told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from casework.reporting.figure import Figure
from casework.reporting.measure import Measure, Unit
from casework.reporting.notes import is_told, notes_on
from casework.reporting.page.charts import share_bar, trend
from casework.reporting.report import Report
from casework.reporting.rows import HIDDEN, rounded, said, said_number

SUBJECTS: Final[Mapping[str, tuple[str, ...]]] = {
    "The front door": ("contacts", "early_help"),
    "Referrals and assessments": ("referrals", "assessments"),
    "Enquiries and conferences": ("article_42", "conferences"),
    "Protection plans": ("plans",),
    "Children in need": ("child_in_need",),
    "Children looked after": ("looked_after", "reviews"),
    "Placements": ("placements",),
    "Care leavers": ("care_leavers",),
    "Missing, courts, secure accommodation and complaints": (
        "missing",
        "proceedings",
        "secure",
        "complaints",
    ),
    "From one stage to the next": ("conversion",),
    "Caseloads and allocation": ("caseload", "allocation"),
    "Oversight and recording": ("oversight", "recording"),
}
"""The headings of the page, and the subjects of measures under each."""

KEY: Final = (
    "referrals.rate",
    "referrals.again",
    "assessments.in_time.published",
    "article_42.rate",
    "conversion.enquiry_to_conference",
    "conferences.in_time.published",
    "plans.count",
    "plans.reviewed_in_time.published",
    "looked_after.count",
    "placements.many",
    "reviews.children_in_time",
    "caseload.average",
    "timeliness.all.compliance",
    "timeliness.all.in_date",
)
"""The figures at the top, where the files tell them."""

YEAR: Final = 12
TIMELY: Final = "timeliness."
KINDS: Final = ("published", "compliance", "in_date")


@frozen(kw_only=True)
class Bar:
    """One band or kind: its words, its count, its share and its bar."""

    label: str
    count: str
    percent: str
    bar: str


@frozen(kw_only=True)
class Shown:
    """A figure as the page shows it."""

    measure: Measure
    number: str
    of: str
    said: str
    words: str
    unit: str
    middle: str
    notes: tuple[str, ...]
    bars: tuple[Bar, ...]
    months: tuple[tuple[str, str], ...]
    trend: str


@frozen(kw_only=True)
class Rule:
    """The three figures of one rule, the days late, and how compliance went."""

    title: str
    published: Shown | None
    compliance: Shown | None
    in_date: Shown | None


@frozen(kw_only=True)
class Section:
    """A heading, its figures, and their months by year."""

    title: str
    anchor: str
    figures: tuple[Shown, ...]
    years: tuple[tuple[str, ...], ...]

    @property
    def has_trends(self) -> bool:
        """Whether any of its figures is told month by month."""
        return any(one.trend for one in self.figures)


def sections(report: Report) -> Iterator[Section]:
    """Give the sections of which the files tell something, in order."""
    told = [one for one in report.figures() if is_told(one)]
    for title, subjects in SUBJECTS.items():
        figures = [one for one in told if one.measure.subject in subjects]
        if figures:
            yield Section(
                title=title,
                anchor=subjects[0].replace("_", "-"),
                figures=tuple(shown(one, report) for one in figures),
                years=tuple(years(report)),
            )


def rules(report: Report) -> Iterator[Rule]:
    """Give the rules of which a deadline is on the record, all of them first."""
    for id_ in report.measures:
        name, _, kind = id_.rpartition(".")
        if name.startswith(TIMELY) and kind == "compliance":
            figures = {one: _of_rule(report, f"{name}.{one}") for one in KINDS}
            title = report.measures[id_].title.removesuffix(": compliance")
            yield Rule(title=title, **figures)


def _of_rule(report: Report, id_: str) -> Shown | None:
    return shown(report.figure(id_), report) if id_ in report.measures else None


def key_figures(report: Report) -> Iterator[Shown]:
    """Give the figures for the top of the page."""
    for id_ in KEY:
        if id_ in report.measures and report.figure(id_).value is not None:
            yield shown(report.figure(id_), report)


def untold(report: Report) -> tuple[Measure, ...]:
    """Give the measures of which the files tell nothing."""
    return tuple(one.measure for one in report.figures() if not is_told(one))


def shown(figure: Figure, report: Report) -> Shown:
    """Give a figure as the page shows it."""
    months = report.series(figure.measure.id)
    return Shown(
        measure=figure.measure,
        number=said_number(figure.numerator, hidden=figure.is_hidden),
        of=said_number(figure.denominator, hidden="denominator" in figure.hidden),
        said=said(figure),
        words=figure.words,
        unit=_unit(figure.measure),
        middle=_middle(figure),
        notes=notes_on(figure),
        bars=tuple(_bars(figure)),
        months=tuple((f"{one.span.first:%Y-%m}", said(one)) for one in months),
        trend=trend(months) if _has_a_trend(months) else "",
    )


def _unit(measure: Measure) -> str:
    return "" if measure.unit in (Unit.COUNT, Unit.PERCENT) else measure.unit.value


def _middle(figure: Figure) -> str:
    if figure.median is None:
        return ""
    longest = figure.longest
    most = "" if longest is None else f", longest {said_number(longest)}"
    return f"median {said_number(figure.median)}{most} ({figure.measure.sizes})"


def _bars(figure: Figure) -> Iterator[Bar]:
    # Of a count the parts are parts of the numerator.
    whole = figure.denominator if figure.denominator is not None else figure.numerator
    for part in figure.parts:
        if part.count is None:
            yield Bar(label=part.label, count=HIDDEN, percent="", bar="")
            continue
        share = f"{rounded(100 * part.count / whole)} %" if whole else ""
        bar = share_bar(part.label, part.count, whole) if whole else ""
        yield Bar(label=part.label, count=f"{part.count:,}", percent=share, bar=bar)


def _has_a_trend(months: Sequence[Figure]) -> bool:
    return len(months) > 1 and any(one.value is not None for one in months)


def years(report: Report) -> Iterable[tuple[str, ...]]:
    """Give the months of a report, twelve at a time."""
    names = [f"{month.first:%Y-%m}" for month in report.months]
    return (tuple(names[n : n + YEAR]) for n in range(0, len(names), YEAR))
