"""Pages that stand in the place of an article: they ask for consent or a login, are shut, or are not there.

Such a page speaks of itself and to its reader ("we and our partners", "please try again"), in a few sentences
and hardly any others; an article about cookies or logins speaks of somebody else, and at length. So sentences
with words of a wall (`walls` in press.toml) are weighed against all the others. No single word decides.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from reader.i18n import _
from reader.ingest.leftovers import opens_tail
from reader.languages.press import everywhere, press

REASONS = {
    "consent_walls": _("asks for consent to cookies or tracking"),
    "login_walls": _("asks for a login"),
    "robot_walls": _("checks whether a person is asking"),
    "script_walls": _("shows nothing without JavaScript, or with an ad blocker"),
    "maintenance_walls": _("is shut for maintenance"),
    "gone_walls": _("says that it is not there or has a fault"),
}
"""What a page does, by the table of its words."""
SUBSCRIPTION = _("shows nothing without a subscription")
"""What a page does that has an offer where its article should be, and not a sentence of it."""
HOME = _("leads to the home page")
"""What an address does whose article is gone without a word."""
MOST_WORDS = 700
"""Words of a page that may be a wall; longer ones are articles (chosen by hand)."""

_MOST_OTHER_WORDS = 150
"""Words outside a wall's own sentences beyond which there is an article too (chosen by hand)."""
_SHARE = 0.4
"""Share of a wall's own sentences in its words: 0.55 and more on 60 walls in eight languages."""
_SHARE_OF_ARTICLE = 0.7
"""The same where the page says that it is an article, with a date or an author."""
_SPEAKING = 0.25
"""Share of a wall's words in sentences that speak of itself or to its reader; 0.4 and more on 60 walls."""
_FIRST_SENTENCES = 8
"""Sentences that are looked at first: a wall shows itself in them (chosen by hand)."""
_FEW_WORDS = 45
"""A page with fewer words needs one sign only (chosen by hand)."""
_LONGEST = {"gone_walls": 20}
"""Words of a sentence; "a page that does not exist" stands in longer ones of articles (chosen by hand)."""
_FEWEST_WORDS = 25
"""A page with fewer words need not speak to anybody (chosen by hand)."""
_COVERED = 0.6
"""Share of a title that a wall's words cover: "Wartungsarbeiten", not "Wartungsarbeiten am Deich enden"."""
_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+(?=\s|$)|\n|$|.)")
_CHALLENGE = re.compile(r"captcha|challenge|turnstile|datadome|perimeterx|px-block", re.I)
_PAYWALL = re.compile(
    r"(?:^|[\s_-])(?:pay-?wall|reg-?wall|subscription-?wall|metered-?wall)(?:$|[\s_-])", re.I
)
_PAYWALL_WORDS = 80
"""Words of a box that hides the rest; with more it is the rest itself (chosen by hand)."""
_QUOTATION = re.compile(r"[„“”«»‹›\"](?:[^\s„“”«»‹›\"]+\s+){5}[^„“”«»‹›\"]*[“”«»‹›\"]")
"""Six words and more between marks: somebody's, where a wall has the names of buttons."""
_PROSE = 8
"""Words of a line that is more than a heading or an offer (chosen by hand)."""
_NEAR = 4
"""Lines behind the article's in which a paywall's words are about it, not about others (chosen by hand)."""
_FEW_LINES = 20
"""Lines of a page beside its text that may be its buttons; more are menus (chosen by hand)."""
_LONGEST_LINE = 200
"""Characters of such a line."""


