"""One file of highlights, quotes or references, taken into the library as one step to undo."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from reader.errors import ReaderError
from reader.formats.addresses import web_address
from reader.i18n import _
from reader.imports.recognise import read
from reader.imports.values import Incoming, MarkedText, Reference
from reader.ingest.own_shape import HOLDING
from reader.library.importing.covered import is_covered, missing
from reader.library.importing.facts import take_facts
from reader.library.importing.keeping import Keeper
from reader.library.importing.matching import article_of
from reader.library.importing.report import ImportReport, LeftOut
from reader.library.importing.tags import tidy_description, tidy_tag
from reader.library.spoken import suggest_turns
from reader.models import Article
from reader.store import Store
from reader.system_reasons import system_reason

LARGEST = 500_000_000
"""Bytes of a file that is read; a project with its texts has seldom a tenth."""


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What a person may ask of an import."""

    article: int = 0
    """The article that everything in the file is about; 0 lets the file say."""
    texts: bool = True
    """Whether a text that the file holds and the library does not have becomes an article."""
    overwrite: bool = False
    """Whether facts that are known here may become what the file says."""


def import_file(store: Store, path: Path, choices: ImportChoices | None = None) -> ImportReport:
    """Take in what the file holds. Raises ReaderError, and nothing is changed, where it cannot be read."""
    incoming = read(_data(path), path.name)
    report = ImportReport(str(path), incoming.tool, remarks=list(incoming.remarks))
    with store.step(_("Import {name}").format(name=path.name)):
        _take(store, incoming, choices or ImportChoices(), report)
    return report


def _data(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise ReaderError(
                _("{path} is larger than 500 MB: import it in parts.").format(path=path), _("Import")
            )
        return path.read_bytes()
    except OSError as error:
        raise ReaderError(
            _("{path} cannot be read: {reason}.").format(path=path, reason=system_reason(error)), _("Import")
        ) from error


def _take(store: Store, incoming: Incoming, choices: ImportChoices, report: ImportReport) -> None:
    _enter_tags(store, incoming, report)
    for memo in incoming.memos:
        stored = store.memos.take(memo)
        if stored is not None:
            report.memos += 1
            kept = report.without_covered(filter(None, map(tidy_tag, memo.tags)))
            store.tags.attach(kept, memos=[stored.id])
    for text in incoming.texts:
        number = choices.article or article_of(store, text)
        if number and text.article:
            _hear(store, number, text.article)
            _tell(store, number, text.article, choices, report)
        number = number or _added(store, text, choices, report)
        if number:
            Keeper(store, number, incoming.tool, report).keep(text)
    for reference in incoming.references:
        take_facts(store, reference, choices.article, report, overwrite=choices.overwrite)
    report.left_out = _together(report.left_out)


def _enter_tags(store: Store, incoming: Incoming, report: ImportReport) -> None:
    """Enter the tags that are not here, and what is not known of those that are, in the order of the file."""
    meant = {name: tag for tag in incoming.tags if (name := tidy_tag(tag))}
    fresh = set(report.without_covered(missing(meant, _levels_of(store))))
    places: Counter[str] = Counter()
    for name, tag in meant.items():
        places[above := name.rpartition("/")[0]] += 1
        colour, meaning = incoming.tags[tag], tidy_description(incoming.meanings.get(tag, ""))
        if name in fresh or ((colour or meaning) and not is_covered(name)):
            report.tags += store.tags.make(name, colour, meaning, places[above])


def _levels_of(store: Store) -> set[str]:
    """The tags that are here, and the levels above them."""
    paths = [tag.path.split("/") for tag in store.tags.all()]
    return {"/".join(path[:depth]) for path in paths for depth in range(1, len(path) + 1)}


def _hear(store: Store, number: int, theirs: Article) -> None:
    """Take over who speaks when in the very text that is here, where that is not known."""
    here = store.articles.get(number)
    if theirs.transcript and not here.transcript and theirs.text == here.text:
        store.articles.set_transcript(number, theirs.transcript)
        suggest_turns(store, number)


def _tell(store: Store, number: int, theirs: Article, choices: ImportChoices, report: ImportReport) -> None:
    """Take over what is said of an article that is here, where that is not known; covered facts are none."""
    store.imported.fill_text(number, theirs)
    tidy = _tidy(theirs)
    names = _FACTS if store.articles.get(number).embargo else (*_FACTS, *HOLDING)
    facts = {name: str(getattr(tidy, name)) for name in names}
    known = {name: value for name, value in facts.items() if value}
    if known:
        take_facts(store, Reference(known), number, report, overwrite=choices.overwrite, is_alone=False)


_FACTS = ("title", "byline", "outlet", "section", "agency", "url", "published")
"""What may be known of an article besides its text."""


def _added(store: Store, text: MarkedText, choices: ImportChoices, report: ImportReport) -> int:
    """The number of a new article with the text that the file holds; 0 where there is none to add."""
    if text.article is None or not choices.texts or not text.article.text.strip():
        report.left_out.append(_left_out(text, _("it is not in the library")))
        return 0
    article = _tidy(text.article)
    known = store.articles.known(article)
    # In the trash by what it is, or by its uid, which outside of it would have been found before.
    if (known and known.is_trashed) or (article.uid and store.imported.is_known_uid(article.uid)):
        report.left_out.append(
            _left_out(text, _("it lies in the trash, out of which `reader trash --restore` takes it"))
        )
        return 0
    added = store.articles.add(article) if known is None else known
    report.articles += known is None
    return added.id


def _tidy(article: Article) -> Article:
    """The article with facts of the kind that a library holds: the file may be anybody's.

    A place on this machine is none that a file of another may name: fetching it again would read it.
    """
    return replace(
        article,
        uid=article.uid if _UUID.fullmatch(article.uid) else "",
        url=web_address(article.url),
        location=web_address(article.location),
        recording=web_address(article.recording),
        published=article.published if _DAY.fullmatch(article.published) else "",
        added=article.added if _TIME.fullmatch(article.added) else "",
        language=article.language if _LANGUAGE.fullmatch(article.language) else _language(article.text),
    )


_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2,8})?")
_CLOCK = r"[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?"
_DAY = re.compile(rf"\d{{4}}(?:-\d\d(?:-\d\d(?:{_CLOCK})?)?)?")
_TIME = re.compile(rf"\d{{4}}-\d\d-\d\d{_CLOCK}")


def _language(text: str) -> str:
    from reader.languages.identify import identify  # the profiles of all languages

    return identify(text)


def _left_out(text: MarkedText, reason: str) -> LeftOut:
    return LeftOut(text.title, text.address, len(text.marks) + len(text.quotes), reason)


def _together(left_out: Iterable[LeftOut]) -> list[LeftOut]:
    """Texts of one name as one, with all that waits for them."""
    found: dict[tuple[str, str, str], int] = {}
    for one in left_out:
        key = (one.title, one.address, one.reason)
        found[key] = found.get(key, 0) + one.count
    return [LeftOut(title, address, count, reason) for (title, address, reason), count in found.items()]
