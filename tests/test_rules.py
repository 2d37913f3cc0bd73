"""The law that is shipped: nothing missing, nothing without its source."""

import pickle
import runpy
from collections.abc import Mapping
from datetime import date
from itertools import pairwise

import pytest
from attrs import evolve, frozen

from casework import england, jersey
from casework.errors import BadLaw, NotFound
from casework.law import (
    ADOPTED_NOTE,
    NOT_KNOWN,
    Authority,
    Basis,
    Law,
    Timescale,
    by_id,
)
from casework.law.england.not_modelled import NOT_MODELLED as NOT_IN_ENGLAND
from casework.law.jersey.not_modelled import NOT_MODELLED as NOT_IN_JERSEY
from casework.law.lengths import By, Within, by
from casework.law.listing import fingerprint, row, rows, status_row
from casework.law.not_modelled import LATER, NotModelled
from casework.law.pack import last_day_of
from casework.law.page import page
from casework.law.status import StatusTest
from casework.periods import Period, months, weeks
from tests.source import ROOT

PAGE = ROOT / "docs" / "rules.md"

# Checked in, so that no rule can vanish unseen: who adds one, adds it here.
ENGLAND = """
    referral.decision assessment.conclude assessment.update strategy.hold
    conference.initial core_group.first conference.review conference.transfer_in
    missing.return_interview police_protection.limit emergency_protection.limit
    child_assessment_order.limit order.expiry proceedings.conclude secure.unauthorised
    secure.authorised secure.review care_plan.make placement_plan.make
    remand.care_plan remand.placement_plan remand.detention_plan
    health.first_assessment health.review visit.parents_before_assessment
    visit.weekly_until_review visit.parents_care_order visit.long_term_foster
    visit.placement review.looked_after temporary_approval.limit short_break.visit
    short_break.review education_plan.make education_plan.review
    adoption.review_placed adoption.visit_placed needs.assess needs.assess_relevant
    pathway_plan.make pathway_plan.review leaving_care.review_accommodation
    leaving_care.adviser_visit leaving_care.offer private_fostering.first_visit
    private_fostering.visit complaint.stage_1 complaint.stage_2
"""
JERSEY = """
    contact.decision assessment.transfer enquiry.duty strategy.repeat_notification
    referral.decision assessment.conclude assessment.update strategy.hold
    conference.initial core_group.first conference.review conference.transfer_in
    police_protection.limit order.expiry secure.unauthorised secure.authorised
    placement.arrangements visit.placement review.looked_after care_plan.make
    health.first_assessment health.review education_plan.make education_plan.review
    personal_adviser.appoint needs.assess pathway_plan.make pathway_plan.review
    missing.return_interview complaint.acknowledge
"""
STATUSES_OF_ENGLAND = """
    status.eligible_child status.relevant_child status.former_relevant_child
    status.qualifying
"""
STATUSES_OF_JERSEY = "status.care_leaver_2022_law status.care_leaver_2020_offer"
ADOPTED_IN_JERSEY = """
    referral.decision assessment.conclude assessment.update strategy.hold
    conference.initial core_group.first conference.review conference.transfer_in
    care_plan.make health.first_assessment health.review education_plan.make
    education_plan.review needs.assess pathway_plan.review missing.return_interview
"""
REPORTED_IN_JERSEY = """
    contact.decision assessment.transfer personal_adviser.appoint pathway_plan.make
"""
# Of these only the first intervals are England's.
ADOPTED_IN_PART = "visit.placement review.looked_after"
# Jersey has an instrument for these that was not read, and they say so.
NOT_READ = """
    care_plan.make health.first_assessment health.review education_plan.make
    education_plan.review visit.placement review.looked_after
"""

