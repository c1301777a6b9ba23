"""A vault for Obsidian: a page for each article, source and tag, linked with one another.

A page of an article is made by a template, which may be a person's own; its quotes are the blocks of
`reader.formats.markdown`, so that exporting into the vault again updates them. Pages of sources and tags hold
a part of ours between two marks, and everything else there is a person's. Whoever is covered has no page:
it would say which statements are one person's.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from reader.formats import markdown
from reader.formats.addresses import address_of, called
from reader.formats.archive import write_zip
from reader.formats.cover import BLOCK
from reader.formats.dates import for_readers
from reader.formats.dossier import Dossier, Options, article_uid, quote_uid, source_of, speaker_name
from reader.formats.file_names import FileNames
from reader.formats.format import Format
from reader.formats.front_matter import front_matter, merged, split
from reader.formats.labels import labelled_in, language_for
from reader.formats.remarks import in_brackets, of_article
from reader.formats.tag_names import of_obsidian
from reader.formats.vault_template import TEMPLATE, check_template, filled
from reader.formats.wording import in_print
from reader.i18n import _
from reader.models import Article, Quote, Source, SourceKind
from reader.texts.role_names import is_role
from reader.visible import uncontrolled

_UNNAMED = ("Article", "Source", "Tag")  # not shown
_BEGIN, _END = "<!-- reader -->", "<!-- /reader -->"
_OURS = re.compile(rf"^{re.escape(_BEGIN)}\n.*?^{re.escape(_END)}\n", re.MULTILINE | re.DOTALL)


@dataclass(slots=True)
class _Page:
    """A page of a source or tag: what is known of it, and the lines of what stands under it."""

    front: dict[str, str | list[str]]
    lines: list[str] = field(default_factory=list)


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write a zip of the pages."""
    check_template(options.template)
    write_zip(stream, ((name, _encoded(text)) for name, text in _Vault(list(dossiers), options).pages()))


def merge(name: str, before: bytes, now: bytes) -> bytes:
    """A page of an earlier export brought up to date; what a person wrote in it stays."""
    if name.startswith("Articles/"):
        return markdown.merge(before, now)
    old, new = before.decode("utf-8", "surrogateescape").replace("\r\n", "\n"), now.decode()
    ours = _OURS.search(new)
    if ours is None:
        return before
    front = merged(split(old)[0], split(new)[0])
    old = split(old)[1]
    whole, put = ours[0], _OURS.search(old)
    kept = old[: put.start()] + whole + old[put.end() :] if put else old.rstrip("\n") + "\n\n" + whole
    return (front + kept).encode("utf-8", "surrogateescape")


def _encoded(text: str) -> bytes:
    return uncontrolled(text).encode("utf-8", "replace")


class _Vault:
    """The pages of all dossiers, each with a name of its own."""

    def __init__(self, dossiers: list[Dossier], options: Options) -> None:
        self._dossiers = dossiers
        self._options = options
        self._language = language_for(options)
        names = FileNames()
        # names of files, which links lead to and the next export looks for, are the same in every language
        self._articles = [names.name(_page_of(dossier.article), _UNNAMED[0]) for dossier in dossiers]
        self._names = names
        self._people: dict[str, str] = {}
        """The page of each speaker, by name."""
        self._tags: dict[str, str] = {}
        for dossier in dossiers:
            for quote in dossier.quotes:
                if (name := speaker_with_page(dossier, quote)) and name not in self._people:
                    self._people[name] = names.name(name, _UNNAMED[1])
            for tag in tags_of(dossier):
                self._tags[tag] = self._tags.get(tag) or names.name(tag.replace("/", " - "), _UNNAMED[2])

    def pages(self) -> Iterator[tuple[str, str]]:
        """Paths and texts, the index first."""
        yield "Index.md", self._index()
        if self._options.memos:
            yield "Memos.md", self._memos()
        sources: dict[str, _Page] = {}
        tags: dict[str, _Page] = {}
        for name, dossier in zip(self._articles, self._dossiers, strict=True):
            yield f"Articles/{name}.md", self._article(dossier)
            self._gather(name, dossier, sources, tags)
        for folder, kind in (("Sources", sources), ("Tags", tags)):  # not shown
            for name, page in kind.items():
                yield f"{folder}/{name}.md", _marked(page)

    def _memos(self) -> str:
        """All memos on one page, by story."""
        lines, last = list[str](), ""
        for memo in self._options.memos:
            if (heading := f"## {memo.story or self._told('Library')}") != last:
                lines, last = [*lines, heading, ""], heading
            tags = " ".join(f"#{tag}" for tag in of_obsidian(memo.tags))
            lines += [*filter(None, (_without_marks(memo.body.strip()), tags)), ""]
        return f"{_BEGIN}\n" + "\n".join(lines) + f"\n{_END}\n"

    def _index(self) -> str:
        told = self._told
        rows = sorted(
            zip(self._articles, self._dossiers, strict=True),
            key=lambda one: one[1].article.published,
            reverse=True,
        )
        articles = [f"- {_link(name, called(d.article))}{_facts(d.article)}" for name, d in rows]
        people = [f"- {_link(page, name)}" for name, page in sorted(self._people.items())]
        tags = [f"- {_link(page, tag)}" for tag, page in sorted(self._tags.items())]
        parts = ((told("Articles"), articles), (told("Sources"), people), (told("Tags"), tags))
        lines = [line for head, lines in parts if lines for line in (f"## {head}", "", *lines, "")]
        return f"{_BEGIN}\n" + "\n".join(lines) + f"\n{_END}\n"

    def _told(self, label: str) -> str:
        return labelled_in(self._language, label)

    def _article(self, dossier: Dossier) -> str:
        return filled(self._options.template or TEMPLATE, self._values(dossier))

    def _values(self, dossier: Dossier) -> dict[str, str | list[str]]:
        article = dossier.article
        linked = [_link(self._people[name], name) for name in _speakers(dossier)]
        linked += [_link(self._tags[tag], tag) for tag in tags_of(dossier)]
        links = " · ".join(linked)
        blocks = markdown.parts_of(dossier, self._options, links)
        return {
            "title": article.title,
            "byline": article.byline,
            "outlet": article.outlet,
            "url": address_of(article),
            "published": article.published,
            "language": article.language,
            "tags": of_obsidian(article.tags),
            "tag_names": markdown.true_names(dossier),
            "uid": article_uid(article),
            "head": blocks["head"],
            "quotes": blocks["quotes"],
            "notes": blocks["notes"],
            "text": blocks["text"],
            "links": links,
        }

    def _gather(self, page: str, dossier: Dossier, sources: dict[str, _Page], tags: dict[str, _Page]) -> None:
        """Put the article's quotes under their sources and tags, and the article under its tags."""
        article = dossier.article
        for tag in filter(self._tags.get, article.tags):
            self._of_tag(tag, tags).lines.append(f"- {_link(page, called(article))}{_facts(article)}")
        for quote in dossier.quotes:
            line = _line(page, dossier, quote)
            if name := speaker_with_page(dossier, quote):
                about = source_of(dossier, quote)
                under = sources.setdefault(self._people[name], _Page(_front_of(name, about)))
                under.lines.append(line)
            for tag in filter(self._tags.get, quote.tags):
                self._of_tag(tag, tags).lines.append(line)

    def _of_tag(self, tag: str, tags: dict[str, _Page]) -> _Page:
        described = next((one.description for one in self._options.codes if one.path == tag), "")
        begun = [*_without_marks(described).splitlines(), ""] if described else []
        return tags.setdefault(self._tags[tag], _Page({"title": tag}, begun))


