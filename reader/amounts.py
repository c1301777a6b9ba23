"""How many there are of what a library holds, in words: "1 quote", "3 quotes", "no quotes".

Each noun is a function, so that every language has its own forms of it. A zero is a word, unless `digits`.
"""

from reader.i18n import ngettext, npgettext, number, pgettext


def articles(count: int, *, digits: bool = False) -> str:
    """As in "3 articles"."""
    said = ngettext("{count} article", "{count} articles", count)
    return said.format(count=_in_words(count, digits=digits))


def answers(count: int, *, digits: bool = False) -> str:
    """As in "3 answers"."""
    said = ngettext("{count} answer", "{count} answers", count)
    return said.format(count=_in_words(count, digits=digits))


def bars(count: int, *, digits: bool = False) -> str:
    """As in "3 bars"."""
    said = ngettext("{count} bar", "{count} bars", count)
    return said.format(count=_in_words(count, digits=digits))


def checks(count: int, *, digits: bool = False) -> str:
    """As in "3 checks"."""
    said = ngettext("{count} check", "{count} checks", count)
    return said.format(count=_in_words(count, digits=digits))


def conflicts(count: int, *, digits: bool = False) -> str:
    """As in "3 conflicts"."""
    said = ngettext("{count} conflict", "{count} conflicts", count)
    return said.format(count=_in_words(count, digits=digits))


def differences(count: int, *, digits: bool = False) -> str:
    """As in "3 differences"."""
    said = ngettext("{count} difference", "{count} differences", count)
    return said.format(count=_in_words(count, digits=digits))


def feeds(count: int, *, digits: bool = False) -> str:
    """As in "3 feeds"."""
    said = ngettext("{count} feed", "{count} feeds", count)
    return said.format(count=_in_words(count, digits=digits))


def files(count: int, *, digits: bool = False) -> str:
    """As in "3 files"."""
    said = ngettext("{count} file", "{count} files", count)
    return said.format(count=_in_words(count, digits=digits))


def findings(count: int, *, digits: bool = False) -> str:
    """As in "3 findings"."""
    said = ngettext("{count} finding", "{count} findings", count)
    return said.format(count=_in_words(count, digits=digits))


def memos(count: int, *, digits: bool = False) -> str:
    """As in "3 memos"."""
    said = ngettext("{count} memo", "{count} memos", count)
    return said.format(count=_in_words(count, digits=digits))


def names(count: int, *, digits: bool = False) -> str:
    """As in "3 names"."""
    said = ngettext("{count} name", "{count} names", count)
    return said.format(count=_in_words(count, digits=digits))


def new_articles(count: int, *, digits: bool = False) -> str:
    """As in "3 new articles"."""
    said = ngettext("{count} new article", "{count} new articles", count)
    return said.format(count=_in_words(count, digits=digits))


def notes(count: int, *, digits: bool = False) -> str:
    """As in "3 notes"."""
    said = ngettext("{count} note", "{count} notes", count)
    return said.format(count=_in_words(count, digits=digits))


def originals(count: int, *, digits: bool = False) -> str:
    """As in "3 originals"."""
    said = ngettext("{count} original", "{count} originals", count)
    return said.format(count=_in_words(count, digits=digits))


def other_things(count: int, *, digits: bool = False) -> str:
    """As in "3 other things"."""
    said = ngettext("{count} other thing", "{count} other things", count)
    return said.format(count=_in_words(count, digits=digits))


def pages(count: int, *, digits: bool = False) -> str:
    """As in "3 pages"."""
    said = ngettext("{count} page", "{count} pages", count)
    return said.format(count=_in_words(count, digits=digits))


def passages(count: int, *, digits: bool = False) -> str:
    """As in "3 passages"."""
    said = ngettext("{count} passage", "{count} passages", count)
    return said.format(count=_in_words(count, digits=digits))


def places(count: int, *, digits: bool = False) -> str:
    """As in "3 places"."""
    said = ngettext("{count} place", "{count} places", count)
    return said.format(count=_in_words(count, digits=digits))


def problems(count: int, *, digits: bool = False) -> str:
    """As in "3 problems"."""
    said = ngettext("{count} problem", "{count} problems", count)
    return said.format(count=_in_words(count, digits=digits))


