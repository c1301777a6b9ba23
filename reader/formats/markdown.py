"""Markdown for Obsidian and others: front matter, and each quote as a block quote with a stable block id.

A block is what reader wrote: lines that start with ">", an empty line, and "^q-…" (a quote), "^n-…" (a note)
or "^a-…" (the head of an article, with its heading before it). Exporting onto an earlier file replaces, adds
and takes away such blocks and leaves everything else as a person wrote it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from reader.formats import dates
from reader.formats import front_matter as yaml
from reader.formats.addresses import address_of, called, web_address
from reader.formats.citation import attribution
from reader.formats.dossier import (
    Dossier,
    Options,
    article_uid,
    evidence_of,
    note_uid,
    noted_words,
    notes_of,
    other_notes,
    quote_uid,
)
from reader.formats.format import Format
from reader.formats.labels import ENGLISH
from reader.formats.pages import place_written
from reader.formats.remarks import of_article, remarks_of
from reader.formats.tag_names import of_obsidian
from reader.formats.wording import in_print
from reader.i18n import _
from reader.models import Article, Note, Quote, words_of
from reader.visible import uncontrolled

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_LIST_LIKE = re.compile(r"^(\s*)([-+=]|\d+[.)])(\s)", re.MULTILINE)
_RULE_LIKE = re.compile(r"^(?=\^[aqn]-|[-=]{3,}\s*$)", re.MULTILINE)
"""What would be a line across the page, or the id of a block."""
_BLOCK = re.compile(r"(?:^# .*\n\n)?(?:^>.*\n)+\n\^([aqn]-[0-9a-f]{6,32})[ \t]*(?:\n|\Z)", re.MULTILINE)


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write a document; the front matter is that of the article where there is but one."""
    all_dossiers = list(dossiers)
    stream.write(uncontrolled(document(all_dossiers, options)).encode("utf-8", "replace"))


def document(dossiers: list[Dossier], options: Options) -> str:
    """The whole document."""
    front = yaml.front_matter(_front(dossiers[0])) + "\n" if len(dossiers) == 1 else ""
    return front + "\n".join(block for dossier in dossiers for block in _blocks(dossier, options))


def _front(dossier: Dossier) -> dict[str, yaml.Value]:
    article = dossier.article
    return {
        "title": article.title,
        "byline": article.byline,
        "outlet": article.outlet,
        "url": address_of(article),
        "published": article.published,
        "language": article.language,
        "tags": of_obsidian(article.tags),
        "tag names": true_names(dossier),
        "reader": article_uid(article),
    }


def true_names(dossier: Dossier) -> list[str]:
    """The tags of the article, its quotes and notes that Obsidian has otherwise, as they are."""
    tags = {*dossier.article.tags}
    tags |= {tag for quote in dossier.quotes for tag in quote.tags}
    tags |= {tag for note in dossier.notes for tag in note.tags}
    return sorted(tag for tag in tags if of_obsidian([tag]) not in ([tag], []))


def _hashtags(tags: Iterable[str]) -> str:
    return " ".join(f"#{tag}" for tag in of_obsidian(tags))


def _blocks(dossier: Dossier, options: Options) -> Iterator[str]:
    yield _head(dossier)
    yield from _quotes_with_notes(dossier)
    yield from (_note(dossier, note) for note in other_notes(dossier))
    if options.text:
        yield from _whole(dossier)


def parts_of(dossier: Dossier, options: Options, links: str = "") -> dict[str, str]:
    """The blocks of an article by what they are, for templates: head (with `links`), quotes, notes, text."""
    return {
        "head": _head(dossier, links),
        "quotes": "\n".join(_quotes_with_notes(dossier)),
        "notes": "\n".join(_note(dossier, note) for note in other_notes(dossier)),
        "text": "\n".join(_whole(dossier)) if options.text else "",
    }


