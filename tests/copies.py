"""Copies of one report in several outlets, for the tests of stories."""

from reader.models import Article, Quote, QuoteType, Span
from reader.store import Store

REPORT = (
    "Die Brücke über den Fluss bleibt bis zum Herbst gesperrt, wie die Stadtverwaltung mitteilte. "
    "{first}, sagte Bürgermeisterin Erna Ölmann vor Journalisten. Zuvor hatten Gutachter Risse in den "
    "Pfeilern gefunden und eine schnelle Sanierung empfohlen. {second}, forderte der Verband der Spediteure. "
    "Der Rat will in seiner nächsten Sitzung über die Kosten beraten, die auf drei Millionen Euro geschätzt "
    "werden. Autofahrer müssen einen Umweg von zwölf Kilometern über die alte Landstraße nehmen."
)
CAREFUL = "„Wir öffnen erst, wenn alles sicher ist“"
SLOPPY = "„Wir öffnen sofort, wenn alles sicher ist“"
HURRY = "„Es muss schneller gehen als bisher“"
ELSE = "„Wer hat da eigentlich geschlafen?“"


def add_copy(store: Store, outlet: str, first: str, second: str) -> int:
    """The id of the report as `outlet` printed it, with these two quotes."""
    text = REPORT.format(first=first, second=second)
    quotes = [
        Quote(
            QuoteType.DIRECT, (Span(text.index(said), text.index(said) + len(said)),), resolved_speaker=name
        )
        for said, name in ((first, "Erna Ölmann"), (second, "Verband"))
    ]
    article = Article(
        text, title=f"Brücke zu ({outlet})", outlet=outlet, published="2025-03-01", language="de"
    )
    return store.articles.add(article, quotes, "rules-1").id