# Every row of the review of the sources.
ROWS_OF_ENGLAND = (
    *(f"R{n}" for n in range(1, 14)),
    *(f"E{n}" for n in range(1, 8)),
    *(f"S{n}" for n in range(1, 8)),
    *(f"L{n}" for n in range(1, 38)),
    *(f"CL{n}" for n in range(1, 17)),
    *(f"P{n}" for n in range(1, 6)),
    *(f"AD{n}" for n in range(1, 6)),
    *(f"K{n}" for n in range(1, 5)),
)
ROWS_OF_JERSEY = (
    *(f"FD-{n}" for n in range(1, 9)),
    *(f"EH-{n}" for n in range(1, 4)),
    "AS-1",
    *(f"A42-{n}" for n in range(1, 5)),
    *(f"CP-{n}" for n in range(1, 5)),
    *("CO-1", "CO-2", "CO-2a", "CO-3", "CO-4", "CO-5", "CO-6"),
    *(f"SA-{n}" for n in range(1, 7)),
    *(f"LAC-{n}" for n in range(1, 8)),
    *(f"LC-{n}" for n in range(1, 7)),
    *("AD-1", "AD-2", "CM-1", "CM-2", "AG-1"),
    *(f"TM-{n}" for n in range(1, 14)),
)

# The rows that are rules, or will be, each with one of the rules that model it. Where
# the rule is not here yet the row must stand under LATER; once it is, it must not.
RULES_OF_ENGLAND = {
    "R1": "referral.decision",
    "R2": "assessment.conclude",
    "R3": "strategy.hold",
    "R4": "conference.initial",
    "R5": "core_group.first",
    "R6": "conference.review",
    "R7": "conference.review",
    "R8": "conference.transfer_in",
    "R13": "missing.return_interview",
    "E1": "police_protection.limit",
    "E2": "emergency_protection.limit",
    "E3": "child_assessment_order.limit",
    "E5": "proceedings.conclude",
    "E6": "order.expiry",
    "S1": "secure.unauthorised",
    "S2": "secure.unauthorised",
    "S3": "secure.authorised",
    "S4": "secure.authorised",
    "S5": "secure.authorised",
    "S7": "secure.review",
    "L1": "care_plan.make",
    "L2": "health.first_assessment",
    "L3": "health.review",
    "L4": "placement_plan.make",
    "L12": "temporary_approval.limit",
    "L13": "visit.placement",
    "L14": "visit.placement",
    "L15": "visit.placement",
    "L16": "visit.long_term_foster",
    "L17": "visit.parents_before_assessment",
    "L18": "visit.weekly_until_review",
    "L19": "visit.parents_care_order",
    "L23": "review.looked_after",
    "L24": "review.looked_after",
    "L25": "review.looked_after",
    "L26": "review.looked_after",
    "L31": "short_break.visit",
    "L32": "short_break.review",
    "L33": "remand.care_plan",
    "L34": "remand.detention_plan",
    "L36": "education_plan.make",
    "CL1": "status.eligible_child",
    "CL2": "status.relevant_child",
    "CL4": "status.former_relevant_child",
    "CL5": "status.qualifying",
    "CL6": "needs.assess",
    "CL7": "needs.assess_relevant",
    "CL8": "pathway_plan.make",
    "CL9": "pathway_plan.review",
    "CL10": "leaving_care.review_accommodation",
    "CL11": "leaving_care.adviser_visit",
    "CL15": "leaving_care.offer",
    "P3": "private_fostering.first_visit",
    "P4": "private_fostering.visit",
    "AD2": "adoption.review_placed",
    "AD3": "adoption.visit_placed",
    "K2": "complaint.stage_1",
    "K3": "complaint.stage_2",
}
RULES_OF_JERSEY = {
    "FD-1": "contact.decision",
    "FD-6": "strategy.repeat_notification",
    "FD-8": "assessment.transfer",
    "A42-1": "enquiry.duty",
    "A42-4": "strategy.repeat_notification",
    "CO-1": "police_protection.limit",
    "CO-2": "order.expiry",
    "CO-4": "order.expiry",
    "SA-1": "secure.unauthorised",
    "SA-2": "secure.unauthorised",
    "SA-3": "secure.unauthorised",
    "SA-4": "secure.authorised",
    "SA-5": "secure.authorised",
    "SA-6": "secure.authorised",
    "LAC-2": "placement.arrangements",
    "LC-1": "status.care_leaver_2022_law",
    "LC-2": "personal_adviser.appoint",
    "LC-3": "status.care_leaver_2020_offer",
    "LC-6": "pathway_plan.make",
    "CM-1": "complaint.acknowledge",
}

