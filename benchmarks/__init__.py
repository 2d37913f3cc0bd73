"""Benchmarks: what casework costs beside the libraries that it is built on.

`python -m benchmarks` runs them all and prints what was measured, beside what was
promised. No test asserts a time: machines differ, and a busy one is slow.
"""
