"""`reader detect`: find the quotes in a text, readable or as JSON lines; no library is opened."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

import click

from reader import amounts
from reader.cli.options import engine_option, files, language_code, private_option
from reader.cli.output import print_text, put_json, say
from reader.config import load
from reader.errors import ReaderError, UsageError
from reader.i18n import _, decimal, pgettext
from reader.library.detecting import DetectionSettings, configured, find_quotes, language_of
from reader.library.reading import read_article
from reader.models import Article, Quote, words_of
from reader.system_reasons import plain_complaint, system_reason

ROLES = ("speaker", "cue", "addressee", "frame")
_ROLE_LABELS = {"cue": pgettext("role", "cue"), "addressee": pgettext("role", "addressee")}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options say."""

    detection: DetectionSettings
    lang: str
    explain: bool
    allow_private: bool


@click.command(
    "detect",
    help=_(
        "Find the quotes in FILE (a text or page, an address, clip:, or - for standard input).\n\n"
        "With --jsonl, texts are taken as they are, and spans count code points in them; a line that is "
        "no such object is named on standard error, the rest goes on, and the exit code is 1."
    ),
)
@click.argument("file", shell_complete=files, default="-")
@click.option(
    "--jsonl", is_flag=True, help=_('Lines {"id", "text", "lang"?, "title"?} in, a line of quotes each out.')
)
@engine_option(_("Which detector looks."))
@click.option(
    "--lang",
    callback=language_code,
    default="",
    metavar="CODE",
    help=_("Language, instead of telling it from the text."),
)
@private_option
@click.option("--explain", is_flag=True, help=_("Say why each quote was found."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON, for other programs."))
def detect_command(
    file: str, jsonl: bool, engine: str | None, lang: str, allow_private: bool, explain: bool, as_json: bool
) -> None:
    """Find the quotes in FILE (a text or page, an address, clip:, or - for standard input)."""
    config = load()
    wanted = Wanted(configured(config, engine), lang, explain, allow_private or config.allow_private)
    if file == "-" and sys.stdin.isatty():
        raise UsageError(_("Name a file, or give a text on standard input."))
    if jsonl:
        _detect_lines(file, wanted)
    else:
        _detect_article(file, wanted, as_json)


def _detect_article(file: str, wanted: Wanted, as_json: bool) -> None:
    article = read_article(file, allow_private=wanted.allow_private)
    if article.missing:
        say(article.missing)
    if article.wall:
        say(_("This is no article: the page {wall}.").format(wall=article.wall))
    language = wanted.lang or language_of(article, wanted.detection)
    quotes = find_quotes(replace(article, language=language), wanted.detection, explain=wanted.explain)
    if as_json:
        objects = [quote_object(quote, wanted.explain) | _texts(article, quote) for quote in quotes]
        put_json({"title": article.title, "lang": language, "text": article.text, "quotes": objects})
    else:
        for quote in quotes:
            _show(article, quote)
        found = amounts.at_the_start(amounts.quotes(len(quotes)))
        say(_("{quotes} ({language}).").format(quotes=found, language=language))
    if article.wall:
        raise click.exceptions.Exit(1)


def _texts(article: Article, quote: Quote) -> dict[str, Any]:
    return {"exact": [article.text[start:end] for start, end in quote.spans]}


def _show(article: Article, quote: Quote) -> None:
    roles = [(name, words_of(article.text, getattr(quote, name))) for name in ROLES]
    speaker = ("" if quote.is_pointed_to else roles[0][1]) or pgettext("speaker", "unknown")
    if quote.resolved_speaker and quote.resolved_speaker != speaker:
        speaker += f" = {quote.resolved_speaker}"
    if quote.is_carried:
        speaker += " " + _("(carried over)")
    if quote.is_hearsay:
        speaker += " " + _("(hearsay)")
    print_text(f"{speaker}  ({quote.type.label}, {quote.medium.label}, {decimal(quote.confidence, 2)})")
    print_text(f"    {quote.words(article.text)}")
    others = "; ".join(f"{_ROLE_LABELS[name]}: {words}" for name, words in roles[1:3] if words)
    if others:
        print_text(f"    {others}")
    for sentence in quote.why:
        print_text(f"    · {sentence}")
    print_text()


def _detect_lines(file: str, wanted: Wanted) -> None:
    output = sys.stdout.buffer
    wrong = 0
    try:
        with click.open_file(file, "rb") as lines:
            for number, line in enumerate(lines, 1):
                wrong += not _answer(number, line, wanted, output)
    except OSError as error:
        told = _("{path} cannot be read: {reason}.").format(path=file, reason=system_reason(error))
        raise ReaderError(told) from error
    if wrong:
        raise click.exceptions.Exit(1)


def _answer(number: int, line: bytes, wanted: Wanted, output: BinaryIO) -> bool:
    """Write the answer to one line; False where it was none."""
    if not line.strip():
        return True
    try:
        given = _given(line)
    except ValueError as error:
        say(_("line {number}: {error}").format(number=number, error=error))
        return False
    output.write(json.dumps(_detected(given, wanted)).encode() + b"\n")
    output.flush()
    return True


def _given(line: bytes) -> dict[str, Any]:
    """The object in a line; a ValueError says what it lacks."""
    try:
        given = json.loads(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(_("not UTF-8 at byte {place}").format(place=error.start)) from error
    except json.JSONDecodeError as error:
        told = _("not JSON: {fault} at character {place}").format(
            fault=plain_complaint(error.msg), place=error.pos + 1
        )
        raise ValueError(told) from error
    except RecursionError as error:
        raise ValueError(_("not JSON that can be read: nested too deeply")) from error
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise ValueError(_('not an object with a "text"'))
    for name in ("lang", "title"):
        if not isinstance(given.get(name) or "", str):
            raise ValueError(_('"{name}" is not a text').format(name=name))
    return given


def _detected(given: dict[str, Any], wanted: Wanted) -> dict[str, Any]:
    article = Article(given["text"], given.get("title") or "", language=given.get("lang") or "")
    language = wanted.lang or article.language or _identified(article, wanted.detection)
    quotes = find_quotes(replace(article, language=language), wanted.detection, explain=wanted.explain)
    objects = [quote_object(quote, wanted.explain) for quote in quotes]
    return {"id": given.get("id"), "lang": language, "quotes": objects}


def _identified(article: Article, detection: DetectionSettings) -> str:
    from reader.languages.identify import identify  # langdetect: 30 ms, where no line names its language

    return identify(article.text) or language_of(article, detection)


def quote_object(quote: Quote, explain: bool = False) -> dict[str, Any]:
    """A quote as the JSON lines give it."""
    described: dict[str, Any] = {
        "type": str(quote.type),
        "medium": str(quote.medium),
        "spans": _lists(quote.spans),
        **{name: _lists(getattr(quote, name)) for name in ROLES},
        "confidence": round(quote.confidence, 4),
        "speaker_basis": str(quote.speaker_basis),
        "speaker_confidence": round(quote.speaker_confidence, 4),
    }
    return described | ({"rule": quote.rule, "why": list(quote.why)} if explain else {})


def _lists(spans: Iterable[tuple[int, int]]) -> list[list[int]]:
    return [list(span) for span in spans]
