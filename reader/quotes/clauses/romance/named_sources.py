"""Phrases with a noun that name a source: "según el ministro", "según el cual", "Para la ministra"."""

from reader.quotes.clauses.romance.appositions import with_appositions
from reader.quotes.clauses.romance.clause_text import DASHES, MARKS, STOPS, ClauseText
from reader.quotes.clauses.romance.source_phrase import BRACKETS, LONGEST, SUBJECT, Phrase, opens
from reader.quotes.clauses.romance.speakers import antecedent
from reader.quotes.text.nouns import is_name, is_role
from reader.quotes.text.sentences import Range


def viewed(text: ClauseText, at: int, sentence: Range) -> Phrase | None:
    """A viewpoint at the sentence's start: "Para la ministra Ana Gil, …"."""
    # "Já para Inês Sá, …", "Y para Gil, …"
    behind = at - sentence[0] == 1 and text.lower(at - 1) in text.openers and text.words[at - 1] != ","
    if not (at == sentence[0] or behind) or text.lower(at) not in text.language.viewpoints:
        return None
    end = next((i for i in range(at + 1, min(at + SUBJECT, sentence[1])) if text.words[i] == ","), 0)
    end = _up_to_verb(text, at + 1, sentence[1]) or end
    if not end or any(text.is_finite(i) or text.hangs(i) for i in range(at + 1, end)):
        return None
    # "Pour conforter l'équipe,"
    if text.words[at + 1][0].islower() and text.bare[at + 1].endswith(text.grammar.infinitives):
        return None
    # "Para el Sporting, ganar es todo" is no view; a role, a group or a given name tells who has one.
    near = range(at + 1, min(at + 4, end))
    person = any(text.lower(i) in text.speaking or text.words[i] in text.given for i in near)
    # "Ana Gil calla. Para Gil, el plan es caro."
    known = end == at + 2 and text.words[at + 1] in text.surnames
    # "Pour elle, …", "Pour ce dernier, …"
    meant = text.words_of((at + 1, end)).lower() in text.language.latter
    meant = meant or (end == at + 2 and text.language.oblique.get(text.lower(at + 1), "") in ("m", "f"))
    whole = with_appositions(text, at + 1, end, sentence[1])
    return Phrase(at, whole, "viewpoint", (at,), (at + 1, whole)) if person or known or meant else None


def _up_to_verb(text: ClauseText, first: int, last: int) -> int:
    """The end of role or name where a verb follows at once: "Per la consigliera | esistono"; else 0."""
    end = first + 2
    led = end < last and text.lower(first) in text.language.definite
    # "Per Ada Neri | si tratta di un errore"
    named = end < last and text.words[first] in text.given and is_name(text.words[first + 1])
    verb = end < last and (text.lower(end) in text.grammar.reflexives or text.is_finite(end))
    role = led and is_role(text.lower(first + 1), text.language)
    if role and not verb and end + 1 < last:
        # "Per il tecnico piemontese | l'azzurra può vincere"
        end += text.lower(end) in text.language.descriptions and text.words[end].islower()
        begins = text.lower(end) in text.language.definite - text.grammar.prepositions
        return end if begins and text.has_verb(end + 1, last) else 0
    return end if (role or named) and verb else 0


def related(text: ClauseText, at: int, behind: int, sentence: Range) -> Phrase | None:
    """A relative phrase: "un informe, según el cual …"; the noun before it speaks."""
    end = behind + (text.lower(behind) in text.language.determiners)
    if text.lower(end) not in text.grammar.related:
        return None
    speaker = antecedent(text, at, sentence[0])
    return Phrase(at, end + 1, "according to, a relative", tuple(range(at, behind)), speaker)