LAWS = (england.law, jersey.law)
VERSIONS = tuple(version for law in LAWS for version in law.listed())


@frozen
class Review:
    """What the review of the sources for one place found, and what became of it."""

    law: Law
    every_row: tuple[str, ...]
    ruled: Mapping[str, str]
    left_out: tuple[NotModelled, ...]

    def rows(self, *, here: bool) -> set[str]:
        """Give the rows that are rules already, or that will be."""
        name = self.law.jurisdiction
        ids = {*self.law.rules, *(test.id for test in self.law.tests)}
        known = {row: f"{name}.{rule}" in ids for row, rule in self.ruled.items()}
        return {row for row, is_here in known.items() if is_here == here}


REVIEWS = (
    Review(england.law, ROWS_OF_ENGLAND, RULES_OF_ENGLAND, NOT_IN_ENGLAND),
    Review(jersey.law, ROWS_OF_JERSEY, RULES_OF_JERSEY, NOT_IN_JERSEY),
)

STATUSES = tuple(test for law in LAWS for test in law.tests)

each_law = pytest.mark.parametrize("law", LAWS, ids=lambda law: law.jurisdiction)
each_version = pytest.mark.parametrize(
    "version", VERSIONS, ids=lambda version: f"{version.id} {version.in_force}"
)
each_status = pytest.mark.parametrize("status", STATUSES, ids=lambda status: status.id)
each_review = pytest.mark.parametrize(
    "review", REVIEWS, ids=lambda review: review.law.jurisdiction
)


@pytest.mark.parametrize(
    ("law", "checked_in"), [(england.law, ENGLAND), (jersey.law, JERSEY)]
)
def test_exactly_these_rules_are_shipped(law: Law, checked_in: str) -> None:
    """No rule can vanish, and none can slip in."""
    assert _ids(law, checked_in) == set(law.rules)


@pytest.mark.parametrize(
    ("law", "checked_in"),
    [(england.law, STATUSES_OF_ENGLAND), (jersey.law, STATUSES_OF_JERSEY)],
)
def test_exactly_these_status_tests_are_shipped(law: Law, checked_in: str) -> None:
    """No status can vanish, and none that only a rule names is left out."""
    assert _ids(law, checked_in) == {test.id for test in law.tests}
    assert law.tests == law.every_test


@each_status
def test_a_status_test_has_what_a_lawyer_would_ask_for(status: StatusTest) -> None:
    """Its words, where they stand and when they were read; a link where it binds."""
    assert status.words
    assert status.citation.provision
    assert date(2026, 11, 21) <= status.citation.read
    assert status.citation.url or not status.authority.binds_in_law


@each_version
def test_every_rule_has_what_a_lawyer_would_ask_for(version: Timescale) -> None:
    """A title, the source's words, where they stand, and when they were read."""
    assert version.title
    assert version.words
    assert version.citation.title
    assert version.citation.provision
    assert date(2026, 11, 21) <= version.citation.read
    assert version.starts
    assert version.met_by


@each_law
def test_every_source_was_read_on_the_day_of_the_review(law: Law) -> None:
    """Whoever reads one again says when, here too."""
    later = (one.citation for rule in law.listed() for one in rule.then)
    cited = (one.citation for one in (*law.listed(), *law.tests))
    read = {one.read for one in (*cited, *later) if one is not None}
    assert {date(2026, 11, 21)} == read


@each_version
def test_what_binds_in_law_says_where_it_can_be_read(version: Timescale) -> None:
    """A rule of an Act or of regulations has a link."""
    assert version.citation.url or not version.authority.binds_in_law