def quotations(count: int, *, digits: bool = False) -> str:
    """As in "3 quotations"."""
    said = ngettext("{count} quotation", "{count} quotations", count)
    return said.format(count=_in_words(count, digits=digits))


def quotes(count: int, *, digits: bool = False) -> str:
    """As in "3 quotes"."""
    said = ngettext("{count} quote", "{count} quotes", count)
    return said.format(count=_in_words(count, digits=digits))


def renderings(count: int, *, digits: bool = False) -> str:
    """As in "3 renderings"."""
    said = ngettext("{count} rendering", "{count} renderings", count)
    return said.format(count=_in_words(count, digits=digits))


def rows(count: int, *, digits: bool = False) -> str:
    """As in "3 rows"."""
    said = ngettext("{count} row", "{count} rows", count)
    return said.format(count=_in_words(count, digits=digits))


def segments(count: int, *, digits: bool = False) -> str:
    """As in "3 segments"."""
    said = ngettext("{count} segment", "{count} segments", count)
    return said.format(count=_in_words(count, digits=digits))


def sources(count: int, *, digits: bool = False) -> str:
    """As in "3 sources"."""
    said = ngettext("{count} source", "{count} sources", count)
    return said.format(count=_in_words(count, digits=digits))


def statements(count: int, *, digits: bool = False) -> str:
    """As in "3 statements"."""
    said = ngettext("{count} statement", "{count} statements", count)
    return said.format(count=_in_words(count, digits=digits))


def steps(count: int, *, digits: bool = False) -> str:
    """As in "3 steps"."""
    said = ngettext("{count} step", "{count} steps", count)
    return said.format(count=_in_words(count, digits=digits))


def tags(count: int, *, digits: bool = False) -> str:
    """As in "3 tags"."""
    said = ngettext("{count} tag", "{count} tags", count)
    return said.format(count=_in_words(count, digits=digits))


def things(count: int, *, digits: bool = False) -> str:
    """As in "3 things"."""
    said = ngettext("{count} thing", "{count} things", count)
    return said.format(count=_in_words(count, digits=digits))


def turns(count: int, *, digits: bool = False) -> str:
    """As in "3 turns"."""
    said = ngettext("{count} turn", "{count} turns", count)
    return said.format(count=_in_words(count, digits=digits))


def uses(count: int, *, digits: bool = False) -> str:
    """As in "3 uses"."""
    said = ngettext("{count} use", "{count} uses", count)
    return said.format(count=_in_words(count, digits=digits))


def words(count: int, *, digits: bool = False) -> str:
    """As in "3 words"."""
    said = ngettext("{count} word", "{count} words", count)
    return said.format(count=_in_words(count, digits=digits))


# -- after "in", "of" and "with", where some languages bend the noun ---------------------------------------


def in_articles(count: int, *, digits: bool = False) -> str:
    """As in "in 3 articles", without the "in"."""
    said = npgettext("after in, of, with, by", "{count} article", "{count} articles", count)
    return said.format(count=_bent(count, digits=digits))


def with_quotes(count: int, *, digits: bool = False) -> str:
    """As in "with 3 quotes", without the "with"."""
    said = npgettext("after in, of, with, by", "{count} quote", "{count} quotes", count)
    return said.format(count=_bent(count, digits=digits))


def by_words(count: int, *, digits: bool = False) -> str:
    """As in "by 3 words", without the "by"."""
    said = npgettext("after in, of, with, by", "{count} word", "{count} words", count)
    return said.format(count=_bent(count, digits=digits))


# -- in a sentence -------------------------------------------------------------------------------------------


def at_the_start(told: str) -> str:
    """The same at the start of a sentence: "No quotes". The other letters stay, as nouns have capitals."""
    return told[:1].upper() + told[1:]


def _in_words(count: int, *, digits: bool) -> str:
    return number(count) if count or digits else pgettext("none of several", "no")


def _bent(count: int, *, digits: bool) -> str:
    """After "in", "of" and "with"."""
    return number(count) if count or digits else pgettext("none of several, after in, of, with, by", "no")
