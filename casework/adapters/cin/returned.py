"""What the children in need return has in it, and where: the names of its schema."""

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import frozen

from casework.adapters.cin.element import Element
from casework.findings import Severity

# Department for Education, CIN schema 2024; `Sex` and the module on pre-proceedings
# and family group decision making are of later returns.
PARTS: Final[Mapping[str, frozenset[str]]] = {
    name: frozenset(parts.split())
    for name, parts in {
        "Header": "CollectionDetails Source",
        "CollectionDetails": "Collection Year ReferenceDate",
        "Source": "SourceLevel LEA SoftwareCode Release SerialNo DateTime",
        "Child": "ChildIdentifiers ChildCharacteristics CINdetails",
        "ChildIdentifiers": "LAchildID UPN FormerUPN UPNunknown PersonBirthDate "
        "ExpectedPersonBirthDate GenderCurrent Sex PersonDeathDate",
        "ChildCharacteristics": "Ethnicity Disabilities",
        "Disabilities": "Disability",
        "CINdetails": "CINreferralDate ReferralSource PrimaryNeedCode CINclosureDate "
        "ReasonForClosure DateOfInitialCPC Assessments CINPlanDates Section47 "
        "ReferralNFA ChildProtectionPlans PreProceedingsandFGDM",
        "Assessments": "AssessmentActualStartDate AssessmentInternalReviewDate "
        "AssessmentAuthorisationDate FactorsIdentifiedAtAssessment",
        "FactorsIdentifiedAtAssessment": "AssessmentFactors",
        "CINPlanDates": "CINPlanStartDate CINPlanEndDate",
        "Section47": "S47ActualStartDate InitialCPCtarget DateOfInitialCPC "
        "ICPCnotRequired",
        "ChildProtectionPlans": "CPPstartDate CPPendDate InitialCategoryOfAbuse "
        "LatestCategoryOfAbuse NumberOfPreviousCPP Reviews",
        "Reviews": "CPPreviewDate",
        "PreProceedingsandFGDM": "PPStartDate LBPSentDate FGDMMeetingOffer "
        "FGDMMeetingFac InitialPPMeetingDate ReviewMeetingsCount StepDecisionDate "
        "PPOutcome CourtAppDate LetterInitCPDate",
    }.items()
}
MANY: Final = frozenset(
    {
        "Source",
        "CINdetails",
        "Disability",
        "Assessments",
        "AssessmentFactors",
        "CINPlanDates",
        "Section47",
        "ChildProtectionPlans",
        "CPPreviewDate",
        "PreProceedingsandFGDM",
    }
)
_KNOWN: Final = frozenset().union(*PARTS.values())


@frozen(kw_only=True)
class Odd:
    """Something in the file that the return does not have, or not there."""

    code: str
    severity: Severity
    element: Element
    what: str
    expected: str


def odd_parts(element: Element) -> Iterator[Odd]:
    """Find stray text, elements that do not belong, and elements said twice."""
    if element.name in PARTS and element.text:
        yield _stray(element)
    seen = set()
    for part in element.children:
        if part.name not in PARTS.get(element.name, ()):
            yield _out_of_place(part, element)
            continue
        if part.name in seen and part.name not in MANY:
            yield _again(part, element)
        seen.add(part.name)
        yield from odd_parts(part)


def _stray(element: Element) -> Odd:
    return Odd(
        code="stray_text",
        severity=Severity.WARNING,
        element=element,
        what=f"the text {element.text[:40]!r} stands loose in {element.name}",
        expected="only elements there; what stands around the text was read",
    )


def _out_of_place(part: Element, element: Element) -> Odd:
    # What is new in a return is for later; what is lost in the wrong place matters.
    known = part.name in _KNOWN
    return Odd(
        code="misplaced_element" if known else "unknown_element",
        severity=Severity.WARNING if known else Severity.NOTE,
        element=part,
        what=f"{part.name[:40]} stands in {element.name} and was not read there",
        expected="the elements of the children in need return, each in its place",
    )


def _again(part: Element, element: Element) -> Odd:
    return Odd(
        code="repeated_element",
        severity=Severity.WARNING,
        element=part,
        what=f"{part.name} stands more than once in one {element.name}",
        expected="one of them; each date counts, of codes the first",
    )
