"""The scripts behind the figures."""
