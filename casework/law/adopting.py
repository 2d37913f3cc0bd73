"""Adopting another place's number until a local one is known, and saying so."""

from attrs import evolve

from casework.law.rule import Timescale
from casework.law.source import NOT_KNOWN, Adopted, Authority, Basis


def adopted(rule: Timescale, id: str) -> Timescale:
    """Give a rule of another place under a local id, with its source and strength.

    Parameters
    ----------
    rule
        The other place's rule, in the version whose source was read.
    id
        The local id.
    """
    return evolve(
        rule,
        id=id,
        authority=Authority.PRACTICE,
        basis=Basis.ADOPTED,
        adopted_from=Adopted(
            rule=rule.id, citation=rule.citation, authority=rule.authority
        ),
        in_force=NOT_KNOWN,
    )
