"""Overlays in TOML: taken as a whole, or refused with the reason."""

import tomllib
from typing import Final

import attrs

from casework.adapters.jsonlines import read_jsonl
from casework.errors import BadOverlay
from casework.jurisdictions import JURISDICTIONS
from casework.law.listing import rows
from casework.law.overlay import Overlay, load_overlay
from tests.fuzz.places import written
from tests.fuzz.target import AS_AT, Target, kind_of
from tests.source import ROOT

EXAMPLES: Final = ROOT / "examples"
LIFE: Final = next(iter(read_jsonl(EXAMPLES / "data" / "whole_life.jsonl")))
"""A child whose deadlines are asked for under the changed law."""

LISTS: Final = ("confirm", "replace", "add", "switch_on", "switch_off")


def check(data: bytes) -> set[str]:
    """Read an overlay and lay it over its law; see that no change of it is lost."""
    with written(data, "overlay.toml") as path:
        try:
            overlay = load_overlay(path)
        except BadOverlay as refused:
            assert str(refused).startswith(f"{path}: ")
            return {f"refused {kind_of(str(refused).removeprefix(str(path)))}"}
    _kept(data, overlay)
    return _laid(overlay)


def _kept(data: bytes, overlay: Overlay) -> None:
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    said = tomllib.loads(text)
    for name in LISTS:
        changes = getattr(overlay, name)
        assert len(said.get(name, ())) == len(changes)
        for raw, change in zip(said.get(name, ()), changes, strict=True):
            assert raw.keys() <= attrs.fields_dict(type(change)).keys()
            assert raw.get("rule", raw.get("id")) in {
                getattr(change, "rule", None),
                getattr(change, "id", None),
            }


def _laid(overlay: Overlay) -> set[str]:
    place = JURISDICTIONS.get(overlay.jurisdiction)
    if place is None:
        return {"no such place"}
    try:
        law = overlay.over(place.law)
    except BadOverlay as refused:
        return {f"refused {kind_of(refused)}"}
    assert overlay.name in law.overlays
    changed = {one.rule for one in (*overlay.confirm, *overlay.replace)}
    assert changed | {one.id for one in overlay.add} <= law.rules.keys()
    assert list(rows(law))
    LIFE.under(place.with_law(law)).deadlines(AS_AT)
    return {f"taken {name}" for name in LISTS if getattr(overlay, name)}


def _seeds() -> tuple[bytes, ...]:
    paths = (EXAMPLES / "overlays").glob("*.toml")
    more = (ROOT / "tests" / "cases" / "overlays").glob("*.toml")
    return tuple(path.read_bytes() for path in sorted((*paths, *more)))


def _words() -> tuple[bytes, ...]:
    rules = [rule for place in JURISDICTIONS.values() for rule in place.law.rules]
    said = (
        *(f'"{rule}"' for rule in rules),
        *(f"[[{name}]]\n" for name in LISTS),
        *('"20 working days"', '"as soon as possible"', '"1 month"', '"72 hours"'),
        *('"0 days"', '"-1 days"', '"9999999999 days"', '"20 days beginning with"'),
        *("within = ", "then = ", "starts = ", "met_by = ", "ends = ", "scope = "),
        *("jurisdiction = ", '"jersey"', '"england"', "basis = ", "authority = "),
        *('"verified"', '"adopted"', '"statute"', '"regulations"', '"child"'),
        *('[{event = "cin_visit_made"}]', '{event = "cin_visit_made", seen = "alone"}'),
        *("except_where = {seen = []}", "citation = {}", "[]", "{}", "[[", "]]", "{{"),
        *("true", "2026-11-23", "2026-11-23T09:40:00Z", "0x1f", "inf", "nan", '"""'),
        *("in_force = ", "again = ", '"new"', '"restart"', "role = ", "note = "),
    )
    return tuple(one.encode() for one in said)


TARGET: Final = Target(name="overlay", seeds=_seeds(), words=_words(), check=check)
