"""Read articles in the terminal and see who is quoted saying what."""

__version__ = "0.1.0"
