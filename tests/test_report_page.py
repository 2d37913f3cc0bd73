"""The page of a report: whole in one file, and read as a browser reads it."""

import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest

from casework.adapters.cin import read_cin
from casework.adapters.reading import Read
from casework.adapters.ssda903 import read_ssda903
from casework.reporting import Report, report, suppress
from casework.reporting.page import page
from casework.reporting.page.charts import described
from tests.commands import CENSUS
from tests.source import ROOT
from tests.test_suppression import suppressed

RETURN: Final = ROOT / "examples" / "data" / "ssda903"
CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser")
A4: Final = (595, 842)


@cache
def told() -> str:
    """Give the page of the report on some children of the sample census."""
    return page(suppressed())


class Tags(HTMLParser):
    """Gathers what stands in a page: tags with what they say, and what they close."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.unclosed: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "hr", "img", "link", "input"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """See that it closes what was opened last."""
        if not self.open or self.open.pop() != tag:
            self.unclosed.append(tag)


def test_every_tag_is_closed_and_every_id_is_its_own() -> None:
    """The page is sound HTML."""
    tags = Tags(told())
    ids = [str(says["id"]) for _, says in tags.tags if "id" in says]
    assert ([], []) == (tags.open, tags.unclosed)
    assert len(set(ids)) == len(ids)


def test_every_link_leads_somewhere_in_the_page() -> None:
    """Each number is linked to its definition, which is there."""
    tags = Tags(told()).tags
    ids = {says.get("id") for _, says in tags}
    links = [str(says["href"]) for tag, says in tags if tag == "a"]
    assert links
    assert [] == [link for link in links if link[0] != "#" or link[1:] not in ids]


def test_every_measure_that_is_told_has_its_definition() -> None:
    """Its id, its words and its source; of the rules, those of the three figures."""
    for figure in suppressed().figures():
        measure = figure.measure
        of_a_rule = measure.subject == "timeliness" and ".all." not in measure.id
        if figure.numerator is not None and not of_a_rule:
            assert f'<dt id="{measure.id}">' in told()


def test_nothing_is_loaded() -> None:
    """No script, no link to elsewhere, no picture that is not in the page."""
    tags = Tags(told()).tags
    assert not {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object"}
    assert not re.search(r"(src|href)=.(?!#)|@import|url\(", told())


def test_every_chart_says_what_it_shows() -> None:
    """A title, a description, and the role of a picture."""
    charts = re.findall(r"<svg.*?</svg>", told(), re.DOTALL)
    assert 20 < len(charts)
    for chart in charts:
        assert 'role="img"' in chart
        assert re.search(r"<title>.+</title><desc>.+</desc>", chart)


def test_every_number_of_a_chart_stands_in_a_table_too() -> None:
    """Month by month, and band by band."""
    for figure in suppressed().figures():
        months = suppressed().series(figure.measure.id)
        of_a_rule = figure.measure.subject == "timeliness"
        if any(one.value for one in months) and not of_a_rule:
            assert f'<th scope="row">{figure.measure.title}' in told()


def test_what_is_hidden_is_not_in_the_page() -> None:
    """The page says that it hides, and where."""
    assert "Numbers from 1 to 4 are hidden" in told()
    assert "<strong>hidden</strong>" in told()
    assert "Small numbers are not hidden" in page(
        report([], "2025-01-01", "2025-01-31")
    )


def test_a_trend_in_words() -> None:
    """From when to when, the lowest, the highest, and what is hidden."""
    words = described(suppressed().series("referrals.count"))
    assert re.fullmatch(
        r"From \d+ in April 2024, \d+ in \w+ \d+; lowest \d+ in \w+ \d+, highest "
        r"\d+ in \w+ \d+(; hidden in \d+ of 12 months)?\.",
        words,
    )
    nothing = report([], "2025-01-01", "2025-03-31", by_month=True)
    assert "No month has a figure" in described(nothing.series("referrals.again"))


def test_words_of_a_source_are_safe() -> None:
    """What looks like HTML in a title is text."""
    assert "&lt;" not in told()
    assert "Children's social care" in told() or "Children&#39;s social care" in told()


# A browser, where there is one.


# What a browser is, only the library knows that may not be there.
Browser: TypeAlias = Any


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give a headless browser, or skip where there is none."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="playwright is not installed: casework[browser]"
    )
    with playwright.sync_playwright() as play:
        own = Path(play.chromium.executable_path).exists()
        if CHROMIUM is None and not own:
            pytest.skip("no Chromium: run `playwright install chromium`")
        chromium = play.chromium.launch(
            executable_path=None if own else CHROMIUM, args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


def of_the_census() -> Report:
    """Give the report on the whole sample census."""
    found = (line.journey for line in read_cin(CENSUS) if isinstance(line, Read))
    return report(found, "2024-04-01", "2025-03-31", population=21_519, by_month=True)


def of_the_return() -> Report:
    """Give the report on the sample return of children looked after."""
    found = (line.journey for line in read_ssda903(RETURN) if isinstance(line, Read))
    return report(found, "2017-04-01", "2018-03-31", population=21_519, by_month=True)


@pytest.mark.browser
@pytest.mark.parametrize("made", [of_the_census, of_the_return], ids=["CIN", "SSDA903"])
def test_the_page_in_a_browser(
    browser: Browser,
    made: Callable[[], Report],
    tmp_path: Path,
) -> None:
    """No error, no request, every chart told in words, and it prints on A4."""
    path = tmp_path / "report.html"
    path.write_text(page(suppress(made())), encoding="utf-8")
    tab = browser.new_page()
    asked: list[str] = []
    errors: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: errors.append(message.text))
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.goto(path.as_uri())
    assert ([path.as_uri()], []) == (asked, errors)
    assert 0 < tab.locator("svg").count() == tab.get_by_role("img").count()
    assert 0 == tab.locator("svg:not(:has(> title)), svg:not(:has(> desc))").count()
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert {A4} == sizes(tab.pdf(prefer_css_page_size=True))
    tab.close()


def sizes(printed: bytes) -> set[tuple[int, ...]]:
    """Give the sizes of the pages of a PDF, in points."""
    found = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", printed)
    return {tuple(round(float(length)) for length in size) for size in found}
