"""What a user sees of a text: type, words and speaker of each quote."""

from reader.quotes import detect


def said(text: str, code: str) -> list[tuple[str, str, str]]:
    """Type, words and speaker as written of each quote of a text."""
    return [
        (
            str(quote.type),
            " … ".join(text[start:end] for start, end in quote.spans),
            " … ".join(text[start:end] for start, end in quote.speaker),
        )
        for quote in detect(text, code, engine="rules")
    ]


def names(text: str, code: str) -> list[str]:
    """The speaker of each quote by full name."""
    return [quote.resolved_speaker for quote in detect(text, code, engine="rules")]
