"""Checks before something is passed on: pure functions over models."""

from reader.checks.findings import Finding
from reader.checks.lint import lint

__all__ = ["Finding", "lint"]
