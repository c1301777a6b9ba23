"""A read-only web site of a selection: articles, an index by source and one by tag, and a search.

It lies on any disk or server: no page fetches anything, and the only script is the search of the first page,
which the policy of that page knows by its checksum. Whoever is covered has no entry in the index of sources.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, BinaryIO

from reader.formats.addresses import called
from reader.formats.archive import write_zip
from reader.formats.citation_keys import slug
from reader.formats.dates import for_readers
from reader.formats.dossier import Dossier, Options, quote_uid, source_of
from reader.formats.file_names import FileNames
from reader.formats.format import Format
from reader.formats.html import STYLE, article_section, safe
from reader.formats.labels import labelled_in, language_for
from reader.formats.remarks import of_article, remarks_of
from reader.formats.vault import speaker_with_page, tags_of
from reader.formats.wording import in_print
from reader.i18n import _
from reader.models import Article, Quote
from reader.texts.offices import besides
from reader.visible import uncontrolled

_MORE_STYLE = """
nav{font:.9rem system-ui,sans-serif;margin-bottom:1.5rem}nav a{margin-right:1rem}
ul.list{list-style:none;padding:0}ul.list li{margin:.4rem 0}ul.list small{color:#666}
h2 small{color:#666;font-weight:normal}
input{font:1rem system-ui,sans-serif;width:100%;padding:.4rem;box-sizing:border-box}
"""  # not shown
_SCRIPT = """
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const fold = text => text.normalize("NFKD").replace(/\\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss");
const folded = data.map(one => fold(one.text));
const field = document.getElementById("search"), list = document.getElementById("found");
const every = list.innerHTML;
function around(text, word) {
  const at = fold(text).indexOf(word);
  return at < 0 ? "" : "… " + text.slice(Math.max(0, at - 60), at + 100) + " …";
}
field.addEventListener("input", () => {
  const words = fold(field.value).split(/\\s+/).filter(Boolean);
  if (!words.length) { list.innerHTML = every; return; }
  list.textContent = "";
  data.forEach((one, number) => {
    if (!words.every(word => folded[number].includes(word))) return;
    const item = document.createElement("li"), link = document.createElement("a");
    const told = document.createElement("small");
    link.href = one.page; link.textContent = one.title;
    told.textContent = " " + one.facts + " " + around(one.text, words[0]);
    item.append(link, told); list.append(item);
  });
});
"""
"""Writes what it finds as text, never as markup; without it the list of all articles stands there."""


def write(dossiers: Iterable[Dossier], stream: BinaryIO, *, options: Options) -> None:
    """Write a zip of the pages."""
    pages = _Site(list(dossiers), options).pages()
    write_zip(stream, ((name, text.encode("utf-8", "replace")) for name, text in pages))


class _Site:
    """The pages of a selection."""

    def __init__(self, dossiers: list[Dossier], options: Options) -> None:
        self._dossiers = dossiers
        self._options = options
        self._language = language_for(options)
        self._told = partial(labelled_in, self._language)
        names = FileNames()
        self._paths = [f"articles/{names.name(_slug(d.article), 'article')}.html" for d in dossiers]

    def pages(self) -> Iterator[tuple[str, str]]:
        """Paths and pages, the first one first."""
        yield "index.html", self._first()
        yield "sources.html", self._listed("Sources", self._by_source())  # not shown
        yield "tags.html", self._listed("Tags", self._by_tag())  # not shown
        for path, dossier in zip(self._paths, self._dossiers, strict=True):
            section = "".join(article_section(dossier, self._options))
            yield path, self._page(called(dossier.article), section, above="../")

    def _page(self, title: str, body: str, *, above: str = "", script: str = "") -> str:
        allowed = f" script-src '{_checksum(script)}';" if script else ""
        policy = (  # not shown
            f"default-src 'none'; style-src 'unsafe-inline';{allowed} base-uri 'none'; form-action 'none'"
        )
        links = "".join(
            f'<a href="{above}{name}.html">{safe(self._told(label))}</a>'
            for name, label in (("index", "Articles"), ("sources", "Sources"), ("tags", "Tags"))  # not shown
        )
        running = f"<script>{script}</script>\n" if script else ""
        return (
            f'<!doctype html>\n<html lang="{self._language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="robots" content="noindex">\n<meta name="referrer" content="no-referrer">\n'
            f"<title>{safe(title)}</title>\n<style>{STYLE}{_MORE_STYLE}</style>\n</head>\n<body>\n"
            f"<nav>{links}</nav>\n{body}{running}</body>\n</html>\n"
        )

    def _first(self) -> str:
        entries = sorted(
            zip(self._paths, self._dossiers, strict=True),
            key=lambda one: one[1].article.published,
            reverse=True,
        )
        data = [_searched(path, dossier, self._facts(dossier.article)) for path, dossier in entries]
        rows = "".join(_row(one["page"], one["title"], one["facts"]) for one in data)
        # In a page "<" ends no block of data, and "&" begins nothing, where both are written as escapes.
        written = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")
        search = safe(self._told("Search"))  # not shown
        body = (
            f'<h1>{safe(self._told("Articles"))}</h1>\n<p><input id="search" type="search" '  # not shown
            f'placeholder="{search}" aria-label="{search}" autocomplete="off"></p>\n'
            f'<ul class="list" id="found">{rows}</ul>\n'
            f'<script type="application/json" id="data">{uncontrolled(written)}</script>\n'
        )
        return self._page(self._told("Articles"), body, script=_SCRIPT)  # not shown

    def _listed(self, label: str, groups: dict[str, list[str]]) -> str:
        parts = [
            f'<h2>{safe(name)} <small>{len(rows)}</small></h2>\n<ul class="list">{"".join(rows)}</ul>\n'
            for name, rows in sorted(groups.items(), key=lambda one: one[0].casefold())
        ]
        head = safe(self._told(label))
        return self._page(self._told(label), f"<h1>{head}</h1>\n{''.join(parts) or '<p>–</p>'}")

    def _said(self, dossier: Dossier, quote: Quote) -> str:
        """The words, and what must be told with them."""
        told = "; ".join(remarks_of(dossier, quote, self._language))
        return in_print(dossier.article, quote) + (f" [{told}]" if told else "")

    def _facts(self, article: Article) -> str:
        """Where and when it appeared, and what must be told with it."""
        told = of_article(article, self._language)
        parts = (article.outlet, for_readers(article.published)[:10], *told)
        return ", ".join(part for part in parts if part)

    def _by_source(self) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for path, dossier in zip(self._paths, self._dossiers, strict=True):
            for quote in dossier.quotes:
                if name := speaker_with_page(dossier, quote):
                    source = source_of(dossier, quote)
                    parts = (name, *besides(name, source.role, source.affiliation)) if source else (name,)
                    target = f"{path}#q-{quote_uid(dossier, quote)}"
                    row = _row(target, self._said(dossier, quote), self._facts(dossier.article))
                    groups.setdefault(", ".join(filter(None, parts)), []).append(row)
        return groups

    def _by_tag(self) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for path, dossier in zip(self._paths, self._dossiers, strict=True):
            article = dossier.article
            for tag in tags_of(dossier):
                rows = groups.setdefault(tag, [])
                if tag in article.tags:
                    rows.append(_row(path, called(article), self._facts(article)))
                rows += [
                    _row(
                        f"{path}#q-{quote_uid(dossier, quote)}",
                        self._said(dossier, quote),
                        self._facts(article),
                    )
                    for quote in dossier.quotes
                    if tag in quote.tags
                ]
        return groups


def _slug(article: Article) -> str:
    return "-".join(part for part in (article.published[:10], slug(article.title)[:60].strip("-")) if part)


def _row(target: str, shown: str, facts: str) -> str:
    return f'<li><a href="{safe(target)}">{safe(shown)}</a> <small>{safe(facts)}</small></li>\n'


def _searched(path: str, dossier: Dossier, facts: str) -> dict[str, Any]:
    """What the search knows of an article: its words, its facts, its tags."""
    article = dossier.article
    parts = (called(article), article.byline, article.outlet, *tags_of(dossier), article.text)
    text = " ".join(" ".join(parts).split())
    return {"page": path, "title": called(article), "facts": facts, "text": text}


def _checksum(script: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


FORMAT = Format(
    "site",
    ".zip",
    _("Web site to read: articles, indexes by source and tag, a search without a server"),
    write,
    binary=True,
    is_folder=True,
)
