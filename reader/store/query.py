"""The language of the search line: words, "phrases", prefix*, -not, AND, OR, (groups) and field:value.

    klima "höhere Steuern" -sport title:wahl* speaker:merkel after:2024-05 (lang:de OR lang:fr)
    steuern NEAR/5 senken, "steuern senken"~5 (near each other, in any order) re:Haus(halt|bau) words:>300

`parse` gives a tree of `Term`, `Not`, `And` and `Or`; words side by side mean "and".
Errors name the place in the line.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import partial
from itertools import takewhile
from typing import NamedTuple, NoReturn

from reader.i18n import _
from reader.store.fields import FIELDS, TEXT_FIELDS
from reader.store.query_nodes import And, Node, Not, Or, QueryError, Term

_TOKEN = re.compile(
    r'\s+|(?P<mark>[()])|(?P<minus>-(?=\S))|(?P<field>[A-Za-z]+):(?!/)|(?P<quoted>")|(?P<word>[^\s()"]+)'
)
LONGEST = 200
"""Words, marks and fields in a line."""
DEEPEST = 20
"""Brackets inside each other."""
FURTHEST = 50
"""Words between two that stand near each other."""
NEARBY = 10
"""Words between the two of a NEAR without a number, as in FTS5."""
_NEAR = re.compile(r"(?:NEAR|NAHE)(?:/(\d{1,4}))?")
PATTERN = "re"
"""The field whose value has brackets of its own."""
_BEGINS_ALIKE = 4
"""Letters at the start by which a field is known: "verification" is "verified"."""
_CALLED = {
    "author": "byline", "autor": "byline", "autorin": "byline", "category": "section", "ressort": "section",
    "publisher": "outlet", "paper": "outlet", "medium": "outlet", "person": "speaker", "sprecher": "speaker",
    "sprecherin": "speaker", "name": "speaker", "quelle": "source", "titel": "title", "notiz": "note",
    "zitat": "quote", "schlagwort": "tag", "label": "tag", "sprache": "lang", "ordner": "folder",
    "freigabe": "authorisation", "checked": "verified",
}  # fmt: skip
"""Fields by what else people call them, in English and German."""
_QUOTED = re.compile(r'((?:[^"]|"")*)"(\*?)(?:~(\d{1,4}))?')


_NOTHING = And(())
"""What a line without words means."""


_BOTH_WORDS = _("NEAR stands between two words: steuern NEAR/5 senken.")


class _Token(NamedTuple):
    kind: str
    text: str
    position: int
    prefix: bool = False
    near: int = 0


def parse(line: str) -> Node:
    """The tree that a search line means; an empty line is an `And` of nothing, which finds everything."""
    return _Parser(line).whole()


class _Parser:
    """Reads tokens from left to right; one method per rule of the grammar."""

    def __init__(self, line: str) -> None:
        self._tokens = [*_tokens(line), _Token("end", "", len(line))]
        self._place = 0
        self._depth = 0
        if len(self._tokens) > LONGEST:
            _fail(
                _("The search is too long: take up to {longest} words.").format(longest=LONGEST),
                self._tokens[LONGEST],
            )

    @property
    def _next(self) -> _Token:
        return self._tokens[self._place]

    def _consume(self) -> _Token:
        self._place += 1
        return self._tokens[self._place - 1]

    def whole(self) -> Node:
        node = self._either()
        if self._next.kind != "end":
            _fail(_("There is a closing bracket too many."), self._next)
        return node

    def _either(self) -> Node:
        if self._next.kind == "or":
            _fail(_("OR needs something on both sides."), self._next)
        parts = [self._all()]
        while self._next.kind == "or":
            token = self._consume()
            if self._next.kind in ("end", ")", "or"):
                _fail(_("OR needs something on both sides."), token)
            parts.append(self._all())
        parts = [part for part in parts if part != _NOTHING]
        return parts[0] if len(parts) == 1 else Or(tuple(parts)) if parts else _NOTHING

    def _all(self) -> Node:
        parts = []
        begun = False
        while self._next.kind not in ("end", ")", "or"):
            if self._next.kind == "and":
                self._both_sides(begun)
                continue
            begun = True
            part = self._one()
            if part is not None and part != _NOTHING:
                parts.append(part)
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _both_sides(self, begun: bool) -> None:
        """Read an AND, which says what words side by side say anyway."""
        token = self._consume()
        if not begun or self._next.kind in ("end", ")", "or", "and"):
            _fail(_("AND needs something on both sides."), token)

    def _one(self) -> Node | None:
        token = self._consume()
        if token.kind == "near":
            _fail(_BOTH_WORDS, token)
        if self._next.kind == "near":
            return self._beside(token)
        if token.kind == "-":
            return self._negated(token)
        if token.kind == "(":
            return self._group(token)
        if token.kind == "field":
            return self._field(token)
        return _plain(token, "")

    def _beside(self, first: _Token) -> Term:
        """Two words or more with NEAR between them."""
        words, furthest = [first], 1
        while self._next.kind == "near":
            token = self._consume()
            furthest = max(furthest, token.near)
            words.append(self._consume())
            if not all(word.kind == "word" and Term(word.text).words for word in words[-2:]):
                _fail(_BOTH_WORDS, token)
        text = " ".join(word.text for word in words)
        return Term(text, exact=True, position=first.position, near=min(furthest, FURTHEST))

    def _negated(self, minus: _Token) -> Node | None:
        if self._next.kind in ("end", ")", "or"):
            _fail(_("A minus needs a word after it."), minus)
        part = self._one()
        if part is None or part == _NOTHING:
            return None
        return part.part if isinstance(part, Not) else Not(part)

    def _group(self, opening: _Token) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            _fail(_("There are too many brackets inside each other."), opening)
        node = self._either()
        if self._consume().kind != ")":
            _fail(_("A bracket is not closed."), opening)
        self._depth -= 1
        return node

    def _field(self, field: _Token) -> Node | None:
        name = field.text.lower()
        if name not in FIELDS:
            near = _meant(name)
            meant = _("There is no field “{field}”. Did you mean “{near}:”?")
            told = meant if near else _("There is no field “{field}”. Fields are {fields}.")
            said = told.format(field=field.text, near="".join(near), fields=", ".join(FIELDS))
            _fail(said, field)
        if self._next.kind == "-":
            return self._ago(self._consume(), name)
        if self._next.kind not in ("word", "quoted"):
            _fail(_("{name}: needs a value: {values}.").format(name=name, values=FIELDS[name]), field)
        return _plain(self._consume(), name)

    def _ago(self, minus: _Token, name: str) -> Node | None:
        """A value that begins with a minus: "after:-7d"."""
        if self._next.kind != "word" or self._next.position != minus.position + 1:
            _fail(_("{name}: needs a value: {values}.").format(name=name, values=FIELDS[name]), minus)
        word = self._consume()
        return _plain(word._replace(text=f"-{word.text}", position=minus.position), name)


def _alike(one: str, other: str) -> int:
    """With how many letters two words begin alike."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))


