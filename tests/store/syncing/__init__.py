"""Keeping libraries in step."""
