"""The Python API: what a script or a notebook of a newsroom does with a library, in a dozen calls.

    from reader.api import detect, open_library

    with open_library() as library:
        for quote in library.quotes("status:accepted speaker:merkel"):
            print(quote.speaker_name(), quote.stored_words)

Values are those of `reader.models`, frozen; every change is a step of the journal and can be undone. What is
read is the library itself, whole; what goes out (`cite`, `export`) is covered as everywhere. Failures are a
`ReaderError` with one sentence. Names in `__all__` stay as they are until a new major version.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.i18n import _
from reader.library.adding import Progress
from reader.library.importing.report import ImportReport
from reader.models import Article, Note, Quote, QuoteType, Source, Span, Status, Verification
from reader.store import Store

if TYPE_CHECKING:
    from reader.config import Config

__all__ = [
    "Article",
    "ImportReport",
    "Library",
    "Note",
    "Progress",
    "Quote",
    "QuoteType",
    "ReaderError",
    "Source",
    "Span",
    "Status",
    "Verification",
    "detect",
    "open_library",
]

_ENGINES = ("auto", "rules", "learned")


def detect(text: str, language: str = "", title: str = "", *, engine: str = "auto") -> tuple[Quote, ...]:
    """The quotes in a text, in order of their starts, without any library.

    `language` is an ISO 639-1 code, "" to tell it from the text; `engine` is auto, rules or learned. Spans
    count code points of `text`: `quote.words(text)` are the words, `quote.speaker_name(text)` who said them.
    """
    from reader.library.detecting import DetectionSettings, detect_article  # the engines and their tables

    if engine not in _ENGINES:
        told = _('There is no engine "{engine}"; take one of {known}.')
        raise ReaderError(told.format(engine=engine, known=", ".join(_ENGINES)))
    article = Article(text, title=title, language=language)
    return detect_article(article, DetectionSettings(engine)).quotes


@contextmanager
def open_library(
    path: str | PathLike[str] | None = None, *, actor: str = "", create: bool = True
) -> Iterator["Library"]:
    """Open the library at `path`, or the one that `reader` itself opens; it is closed at the end.

    `actor` is who the journal names, by default as configured. Unless `create`, a library that is not there
    is a ReaderError.
    """
    from reader import config

    with _said_of_calls():
        set_up = config.load()
        place = config.library_path(None if path is None else str(path))
        who = actor or config.actor(set_up)
        opened = Store(place, actor=who, create=create)
    with opened as store:
        library = Library(store, set_up, who)
        try:
            yield library
        finally:
            library._close()


_WORDS = {"with --library FILE": "by `path`", "with --library": "by `path`", "--force": "force=True"}
"""What messages of the command line call an option, and what a call has for it."""


@contextmanager
def _said_of_calls() -> Iterator[None]:
    """Let messages speak of arguments where they speak of options."""
    try:
        yield
    except ReaderError as error:
        for option, argument in _WORDS.items():
            error.message = error.message.replace(option, argument)
        error.args = (error.message,)
        raise


class Library:
    """An open library. One thread uses it; `open_library` makes it and closes it."""

    def __init__(self, store: Store, set_up: "Config", actor: str) -> None:
        self._opened: Store | None = store
        self._config = set_up
        self._actor = actor

    @property
    def _store(self) -> Store:
        if self._opened is None:
            raise ReaderError(
                _("This library is closed: call it inside of `with open_library() as library:`.")
            )
        return self._opened

    def _close(self) -> None:
        self._opened = None

    # -- what is there -------------------------------------------------------------------------------------

    def articles(self, query: str = "") -> Iterator[Article]:
        """The articles that a query of the search line finds, newest first; all of them without one."""
        for number in self._store.articles.ids(query):
            yield self._store.articles.get(number)

    def article(self, number: int) -> Article:
        """The article of that number."""
        return self._store.articles.get(number)

    def quotes(self, query: str = "") -> Iterator[Quote]:
        """The quotes that a query finds, such as "type:Direct tag:bau"; `stored_words` are their words."""
        yield from self._store.quotes.by_ids(self._store.quotes.ids(query))

    def quotes_of(self, article: Article | int) -> tuple[Quote, ...]:
        """The quotes of an article, in the order of its text."""
        return tuple(self._store.quotes.of(_number(article)))

    def notes_of(self, article: Article | int) -> tuple[Note, ...]:
        """The notes on an article, its passages and its quotes."""
        return tuple(self._store.notes.of(_number(article)))

    def sources(self) -> tuple[Source, ...]:
        """The register of sources, whoever is covered too."""
        return tuple(self._store.sources.all())

    # -- what changes it -----------------------------------------------------------------------------------

    def add(self, *locations: str | PathLike[str], tags: Iterable[str] = ()) -> Iterator[Progress]:
        """Read files, folders or addresses, find their quotes and store both; what became of each.

        Nothing is read before the answer is gone through; a location that fails spoils only itself.
        """
        from reader.library.adding import add_locations
        from reader.library.detecting import configured
        from reader.library.preparing import Preparation

        how = Preparation(
            configured(self._config), tags=tuple(tags), allow_private=self._config.allow_private
        )
        yield from add_locations(self._store, [str(one) for one in locations], preparation=how)

    def add_article(self, article: Article) -> int:
        """Store an article that you made, and the quotes found in it; its number, also where it is there."""
        from reader.formats.addresses import called
        from reader.library.detecting import configured, detect_article

        if not article.text.strip():
            raise ReaderError(_("An article needs a text."))
        found = detect_article(article, configured(self._config))
        language = article.language or found.language
        stored = replace(article, language=language, tags=())
        with self._store.step(_("Add “{title}”").format(title=called(article))):
            added = self._store.articles.add(stored, found.quotes, found.detector)
            if article.tags:
                self._store.tags.attach(article.tags, articles=[added.id])
        return added.id

    def mark(self, *quotes: Quote | int, status: Status) -> int:
        """Accept, reject or reopen quotes; how many changed. A ReaderError where one is not there."""
        if status not in tuple(Status):
            told = _("There is no status “{status}”: take one of {known}.")
            raise ReaderError(told.format(status=status, known=", ".join(Status)))
        numbers = [self._store.quotes.get(_number(quote)).id for quote in quotes]
        return self._store.quotes.set_status(numbers, Status(status))

    def note(self, article: Article | int, body: str, *, quote: Quote | int = 0) -> Note:
        """Write a note (Markdown) on an article, or on one of its quotes."""
        if not body.strip():
            raise ReaderError(_("A note needs words."))
        return self._store.notes.save(Note(body, _number(article), quote_id=_number(quote)))

    def tag(
        self,
        tag: str,
        *,
        articles: Iterable[Article | int] | Article | int = (),
        quotes: Iterable[Quote | int] | Quote | int = (),
    ) -> int:
        """Put a tag on articles and quotes, one or several; on how many it was not yet."""
        return self._store.tags.attach([tag], articles=_numbers(articles), quotes=_numbers(quotes))

    def import_file(self, path: str | PathLike[str]) -> ImportReport:
        """Take in highlights, quotes or facts, as `reader import` does; what came of it."""
        from reader.library.importing import import_file

        return import_file(self._store, Path(path))

    def undo(self) -> str:
        """Undo the last step; its label, "" where there is none."""
        return self._store.journal.undo()

    # -- what goes out -------------------------------------------------------------------------------------

    def cite(self, quote: Quote | int, style: str = "") -> str:
        """A quote with who said it and where, covered; in the configured style, unless one is named.

        Raises ReaderError where it is not for publication.
        """
        from reader.library.covering import Covering
        from reader.library.taking import to_take

        covering = Covering(self._store)
        whole = self._store.quotes.get(_number(quote))
        covered = covering.quote(whole)
        if covered is None:
            raise ReaderError(_("Quote {id} is not for publication: it cannot be cited.").format(id=whole.id))
        return to_take(covering.dossier(whole.article_id), covered, style or self._config.citation).citation

    def export(
        self,
        articles: Iterable[Article | int] | Article | int,
        format_name: str,
        target: str | PathLike[str],
        *,
        accepted: bool = False,
        text: bool = False,
        force: bool = False,
        anyway: bool = False,
    ) -> list[Path]:
        """Write one article or several in a format of `reader export --formats`, covered; the files.

        A `target` that ends in a slash is a folder, made where it is not. A file that is there is only
        replaced with `force`. Where something would show who is covered, a ReaderError says so and nothing
        is written, unless you go on `anyway`.
        """
        from reader.formats import Options
        from reader.library.covering import Covering
        from reader.library.dossiers import Selection
        from reader.library.exporting import export

        numbers = tuple(_numbers(articles))
        told = () if anyway else tuple(Covering(self._store).questions(Selection(numbers, None, accepted)))
        if told:
            raise ReaderError(" ".join(told), _("Export"))
        set_up = self._config
        options = Options(style=set_up.citation, text=text, labels=set_up.labels, actor=self._actor)
        with _said_of_calls():
            return export(
                self._store,
                numbers,
                format_name,
                fspath(target),
                options=options,
                accepted=accepted,
                force=force,
            )


def _number(value: Article | Quote | int) -> int:
    return value if isinstance(value, int) else value.id


def _numbers(values: Iterable[Article | Quote | int] | Article | Quote | int) -> list[int]:
    """The numbers of several articles or quotes, or of one."""
    every = [values] if isinstance(values, (Article, Quote, int)) else values
    return [_number(value) for value in every]