@each_version
def test_what_is_not_confirmed_says_why(version: Timescale) -> None:
    """A reader of one line learns why the number may be another."""
    assert version.note or version.basis is not Basis.UNCONFIRMED


@each_law
def test_the_versions_of_a_rule_follow_each_other(law: Law) -> None:
    """Each version begins when the last has ended; the listing says on which day."""
    for versions in law.rules.values():
        listed = [row(version, law) for version in versions]
        for earlier, later in pairwise(listed):
            assert earlier["to"] < later["from"]
            assert earlier["to"]


def test_these_numbers_are_england_s() -> None:
    """The checked-in list of Jersey's adopted rules, and of no others, says so."""
    adopted = {one["id"] for one in rows(jersey.law, basis=Basis.ADOPTED)}
    assert _ids(jersey.law, f"{ADOPTED_IN_JERSEY} {ADOPTED_IN_PART}") == adopted
    assert [] == list(rows(england.law, basis=Basis.ADOPTED))


def test_what_was_reported_is_listed_by_its_later_intervals_too() -> None:
    """Somebody said that it is done so, though not of how it begins."""
    reported = {one["id"] for one in rows(jersey.law, basis=Basis.REPORTED)}
    assert _ids(jersey.law, f"{REPORTED_IN_JERSEY} {ADOPTED_IN_PART}") == reported


@pytest.mark.parametrize("rule", ADOPTED_IN_JERSEY.split())
def test_an_adopted_rule_never_looks_like_jersey_law(rule: str) -> None:
    """It is practice, names England's rule and source, and says what it is."""
    (version,) = jersey.law.versions(f"jersey.{rule}")
    there = england.law.versions(f"england.{rule}")[0]
    said = row(version, jersey.law)
    assert Authority.PRACTICE is version.authority
    assert version.adopted_from is not None
    assert there.citation == version.adopted_from.citation
    assert (there.id, there.authority) == (
        said["adopted_from"],
        said["authority_there"],
    )
    assert ("practice", "adopted") == (said["authority"], said["basis"])
    assert "not known" == said["from"]
    assert said["note"].startswith("England's number; not known to apply in Jersey")
    assert _of_jersey(there.within) == version.within
    assert there.then == version.then


@pytest.mark.parametrize(
    ("rule", "length"),
    [("visit.placement", weeks(6)), ("review.looked_after", months(6))],
)
def test_what_was_reported_follows_what_is_adopted(rule: str, length: Period) -> None:
    """England's first intervals say so; the last, which repeats, names its source."""
    (version,) = jersey.law.versions(f"jersey.{rule}")
    first, last = version.interval(0), version.interval(len(version.then))
    there = england.law.versions(f"england.{rule}")[0]
    assert (there.within, there.citation) == (first.within, first.citation)
    assert (Basis.ADOPTED, Authority.PRACTICE) == (first.basis, first.authority)
    assert (Basis.REPORTED, Authority.PRACTICE) == (last.basis, last.authority)
    assert length == last.within
    assert last.citation is not None
    assert "28 April 2009" == last.citation.provision


@pytest.mark.parametrize("rule", NOT_READ.split())
def test_what_was_not_read_is_said(rule: str) -> None:
    """Jersey's own instrument may say otherwise, and the note names it."""
    (version,) = jersey.law.versions(f"jersey.{rule}")
    assert "Placement Regulations 2005) and was not read past" in version.note


@pytest.mark.parametrize("rule", ADOPTED_IN_JERSEY.split())
def test_the_page_says_what_an_adopted_rule_is(rule: str) -> None:
    """Its section names the note, the English rule and the English source."""
    section = _section(f"jersey.{rule}")
    citation = jersey.law.versions(f"jersey.{rule}")[0].citation
    assert ADOPTED_NOTE in section
    assert f"[england.{rule}](#england{rule.replace('.', '')})" in section
    assert str(citation) in section
    assert citation.url is None or f"<{citation.url}>" in section


