"""Overlays laid over a law: what a place may change of it, and what it may not."""

import re

import pytest
from attrs import NOTHING, evolve, fields_dict
from hypothesis import given
from hypothesis import strategies as st

from casework import england, jersey
from casework.errors import BadOverlay
from casework.events import CinPlanStarted, CinReviewHeld
from casework.jurisdictions import Jurisdiction
from casework.law import (
    NOT_KNOWN,
    Again,
    Authority,
    Basis,
    Citation,
    Interval,
    Law,
    Role,
    Scope,
    Timescale,
    by_id,
    on,
)
from casework.periods import Period, Unit, months, weeks, working_days
from tests.overlays import ADD, CONFIRM, REPLACE, SWITCH, read, text

PROCEDURES = Citation(title="Procedures", provision="4.2", read="2026-11-21")

# Regulations that were read: the kind of rule that an overlay may not relax.
BINDING = Timescale(
    id="england.binding",
    title="Reviewed",
    citation=Citation(title="The Regulations", provision="reg. 1", read="2026-11-21"),
    words="within 20 working days, then at most 6 months apart",
    authority=Authority.REGULATIONS,
    basis=Basis.VERIFIED,
    role=Role.REVIEWING_OFFICER,
    starts=on(CinPlanStarted),
    within=working_days(20),
    then=Interval(within=months(6)),
    met_by=on(CinReviewHeld),
    in_force=NOT_KNOWN,
    note="as amended",
)


def law_of(*rules: Timescale) -> Law:
    """Give a law of England with these rules alone."""
    return Law(jurisdiction="england", rules=by_id(rules))


def only(law: Law, rule: str) -> Timescale:
    """Give the one version of a rule."""
    (version,) = law.versions(rule)
    return version


def differing(before: Timescale, after: Timescale) -> set[str]:
    """Name what differs between two versions."""
    names = fields_dict(Timescale)
    return {name for name in names if getattr(before, name) != getattr(after, name)}


def test_confirming_changes_the_source_and_nothing_else() -> None:
    """The rule, its length and its conditions stay; what is known of it changes."""
    confirm = text("confirm", CONFIRM, rule='"jersey.conference.review"')
    law = read(confirm, jurisdiction="jersey").over(jersey.law)
    before = only(jersey.law, "jersey.conference.review")
    after = only(law, "jersey.conference.review")
    source = {"citation", "authority", "basis", "adopted_from"}
    assert source == differing(before, after)
    assert PROCEDURES == after.citation
    assert (Authority.PROCEDURE, Basis.VERIFIED) == (after.authority, after.basis)
    assert after.adopted_from is None
    assert "" == after.note_on(after.basis)


def test_confirming_reaches_every_interval() -> None:
    """No later interval keeps a source of its own."""
    reported = Interval(
        within=months(6), words="as an answer says", basis=Basis.REPORTED
    )
    rule = evolve(BINDING, authority=Authority.PRACTICE, then=reported)
    law = read(text("confirm", CONFIRM, rule='"england.binding"')).over(law_of(rule))
    later = only(law, "england.binding").interval(1)
    assert (months(6), "as an answer says") == (later.within, later.words)
    assert (Basis.VERIFIED, PROCEDURES) == (later.basis, later.citation)


def test_confirming_reaches_every_version_and_takes_its_note() -> None:
    """What was said of the old source is not said of the new one."""
    law = read(text("confirm", CONFIRM, note='"our number too"')).over(england.law)
    versions = law.versions("england.conference.initial")
    assert 2 == len(versions)
    assert {Basis.VERIFIED} == {version.basis for version in versions}
    assert {"our number too"} == {version.note for version in versions}


def test_replacing_changes_the_length_the_words_and_the_source() -> None:
    """The conditions stay as they are."""
    rule = evolve(BINDING, basis=Basis.REPORTED)
    replace = text(
        "replace", REPLACE, within='"6 weeks"', then='["1 month", "2 months"]'
    )
    after = only(read(replace).over(law_of(rule)), "england.binding")
    changed = {"within", "then", "words", "citation", "authority", "basis", "note"}
    assert changed == differing(rule, after)
    lengths = [after.interval(index).within for index in range(4)]
    assert [weeks(6), months(1), months(2), months(2)] == lengths


def test_replacing_may_give_a_rule_more_intervals_than_it_had() -> None:
    """A duty that was owed once may recur here."""
    rule = evolve(BINDING, basis=Basis.REPORTED, then=())
    replace = text("replace", REPLACE, then='["1 month", "2 months"]')
    after = only(read(replace).over(law_of(rule)), "england.binding")
    assert (months(1), months(2)) == tuple(one.within for one in after.then)


