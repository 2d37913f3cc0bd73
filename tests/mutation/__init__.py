"""Mutation testing: change the law and the engine, one token at a time, and be told.

A mutant is a module with one small change, such as `working_days(45)` made
`working_days(46)`. It is killed if a test fails, and it survives if none does. A
survivor is a test that is missing, or a change that means the same; the second kind is
listed in `survivors.toml`, each with its reason, and there must be no other.

`python -m tests.mutation -h` says how it is run; docs/proof-mutation.md what it found.
"""
