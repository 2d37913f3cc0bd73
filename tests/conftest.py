"""What every test shares: how Hypothesis chooses its examples."""

import os

from hypothesis import Phase, settings

# The same examples every time: a test that passed yesterday fails today only because
# something changed. No deadline: a busy machine is not a defect. CI, which says so in
# its environment, tries more of them than whoever waits for an answer.
settings.register_profile(
    "casework",
    derandomize=True,
    deadline=None,
    max_examples=60 if os.environ.get("CI") else 40,
)
# The first example that fails, however long: to look for the smallest takes a minute.
settings.register_profile(
    "as-found",
    settings.get_profile("casework"),
    phases=(Phase.explicit, Phase.generate),
)
# For a search by hand: `pytest --hypothesis-profile=explore`.
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("casework")