def test_a_duty_without_a_number_says_so() -> None:
    """`as soon as possible` stands where a length would."""
    overlay = read(text("add", ADD, within='"as soon as possible"'))
    assert only(overlay.over(england.law), "england.local.visit").within is None


def test_adding_takes_every_field() -> None:
    """An added rule can say what a shipped one can."""
    added = text(
        "add",
        ADD,
        met_by=(
            '[{event = ["cin_visit_made", "cin_review_held"], scope = "line"}, '
            '{event = "child_seen", except_where = {seen = "not_seen"}}]'
        ),
        then='["4 weeks"]',
        ends='[{event = "cin_plan_ended", outcome = ["moved", "needs_met"]}]',
        released_by='[{event = "strategy_discussion_held", agencies = "police"}]',
        scope='"child"',
        again='"restart"',
        released_at_18="false",
        basis='"reported"',
        note='"ours"',
    )
    rule = only(read(added).over(england.law), "england.local.visit")
    assert [
        f"cin_visit_made or cin_review_held (scope: {Scope.LINE.words})",
        "child_seen (seen: not not_seen)",
    ] == [str(condition) for condition in rule.met_by]
    assert ["cin_plan_ended (outcome: moved or needs_met)"] == [
        str(condition) for condition in rule.ends
    ]
    assert 1 == len(rule.released_by)
    assert (Scope.CHILD, Again.RESTART) == (rule.scope, rule.again)
    assert (False, Basis.REPORTED, "ours") == (
        rule.released_at_18,
        rule.basis,
        rule.note,
    )
    assert (working_days(10), weeks(4)) == (rule.within, rule.interval(3).within)
    assert NOT_KNOWN is rule.in_force


def test_what_an_added_rule_does_not_say_is_as_in_any_other() -> None:
    """Such as that the duty falls away at 18."""
    rule = only(read(text("add", ADD)).over(england.law), "england.local.visit")
    fields = fields_dict(Timescale).items()
    said = {name: getattr(rule, name) for name, one in fields if one.default is NOTHING}
    assert set() == differing(Timescale(**said), rule)


def test_switching_changes_nothing_but_the_switch_and_the_source() -> None:
    """A rule is turned on or off on somebody's word."""
    off = read(text("switch_off", SWITCH, rule='"england.strategy.hold"'))
    for before, after in zip(
        england.law.versions("england.strategy.hold"),
        off.over(england.law).versions("england.strategy.hold"),
        strict=True,
    ):
        assert {"citation", "switched_on"} == differing(before, after)
        assert not after.switched_on
    switch = text("switch_on", SWITCH, rule='"england.strategy.hold"')
    back = read(switch).over(off.over(england.law))
    assert all(one.switched_on for one in back.versions("england.strategy.hold"))


def test_a_law_is_not_changed_by_what_is_laid_over_it() -> None:
    """The overlay gives another law, which knows what was laid over it."""
    rules = dict(england.law.rules)
    law = read(text("add", ADD)).over(england.law)
    assert rules == dict(england.law.rules)
    assert (("A test",), ()) == (law.overlays, england.law.overlays)
    assert [*rules, "england.local.visit"] == list(law.rules)


@pytest.mark.parametrize(("its", "law"), [("jersey", england), ("england", jersey)])
def test_an_overlay_lies_over_the_law_it_is_for(its: str, law: Jurisdiction) -> None:
    """Jersey's confirmations say nothing of England, nor England's of Jersey."""
    overlay = read(text("confirm", CONFIRM), jurisdiction=its)
    told = f"is for the law of {its}; lay it over that, not over the law of {law.name}"
    with pytest.raises(BadOverlay, match=told):
        overlay.over(law.law)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("england.conference.intial", "did you mean england.conference.initial"),
        ("zzz", "docs/rules.md lists them all"),
    ],
)
@pytest.mark.parametrize("kind", ["confirm", "replace", "switch_on", "switch_off"])
def test_a_rule_that_is_not_there_cannot_be_changed(
    kind: str, rule: str, told: str
) -> None:
    """The message names the rule that may be meant."""
    whole = {"confirm": CONFIRM, "replace": REPLACE}.get(kind, SWITCH)
    overlay = read(text(kind, whole, rule=f'"{rule}"'))
    with pytest.raises(BadOverlay, match=re.escape(told)):
        overlay.over(england.law)


