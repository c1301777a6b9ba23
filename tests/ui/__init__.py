"""Tests of the screens through Pilot."""
