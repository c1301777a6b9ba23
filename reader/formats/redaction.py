"""Keep the names of confidential and background sources out of every output.

Names, aliases, the speaker as written and each capitalised part of a name are covered with as many blocks "█"
as they had code points, so that every span stays true. Rather too much is covered than too little.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import unquote

from reader.formats.dossier import Dossier
from reader.languages.press import everywhere, spelled_out
from reader.models import Article, Authorised, Caption, Evidence, Note, Quote, Source, name_is_covered

BLOCK = "█"
WITHHELD = "[withheld: confidential source]"

_SHORTEST = 3
"""Parts of a name with fewer letters are only covered together with the rest of it."""
_JOINED = 5
"""Letters of a part of a name that is covered inside addresses even where it is joined to others."""
_ADDRESS_MARKS = ("@", "://", "www.")
_TOKEN = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_GENITIVE = r"(?:['’]?s|['’])?"


def redacted(dossier: Dossier) -> Dossier:
    """`dossier` without the names of sources off the record, nor what is kept about confidential ones."""
    hidden = {s.id: s for s in (*dossier.protected, *dossier.sources) if _is_hidden(s)}
    if not hidden:
        return dossier
    cover = _cover(_names(dossier, hidden))
    secret = {q.id for q in dossier.quotes if _is_secret(hidden.get(q.source_id))}
    return Dossier(
        article=_article(dossier, hidden, cover),
        quotes=tuple(_quote(quote, hidden, cover) for quote in dossier.quotes),
        notes=tuple(_note(note, secret, cover) for note in dossier.notes),
        sources=tuple(_source(source, cover) for source in dossier.sources),
        evidence=tuple(_evidence(item, secret, cover) for item in dossier.evidence),
        authorised=tuple(_step(item, cover) for item in dossier.authorised if item.quote_id not in secret),
    )


def label(source: Source) -> str:
    """What stands for a hidden name: "confidential source 7", by the source's number in the register."""
    return f"{source.use} source {source.id}"


def _is_hidden(source: Source) -> bool:
    return name_is_covered(source)


def _is_secret(source: Source | None) -> bool:
    return source is not None and source.identity_protected


def _names(dossier: Dossier, hidden: dict[int, Source]) -> list[str]:
    names = [name for source in hidden.values() for name in (source.name, *source.aliases)]
    names += [q.resolved_speaker for q in dossier.quotes if q.source_id in hidden]
    names += [q.source for q in dossier.quotes if q.source_id in hidden]
    return names


@dataclass(frozen=True, slots=True)
class Cover:
    """Covers names in texts, and more freely in addresses, where they stand in small letters and joined."""

    patterns: tuple[re.Pattern[str], ...]
    joined: re.Pattern[str] | None

    def __call__(self, text: str) -> str:
        """`text` with every name covered; addresses inside it are looked at as such."""
        for pattern in self.patterns:
            text = pattern.sub(_blocks, text)
        if not any(mark in text for mark in _ADDRESS_MARKS):
            return text
        return _TOKEN.sub(lambda found: self._token(found[0]), text)

    def address(self, address: str) -> str:
        """An address, path or tag with every name covered, percent-encoded or not, whatever its capitals."""
        plain = unquote(address)
        covered = self._freely(self(plain))
        return covered if covered != plain else self._freely(self(address))

    def _token(self, token: str) -> str:
        return self._freely(token) if any(mark in token for mark in _ADDRESS_MARKS) else token

    def _freely(self, address: str) -> str:
        if self.joined:
            address = self.joined.sub(_blocks, address)
        return _LETTERS.sub(lambda found: self._word(found[0]), address)

    def _word(self, word: str) -> str:
        title = word.capitalize()
        hidden = any(pattern.fullmatch(title) for pattern in self.patterns)
        return BLOCK * len(word) if hidden else word


def _cover(names: Iterable[str]) -> Cover:
    """What covers every one of `names`, whole or by its parts."""
    spellings = [form for name in names for form in _forms(name)]
    wholes = {_spaced(name) for name in spellings if name.split() and not _tells(name)}
    parts = {word for name in spellings if _is_personal(name) for word in _words(name) if _tells(word)}
    escaped = set(map(re.escape, parts))
    patterns = [_between_words(_any_of(wholes), re.IGNORECASE)] if wholes else []
    patterns += [_between_words(_any_of(escaped))] if escaped else []
    long = {re.escape(part) for part in parts if len(part) >= _JOINED}
    return Cover(tuple(patterns), re.compile(_any_of(long), re.IGNORECASE) if long else None)


