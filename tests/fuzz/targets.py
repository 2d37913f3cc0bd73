"""Every reader that is fuzzed, by its name."""

from typing import Final

from tests.fuzz import census, dates, jsonl, overlays, scenarios, ssda903
from tests.fuzz.target import Target

TARGETS: Final[dict[str, Target]] = {
    one.TARGET.name: one.TARGET
    for one in (jsonl, census, ssda903, overlays, scenarios, dates)
}