def test_a_rule_that_is_there_cannot_be_added() -> None:
    """It would be replaced under the name of an addition."""
    overlay = read(text("add", ADD, id='"england.conference.initial"'))
    with pytest.raises(BadOverlay, match="is a rule already; replace it instead"):
        overlay.over(england.law)


@pytest.mark.parametrize(
    "second",
    [
        text("confirm", CONFIRM),
        text("switch_off", SWITCH, rule='"england.conference.initial"'),
        text("add", ADD, id='"england.conference.initial"'),
    ],
)
def test_one_overlay_names_a_rule_once(second: str) -> None:
    """Which of two changes holds is never left to their order."""
    overlay = read(text("confirm", CONFIRM), second)
    told = "names england.conference.initial more than once"
    with pytest.raises(BadOverlay, match=told):
        overlay.over(england.law)


@pytest.mark.parametrize(
    "change",
    [
        text("replace", REPLACE),
        text("replace", REPLACE, within='"21 working days"'),
        text("replace", REPLACE, within='"19 days"'),
        text("replace", REPLACE, within='"1 week"'),
        text("replace", REPLACE, within='"1 hour"'),
        text("replace", REPLACE, within='"20 working days beginning with the day"'),
        text("replace", REPLACE, within='"as soon as possible"'),
        text("replace", REPLACE, then='["7 months"]'),
        text("replace", REPLACE, then='["1 week"]'),
        text("replace", REPLACE, then=None),
        text("replace", REPLACE, then='["1 month", "6 months"]'),
        text("confirm", CONFIRM, rule='"england.binding"'),
        text("switch_off", SWITCH),
        text("switch_on", SWITCH),
    ],
)
@pytest.mark.parametrize("authority", [Authority.STATUTE, Authority.REGULATIONS])
def test_what_binds_in_law_is_never_relaxed(change: str, authority: Authority) -> None:
    """Longer, counted in another way, restated or switched off: all refused."""
    rule = evolve(BINDING, authority=authority)
    told = "england.binding binds in law (The Regulations, reg. 1): an overlay may"
    with pytest.raises(BadOverlay, match=re.escape(told)):
        read(change).over(law_of(rule))


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        (evolve(BINDING, basis=Basis.REPORTED), {"within": '"9 weeks"'}),
        (evolve(BINDING, authority=Authority.PROCEDURE), {"within": '"9 weeks"'}),
        (BINDING, {"within": '"1 working day"', "then": '["1 month"]'}),
    ],
    ids=["reported", "procedure", "shorter"],
)
def test_what_is_shorter_or_does_not_bind_is_allowed(
    rule: Timescale, change: dict[str, str]
) -> None:
    """A local standard may ask for more, and replace what nobody is bound by."""
    law = read(text("replace", REPLACE, **change)).over(law_of(rule))
    assert Authority.LOCAL is only(law, "england.binding").authority


@given(
    written=st.sampled_from([unit.value for unit in Unit])
    .flatmap(lambda unit: st.integers(1, 40).map(lambda count: f"{count} {unit}"))
    .flatmap(lambda said: st.sampled_from([said, f"{said} beginning with the day"]))
    .filter(lambda said: "hours beginning" not in said)
)
def test_only_fewer_of_the_same_days_pass(written: str) -> None:
    """Of 20 working days, whatever is written passes only as at most 20 such days."""
    period = Period.parse(written)
    shorter = written in {f"{count} working days" for count in range(1, 20)}
    overlay = read(text("replace", REPLACE, within=f'"{written}"'))
    try:
        law = overlay.over(law_of(BINDING))
    except BadOverlay:
        assert not shorter
    else:
        assert shorter
        assert period == only(law, "england.binding").within


def test_what_keeps_its_length_keeps_its_words_and_its_source() -> None:
    """To shorten one interval is no leave to restate the other."""
    for change, shortened in (
        ({"within": '"10 working days"'}, 0),
        ({"then": '["1 month"]'}, 1),
    ):
        after = only(
            read(text("replace", REPLACE, **change)).over(law_of(BINDING)), BINDING.id
        )
        intervals = after.interval(0), after.interval(1)
        local, kept = intervals[shortened], intervals[1 - shortened]
        assert (Authority.LOCAL, "Procedures") == (
            local.authority,
            local.citation.title,
        )
        assert BINDING.interval(1 - shortened) == kept
        # What is noted of the law is said where the law's first interval is.
        assert ("as amended" if shortened else "") == after.note