def _between_words(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){pattern}{_GENITIVE}(?![^\W_])", flags)


def _spaced(name: str) -> str:
    """A pattern for `name`, its words divided by whatever divides words in texts and addresses."""
    return r"[\s._\-+]{1,3}".join(map(re.escape, name.split()))


def _words(name: str) -> list[str]:
    return [word.strip(".,()'\"’") for word in re.split(r"[\s\-]+", name)]


def _tells(word: str) -> bool:
    """Whether one word gives a person away: capitalised, long enough and no title or particle."""
    word = unicodedata.normalize("NFC", word)
    return (
        len(word) >= _SHORTEST and word.isalpha() and word[0].isupper() and word.lower() not in _small_words()
    )


def _is_personal(name: str) -> bool:
    """Whether `name` looks like a person's: no article before it, and only particles in lower case."""
    words = [word for word in _words(name) if word]
    lower = {word for word in words if word[:1].islower()}
    return bool(words) and words[0].casefold() not in everywhere().articles and lower <= _small_words()


@cache
def _small_words() -> frozenset[str]:
    """What stands in names in lower case, and alone tells nobody."""
    words = everywhere()
    return frozenset((*words.particles(), *words.name_words))


def _any_of(patterns: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(patterns, key=len, reverse=True)) + ")"


def _forms(name: str) -> set[str]:
    """How `name` may be spelled: composed, decomposed, umlauts spelled out or bare, in capitals."""
    spelled = {unicodedata.normalize(form, name) for form in ("NFC", "NFD")} | {name}
    spelled |= {spelled_out(unicodedata.normalize("NFC", name))}
    spelled |= {"".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))}
    return spelled | {form.upper() for form in spelled}


def _blocks(found: re.Match[str]) -> str:
    return BLOCK * len(found[0])


def _article(dossier: Dossier, hidden: dict[int, Source], cover: Cover) -> Article:
    article = dossier.article
    spans = [span for q in dossier.quotes if q.source_id in hidden for span in q.speaker]
    return replace(
        article,
        text=cover(_blacken(article.text, spans)),
        title=cover(article.title),
        byline=cover(article.byline),
        outlet=cover(article.outlet),
        section=cover(article.section),
        agency=cover(article.agency),
        url=cover.address(article.url),
        location=cover.address(article.location),
        captions=tuple(Caption(cover(c.text), cover(c.credit)) for c in article.captions),
        removed=tuple(map(cover, article.removed)),
        tags=_tags(article.tags, cover),
    )


def _blacken(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + BLOCK * (end - start) + text[end:]
    return text


def _tags(tags: tuple[str, ...], cover: Cover) -> tuple[str, ...]:
    return tuple(cover.address(tag) for tag in tags)


def _quote(quote: Quote, hidden: dict[int, Source], cover: Cover) -> Quote:
    source = hidden.get(quote.source_id)
    changed = replace(
        quote,
        exact=(),
        why=(),
        tags=_tags(quote.tags, cover),
        source=cover(quote.source),
        resolved_speaker=cover(quote.resolved_speaker),
        speaker_role=cover(quote.speaker_role),
        speaker_affiliation=cover(quote.speaker_affiliation),
    )
    if source is None:
        return changed
    named = replace(changed, source=label(source), resolved_speaker=label(source))
    return replace(named, speaker_role="", speaker_affiliation="") if _is_secret(source) else named


def _note(note: Note, secret: set[int], cover: Cover) -> Note:
    body = WITHHELD if note.quote_id and note.quote_id in secret else cover(note.body)
    return replace(note, body=body, exact=cover(note.exact), tags=_tags(note.tags, cover))


def _source(source: Source, cover: Cover) -> Source:
    if not _is_hidden(source):
        return replace(source, remarks=cover(source.remarks), aliases=tuple(map(cover, source.aliases)))
    bare = replace(source, name=label(source), aliases=(), remarks="", uid="")
    if _is_secret(source):
        return replace(bare, role="", affiliation="")
    return replace(bare, role=cover(source.role), affiliation=cover(source.affiliation))


def _step(item: Authorised, cover: Cover) -> Authorised:
    return replace(item, spoken=cover(item.spoken), approved=cover(item.approved), who=cover(item.who))


def _evidence(item: Evidence, secret: set[int], cover: Cover) -> Evidence:
    if item.quote_id in secret:
        return replace(item, reference="", remark=WITHHELD if item.remark else "")
    return replace(item, reference=cover.address(item.reference), remark=cover(item.remark))
