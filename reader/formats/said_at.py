"""When a quote of a transcript is said in its recording, as formats write it."""

from typing import Any

from reader.formats.addresses import web_address
from reader.models import Article, Quote
from reader.transcripts import Transcript, exact_clock


def time_written(quote: Quote) -> str:
    """From when to when, as "00:12:31–00:12:44"; "" where that is not known."""
    return str(quote.period) if quote.period else ""


def time_object(quote: Quote) -> dict[str, float] | None:
    """The same in seconds, with `start` and `end`."""
    period = quote.period
    return {"start": period.said_from, "end": period.said_to} if period else None


def exact_times(quote: Quote) -> tuple[str, str]:
    """Beginning and end to the thousandth, "00:12:31.250"; "" where they are not known."""
    period = quote.period
    return (exact_clock(period.said_from), exact_clock(period.said_to)) if period else ("", "")


def turn_objects(transcript: Transcript | None) -> list[dict[str, Any]]:
    """The turns of a transcript as places in its text, with their times; questions of the interviewer too."""
    if transcript is None:
        return []
    return [
        {
            "start": turn.start,
            "name_end": turn.name_end,
            "said": turn.said,
            "end": turn.end,
            "asks": turn.asks,
            "time": list(period) if (period := transcript.period_of(turn.said, turn.end)) else None,
        }
        for turn in transcript.turns
    ]


def times_object(transcript: Transcript | None) -> list[list[float]]:
    """When the words of a transcript are said: places in the text, seconds, how sure the machine heard."""
    return [list(stretch) for stretch in transcript.times] if transcript else []


def fragment_of(article: Article, quote: Quote) -> dict[str, Any] | None:
    """The quote's stretch of a recording on the web, as a target of W3C annotations (Media Fragments)."""
    address, period = web_address(article.recording), quote.period
    if not address or not period:
        return None
    until = f",{period.said_to:g}" if period.said_to > period.said_from else ""
    selector = {
        "type": "FragmentSelector",
        "conformsTo": "http://www.w3.org/TR/media-frags/",
        "value": f"t={period.said_from:g}{until}",
    }
    return {"source": address, "selector": selector}
