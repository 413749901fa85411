"""Runs rules' own examples and counterexamples through the real stages: a rule is proved by results that name it."""
