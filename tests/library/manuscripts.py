"""A library of texts and a manuscript, checked as `reader check` does."""

from collections.abc import Callable
from pathlib import Path

from reader.library.covering import Covering
from reader.library.detecting import DetectionSettings, find_quotes
from reader.library.manuscripts.checking import Checker
from reader.library.manuscripts.findings import Report
from reader.library.manuscripts.reading import manuscript_of
from reader.library.manuscripts.reports import Checked, told
from reader.models import Article
from reader.store import Store

BY_RULES = DetectionSettings(engine="rules")
"""The rules are enough for what stands in marks, and start faster."""

INTERVIEW = """„Wir bauen die Brücke im Mai, wenn das Geld vom Land kommt“, sagte Bürgermeisterin Anna Weber.

„Ich glaube nicht, dass die alte Brücke gefährlich ist“, fügte sie hinzu. „Sie trägt 40 Tonnen und sie wird
noch zehn Jahre halten.“

„Das ist eine teure Entscheidung“, kritisierte Oppositionsführer Jonas Klee, „und die Stadt wird sie bereuen.“
"""


def checked(
    folder: Path, draft: str, *texts: str, language: str = "de", then: Callable[[Store], None] | None = None
) -> Report:
    """What is found of a draft against articles with these texts, after something was done `then`."""
    with Store(folder / "library.db", actor="tests") as store:
        for number, text in enumerate(texts or (INTERVIEW,), 1):
            article = Article(text, f"Text {number}", language=language, location=f"{number}.txt")
            store.articles.add(article, find_quotes(article, BY_RULES), "rules-1")
        if then:
            then(store)
        manuscript = manuscript_of(Article(draft, language=language), BY_RULES)
        return told(store, Covering(store), Checked(manuscript, tuple(Checker(store).judged(manuscript))))


def kinds(report: Report) -> list[str]:
    """The gravest kind of each finding."""
    return [str(finding.kind) for finding in report.findings]
