"""Three faults, planted one at a time, are found by the properties alone."""

import pytest

from tests.planted import EXAMPLE, FAULTS, Fault, look
from tests.source import ROOT


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_what_a_fault_spoils_is_still_there(fault: Fault) -> None:
    """A fault that could not be planted would prove nothing."""
    text = (ROOT / fault.module).read_text(encoding="utf-8")
    assert 1 == text.count(fault.right)
    assert fault.wrong not in text


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_is_found(fault: Fault) -> None:
    """With the example that fails, printed."""
    found = look(fault, "as-found")
    assert found.failed
    assert any(EXAMPLE in line for line in found.example())
