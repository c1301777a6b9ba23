"""Formats that are a folder of files: an Obsidian vault, and a web site to read."""

import base64
import hashlib
import io
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from reader.errors import UsageError
from reader.formats import Dossier
from reader.formats.file_names import FileNames
from reader.formats.vault import merge, speaker_with_page
from reader.formats.vault_template import check_template
from reader.i18n import TOLD
from reader.imports.recognise import read
from reader.models import SourceKind, TermsOfUse, Verification
from tests.formats.examples import ARTICLE, DIRECT, DOSSIER, OPTIONS, with_source, written

SECOND = replace(
    DOSSIER,
    article=replace(
        ARTICLE, title="Zweiter", published="2016-01-02", uid="99999999-9999-4999-8999-999999999999"
    ),
    notes=(),
)
PAGE = "Articles/2015-10-21 Bauen „heute“ neu.md"


def files(name: str, *dossiers: Dossier, **options: Any) -> dict[str, str]:
    data = written(name, *dossiers, options=replace(OPTIONS, **options))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {one: archive.read(one).decode() for one in archive.namelist()}


# -- Obsidian ------------------------------------------------------------------------------------------------


def test_a_vault_has_a_page_for_each_article_source_and_tag() -> None:
    pages = files("obsidian", DOSSIER, SECOND)
    assert set(pages) == {
        "Index.md",
        PAGE,
        "Articles/2016-01-02 Zweiter.md",
        "Sources/Erika Mustermann.md",
        "Tags/politik - bau amt.md",
        "Tags/bau - plan.md",
    }
    assert "[[Erika Mustermann]]" in pages[PAGE]
    assert "[[bau - plan|bau/plan]]" in pages[PAGE]


def test_a_line_right_under_the_heading_stays_and_the_heading_does_not_come_twice() -> None:
    page = files("obsidian")[PAGE]
    heading = next(line for line in page.splitlines() if line.startswith("# "))
    mine = page.replace(heading, f"{heading}\nMeine Zeile")
    again = merge(PAGE, mine.encode(), page.encode()).decode()
    assert again.count(heading) == 1
    assert f"{heading}\nMeine Zeile\n" in again
    assert merge(PAGE, again.encode(), page.encode()).decode() == again


def test_every_link_of_a_vault_opens_a_page_and_a_block_of_it() -> None:
    pages = files("obsidian", DOSSIER, SECOND)
    names = {Path(path).stem: text for path, text in pages.items()}
    links = [link for text in pages.values() for link in re.findall(r"\[\[([^\]|]+)", text)]
    assert len(links) > 10
    for link in links:
        page, _, block = link.partition("#")
        assert page in names
        assert not block or f"\n{block}\n" in names[page]


def test_the_page_of_a_source_tells_what_is_known_and_what_was_said_where() -> None:
    page = files("obsidian")["Sources/Erika Mustermann.md"]
    front = yaml.safe_load(page.split("---\n")[1])
    assert (front["role"], front["affiliation"]) == ("Ministerin", "Land")
    assert "„Wir \\*bauen\\* \\<heute\\>“ — [[2015-10-21 Bauen „heute“ neu#^q-222222222222|" in page


def test_whoever_is_covered_has_no_page() -> None:
    pages = files("obsidian", with_source(TermsOfUse.BACKGROUND))
    assert [path for path in pages if path.startswith("Sources/")] == []
    assert "Mustermann" not in "".join(pages) + "".join(pages.values())


def test_a_page_of_ones_own_is_filled_and_its_front_matter_stays_yaml() -> None:
    template = "---\nquelle: {{ url }}\nt: {{title}}\nschlag: {{tags}}\n---\n# Mein {{title}}\n\n{{quotes}}\n"
    page = files("obsidian", template=template)[PAGE]
    front = yaml.safe_load(page.split("---\n")[1])
    assert front == {"quelle": ARTICLE.url, "t": ARTICLE.title, "schlag": ["politik/bau-amt"]}
    assert "# Mein Bauen: „heute“ [neu]\n" in page
    assert "^q-222222222222" in page


def test_a_template_that_asks_for_what_there_is_not_is_refused() -> None:
    with pytest.raises(UsageError, match=r"asks for \{\{titel\}\}.*\{\{title\}\}"):
        check_template("{{titel}}")


def test_an_export_into_the_vault_keeps_what_a_person_wrote() -> None:
    pages = files("obsidian")
    for path in (PAGE, "Sources/Erika Mustermann.md", "Index.md"):
        mine = pages[path] + "\nMein Absatz.\n"
        again = merge(path, mine.encode(), files("obsidian", DOSSIER, SECOND)[path].encode()).decode()
        assert "\nMein Absatz.\n" in again
        assert merge(path, pages[path].encode(), pages[path].encode()).decode() == pages[path]
    assert (
        "Zweiter"
        in merge("Index.md", b"# Mein Index\n", files("obsidian", SECOND)["Index.md"].encode()).decode()
    )


