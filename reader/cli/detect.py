"""`reader detect`: find the quotes in a text, readable or as JSON lines; no library is opened."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from reader.cli.options import files, language_code
from reader.cli.output import counted, put, put_json, say
from reader.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from reader.models import Article, Quote

ROLES = ("speaker", "cue", "addressee", "frame")


@dataclass(frozen=True, slots=True)
class How:
    """What the options say."""

    engine: str
    lang: str
    explain: bool


@click.command("detect")
@click.argument("file", shell_complete=files, default="-")
@click.option(
    "--jsonl", is_flag=True, help='Lines {"id", "text", "lang"?, "title"?} in, a line of quotes each out.'
)
@click.option(
    "--engine",
    type=click.Choice(["auto", "rules", "learned"]),
    default="auto",
    show_default=True,
    help="Which detector looks.",
)
@click.option(
    "--lang",
    callback=language_code,
    default="",
    metavar="CODE",
    help="Language, instead of telling it from the text.",
)
@click.option("--explain", is_flag=True, help="Say why each quote was found.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
def detect_command(file: str, jsonl: bool, engine: str, lang: str, explain: bool, as_json: bool) -> None:
    """Find the quotes in FILE (a text or page, an address, clip:, or - for standard input).

    With --jsonl, texts are taken as they are, and spans count code points in them; a line that is no such
    object is named on standard error, the rest goes on, and the exit code is 1.
    """
    how = How(engine, lang, explain)
    if file == "-" and sys.stdin.isatty():
        raise UsageError("Name a file, or give a text on standard input.")
    if jsonl:
        _detect_lines(file, how)
    else:
        _detect_article(file, how, as_json)


def _detect_article(file: str, how: How, as_json: bool) -> None:
    from reader.ingest import read

    article = read(file)
    if article.missing:
        say(article.missing)
    language = how.lang or article.language or "de"
    quotes = _found(article.text, language, article.title, how)
    if as_json:
        told = [quote_object(quote, how.explain) | _texts(article, quote) for quote in quotes]
        put_json({"title": article.title, "lang": language, "text": article.text, "quotes": told})
        return
    for quote in quotes:
        _show(article, quote)
    say(f"{counted(len(quotes), 'quote').capitalize()} ({language}).")


def _texts(article: "Article", quote: "Quote") -> dict[str, Any]:
    return {"exact": [article.text[start:end] for start, end in quote.spans]}


def _show(article: "Article", quote: "Quote") -> None:
    from reader.models import words_of

    roles = [(name, words_of(article.text, getattr(quote, name))) for name in ROLES]
    speaker = roles[0][1] or "?"
    if quote.resolved_speaker and quote.resolved_speaker != speaker:
        speaker += f" = {quote.resolved_speaker}"
    put(f"{speaker}  ({quote.type}, {quote.medium}, {quote.confidence:.2f})")
    put(f"    {quote.words(article.text)}")
    said = "; ".join(f"{name}: {words}" for name, words in roles[1:3] if words)
    if said:
        put(f"    {said}")
    for sentence in quote.why:
        put(f"    · {sentence}")
    put()


def _detect_lines(file: str, how: How) -> None:
    output = sys.stdout.buffer
    wrong = 0
    try:
        with click.open_file(file, "rb") as lines:
            for number, line in enumerate(lines, 1):
                wrong += not _answer(number, line, how, output)
    except OSError as error:
        raise ReaderError(f"{file} cannot be read: {error.strerror or error}.") from error
    if wrong:
        raise click.exceptions.Exit(1)


def _answer(number: int, line: bytes, how: How, output: BinaryIO) -> bool:
    """Write the answer to one line; False where it was none."""
    if not line.strip():
        return True
    try:
        given = _given(line)
    except ValueError as error:
        say(f"line {number}: {error}")
        return False
    output.write(json.dumps(_detected(given, how)).encode() + b"\n")
    output.flush()
    return True


def _given(line: bytes) -> dict[str, Any]:
    """The object in a line; a ValueError says what it lacks."""
    try:
        given = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise ValueError("not JSON that can be read: nested too deeply") from error
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise ValueError('not an object with a "text"')
    for name in ("lang", "title"):
        if not isinstance(given.get(name) or "", str):
            raise ValueError(f'"{name}" is not a text')
    return given


def _detected(given: dict[str, Any], how: How) -> dict[str, Any]:
    text, title = given["text"], given.get("title") or ""
    language = how.lang or given.get("lang") or _identified(text)
    quotes = _found(text, language, title, how)
    told = [quote_object(quote, how.explain) for quote in quotes]
    return {"id": given.get("id"), "lang": language, "quotes": told}


def _found(text: str, language: str, title: str, how: How) -> "tuple[Quote, ...]":
    from reader.plugins import plugin_quotes
    from reader.quotes import detect

    if how.engine == "auto" and (found := plugin_quotes(text, language, title)):
        return found[0]
    return detect(text, language, title, engine=how.engine, explain=how.explain)


def _identified(text: str) -> str:
    from reader.languages.identify import identify

    return identify(text) or "de"


def quote_object(quote: "Quote", explain: bool = False) -> dict[str, Any]:
    """A quote as the JSON lines give it."""
    told: dict[str, Any] = {
        "type": str(quote.type),
        "medium": str(quote.medium),
        "spans": _lists(quote.spans),
        **{name: _lists(getattr(quote, name)) for name in ROLES},
        "confidence": round(quote.confidence, 4),
    }
    return told | ({"rule": quote.rule, "why": list(quote.why)} if explain else {})


def _lists(spans: Iterable[tuple[int, int]]) -> list[list[int]]:
    return [list(span) for span in spans]
