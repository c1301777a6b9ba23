"""Errors that a person can act on: one sentence that says what is wrong and what to do."""

from reader.i18n import _


class ReaderError(Exception):
    """A failure to show to a person.

    `message` is one sentence saying what is wrong and what to do; `title` is the heading of a dialog.
    The command line prints the message and ends with `exit_code`.
    """

    exit_code = 1

    def __init__(self, message: str, title: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.title = title or _("That did not work")


class UsageError(ReaderError):
    """The call itself is wrong: an unknown option, an impossible combination (exit code 2)."""

    exit_code = 2


class IngestError(ReaderError):
    """One location gave no article; the others go on."""


class OtherFileError(IngestError):
    """What was read is whole and of another kind than articles: asked for again, it is the same."""


class NoProxyError(IngestError):
    """The proxy that every request was to go through does not answer: nobody was asked."""


class ScannedError(OtherFileError):
    """A PDF that holds pictures of pages and no text."""

    def __init__(self, location: str) -> None:
        super().__init__(
            _(
                "{location} holds pictures of pages and no text: run it through OCR first, or install "
                "ocrmypdf, which reader then uses by itself."
            ).format(location=location)
        )


class WeightsError(ReaderError):
    """The weights of the learned engine do not belong to this version."""


class StoreError(ReaderError):
    """The library file cannot be opened, read or written."""


class NotFoundError(StoreError):
    """No article, quote, note, tag or source of that name or number is in the library."""


class ClipboardError(ReaderError):
    """No clipboard could be read from or written to."""
