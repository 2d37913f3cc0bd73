"""Tests of casework, through its public names."""
