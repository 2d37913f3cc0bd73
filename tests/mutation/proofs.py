"""What is mutated, in which order, and which tests must find it out.

Tests that answer for the law by an example or a property are asked; that the page of
the rules is stale is no proof, for a command makes it fresh.
"""

import os
from collections.abc import Iterator
from fnmatch import fnmatch
from typing import Final

from attrs import frozen
from hypothesis import HealthCheck, Phase, settings

from tests.source import ROOT

_DAYS: Final = (
    "test_periods.py",
    "test_dates.py",
    "test_terms.py",
    "test_calendars.py",
)
_RULES: Final = (
    "cases",
    "test_every_rule.py",
    "test_rules.py",
    "test_on_whose_word.py",
    "test_law_of_jersey.py",
    "test_maxima.py",
    "test_each_term.py",
    "test_unsaid.py",
    "test_statuses.py",
    "test_overlays.py",
)
_STATUSES: Final = ("test_statuses.py", "test_status_tests.py", *_RULES)
_ENGINE: Final = (
    "cases",
    "test_declared_rules.py",
    "test_declared_starts.py",
    "test_declared_states.py",
    "test_rules_together.py",
    "test_allowances.py",
    "test_maxima.py",
    "test_order_of_deadlines.py",
    "test_each_term.py",
    "test_every_rule.py",
    "test_engine_properties.py",
)
_OVERLAYS: Final = (
    "test_overlays.py",
    "test_overlay_files.py",
    "test_overlay_examples.py",
)

# Of a mutant that is made in place, whatever among these calls the function is asked.
TESTS: Final = tuple(
    dict.fromkeys(
        (
            *(*_DAYS, *_RULES, *_STATUSES, *_ENGINE, *_OVERLAYS),
            *("test_cases.py", "test_order_of_deadlines.py", "test_each_term.py"),
            *("test_corrections.py", "test_hindsight.py", "test_receipts.py"),
            *("test_differential.py", "test_properties_of_counting.py"),
            *("test_cli_journey.py", "test_recording.py"),
            *("test_names_of_episodes.py", "test_unknown_age.py"),
            *("test_sum_in_words.py", "test_unsaid.py", "test_journey_copies.py"),
        )
    )
)


@frozen(kw_only=True)
class Area:
    """Modules of one kind.

    Parameters
    ----------
    modules
        Patterns of their paths.
    tests
        Whom to ask of a mutant that is made afresh, the likeliest first.
    kept
        Whether what its functions give is kept from when the tests were collected, so
        that what survives in place must be tried afresh.
    """

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    kept: bool = False


AREAS: Final = (
    Area(
        modules=("casework/periods.py", "casework/_days.py", "casework/dates.py"),
        tests=(*_DAYS, "cases"),
    ),
    Area(
        modules=("casework/calendars/*.py",),
        tests=("test_calendars.py", *_DAYS, "cases"),
        kept=True,
    ),
    Area(
        modules=("casework/law/status.py", "casework/timescales/qualifying.py"),
        tests=_STATUSES,
    ),
    Area(
        modules=(
            "casework/law/england/care_leavers_status.py",
            "casework/law/jersey/care_leavers_offer_2020.py",
            "casework/law/jersey/children_and_young_people_law_2022.py",
        ),
        tests=_STATUSES,
        kept=True,
    ),
    Area(modules=("casework/timescales/*.py",), tests=_ENGINE),
    Area(
        modules=("casework/law/england/*.py", "casework/law/jersey/*.py"),
        tests=_RULES,
        kept=True,
    ),
    Area(
        modules=("casework/law/overlay.py", "casework/law/changes.py"),
        tests=_OVERLAYS,
        kept=True,
    ),
    Area(
        modules=("casework/law/*.py",),
        tests=(
            *("test_rules.py", *_OVERLAYS, *_RULES),
            *("test_declared_rules.py", "test_unsaid.py"),
        ),
        kept=True,
    ),
)

# Prose, each with its reason: nothing in it is reckoned with.
NOT_MUTATED: Final = ("casework/law/*/not_modelled.py", "casework/law/labels.py")

# Whoever writes the page again has these pass: they prove nothing of a declaration.
NO_PROOF: Final = ("test_the_page", "test_the_command_prints_the_page")

# Only what is asked, quietly, and no plugin that a test does not need.
OPTIONS: Final = (
    *("-x", "-q", "--no-header", "--tb=no", "--show-capture=no"),
    *("-p", "no:cacheprovider", "-p", "_hypothesis_pytestplugin"),
    # It takes the worked cases as tests.
    *("-p", "casework.testing.plugin"),
    *("-o", "addopts=", "-m", "not slow and not mutation"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
    "--hypothesis-profile=mutation",
)


def prepare() -> None:
    """Let Hypothesis find, and not look for the smallest example; be quick."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    settings.register_profile(
        "mutation",
        derandomize=True,
        deadline=None,
        max_examples=20,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=tuple(HealthCheck),
    )


def modules() -> Iterator[str]:
    """Give the path of every module that is mutated, in the order of the areas."""
    seen: set[str] = set()
    for area in AREAS:
        for path in _paths():
            if path not in seen and _is_in(path, area):
                seen.add(path)
                yield path


def area_of(path: str) -> Area:
    """Give the area of a module."""
    return next(area for area in AREAS if _is_in(path, area))


def _is_in(path: str, area: Area) -> bool:
    return any(fnmatch(path, pattern) for pattern in area.modules)


def _paths() -> Iterator[str]:
    for path in sorted((ROOT / "casework").rglob("*.py")):
        text = path.relative_to(ROOT).as_posix()
        if not any(fnmatch(text, pattern) for pattern in NOT_MUTATED):
            yield text