Words = dict[str, re.Pattern[str]]
"""The words of walls, by the table that has them; all but how they speak in small letters."""


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to tell a wall by."""

    title: str
    blocks: tuple[str, ...]
    """Its main text."""
    lines: tuple[str, ...] = ()
    """All that it shows."""
    is_article: bool = False
    """Whether it says so, with a date or an author."""
    languages: frozenset[str] = frozenset()
    """Codes of those that the text and the page are in; with them it is read in a third of the time."""


def wall_of(page: Page, tree: HtmlElement) -> str:
    """What the page does in place of showing an article, such as "asks for a login"; "" for an article."""
    words = _words_in(page.languages)
    if any(_QUOTATION.search(block) for block in page.blocks):
        return ""  # no wall reports what somebody said
    written = [sentence for block in page.blocks for sentence in _sentences(block)]
    total = sum(map(_length, written))
    if total > MOST_WORDS or (total > _MOST_OTHER_WORDS and not _tells(written[:_FIRST_SENTENCES], words)):
        return ""
    telling = {kind: [one for one in written if _says(one, kind, words, total)] for kind in REASONS}
    told = {sentence for found in telling.values() for sentence in found}
    told_words = sum(_length(sentence) for sentence in written if sentence in told)
    speaking = sum(_length(sentence) for sentence in written if words["speaking"].search(sentence))
    titles = {kind for kind in REASONS if _covers(words[kind], page.title.lower().strip())}
    # "Access denied" in a line or two, or under a title that says so, need speak to nobody
    speaks = speaking >= _SPEAKING * total or titles or total < _FEWEST_WORDS
    offers = total <= _PAYWALL_WORDS and not page.is_article and _only_offers(written, words, bool(speaks))
    if total - told_words >= _MOST_OTHER_WORDS or not speaks:
        return SUBSCRIPTION if offers else ""
    kind = max(REASONS, key=lambda kind: (sum(map(_length, telling[kind])), kind in titles))
    signs = len(_signs(telling, page, words)) + len(titles) + _structure(tree)
    share = _SHARE_OF_ARTICLE if page.is_article else _SHARE
    enough = signs >= 2 or (signs == 1 and total < _FEW_WORDS and told_words > total / 2)
    if enough and told_words >= share * total:
        return REASONS[kind]
    # "Wartung" above a sentence or two that no table knows
    if titles and total < _FEW_WORDS and not page.is_article:
        return REASONS[min(titles)]
    return SUBSCRIPTION if offers else ""


def _only_offers(sentences: Sequence[str], words: Words, speaks: bool) -> bool:
    """Whether sentences hide an article, and each of more than a few words speaks to the reader or offers."""
    found = {match[0] for one in sentences for match in words["paywalls"].finditer(one.lower())}
    if len(found) + speaks < 2:
        return False
    own = ("paywalls", *REASONS)
    return not any(
        _length(one) >= _PROSE
        and not words["speaking"].search(one)
        and not any(words[kind].search(one.lower()) for kind in own)
        for one in sentences
    )


def _says(sentence: str, kind: str, words: Words, total: int) -> bool:
    """Whether a sentence has words of a wall, and is no longer than it has them."""
    if words[kind].search(sentence.lower()) is None:
        return False
    return _length(sentence) <= _LONGEST.get(kind, total) or words["speaking"].search(sentence) is not None


def paywall_after(page: Page, tree: HtmlElement) -> bool:
    """Whether the page hides the rest of its article, in a box called so or by lines behind its text."""
    boxes = (
        element
        for element in tree.iter("div", "section", "aside")
        if _PAYWALL.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    )
    said = _words_in(page.languages)["paywalls"]
    if any(_hides(" ".join(box.text_content().lower().split()), said) for box in boxes):
        return True
    return any(len(line) <= _LONGEST_LINE and said.search(line.lower()) for line in _behind(page, said))


def _behind(page: Page, said: re.Pattern[str]) -> Iterator[str]:
    """The lines behind the last sentences of the article, up to a list of others."""
    text = "\n".join(page.blocks)
    prose = (
        at
        for at, line in enumerate(page.lines)
        if _length(line) >= _PROSE and line in text and not said.search(line.lower())
    )
    for line in page.lines[max(prose, default=len(page.lines)) + 1 :][:_NEAR]:
        if opens_tail(line):
            return
        yield line


def leads_home(asked: str, came: str) -> bool:
    """Whether an address was answered by the home page of its site."""
    try:
        before, after = urlsplit(asked), urlsplit(came)
    except ValueError:  # brackets that are no IPv6 address
        return False
    return bool(before.path.strip("/")) and not (after.path.strip("/") or after.query) and asked != came


def _hides(words: str, said: re.Pattern[str]) -> bool:
    return bool(words) and _length(words) <= _PAYWALL_WORDS and said.search(words) is not None


def _signs(telling: dict[str, list[str]], page: Page, words: Words) -> set[str]:
    """The different words of walls that there are, on buttons too where the page has little else."""
    places = [(kind, one) for kind, said in telling.items() for one in said]
    if len(page.lines) < _FEW_LINES + 4 * len(page.blocks):
        shown = [line for line in page.lines if len(line) <= _LONGEST_LINE]
        places += [(kind, line) for line in shown for kind in REASONS]
    return {found[0] for kind, text in places for found in words[kind].finditer(text.lower())}


def _structure(tree: HtmlElement) -> int:
    """Signs beside the words: a field for a password, a captcha, a page that loads itself again."""
    password = any(field.get("type") == "password" for field in tree.iter("input"))
    marked = (f"{one.get('src')} {one.get('id')} {one.get('class')}" for one in tree.iter("form", "iframe"))
    refresh = any((one.get("http-equiv") or "").lower() == "refresh" for one in tree.iter("meta"))
    return password + any(map(_CHALLENGE.search, marked)) + refresh


def _tells(sentences: Sequence[str], words: Words) -> bool:
    return any(words[kind].search(sentence.lower()) for kind in REASONS for sentence in sentences)


def _covers(said: re.Pattern[str], title: str) -> bool:
    covered = sum(len(found[0]) for found in said.finditer(title))
    return covered > 0 and covered >= _COVERED * len(title)


def _sentences(block: str) -> list[str]:
    return [sentence for found in _SENTENCE.findall(block) if (sentence := found.strip())]


def _length(text: str) -> int:
    return len(text.split())


@cache
def _words_in(languages: frozenset[str]) -> Words:
    """Of some languages and English, in which servers everywhere answer; of all where none is known."""
    known = [words for code in sorted(languages) if (words := press(code)).consent_walls]
    tables = [*known, press("en")] if known else [everywhere()]
    return {
        kind: re.compile(
            "|".join(dict.fromkeys(f"(?:{one})" for words in tables for one in getattr(words, kind)))
        )
        for kind in (*REASONS, "paywalls", "speaking")
    }
