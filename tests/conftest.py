"""What every test shares: how Hypothesis chooses its examples."""

from hypothesis import settings

# The same examples every time, here and in CI: a test that passed yesterday fails today
# only because something changed. No deadline: a busy machine is not a defect.
settings.register_profile("casework", derandomize=True, deadline=None)
# For a search by hand: `pytest --hypothesis-profile=explore`.
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("casework")
