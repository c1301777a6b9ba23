"""Labels and terms of what people read (Word, ODT, web pages, spreadsheets), in the language of the desk.

Formats ask for a label by its English wording; what stands in no table stays English. Formats for other
programs keep the English terms, by which they are known again.
"""

from reader.formats.dossier import Options
from reader.models import Article

LANGUAGES = ("en", "de")
"""Languages there are labels in."""


def language_for(article: Article, options: Options) -> str:
    """The language of the labels: as was asked for, else that of the article, else English."""
    wanted = options.labels or article.language[:2]
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def labelled_in(language: str, label: str) -> str:
    """A label, or a term of the closed lists, in `language`."""
    return _GERMAN.get(label, label) if language == "de" else label


def term_in(language: str, column: str, term: str) -> str:
    """A term of a column, which may say something else in another ("person": a kind, or who decided)."""
    own = f"{column}: {term}"
    told = labelled_in(language, own)
    return labelled_in(language, term) if told == own else told


def remark_in(language: str, remark: str) -> str:
    """One of the sentences of `reader.formats.remarks` in `language`; what it cites stays as it is."""
    if language != "de":
        return remark
    for begun, german in _REMARKS.items():
        if remark.startswith(begun):
            return german + remark[len(begun) :]
    return remark


_GERMAN = {
    "Words": "Wortlaut",
    "Mind": "Zu beachten",
    "Who": "Wer",
    "As written": "Im Text",
    "Addressee": "Zu wem",
    "Kind": "Art",
    "Page": "Seite",
    "Place": "Stelle",
    "Said at": "Gesagt um",
    "Decided": "Entschieden",
    "Verification": "Prüfung",
    "Checked against": "Geprüft an",
    "Authorisation": "Freigabe",
    "Translation": "Übersetzung",
    "translated by": "übersetzt von",
    "Tags": "Schlagwörter",
    "Note": "Notiz",
    "Number": "Kennung",
    "Byline": "Autor",
    "Outlet": "Medium",
    "Published": "Erschienen",
    "Address": "Adresse",
    "Read": "Gelesen",
    "Text": "Text",
    "Exported": "Ausgegeben",
    "Quote": "Zitat",
    "Quotes": "Zitate",
    "Notes": "Notizen",
    "Article": "Artikel",
    "Articles": "Artikel",
    "Library": "Bibliothek",
    "Sources": "Quellen",
    "Source": "Quelle",
    "Role": "Funktion",
    "Affiliation": "Zugehörigkeit",
    "Type": "Redeart",
    "Status": "Stand",
    "Language": "Sprache",
    "Remarks": "Zu beachten",
    "Approved wording": "Freigegebener Wortlaut",
    "Speaker": "Wer",
    "Text, with the quotes marked": "Text, Zitate hervorgehoben",
    "Medium": "Wie geäußert",
    "Use": "Verwendung",
    "Speaker as written": "Wer (im Text)",
    "Speaker basis": "Woher bekannt",
    "Speaker confidence": "Sicherheit (wer)",
    "Confidence": "Sicherheit",
    "Evidence": "Geprüft an",
    "Cue": "Redeverb",
    "Frame": "Redesatz",
    "Title": "Titel",
    "Name": "Name",
    "Url": "Adresse",
    "Start": "Anfang",
    "End": "Ende",
    "Spans": "Stellen",
    "Said from": "Gesagt ab",
    "Said to": "Gesagt bis",
    "Origin": "Herkunft",
    "Anchor": "Verankerung",
    "Article id": "Kennung des Artikels",
    "Quote id": "Kennung des Zitats",
    "Source id": "Kennung der Quelle",
    "Source aliases": "Andere Namen der Quelle",
    "Source use": "Verwendung der Quelle",
    "Source description": "Vereinbarte Beschreibung",
    "Identity protected": "Identität geschützt",
    "Search": "Suche",
    "without a tag": "ohne Schlagwort",
    "nobody named": "niemand genannt",
    "nobody is named": "niemand genannt",
    "speaker undecided": "Sprecher ungeklärt",
    "names covered": "Namen verdeckt",
    "unknown": "unbekannt",
    "Direct": "direkt",
    "Indirect": "indirekt",
    "IndirectFreeIndirect": "indirekt ohne Einleitung",
    "FreeIndirect": "erlebte Rede",
    "Reported": "Redebericht",
    "Speech": "gesagt",
    "Writing": "geschrieben",
    "Thought": "gedacht",
    "SW": "gesagt oder geschrieben",
    "ST": "gesagt oder gedacht",
    "TW": "gedacht oder geschrieben",
    "suggested": "vorgeschlagen",
    "accepted": "angenommen",
    "rejected": "abgelehnt",
    "unverified": "ungeprüft",
    "checked": "geprüft",
    "disputed": "bestritten",
    "sent": "verschickt",
    "approved": "freigegeben",
    "changed": "geändert",
    "withdrawn": "zurückgezogen",
    "none": "keine",
    "said": "gesagt",
    "person": "Person",
    "organisation": "Organisation",
    "document": "Dokument",
    "anonymous": "anonym",
    "on record": "unter eins",
    "background": "unter zwei",
    "deep background": "ohne jede Zuschreibung",
    "off the record": "unter drei",
    "yes": "ja",
    "speaker basis: named": "beim Zitat genannt",
    "speaker basis: pronoun": "beim Zitat durch ein Fürwort",
    "speaker basis: continued": "die Rede geht weiter",
    "speaker basis: carried": "aus dem Satz davor übernommen",
    "speaker basis: hearsay": "niemand: Hörensagen",
    "speaker basis: person": "von Hand",
    "anchor: exact": "genau",
    "anchor: moved": "verschoben",
    "anchor: fuzzy": "ungefähr",
    "anchor: orphan": "verloren",
    "file": "Datei",
    "link": "Link",
    "recording": "Aufnahme",
    "page": "Seite",
    "witness": "Zeuge",
    "sound": "gehört",
}
_REMARKS = {
    "not in the current text (version ": "nicht im jetzigen Text (Fassung ",
    "not in the current text": "nicht im jetzigen Text",
    "the words or their attribution changed with the article's text, nobody has confirmed it": (
        "Wortlaut oder Zuschreibung haben sich mit dem Text des Artikels geändert, niemand hat es bestätigt"
    ),
    "placed by hand on other words; before: ": "von Hand an andere Worte gesetzt; zuvor: ",
    "to be used without any attribution": "ohne jede Zuschreibung zu verwenden",
    "disputed": "bestritten",
    "embargo: ": "gesperrt: ",
    "from a speech not yet held when this was handed out: ": "aus einer noch nicht gehaltenen Rede: ",
    "sent for authorisation, not approved yet": "zur Freigabe verschickt, noch nicht freigegeben",
    "withdrawn by the person quoted: not to be used": (
        "von der zitierten Person zurückgezogen: nicht verwenden"
    ),
    "the person quoted authorised another wording": (
        "die zitierte Person hat einen anderen Wortlaut freigegeben"
    ),
    "authorised wording: ": "freigegebener Wortlaut: ",
    "the agency corrects an earlier report: ": "die Agentur berichtigt eine frühere Meldung: ",
}
"""How the sentences begin that go out with quotes and articles, the longer of two first."""
