"""Labels and terms of what people read (Word, ODT, web pages, spreadsheets) in the interface's language.

Formats ask for a label by its English wording; what stands in no table stays English. Formats for other
programs keep the English terms, by which they are known again. Marks and dates are those of the article.
"""

from functools import lru_cache

from reader.formats.dossier import Options
from reader.i18n import Catalogue, in_language, spoken
from reader.models import Article

ENGLISH = "en"
"""The language of what other programs read."""


def language_for(options: Options) -> str:
    """The language of the labels: as was asked for, else that of the interface."""
    return options.labels or spoken()


def dates_for(article: Article, options: Options) -> str:
    """The language in whose manner dates are written: as was asked for, else that of the article."""
    return options.labels or article.language[:2]


def words_in(language: str) -> Catalogue:
    """The words of a language, "" for that of the interface."""
    return _catalogue(language or spoken())


@lru_cache
def _catalogue(language: str) -> Catalogue:
    return in_language(language)


def labelled_in(language: str, label: str) -> str:
    """A label, or a term of the closed lists, in `language`."""
    return words_in(language).pgettext("export", label) if label in _LABELS else label


def term_in(language: str, column: str, term: str) -> str:
    """A term of a column, which may say something else in another ("person": a kind, or who decided)."""
    own = f"{column}: {term}"
    told = labelled_in(language, own)
    return labelled_in(language, term) if told == own else told


def _of_export(_sense: str, label: str) -> str:
    """The label itself; the name and the sense are what translators are given it by."""
    return label


_LABELS = frozenset(
    (
        _of_export("export", "Words"),
        _of_export("export", "Mind"),
        _of_export("export", "Who"),
        _of_export("export", "As written"),
        _of_export("export", "Addressee"),
        _of_export("export", "Kind"),
        _of_export("export", "Page"),
        _of_export("export", "Place"),
        _of_export("export", "Said at"),
        _of_export("export", "Decided"),
        _of_export("export", "Verification"),
        _of_export("export", "Checked against"),
        _of_export("export", "Authorisation"),
        _of_export("export", "Translation"),
        _of_export("export", "translated by"),
        _of_export("export", "Tags"),
        _of_export("export", "Note"),
        _of_export("export", "Number"),
        _of_export("export", "Byline"),
        _of_export("export", "Outlet"),
        _of_export("export", "Published"),
        _of_export("export", "Address"),
        _of_export("export", "Read"),
        _of_export("export", "Text"),
        _of_export("export", "Exported"),
        _of_export("export", "Quote"),
        _of_export("export", "Quotes"),
        _of_export("export", "Notes"),
        _of_export("export", "Article"),
        _of_export("export", "Articles"),
        _of_export("export", "Library"),
        _of_export("export", "Sources"),
        _of_export("export", "Source"),
        _of_export("export", "Role"),
        _of_export("export", "Affiliation"),
        _of_export("export", "Type"),
        _of_export("export", "Status"),
        _of_export("export", "Language"),
        _of_export("export", "Remarks"),
        _of_export("export", "Approved wording"),
        _of_export("export", "Speaker"),
        _of_export("export", "Text, with the quotes marked"),
        _of_export("export", "Medium"),
        _of_export("export", "Use"),
        _of_export("export", "Speaker as written"),
        _of_export("export", "Speaker basis"),
        _of_export("export", "Speaker confidence"),
        _of_export("export", "Confidence"),
        _of_export("export", "Evidence"),
        _of_export("export", "Cue"),
        _of_export("export", "Frame"),
        _of_export("export", "Title"),
        _of_export("export", "Name"),
        _of_export("export", "Url"),
        _of_export("export", "Start"),
        _of_export("export", "End"),
        _of_export("export", "Spans"),
        _of_export("export", "Said from"),
        _of_export("export", "Said to"),
        _of_export("export", "Origin"),
        _of_export("export", "Anchor"),
        _of_export("export", "Article id"),
        _of_export("export", "Quote id"),
        _of_export("export", "Source id"),
        _of_export("export", "Source aliases"),
        _of_export("export", "Source use"),
        _of_export("export", "Source description"),
        _of_export("export", "Identity protected"),
        _of_export("export", "Search"),
        _of_export("export", "without a tag"),
        _of_export("export", "nobody named"),
        _of_export("export", "nobody is named"),
        _of_export("export", "speaker undecided"),
        _of_export("export", "names covered"),
        _of_export("export", "unknown"),
        _of_export("export", "found by the program"),
        _of_export("export", "from the transcript"),
        _of_export("export", "marked by hand"),
        _of_export("export", "Direct"),
        _of_export("export", "Indirect"),
        _of_export("export", "IndirectFreeIndirect"),
        _of_export("export", "FreeIndirect"),
        _of_export("export", "Reported"),
        _of_export("export", "Speech"),
        _of_export("export", "Writing"),
        _of_export("export", "Thought"),
        _of_export("export", "SW"),
        _of_export("export", "ST"),
        _of_export("export", "TW"),
        _of_export("export", "suggested"),
        _of_export("export", "accepted"),
        _of_export("export", "rejected"),
        _of_export("export", "unverified"),
        _of_export("export", "checked"),
        _of_export("export", "disputed"),
        _of_export("export", "sent"),
        _of_export("export", "approved"),
        _of_export("export", "changed"),
        _of_export("export", "withdrawn"),
        _of_export("export", "none"),
        _of_export("export", "said"),
        _of_export("export", "person"),
        _of_export("export", "organisation"),
        _of_export("export", "document"),
        _of_export("export", "anonymous"),
        _of_export("export", "on record"),
        _of_export("export", "background"),
        _of_export("export", "deep background"),
        _of_export("export", "off the record"),
        _of_export("export", "yes"),
        _of_export("export", "speaker basis: named"),
        _of_export("export", "speaker basis: pronoun"),
        _of_export("export", "speaker basis: continued"),
        _of_export("export", "speaker basis: carried"),
        _of_export("export", "speaker basis: hearsay"),
        _of_export("export", "speaker basis: person"),
        _of_export("export", "anchor: exact"),
        _of_export("export", "anchor: moved"),
        _of_export("export", "anchor: fuzzy"),
        _of_export("export", "anchor: orphan"),
        _of_export("export", "file"),
        _of_export("export", "link"),
        _of_export("export", "recording"),
        _of_export("export", "page"),
        _of_export("export", "witness"),
        _of_export("export", "sound"),
        _of_export("export", "agreed"),
        _of_export("export", "until"),
        _of_export("export", "silence"),
        _of_export("export", "means yes"),
        _of_export("export", "means no"),
        _of_export("export", "nothing"),
        _of_export("export", "direct"),
        _of_export("export", "indirect"),
        _of_export("export", "interview"),
        _of_export("export", "prints as"),
        _of_export("export", "spoken"),
        _of_export("export", "paragraph"),
        _of_export("export", "characters"),
    )
)
"""What catalogues have words for, with the sense "export"."""