@each_version
def test_the_page_has_every_version_of_every_rule(version: Timescale) -> None:
    """What the listing says of a version stands in the section of its rule."""
    section = _section(version.id)
    law = next(law for law in LAWS if version in law.rules.get(version.id, ()))
    for column, said in row(version, law).items():
        if column not in {"id", "jurisdiction", "adopted_from", "link"}:
            assert said in section.replace("\\", "")


@each_status
def test_the_page_has_every_status_test(status: StatusTest) -> None:
    """Who qualifies, at what age, on what count of days, and on whose word."""
    section = _section(status.id)
    for column, said in status_row(status).items():
        if column not in {"id", "link"}:
            assert said in section.replace("\\", "")
    assert status.citation.url is None or f"<{status.citation.url}>" in section


def test_the_page_has_every_family_in_its_order() -> None:
    """Which of several visits applies is read from the top."""
    for law in LAWS:
        for family, rules in law.families.items():
            section = _section(f"The family of rules: {family}")
            places = [section.index(f"[{rule}]") for rule in rules]
            assert sorted(places) == places


def test_a_reviewer_sees_every_part_of_a_rule() -> None:
    """What moves a due day, what counts from before, and how an allowance adds up."""
    said = {one["id"]: one for law in LAWS for one in rows(law)}
    secure = said["jersey.secure.unauthorised"]
    visit = said["england.visit.parents_care_order"]
    assert ("72 hours", "secure_authorised") == (
        secure["total"],
        secure["forgotten_after"],
    )
    assert "28 days: a civil day and the 27 before it" == secure["window"]
    assert "more than 48 hours" in secure["rolls_over"]
    assert secure["unless"].endswith("closed by the day that it states)")
    assert visit["family"].startswith("visit, asked as number 3 of 7")
    assert visit["anew_on"].startswith("order_made (kind: care")
    assert "while placed with parents (opened by" in visit["when"]
    assert (
        "looked_after_review_adjourned: by 20 working days, once"
        == said["england.review.looked_after"]["extended_by"]
    )
    early = ["england.care_plan.make", "england.health.first_assessment"]
    assert ["counts, however early", "counts in the 3 months before"] == [
        said[rule]["before"] for rule in early
    ]
    assert "at most 3 months (the first)" in said["jersey.secure.authorised"]["period"]


def test_the_page_is_fresh() -> None:
    """Nobody has to remember to write it: `python docs/generated.py` does."""
    assert page() == PAGE.read_text(encoding="utf-8")


def test_the_command_prints_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    """The page's first line names the command that writes it."""
    module = "casework.law.page"
    # By its path: pytest loads the modules of a plugin's package in a way of its own.
    runpy.run_path(str(ROOT / "casework" / "law" / "page.py"), run_name="__main__")
    printed = capsys.readouterr().out
    assert PAGE.read_text(encoding="utf-8") == printed
    assert printed.startswith(f"<!-- Generated by: python -m {module} -->\n")
    runpy.run_path(str(ROOT / "casework" / "law" / "page.py"), run_name=module)
    assert "" == capsys.readouterr().out


@each_review
def test_every_row_of_the_sources_is_accounted_for(review: Review) -> None:
    """A row is a rule that is here, or stands under "Not modelled", and never both."""
    left_out = [one.row for one in review.left_out]
    assert sorted(review.every_row) == sorted([*review.rows(here=True), *left_out])


@each_review
def test_a_row_waits_only_while_its_rule_does(review: Review) -> None:
    """Under LATER stand exactly the rows whose rule is named and not here yet."""
    waiting = {one.row for one in review.left_out if one.reason is LATER}
    assert review.rows(here=False) == waiting


@each_review
def test_what_is_left_out_says_what_and_why(review: Review) -> None:
    """Each row is a sentence of its own jurisdiction, and stands on the page."""
    text = PAGE.read_text(encoding="utf-8")
    for one in review.left_out:
        assert review.law.jurisdiction == one.jurisdiction
        assert one.what.endswith(".")
        assert f"| {one.row} | {one.what} |" in text


