"""Where a rule comes from, how strong that source is, and how sure we are of it."""

from datetime import date
from enum import Enum, StrEnum
from typing import Final

from attrs import field, frozen

from casework.dates import as_date


class Authority(StrEnum):
    """How strongly the source binds, the strongest first."""

    STATUTE = "statute"
    REGULATIONS = "regulations"
    STATUTORY_GUIDANCE = "statutory_guidance"
    PROCEDURE = "procedure"
    PRACTICE = "practice"
    LOCAL = "local"

    @property
    def binds_in_law(self) -> bool:
        """Whether a breach is unlawful, as under an Act or regulations."""
        return self in (Authority.STATUTE, Authority.REGULATIONS)


class Basis(StrEnum):
    """How we know the rule: read, reported, adopted from elsewhere, or unconfirmed."""

    VERIFIED = "verified"
    REPORTED = "reported"
    ADOPTED = "adopted"
    UNCONFIRMED = "unconfirmed"


class Role(StrEnum):
    """Who has to do it."""

    FRONT_DOOR = "front door"
    MANAGER = "manager"
    SOCIAL_WORKER = "social worker"
    LEAD_SOCIAL_WORKER = "lead social worker"
    CONFERENCE_CHAIR = "conference chair"
    REVIEWING_OFFICER = "independent reviewing officer"
    PERSONAL_ADVISER = "personal adviser"
    AUTHORITY = "authority"
    MINISTER = "Minister"
    POLICE = "police"
    COURT = "court"


class InForce(Enum):
    """Said in place of a date where no source gives one."""

    NOT_KNOWN = "not known"


NOT_KNOWN: Final = InForce.NOT_KNOWN

ADOPTED_NOTE: Final = "England's number; not known to apply in Jersey"


def _day(value: object) -> date:
    return as_date(value)


def in_force_day(value: object) -> date | InForce:
    """Read a date in force: a day, or said to be not known; never invented."""
    return value if isinstance(value, InForce) else as_date(value)


@frozen(kw_only=True)
class Citation:
    """The source of a rule, so that anybody can look it up.

    Parameters
    ----------
    title
        The instrument or document by its name.
    provision
        The section, regulation, chapter or page.
    url
        Where it was read; None where the source is known by its name alone.
    read
        The day on which it was read.
    remark
        What a reader should know of the source, such as "quoted by secondary
        sources"; empty where there is nothing to say.

    Examples
    --------
    >>> print(Citation(title="Children Act 1989", provision="s. 46(6)",
    ...                url="https://example.org", read="2026-11-21"))
    Children Act 1989, s. 46(6)
    """

    title: str
    provision: str
    url: str | None = None
    read: date = field(converter=_day)
    remark: str = ""

    def __str__(self) -> str:
        """Give the instrument and the provision."""
        return f"{self.title}, {self.provision}" if self.provision else self.title


@frozen(kw_only=True)
class Adopted:
    """The rule of another place whose number is used until a local one is known."""

    rule: str
    citation: Citation
    authority: Authority
