"""On whose word each rule rests, and since when: a table kept apart from the rules.

A date in force, an authority or a basis that is wrong changes no due day that a case
would show, so what the review of the sources found is written down here again.
"""

from collections.abc import Iterator

import pytest

from casework import england, jersey
from casework.jurisdictions import Jurisdiction
from casework.law.source import Authority, Basis, InForce

# In force from (a dash: no source says), how strongly it binds, how we know it, and
# the rules.
ENGLAND = """
2013-04-15 statutory_guidance verified    referral.decision assessment.conclude
2026-03-18 statutory_guidance unconfirmed referral.decision assessment.conclude
2026-03-18 statutory_guidance unconfirmed strategy.hold conference.initial
2026-03-18 statutory_guidance unconfirmed core_group.first conference.review
-          statutory_guidance verified    strategy.hold conference.initial
-          statutory_guidance verified    core_group.first conference.review
-          statutory_guidance verified    education_plan.make education_plan.review
-          practice           reported    assessment.update
-          local              verified    conference.transfer_in
2014-01-01 statutory_guidance verified    missing.return_interview
-          statute            verified    police_protection.limit
-          statute            verified    emergency_protection.limit
-          statute            verified    child_assessment_order.limit order.expiry
2014-04-22 statute            verified    order.expiry proceedings.conclude
2018-04-01 statute            verified    leaving_care.offer
-          statute            verified    status.eligible_child status.qualifying
-          statute            verified    status.relevant_child
-          statute            verified    status.former_relevant_child
1991-10-14 regulations        verified    secure.unauthorised secure.authorised
1991-10-14 regulations        verified    secure.review
2011-04-01 regulations        verified    care_plan.make placement_plan.make
2011-04-01 regulations        verified    temporary_approval.limit visit.placement
2011-04-01 regulations        verified    health.first_assessment health.review
2011-04-01 regulations        verified    visit.parents_before_assessment
2011-04-01 regulations        verified    visit.parents_care_order
2011-04-01 regulations        verified    visit.weekly_until_review
2011-04-01 regulations        verified    short_break.visit short_break.review
2011-04-01 regulations        verified    review.looked_after
2011-04-01 regulations        verified    needs.assess needs.assess_relevant
2011-04-01 regulations        verified    pathway_plan.make pathway_plan.review
2011-04-01 regulations        verified    leaving_care.review_accommodation
2011-04-01 regulations        verified    leaving_care.adviser_visit
2013-04-19 regulations        verified    remand.care_plan remand.placement_plan
2013-04-19 regulations        verified    remand.detention_plan
2015-04-01 regulations        verified    visit.long_term_foster
-          regulations        verified    adoption.review_placed adoption.visit_placed
-          regulations        verified    private_fostering.first_visit
-          regulations        verified    private_fostering.visit
-          regulations        verified    complaint.stage_1 complaint.stage_2
"""
JERSEY = """
-          practice           adopted     referral.decision assessment.conclude
-          practice           adopted     assessment.update strategy.hold
-          practice           adopted     conference.initial core_group.first
-          practice           adopted     conference.review conference.transfer_in
-          practice           adopted     care_plan.make health.first_assessment
-          practice           adopted     health.review education_plan.make
-          practice           adopted     education_plan.review needs.assess
-          practice           adopted     pathway_plan.review visit.placement
-          practice           adopted     missing.return_interview
-          practice           adopted     review.looked_after
-          practice           reported    contact.decision pathway_plan.make
-          local              reported    assessment.transfer
2020-02-27 local              reported    personal_adviser.appoint
2020-02-27 local              reported    status.care_leaver_2020_offer
2017-03-01 procedure          verified    strategy.repeat_notification
-          procedure          verified    complaint.acknowledge
-          statute            verified    enquiry.duty police_protection.limit
-          statute            verified    order.expiry
2024-03-26 statute            verified    status.care_leaver_2022_law
2005-08-01 regulations        verified    secure.unauthorised secure.authorised
-          regulations        verified    placement.arrangements
"""
# What is said of an interval where it is not said of the rule.
LATER = """
visit.placement     2 practice reported
review.looked_after 3 practice reported
"""


@pytest.mark.parametrize(("place", "table"), [(england, ENGLAND), (jersey, JERSEY)])
def test_every_rule_rests_on_the_word_that_was_found(
    place: Jurisdiction, table: str
) -> None:
    """Each version of each rule and each status test, and no other."""
    assert sorted(_read(table)) == sorted(_declared(place))


def test_a_later_interval_may_rest_on_another_word() -> None:
    """In Jersey England's first numbers are adopted, and the later were reported."""
    told = {
        (rule.id.removeprefix("jersey."), number, later.authority, later.basis)
        for place in (england, jersey)
        for rule in place.law.listed()
        for number, later in enumerate(rule.then, start=2)
        if later.authority or later.basis
    }
    table = (line.split() for line in LATER.split("\n") if line)
    assert told == {
        (rule, int(number), Authority(authority), Basis(basis))
        for rule, number, authority, basis in table
    }


def _read(table: str) -> Iterator[tuple[str, ...]]:
    for line in table.strip().split("\n"):
        since, authority, basis, *rules = line.split()
        for rule in rules:
            yield rule, since, authority, basis


def _declared(place: Jurisdiction) -> Iterator[tuple[str, ...]]:
    for one in (*place.law.listed(), *place.law.tests):
        unknown = isinstance(one.in_force, InForce)
        since = "-" if unknown else str(one.in_force)
        yield one.id.removeprefix(f"{place.name}."), since, one.authority, one.basis
