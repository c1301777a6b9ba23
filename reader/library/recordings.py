"""Where the sound of a transcript lies."""

from pathlib import Path

from reader.errors import ReaderError
from reader.i18n import _
from reader.models import Article, Quote
from reader.transcripts import Period

SUFFIXES = frozenset(
    (
        *(".m4a", ".mp3", ".wav", ".ogg", ".oga", ".opus", ".flac", ".aac", ".wma", ".aif", ".aiff"),
        *(".amr", ".caf", ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".3gp", ".mpg", ".mpeg"),
    )
)
"""Endings of files with sound, films among them."""


def is_sound(location: str) -> bool:
    """Whether a location is a file of sound, by its ending; an address is none."""
    return "://" not in location and Path(location).suffix.lower() in SUFFIXES


def recording_of(article: Article) -> str:
    """The path or address of the sound that a transcript was written down from.

    That is what a person said, else where the article came from, else a file of sound beside it that is
    called alike. Raises ReaderError where there is none.
    """
    if not article.transcript:
        raise ReaderError(
            _("“{title}” is no transcript: it has no recording to play.").format(title=article.title)
        )
    if "://" in article.recording:
        return article.recording
    known = article.recording or (article.location if is_sound(article.location) else "")
    if known and not Path(known).expanduser().is_file():
        raise ReaderError(
            _(
                "There is no recording {file} any more: say where with `reader transcript {id} --recording "
                "FILE`."
            ).format(file=known, id=article.id)
        )
    found = str(Path(known).expanduser()) if known else _beside(article.location)
    if not found:
        raise ReaderError(
            _(
                "Nobody has said where the recording of “{title}” lies: say where with `reader transcript "
                "{id} --recording FILE`."
            ).format(title=article.title, id=article.id)
        )
    return found


def _beside(location: str) -> str:
    """A file of sound in the same folder that is called like the transcript; "" without one."""
    path = Path(location)
    if "://" in location or not path.is_absolute():
        return ""
    try:
        files = sorted(path.parent.iterdir())
    except OSError:
        return ""
    alike = (file for file in files if file.stem == path.stem and file.suffix.lower() in SUFFIXES)
    return next((str(file) for file in alike), "")


def time_to_play(quote: Quote) -> Period:
    """When a quote is said. Raises ReaderError where nobody knows."""
    if quote.period is None:
        raise ReaderError(_("It is not known when this is said: the transcript has no time there."))
    return quote.period
