"""Which kind of transcript a text is, and the article it makes."""

import re
from pathlib import PurePosixPath

from reader.errors import IngestError
from reader.i18n import _
from reader.ingest.transcripts.cues import Heard
from reader.ingest.transcripts.labelled import from_labelled
from reader.ingest.transcripts.names import with_names
from reader.ingest.transcripts.notices import with_notices_of
from reader.ingest.transcripts.subtitles import from_subtitles, is_subtitles
from reader.ingest.transcripts.weaving import woven
from reader.ingest.transcripts.whisper import from_whisper
from reader.languages.identify import KNOWN, identify
from reader.models import Article
from reader.texts.releases import is_notice

_OPENING_WORDS = 10
"""Words that stand for a missing title."""


def transcript_in(text: str, location: str) -> Article | None:
    """The article that a transcript makes, None where a text is none.

    Raises IngestError for a file of subtitles without any words.
    """
    suffix = "" if "://" in location else PurePosixPath(location.lower()).suffix
    if is_subtitles(text, suffix):
        heard: Heard | None = from_subtitles(text)
    else:
        heard = from_whisper(text) or (None if suffix in (".html", ".htm") else from_labelled(text))
    if heard is None:
        return None
    cues = with_names(heard.cues)
    if not any(cue.text for cue in cues):
        raise IngestError(
            _(
                "{location} has no words behind times such as 00:00:01,000 --> 00:00:04,000: "
                "look whether it is a transcript, and whole."
            ).format(location=location)
        )
    words, transcript = woven(cues, heard.before)
    article = Article(
        words,
        title=("" if is_notice(heard.title) else heard.title) or _title(location) or _opening(words),
        location=location,
        language=identify(" ".join(cue.text for cue in cues), _code(heard.language)),
        removed=heard.removed,
        transcript=transcript,
    )
    shown = (cue.text for cue in cues if is_notice(cue.text))
    return with_notices_of(article, (heard.title, *heard.beside, *heard.before, *shown))


def _title(location: str) -> str:
    """What a file is called, its words apart; "" for what is no file."""
    if location in ("stdin", "clipboard") or "://" in location or location.startswith("urn:"):
        return ""
    return " ".join(re.sub(r"[_\s]+", " ", PurePosixPath(location).stem).split())


def _opening(text: str) -> str:
    words = text[:400].split()
    return " ".join(words[:_OPENING_WORDS]) + (" …" if len(words) > _OPENING_WORDS else "")


def _code(language: str) -> str:
    """The code of a language that is called by its English name; a code stays as it is."""
    names = {name.casefold(): code for code, name in KNOWN.items()}
    return names.get(language.casefold(), language if len(language) == 2 else "")
