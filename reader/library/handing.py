"""Hand an article, a quote or a passage to a command of the configuration, which runs without a shell.

What is handed over leaves the library: it is covered like everything that does, and says what must be told
with it. It goes to the command's standard input as text. `{url}`, `{title}` and `{link}` among its words are
what is known, `{words}` is the text on one line, each within one argument.
"""

import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote as in_address

from reader.config import HandedCommand
from reader.errors import ReaderError
from reader.formats import Dossier
from reader.formats.addresses import address_of, called
from reader.formats.cover import evened
from reader.formats.dates import for_readers
from reader.formats.remarks import of_article, of_passage
from reader.i18n import _
from reader.library.covering import Covering
from reader.library.dossiers import Selection
from reader.library.running_programs import Running
from reader.library.taking import to_take
from reader.models import Quote, Span
from reader.store import Store
from reader.system_reasons import system_reason

LONGEST_WAIT = 120.0
"""Seconds after which a command that still runs is left to itself (chosen by hand)."""
MOMENT = 1.5
"""Seconds after which a command that still runs is told of (chosen by hand)."""
_MOST_TOLD = 20_000
"""Bytes of what a command says that are shown (chosen by hand)."""
_PLACE = re.compile(r"\{(url|title|link|words)\}")
_ADDRESS = re.compile(r"https?://", re.I)


@dataclass(frozen=True, slots=True)
class Handed:
    """What a command gets."""

    text: str
    url: str = ""
    title: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What came of it."""

    words: str
    """What the command said."""
    is_running: bool = False
    """Whether it runs on, and nobody waits for it."""
    was_stopped: bool = False
    """Whether a person has stopped it."""


def article_handed(dossier: Dossier) -> Handed:
    """A covered article: title, facts, what must be told, text."""
    article = dossier.article
    facts = (article.byline, article.outlet, for_readers(article.published), address_of(article))
    head = (
        called(article),
        " · ".join(fact for fact in facts if fact),
        *(f"[{one}]" for one in of_article(article)),
    )
    text = "\n".join(line for line in head if line) + f"\n\n{article.text}\n"
    return Handed(evened(text), address_of(article), evened(called(article)), address_of(article))


def quote_handed(dossier: Dossier, quote: Quote, style: str) -> Handed:
    """A quote of a covered article, with who said it, its citation and what must be told with it."""
    forms, article = to_take(dossier, quote, style), dossier.article
    return Handed(f"{forms.citation}\n", address_of(article), evened(called(article)), forms.link)


def passage_handed(dossier: Dossier, span: Span) -> Handed:
    """A passage of a covered article, with what must be told of the quotes in it."""
    article = dossier.article
    words = " ".join(filter(None, (article.text[slice(*span)].rstrip(), of_passage(dossier, span))))
    return Handed(evened(f"{words}\n"), address_of(article), evened(called(article)), address_of(article))


def to_hand(
    store: Store, article_id: int, gives: str, quote_id: int, held: tuple[int, int] | None, style: str
) -> Handed:
    """What a command is given of a stored article, covered as everything that leaves.

    Raises ReaderError for a quote that is not for publication.
    """
    dossier = Covering(store).dossier(article_id)
    if gives == "article":
        return article_handed(dossier)
    if gives == "selection" and held:
        return passage_handed(dossier, Span(*held))
    quote = next((one for one in dossier.quotes if one.id == quote_id), None)
    if quote is None:
        raise ReaderError(_("This quote is not for publication: it was not handed over."))
    return quote_handed(dossier, quote, style)


def questions_of(store: Store, article_id: int, quote_id: int = 0) -> tuple[str, ...]:
    """Where what is handed over would show who is covered, one sentence each."""
    selection = Selection((article_id,), frozenset((quote_id,)) if quote_id else None)
    return tuple(Covering(store).questions(selection, quotes_alone=bool(quote_id)))


def run(
    command: HandedCommand,
    handed: Handed,
    is_wanted: Callable[[], bool] = lambda: True,
    say_long: Callable[[], None] = lambda: None,
) -> Told:
    """Start a command, give it the text, and wait for it while that `is_wanted`, two minutes at most.

    `say_long` is called once where it takes longer than a moment. Raises ReaderError where it cannot be
    started, fails or says something without end.
    """
    words = [_filled(word, handed) for word in command.run]
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said:
        given.write(handed.text.encode("utf-8", "replace"))
        given.seek(0)
        try:
            program = Running(command.name, words, given, said)
        except (OSError, ValueError) as error:
            reason = system_reason(error)
            raise ReaderError(
                _(
                    "The command {name} cannot be started ({program}: {reason}): look at "
                    "[commands] in the configuration."
                ).format(name=command.name, program=words[0], reason=reason)
            ) from error
        is_running = _still_runs(program, is_wanted, say_long)
        said.seek(0)
        told = said.read(_MOST_TOLD).decode("utf-8", "replace").strip()
    return _outcome(program, told, is_running)


def _outcome(program: Running, told: str, is_running: bool) -> Told:
    if program.says_too_much:
        raise ReaderError(
            _("The command {name} said something without end, and was stopped.").format(name=program.name)
        )
    if program.was_stopped:
        return Told(told, was_stopped=True)
    if program.code:
        sentence = _("The command {name} failed ({code}).")
        if line := told.split("\n", 1)[0].strip():
            sentence = _("The command {name} failed ({code}): {line}")
        raise ReaderError(sentence.format(name=program.name, code=program.code, line=line[:200]))
    return Told(told, is_running)


def _filled(word: str, handed: Handed) -> str:
    """A word of a command with what is known in its places; words of a text become no option or path."""
    line = " ".join(handed.text.split()).lstrip("-")
    if _ADDRESS.match(word):
        line = in_address(line, safe="")
    known = {"url": handed.url, "title": handed.title, "link": handed.link, "words": line}
    return _PLACE.sub(lambda found: known[found[1]], word)


def _still_runs(program: Running, is_wanted: Callable[[], bool], say_long: Callable[[], None]) -> bool:
    has_said = False
    try:
        while program.look():
            if program.seconds > LONGEST_WAIT or not is_wanted():
                program.leave()
                return True
            if program.seconds > MOMENT and not has_said:
                has_said = True
                say_long()
    except KeyboardInterrupt:  # ^c on the command line does not reach it
        program.end()
        raise
    return False
