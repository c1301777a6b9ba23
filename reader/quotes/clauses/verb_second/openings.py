"""What a participle tells that opens its sentence: "Menend dat de regels klaar zijn, weigerde Jansen"."""

from reader.models import QuoteType
from reader.quotes.clauses.verb_second.clause_text import ClauseText
from reader.quotes.clauses.verb_second.contents import CONJUNCTION
from reader.quotes.clauses.verb_second.ends import content_end
from reader.quotes.clauses.verb_second.subjects import subject_of
from reader.quotes.drafts import Draft
from reader.quotes.patterns.attributions import Attribution, attributed
from reader.quotes.text.sentences import Range


def opened_by_participle(text: ClauseText, sentence: Range) -> Draft | None:
    """The clause behind a participle of saying; the subject of the main verb behind it is its speaker."""
    first, last = sentence
    word = text.lower(first)
    if not word.endswith(text.grammar.participle_endings or ("\0",)) or first + 2 >= last:
        return None
    infinitive = word.removesuffix("d")
    meanings = text.grammar.meanings.get(infinitive, ())
    takes = any("q" in saying.takes for meaning in meanings for saying in meaning.says)
    if not takes or text.lower(first + 1) not in text.grammar.that:
        return None
    end = content_end(text, first + 1, sentence, closing=True)
    verb = end + 1
    if verb + 1 >= last or text.words[end] != "," or not text.is_finite(verb):
        return None
    speaker = subject_of(text, verb, verb, last)
    found = Attribution(CONJUNCTION, (first,), speaker, None, (first, first + 1))
    return attributed(QuoteType.INDIRECT, ((first + 1, end),), found)