def test_pages_of_a_vault_can_be_imported() -> None:
    (text,) = read(files("obsidian")[PAGE].encode(), "page.md").texts
    assert [quote.speaker for quote in text.quotes] == ["Erika Mustermann", "sie"]
    assert text.tags == ("politik/bau amt",)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ('a/b\\c:d*e?f"g<h>i|j#k^l[m]', "a b c d e f g h i j k l m"),
        ("../../etc/passwd", "etc passwd"),
        ("CON", "CON -"),
        ("", "page"),
        ("Ende. ", "Ende"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_name_is_one_that_every_system_takes(wanted: str, name: str) -> None:
    assert FileNames().name(wanted) == name


def test_two_of_one_name_are_two() -> None:
    names = FileNames()
    assert [names.name("Tor"), names.name("TOR"), names.name("tor")] == ["Tor", "TOR 2", "tor 3"]


# -- web site ------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """What a page links to, its ids, and what it would fetch or run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.scripts: list[str] = []
        self.fetched: list[str] = []
        self._script: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._script = given.get("type") or "javascript" if tag == "script" else None
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if tag == "a" else []
        if "src" in given or tag in ("link", "img", "iframe", "object"):
            self.fetched.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._script = None

    def handle_data(self, data: str) -> None:
        if self._script == "javascript":
            self.scripts.append(data)
        if self._script == "application/json":
            self.data = json.loads(data)


def test_every_link_of_a_site_leads_to_a_place_in_it() -> None:
    site = {path: Page(text) for path, text in files("site", DOSSIER, SECOND).items()}
    for path, page in site.items():
        for link in page.links:
            if link.startswith("http"):
                continue
            target, _, place = link.removeprefix("../").partition("#")
            assert target in site, (path, link)
            assert not place or place in site[target].ids


def test_a_site_fetches_nothing_and_runs_only_its_search() -> None:
    for text in files("site", DOSSIER, SECOND).values():
        page = Page(text)
        assert page.fetched == []
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
        assert policy is not None
        assert "default-src 'none'" in policy[1]
        sums = [
            f"'sha256-{base64.b64encode(hashlib.sha256(one.encode()).digest()).decode()}'"
            for one in page.scripts
        ]
        assert re.findall(r"'sha256-[^']*'", policy[1]) == sums


def test_the_search_knows_the_texts_and_no_text_ends_its_data() -> None:
    nasty = replace(DOSSIER, article=replace(ARTICLE, title="</script><script>alert(1)</script>"))
    first = files("site", nasty)["index.html"]
    assert "<script>alert" not in first
    (entry,) = Page(first).data
    assert entry["title"] == "</script><script>alert(1)</script>"
    assert "Frau Mustermann zufolge" in entry["text"]


def test_indexes_list_quotes_by_source_and_by_tag() -> None:
    pages = files("site", DOSSIER, SECOND)
    assert "<h2>Erika Mustermann, Ministerin, Land <small>2</small></h2>" in pages["sources.html"]
    assert "<h2>bau/plan <small>2</small></h2>" in pages["tags.html"]
    covered = files("site", with_source(TermsOfUse.BACKGROUND))
    assert "bekannte Person" not in covered["sources.html"]
    assert "bekannte Person" in "".join(covered.values())


def test_labels_of_a_site_are_in_the_language_of_the_interface(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "<h1>Sources</h1>" in files("site", labels="")["sources.html"]
    monkeypatch.setenv(TOLD, "de")
    assert "<h1>Quellen</h1>" in files("site", labels="")["sources.html"]
    assert "<h1>Sources</h1>" in files("site", labels="en")["sources.html"]


def test_lists_of_both_say_what_must_be_told() -> None:
    held = replace(ARTICLE, embargo="SPERRFRIST: 20 Uhr")
    disputed = tuple(replace(one, verification=Verification.DISPUTED) for one in DOSSIER.quotes)
    dossier = replace(DOSSIER, article=held, quotes=disputed)
    site = files("site", dossier)
    assert all("SPERRFRIST: 20 Uhr" in site[page] for page in ("index.html", "sources.html", "tags.html"))
    assert "[disputed; embargo: SPERRFRIST: 20 Uhr]" in site["sources.html"]
    vault = files("obsidian", dossier)
    assert "SPERRFRIST: 20 Uhr" in vault["Index.md"]
    assert "disputed; embargo: SPERRFRIST: 20 Uhr" in vault["Sources/Erika Mustermann.md"]


@pytest.mark.parametrize(
    ("name", "kind", "has_page"),
    [
        ("Erika Mustermann", SourceKind.PERSON, True),
        ("Mustermann", SourceKind.PERSON, False),
        ("Sprecher des Kremls", SourceKind.PERSON, False),
        ("Amt für Beispiele", SourceKind.ORGANISATION, False),
    ],
)
def test_strangers_of_one_name_share_no_page(name: str, kind: SourceKind, has_page: bool) -> None:
    unassigned = replace(DIRECT, source_id=0, source="", resolved_speaker=name, speaker_kind=kind)
    assert (speaker_with_page(DOSSIER, unassigned) == name) is has_page
    assert speaker_with_page(DOSSIER, DIRECT) == "Erika Mustermann"
