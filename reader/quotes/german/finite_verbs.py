"""Tell the finite verb of a clause from the participles, adjectives and infinitives that look like it."""

from reader.quotes.german import lexicon as w


def is_finite(flags: list[int], at: int, last: int) -> bool:
    """Whether the token can be the finite verb of its clause, and is no adjective or participle there."""
    flag = flags[at]
    if not flag & w.FINITE or flag & w.CAPITAL:
        return False
    # "das lange verschollene Bild": a form in -e between an article and an adjective is one too.
    article = at and at + 1 < last and flags[at - 1] & w.DETERMINER
    if (
        article
        and flag & w.SUBJUNCTIVE1
        and flags[at + 1] & w.ADJECTIVE
        and not flag & (w.AUXILIARY | w.MODAL)
    ):
        return False
    # "sagte Ott", not "sagte Er" in old spelling.
    noun_follows = (
        at + 1 < last and flags[at + 1] & w.CAPITAL and not flags[at + 1] & (w.DETERMINER | w.PRONOUN)
    )
    # "Die reiche Ernte freut alle": a form in -e before a noun is an adjective.
    if noun_follows and flag & w.SUBJUNCTIVE1 and not flag & (w.AUXILIARY | w.MODAL):
        # "er reiche Klage ein": unless its subject stands right before it.
        return bool(at and flags[at - 1] & (w.PRONOUN | w.CAPITAL) and not flags[at - 1] & w.DETERMINER)
    # "Die verdächtigen Personen fehlen": between article and noun what can be an infinitive or participle is
    # no verb.
    ambiguous = flag & (w.INFINITIVE | w.PARTICIPLE) and not flag & (w.AUXILIARY | w.MODAL)
    # "Ämter verdächtigen Personen", "die verdächtigen ihn": where article or noun is missing it is one.
    return (
        not ambiguous or not noun_follows or not flags[at - 1] & (w.DETERMINER | w.ADJECTIVE) if at else True
    )


def only_finite(flags: list[int], at: int) -> bool:
    """Whether a finite reading is the only one: "sagte", not "berichtet"; auxiliaries always count."""
    return at >= 0 and (
        not flags[at] & (w.INFINITIVE | w.PARTICIPLE) or bool(flags[at] & (w.AUXILIARY | w.MODAL))
    )


def finite_verb(flags: list[int], verbs: list[int], dependent: bool) -> int:
    """Token of the finite verb among those that can be it, -1 for none; it ends a `dependent` clause."""
    if not verbs:
        return -1
    if dependent:
        return _final_verb(flags, verbs)
    sure = [at for at in verbs if only_finite(flags, at)]
    # "Gestern beteiligte Firmen klagten": the first of two is a participle before its noun.
    if len(sure) > 1 and is_attributive(flags, verbs[0] - 2, sure[0]):
        return sure[1]
    # "Handeln müssen sollten andere": the first of two side by side is an infinitive.
    if len(sure) > 1 and sure[1] == sure[0] + 1 and flags[sure[0]] & w.INFINITIVE:
        return sure[1]
    # "…, doch entschieden hat er nichts": a sure verb wins, but not from afar (chosen on the gold set).
    return sure[0] if sure and sure[0] - verbs[0] < 3 else verbs[0]


def _final_verb(flags: list[int], verbs: list[int]) -> int:
    """The verb that ends a dependent clause: "…, dass er gehen wollte" has it in the modal."""
    helpers = [at for at in verbs if flags[at] & (w.AUXILIARY | w.MODAL)]
    return helpers[-1] if helpers and verbs[-1] - helpers[-1] < 2 else verbs[-1]


def is_attributive(flags: list[int], head: int, at: int) -> bool:
    """Whether a preterite before a noun, late in its clause, is rather a participle ("beteiligte Firmen")."""
    weak = flags[at] & w.PAST and not flags[at] & (w.AUXILIARY | w.MODAL)
    return bool(weak and at > head + 1 and flags[at + 1 : at + 2] and flags[at + 1] & w.CAPITAL)


def only_verbs(flags: list[int], first: int, last: int) -> bool:
    """Whether all words from the first verb on are verb forms, as at the end of a dependent clause."""
    # "…, der Rat hat entschieden": a finite verb before what can be a participle is that of a main clause.
    if only_finite(flags, first) and first != last - 1 and not only_finite(flags, last - 1):
        return False
    # No more than four verbs end a clause: "hätte getan werden können".
    forms = w.FINITE | w.PARTICIPLE | w.INFINITIVE
    return last - first < 5 and all(flags[at] & forms for at in range(first, last))


def has_zu(tokens: list[str], flags: list[int], first: int, last: int) -> bool:
    """Whether an infinitive with "zu" ends the run or stands near its end.

    "…, gehen zu müssen glaubte": up to three verbs may follow it (chosen on the gold set).
    """
    for at in range(last - 1, max(first, last - 4) - 1, -1):
        if flags[at] & w.INFINITIVE:
            if at > first and tokens[at - 1] == "zu":
                return True
            # "…, bald aufzuhören": "zu" stands within the word.
            if not flags[at] & w.FINITE and "zu" in tokens[at]:
                return True
        elif at > first and tokens[at - 1] == "zu" and _ends_in_infinitive(tokens, flags, at, last):
            return True
    return False


def _ends_in_infinitive(tokens: list[str], flags: list[int], at: int, last: int) -> bool:
    """Whether a word right behind "zu" is "sein", or at a clause's end an infinitive that no list holds."""
    word, flag = tokens[at], flags[at]
    # "…, bereit zu sein": by the tables it is a possessive; others behind "zu" count at the end alone.
    if flag & w.POSSESSIVE or at < last - 1:
        return bool(flag & w.POSSESSIVE and word == "sein")
    # "…, ihn zu foppen": small, in -n, and nothing else by any list.
    return word.islower() and word.endswith("n") and not flag & (w.CLOSED | w.FINITE | w.PARTICIPLE)
