"""A report as one page of HTML: nothing else is loaded, and it prints on A4."""

from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from casework.reporting.measures import timeliness
from casework.reporting.notes import heading, notes_of
from casework.reporting.page.sections import (
    key_figures,
    rules,
    sections,
    untold,
    years,
)
from casework.reporting.report import Report
from casework.version import VERSION

_PAGES: Final = Environment(
    loader=PackageLoader("casework.reporting.page", "."),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def page(report: Report) -> str:
    """Give a report as one page of HTML.

    Parameters
    ----------
    report
        The figures; with months where it was asked for by month, and with small
        numbers hidden where it was suppressed. The page says whether they are.

    Examples
    --------
    >>> from casework.reporting import report
    >>> page(report([], "2025-01-01", "2025-12-31")).splitlines()[0]
    '<!doctype html>'
    """
    told = tuple(sections(report))
    measures = [one.measure for section in told for one in section.figures]
    return _PAGES.get_template("report.html").render(
        report=report,
        heading=heading(report),
        notes=notes_of(report),
        key=tuple(key_figures(report)),
        sections=told,
        rules=tuple(rules(report)),
        three=list(timeliness.MEASURES),
        years=tuple(years(report)),
        measures=measures,
        untold=untold(report),
        version=VERSION,
    )