def _page_of(article: Article) -> str:
    return f"{article.published[:10]} {called(article)}"


def _speakers(dossier: Dossier) -> list[str]:
    return list(dict.fromkeys(filter(None, (speaker_with_page(dossier, q) for q in dossier.quotes))))


def speaker_with_page(dossier: Dossier, quote: Quote) -> str:
    """The speaker's name; "" where nobody is named, or only a description stands for him."""
    source, name = source_of(dossier, quote), speaker_name(dossier, quote)
    # "Sprecher" of two articles, or two of one surname, would be one voice.
    is_full = quote.speaker_kind is SourceKind.PERSON and " " in name and not is_role(name)
    if source is None and not is_full:
        return ""
    is_described = source is not None and not source.uid
    return "" if quote.is_undecided or is_described or quote.description or BLOCK in name else name


def tags_of(dossier: Dossier) -> list[str]:
    """The tags of the article and its quotes, each once, without those in which a name is covered."""
    every = (*dossier.article.tags, *(tag for quote in dossier.quotes for tag in quote.tags))
    return list(dict.fromkeys(tag for tag in every if BLOCK not in tag))


def _front_of(name: str, source: Source | None) -> dict[str, str | list[str]]:
    if source is None:
        return {"title": name}
    known: dict[str, str | list[str]] = {
        "title": source.name,
        "aliases": list(source.aliases),
        "kind": str(source.kind),
        "role": source.role,
        "affiliation": source.affiliation,
        "reader": source.uid,
    }
    return known


def _line(page: str, dossier: Dossier, quote: Quote) -> str:
    """A quote as an item of a list, with a link that opens at its block."""
    said = " ".join(filter(None, (in_print(dossier.article, quote), in_brackets(dossier, quote))))
    block = f"{page}#^q-{quote_uid(dossier, quote).replace('-', '')[:12]}"
    return f"- {markdown.escaped(said)} — {_link(block, called(dossier.article))}{_facts(dossier.article)}"


def _facts(article: Article) -> str:
    parts = (article.outlet, for_readers(article.published)[:10], *of_article(article))
    told = markdown.escaped(", ".join(part for part in parts if part))
    return f" ({told})" if told else ""


def _link(page: str, shown: str) -> str:
    """A wikilink; what it shows may hold no sign of its syntax."""
    plain = " ".join(re.sub(r"[\[\]|#^\\`<>]", " ", shown).split())
    return f"[[{page}]]" if plain in ("", page) else f"[[{page}|{plain}]]"


def _without_marks(written: str) -> str:
    """What a person wrote, without what would end our part of a page."""
    return written.replace("<!--", "&lt;!--")


def _marked(page: _Page) -> str:
    lines = "\n".join(dict.fromkeys(page.lines))
    return f"{front_matter(page.front)}{_BEGIN}\n{lines}\n{_END}\n"


FORMAT = Format(
    "obsidian",
    ".zip",
    _("Obsidian vault: pages of articles, sources and tags; in a folder it is updated"),
    write,
    binary=True,
    is_folder=True,
    merge_member=merge,
    holds_memos=True,
)