def nominal(text: ClauseText, cue: tuple[int, ...], sentence: Range) -> Phrase | None:
    """A word that attributes with a noun phrase: "según el ministro de Salud (PN), Juan Gil"."""
    first, last = cue[-1] + 1, sentence[1]
    end = _noun_end(text, first, last)
    # "selon moi"; "discrédités aux yeux du public"
    own = text.lower(first) in text.grammar.own_persons
    within = any(text.lower(i) in text.grammar.viewing for i in cue) and not _is_set_off(
        text, cue[0], sentence[0]
    )
    if end <= first or own or within or _is_rule(text, first, end):
        return None
    whole = with_appositions(text, first, end, last)
    # "según las cuentas que presentó ayer la junta": such a clause is of the phrase
    noun = _before_relative(text, first, end, last) if whole == end else end
    told = whole == end < last and text.lower(end) in text.grammar.that and text.has_verb(end + 1, end + 3)
    if told or noun < end:
        stop = next((i for i in range(end, last) if text.words[i] == ","), last)
        return Phrase(cue[0], stop, "according to", cue, (first, noun))
    # "según Gil, que vive en Soria": the relative clause is none of the name.
    relative = next((i for i in range(end, whole) if text.lower(i) in text.language.relatives), whole)
    commas = (i for i in range(relative, end - 1, -1) if i < whole and text.words[i] == ",")
    speaker = first, next(commas, whole) if relative < whole else whole
    return Phrase(cue[0], whole, "according to", cue, speaker)


def _before_relative(text: ClauseText, first: int, end: int, last: int) -> int:
    """Where a noun ends that a relative clause follows: "un informe interno | al que", "… | dont"."""
    that = text.grammar.that
    near = (at for at in range(first + 2, min(end + 1, last)) if text.lower(at) in _joints(text) | that)
    relative = next(near, end)
    at, small = relative, text.grammar.prepositions | text.articles
    while at > first + 2 and text.lower(at - 1) in small:
        at -= 1
    follows = relative < last and (at < relative or text.lower(relative) not in that)
    return at if follows and relative < last and text.has_verb(relative + 1, last) else end


def _joints(text: ClauseText) -> frozenset[str]:
    """Words that join a relative clause to its noun: "dont", "quale", "cui"."""
    return text.language.relatives | text.grammar.related


def _is_set_off(text: ClauseText, at: int, first: int) -> bool:
    """Whether a phrase opens a sentence or stands behind a comma."""
    return opens(text, first, at) or text.words[at - 1] == ","


def _noun_end(text: ClauseText, first: int, last: int) -> int:
    """End of a noun phrase: a comma, stop or mark, a verb, or a determiner that no preposition leads."""
    at, grammar, language = first, text.grammar, text.language
    if text.lower(first) in language.oblique:
        return first + 1
    while at < min(last, first + LONGEST):
        word, before = text.lower(at), text.lower(at - 1)
        if text.words[at] in BRACKETS:
            closing, near = BRACKETS[text.words[at]], range(at, min(at + LONGEST, last))
            at = next((i + 1 for i in near if text.words[i] == closing), last)
            continue
        if at in text.passages and at > first:  # 'según el diario "El Sol"'
            at = text.ends[at]
            continue
        if word in STOPS or word in MARKS or word in DASHES or word == "," or word in grammar.that:
            break
        led = before in grammar.prepositions or before in language.joining or before in grammar.articles
        begins = word in language.determiners and at > first and not led and word not in grammar.prepositions
        # "según el diario El Sol"
        begins = begins and not (text.words[at][0].isupper() and text.words[at + 1][0].isupper())
        verb = text.is_finite(at) or (text.words[at].islower() and text.has_verb(at, at + 1))
        # "secondo i fan | si tratterebbe"
        own = word in grammar.reflexives and text.has_verb(at + 1, min(at + 2, last))
        if begins or (at > first and (own or (verb and not led))):
            break
        at += 1
    return at


def _is_rule(text: ClauseText, first: int, end: int) -> bool:
    """Whether a phrase names what something is done by, not who says so: "según la ley", "según avanza"."""
    near = range(first, min(first + 3, end))
    # "de acordo com o artigo, …" is of a journal, "o artigo 5" of a law
    laws = (at for at in near if text.lower(at) in text.grammar.rules)
    return any(at + 1 < end or text.lower(at) not in text.language.documents for at in laws) or not (
        text.words[first][0].isupper()
        or text.lower(first) in text.articles
        or text.lower(first) in text.language.oblique
        # "a detta della preside", "aux yeux du gérant"
        or text.lower(first - 1) in text.articles
        or any(text.lower(at) in text.speaking for at in near)
        # "según datos", "segundo elementos recolhidos na junta": a bare plural
        or text.lower(first).endswith("s")
    )
