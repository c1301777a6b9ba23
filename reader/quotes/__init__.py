"""Find who is quoted saying what: text and language in, quotes with their roles out. Pure and offline."""

from reader.quotes.detect import detect, detector_name, passages_in_marks
from reader.quotes.text.passages import MarkedPassage

__all__ = ["MarkedPassage", "detect", "detector_name", "passages_in_marks"]
