"""What every test shares: how Hypothesis chooses its examples."""

from hypothesis import settings

# The same examples every time: a test that passed yesterday fails today only because
# something changed. No deadline: a busy machine is not a defect. What tries more is
# marked slow.
settings.register_profile("casework", derandomize=True, deadline=None, max_examples=40)
# For a search by hand: `pytest --hypothesis-profile=explore`.
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("casework")
