"""Articles to try reader on, of our own invention: no person, place or paper in them is real."""

from pathlib import Path

_FOLDER = Path(__file__).parent


def sample_article(language: str) -> Path:
    """The sample in a language of the configuration, in English where there is none."""
    wanted = _FOLDER / f"{language[:2].casefold()}.txt"
    return wanted if wanted.is_file() else _FOLDER / "en.txt"