def test_a_duty_without_a_number_is_not_restated() -> None:
    """As soon as possible stays as soon as possible, in the words of the law."""
    rule = evolve(BINDING, within=None, then=())
    change = text("replace", REPLACE, within='"as soon as possible"', then=None)
    with pytest.raises(BadOverlay, match="restate its source at the same length"):
        read(change).over(law_of(rule))


def test_each_interval_is_bound_by_its_own_source() -> None:
    """Where only the later reviews stand in regulations, only those are held to."""
    bound = Interval(
        within=months(6), authority=Authority.REGULATIONS, basis=Basis.VERIFIED
    )
    rule = evolve(
        BINDING, authority=Authority.PRACTICE, basis=Basis.REPORTED, then=bound
    )
    law = read(text("replace", REPLACE, within='"9 weeks"')).over(law_of(rule))
    assert weeks(9) == only(law, "england.binding").within
    with pytest.raises(BadOverlay, match="lengthen it"):
        read(text("replace", REPLACE, then='["7 months"]')).over(law_of(rule))


@pytest.mark.parametrize(
    "change",
    [
        text("confirm", CONFIRM, rule='"england.binding"'),
        text("switch_off", SWITCH),
        text("replace", REPLACE, then='["7 months"]'),
    ],
)
def test_one_interval_that_binds_in_law_is_enough(change: str) -> None:
    """The rule is not for an overlay to relax, and the source named is that one's."""
    bound = Interval(
        within=months(6),
        authority=Authority.REGULATIONS,
        basis=Basis.VERIFIED,
        citation=Citation(title="The Order", provision="art. 2", read="2026-11-21"),
    )
    rule = evolve(BINDING, authority=Authority.PRACTICE, then=bound)
    with pytest.raises(BadOverlay, match=r"binds in law \(The Order, art\. 2\)"):
        read(change).over(law_of(rule))


def test_days_that_begin_with_the_day_itself_are_other_days() -> None:
    """Fewer of them may be given, and not fewer of those that begin the day after."""
    rule = evolve(BINDING, within=working_days(20).beginning_with())
    fewer = '"19 working days beginning with the day"'
    law = read(text("replace", REPLACE, within=fewer)).over(law_of(rule))
    assert Authority.LOCAL is only(law, "england.binding").authority
    with pytest.raises(BadOverlay, match="count it in another way"):
        read(text("replace", REPLACE, within='"19 working days"')).over(law_of(rule))


def test_a_second_overlay_is_told_which_source_it_would_restate() -> None:
    """Back at the law's own length, the first interval is the law's own again."""
    later = Citation(title="The Order", provision="art. 2", read="2026-11-21")
    rule = evolve(BINDING, then=Interval(within=months(6), citation=later))
    shortened = read(text("replace", REPLACE, within='"10 working days"'))
    law = shortened.over(law_of(rule))
    with pytest.raises(BadOverlay, match=r"\(The Regulations, reg\. 1\)"):
        read(text("replace", REPLACE)).over(law)


@pytest.mark.parametrize(
    "second",
    [
        text("replace", REPLACE, within='"21 working days"'),
        text("confirm", CONFIRM, rule='"england.binding"'),
        text("switch_off", SWITCH),
    ],
)
def test_a_second_overlay_cannot_undo_what_the_law_binds_to(second: str) -> None:
    """What the first shortened, and calls its own, is measured by the law again."""
    shortened = read(text("replace", REPLACE, within='"10 working days"'))
    law = shortened.over(law_of(BINDING))
    fifteen = read(text("replace", REPLACE, within='"15 working days"')).over(law)
    assert working_days(15) == only(fifteen, "england.binding").within
    with pytest.raises(BadOverlay, match="binds in law"):
        read(second).over(law)


def test_a_second_overlay_may_change_what_the_first_added() -> None:
    """A rule of one's own is one's own."""
    law = read(text("add", ADD)).over(england.law)
    replace = text("replace", REPLACE, rule='"england.local.visit"', within='"9 weeks"')
    assert weeks(9) == only(read(replace).over(law), "england.local.visit").within


def test_a_duty_that_recurs_is_not_ended_by_silence() -> None:
    """To replace the first interval alone would end the reviews without a word."""
    change = text("replace", REPLACE, rule='"england.conference.review"', then=None)
    with pytest.raises(BadOverlay, match="recurs"):
        read(change).over(england.law)