def _quotes_with_notes(dossier: Dossier) -> Iterator[str]:
    for quote in dossier.quotes:
        yield _quote(dossier, quote)
        for note in notes_of(dossier, quote):
            yield _note(dossier, note)


def _whole(dossier: Dossier) -> Iterator[str]:
    """The article's text, and its links."""
    yield _text(dossier)
    if dossier.article.links:
        yield _links(dossier.article)


def _block(lines: str, kind: str, uid: str) -> str:
    """`lines` as a block quote with its id on a line of its own, as Obsidian asks for such blocks."""
    quoted = "".join(f"> {line}\n" if line.strip() else ">\n" for line in _unix(lines).split("\n"))
    return f"{quoted}\n^{kind}-{uid.replace('-', '')[:12]}\n"


_NOBODY = "nobody is named"  # not shown: read back
_ON_ARTICLE = "on the article"  # not shown: read back
"""The head of a note on the whole, which would seem to be on the quote above it."""
_NOTHING_KNOWN = "(no byline, no outlet, no date)"  # not shown: read back
"""A block needs a line."""


def _head(dossier: Dossier, links: str = "") -> str:
    article = dossier.article
    facts = [article.byline, article.outlet, dates.for_readers_with_zone(article.published)]
    facts_line = " · ".join(escaped(fact) for fact in facts if fact)
    facts_line = facts_line or _NOTHING_KNOWN
    if address := address_of(article):
        facts_line += f"\n<{address}>"
    facts_line += "".join(f"\n**{escaped(remark)}**" for remark in of_article(article, ENGLISH))
    facts_line += f"\n{links}" if links else ""
    return f"# {escaped(called(article))}\n\n" + _block(facts_line, "a", article_uid(article))


def _quote(dossier: Dossier, quote: Quote) -> str:
    facts = [str(quote.type), str(quote.status)]
    facts += [str(quote.verification)] if evidence_of(dossier, quote) else []
    facts += [page] if (page := place_written(dossier.article, quote)) else []
    parts = [
        escaped(in_print(dossier.article, quote)),
        "",
        f"— {escaped(attribution(dossier, quote) or _NOBODY)}",
        f"({', '.join(facts)})",
        *(f"**{escaped(remark)}**" for remark in remarks_of(dossier, quote, ENGLISH)),
        _hashtags(quote.tags),
    ]
    return _block("\n".join(parts).rstrip(), "q", quote_uid(dossier, quote))


def _note(dossier: Dossier, note: Note) -> str:
    about = noted_words(dossier, note)
    tags = _hashtags(note.tags)
    marked = f"*{escaped(' '.join(about.split()))}*" if about else "" if note.quote_id else _ON_ARTICLE
    parts = [f"[!note] {marked}".rstrip(), _harmless(note.body), tags]
    return _block("\n".join(part for part in parts if part), "n", note_uid(dossier, note))


def _links(article: Article) -> str:
    """The links of the text with their words, in its order."""
    lines = (
        f"{number}. {escaped(words_of(article.text, [link.span]))}: <{web_address(link.address)}>"
        for number, link in enumerate(article.links, 1)
    )
    return "## Links\n\n" + "\n".join(lines) + "\n"


def _text(dossier: Dossier) -> str:
    paragraphs = _unix(dossier.article.text).split("\n\n")
    body = "\n\n".join(escaped(paragraph) for paragraph in paragraphs)
    uid = article_uid(dossier.article).replace("-", "")[:12]
    return f"<!-- text {uid} -->\n## Text\n\n{body}\n<!-- /text {uid} -->\n"


def escaped(text: str) -> str:
    """`text` with nothing left that Markdown would take as its own."""
    marked = _LIST_LIKE.sub(r"\1\\\2\3", _SPECIAL.sub(r"\\\1", text))
    return _RULE_LIKE.sub(r"\\", marked)