def _meant(name: str) -> list[str]:
    """The field that a name which is none was meant for: by its meaning, its beginning or its spelling."""
    if name in _CALLED:
        return [_CALLED[name]]
    alike = max(FIELDS, key=partial(_alike, name))
    begins_alike = _alike(name, alike) >= _BEGINS_ALIKE
    return [alike] if begins_alike else get_close_matches(name, FIELDS, 1)


def _plain(token: _Token, field: str) -> Term | None:
    text, prefix = token.text, token.prefix
    if token.kind == "word" and text.endswith("*") and field != PATTERN:
        text, prefix = text.rstrip("*"), True
    if token.near and (field not in ("", *TEXT_FIELDS) or prefix):
        _fail(_('~ goes with words of a text: "steuern senken"~5.'), token)
    term = Term(text, field, token.kind == "quoted", prefix, token.position, min(token.near, FURTHEST))
    if field in ("", *TEXT_FIELDS) and not term.words:
        return None  # a dash or an ampersand: nothing to look for
    return term


def _tokens(line: str) -> Iterator[_Token]:
    place = 0
    while place < len(line):
        match = _TOKEN.match(line, place)
        if match is None:  # cannot be: one of the alternatives fits any character
            _fail(_("This cannot be read."), _Token("", "", place))
        place = match.end()
        kind = match.lastgroup
        if (
            kind == "field"
            and match.group("field").lower() == PATTERN
            and line[place : place + 1] not in '" '
        ):
            yield _token("field", match)
            end = _end_of_pattern(line, place)
            yield _Token("word", line[place:end], place)
            place = end
            continue
        if kind == "quoted":
            token = _quoted(line, match.start())
            place = token[1]
            yield token[0]
        elif kind is not None:
            yield _token(kind, match)


def _end_of_pattern(line: str, start: int) -> int:
    """Where a pattern without quotation marks ends: at a blank, or at the bracket of a group around it."""
    depth = 0
    place = start
    while place < len(line) and not line[place].isspace():
        if line[place] == "\\":
            place += 1  # what follows is a sign of the text
        elif line[place] == "(":
            depth += 1
        elif line[place] == ")":
            depth -= 1
            if depth < 0:
                break
        place += 1
    return min(place, len(line))


def _token(kind: str, match: re.Match[str]) -> _Token:
    text, position = match.group(kind), match.start()
    if kind in ("mark", "minus"):
        return _Token(text, text, position)
    if kind == "word" and text in ("OR", "ODER"):
        return _Token("or", text, position)
    if kind == "word" and text in ("AND", "UND"):
        return _Token("and", text, position)
    if kind == "word" and (near := _NEAR.fullmatch(text)):
        return _Token("near", text, position, near=int(near.group(1) or NEARBY))
    return _Token(kind, text, position)


def _quoted(line: str, opening: int) -> tuple[_Token, int]:
    match = _QUOTED.match(line, opening + 1)
    if match is None:
        _fail(_("A quotation mark is not closed."), _Token("quoted", "", opening))
    text = match.group(1).replace('""', '"')
    near = int(match.group(3) or 0)
    return _Token("quoted", text, opening, bool(match.group(2)), near), match.end()


def _fail(message: str, token: _Token) -> NoReturn:
    raise QueryError(message, token.position)