def test_rows_of_a_day_are_those_in_force() -> None:
    """On one day a rule has one version; a repealed one has none."""
    before = {
        one["id"]: one["basis"] for one in rows(england.law, on=date(2026, 3, 17))
    }
    after = {one["id"]: one["basis"] for one in rows(england.law, on=date(2026, 3, 18))}
    assert "verified" == before["england.conference.initial"]
    assert "unconfirmed" == after["england.conference.initial"]
    in_jersey = {one["id"] for one in rows(jersey.law, on=date(2024, 4, 1))}
    assert "jersey.strategy.repeat_notification" not in in_jersey


@each_law
def test_no_two_versions_have_one_fingerprint(law: Law) -> None:
    """Any change to what a rule does, or to its source, shows; receipts quote it."""
    versions = law.listed()
    found = {fingerprint(version) for version in versions}
    assert len(versions) == len(found)
    assert {16} == {len(one) for one in found}


@each_version
def test_a_rule_is_the_same_rule_in_another_process(version: Timescale) -> None:
    """It equals its copy, and a receipt of either quotes one fingerprint."""
    copied = pickle.loads(pickle.dumps(version))
    assert (version, fingerprint(version)) == (copied, fingerprint(copied))


def test_a_rule_without_its_parts_is_refused() -> None:
    """What a lawyer would ask for is never left out, and "adopted" says from where."""
    rule = england.law.listed()[0]
    with pytest.raises(BadLaw, match="needs an id, a title, words and a source"):
        evolve(rule, words="")
    with pytest.raises(BadLaw, match=r"is adopted from where\?"):
        evolve(rule, basis=Basis.ADOPTED)
    (adopted,) = jersey.law.versions("jersey.strategy.hold")
    with pytest.raises(BadLaw, match=r"is adopted from where\?"):
        evolve(adopted, basis=Basis.VERIFIED)
    (anew,) = england.law.versions("england.visit.parents_care_order")
    with pytest.raises(BadLaw, match=r"starts anew in which family\?"):
        evolve(anew, family=None)
    with pytest.raises(BadLaw, match=r"chosen `when` out of which family\?"):
        evolve(anew, family=None, anew_on=())


def test_two_versions_of_a_rule_cannot_begin_on_one_day() -> None:
    """Nor can one be named before an earlier one."""
    earlier, later = england.law.versions("england.conference.initial")
    for second in (later, earlier, evolve(earlier, in_force=NOT_KNOWN)):
        with pytest.raises(BadLaw, match="two versions that begin on one day"):
            by_id((later, second))


def test_each_version_follows_the_last_one_and_ends_on_its_eve() -> None:
    """Of three versions too, whichever of them is asked."""
    days = [date(year, 4, 1) for year in (2020, 2021, 2022)]
    rule = england.law.listed()[0]
    first, second, third = (evolve(rule, in_force=day) for day in days)
    versions = by_id((first, second, third))[rule.id]
    assert (date(2021, 3, 31), date(2022, 3, 31), None) == tuple(
        last_day_of(version, versions) for version in versions
    )
    with pytest.raises(BadLaw, match="two versions that begin on one day"):
        by_id((first, third, second))


def test_a_rule_that_is_not_there_is_not_found() -> None:
    """The message names the law that was asked."""
    with pytest.raises(NotFound, match="the law of jersey has no rule 'x'"):
        jersey.law.versions("x")


def _ids(law: Law, names: str) -> set[str]:
    return {f"{law.jurisdiction}.{name}" for name in names.split()}


def _of_jersey(within: Within) -> Within:
    """Let a rule wait on the Jersey rule of the same name."""
    if not isinstance(within, By):
        return within
    return by(within.rule.replace("england.", "jersey."), within.occurrence)


def _section(rule: str) -> str:
    """Give what the page says of one rule."""
    text = PAGE.read_text(encoding="utf-8")
    _, found, after = text.partition(f"\n### {rule}\n")
    assert found
    return after.partition("\n#")[0]