def _harmless(body: str) -> str:
    """A note, which is Markdown already, without markup of the web and without links that run a script."""
    # A note may begin a line with ">" and hold <https://…>, but no tag of HTML.
    plain = re.sub(r"<(?=[!/?]|[A-Za-z](?!https?:))(?!https?://)", r"\\<", body)
    return re.sub(
        r"(\]\(\s*|^\[[^\]]*\]:\s*)(?=(?:javascript|data|vbscript):)",
        r"\1#",
        plain,
        flags=re.IGNORECASE | re.MULTILINE,
    )


def _unix(text: str) -> str:
    """`text` with line feeds alone, since others end no line when the file is brought up to date."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


_MARK = "\ufeff"
"""The byte order mark that some editors begin a file with."""


def merge(before: bytes, now: bytes) -> bytes:
    """The earlier file `before` brought up to date with the export `now`.

    Its byte order mark and its line ends stay, and bytes that are no UTF-8 too.
    """
    earlier = before.decode("utf-8", "surrogateescape")
    is_marked, is_windows = earlier.startswith(_MARK), earlier.count("\r\n") * 2 > earlier.count("\n")
    old_front, old = yaml.split(earlier.removeprefix(_MARK).replace("\r\n", "\n"))
    new_front, new = yaml.split(now.decode("utf-8"))
    front = yaml.merged(old_front, new_front)
    updated = front + _merged_blocks(*_merged_texts(old, new))
    updated = updated.replace("\n", "\r\n") if is_windows else updated
    return ((_MARK if is_marked else "") + updated).encode("utf-8", "surrogateescape")


_HEADING = re.compile(r"\A# .*\n+")


def _merged_blocks(old: str, new: str) -> str:
    """`old` with the blocks of `new`: replaced in place, added after their forerunner, or taken away.

    Only blocks of articles that are in `new` are taken away.
    """
    blocks = {found[1]: found[0].rstrip("\n") + "\n" for found in _BLOCK.finditer(new)}
    owners = _owners(old)
    follow: dict[str, list[str]] = {}
    forerunner = ""
    for uid, block in blocks.items():
        if uid in owners:
            forerunner = uid
        else:
            follow.setdefault(forerunner, []).append(block)

    def renewed(found: re.Match[str]) -> str:
        if found[1] in blocks:
            block = blocks[found[1]]
            # a heading that is not of the block any more has lines of somebody's under it, or was taken away
            block = block if found[0].startswith("# ") else _HEADING.sub("", block)
            return "\n".join([block, *follow.get(found[1], [])])
        return "" if owners[found[1]] in blocks else found[0]

    merged = _BLOCK.sub(renewed, old).rstrip("\n")
    late = "\n".join(follow.get("", []))
    return "\n\n".join(part for part in (merged, late.rstrip("\n")) if part) + "\n"


def _owners(document: str) -> dict[str, str]:
    """The id of every block with that of the article's head above it."""
    owners: dict[str, str] = {}
    head = ""
    for found in _BLOCK.finditer(document):
        head = found[1] if found[1].startswith("a-") else head
        owners[found[1]] = head
    return owners


_TEXT = re.compile(r"^<!-- text ([0-9a-f]+) -->\n.*?^<!-- /text \1 -->\n", re.MULTILINE | re.DOTALL)


def _merged_texts(old: str, new: str) -> tuple[str, str]:
    """Both documents, `old` with the article's text of `new` and `new` without it."""
    texts = {found[1]: found[0] for found in _TEXT.finditer(new)}
    known = {found[1] for found in _TEXT.finditer(old)}
    old = _TEXT.sub(lambda found: texts.get(found[1], found[0]), old)
    added = "".join("\n" + text for uid, text in texts.items() if uid not in known)
    return old.rstrip("\n") + "\n" + added, _TEXT.sub("", new)


FORMAT = Format(
    "markdown",
    ".md",
    _("Markdown with the facts on top; exporting again updates it"),
    write,
    merge,
)
