"""What people read for the signs that the learned engine goes by: classes of words, kinds of speech acts, and
what a clause shows.

The signs themselves, such as "kind demand" or "subject pronoun", are keys of the weights.
"""

from reader.i18n import _, pgettext

_CLASSES = {
    "verbs of saying": _("verbs of saying"),
    "verbs of writing": _("verbs of writing"),
    "verbs of thinking": _("verbs of thinking"),
    "verbs of deciding": _("verbs of deciding"),
    "nouns of saying": _("nouns of saying"),
    "nouns for people": _("nouns for people"),
    "nouns for organisations": _("nouns for organisations"),
    "nouns for media": _("nouns for media"),
    "attributions": _("attributions"),
}
_KINDS = {
    "accusation": pgettext("speech act", "accusation"),
    "announcement": pgettext("speech act", "announcement"),
    "assessment": pgettext("speech act", "assessment"),
    "comment": pgettext("speech act", "comment"),
    "criticism": pgettext("speech act", "criticism"),
    "demand": pgettext("speech act", "demand"),
    "denial": pgettext("speech act", "denial"),
    "figure": pgettext("speech act", "figure"),
    "forecast": pgettext("speech act", "forecast"),
    "plan": pgettext("speech act", "plan"),
    "position": pgettext("speech act", "position"),
    "reference": pgettext("speech act", "reference"),
    "report": pgettext("speech act", "report"),
}
_SIGNS = {
    "als": _("“als” in the clause"),
    "before a quote": _("a quote follows"),
    "begins its paragraph": _("it begins its paragraph"),
    "begins the text": _("it begins the text"),
    "behind a quote": _("a quote stands before it"),
    "compound past": _("a compound past tense"),
    "compound present": _("a compound present tense"),
    "digits": _("a figure in the clause"),
    "ends its paragraph": _("it ends its paragraph"),
    "later clause": _("not the first clause of its sentence"),
    "marks": _("quotation marks in the clause"),
    "modal": _("a modal verb"),
    "negated": _("a negation"),
    "passive": _("the passive voice"),
    "passive by nobody": _("the passive voice, and nobody named"),
    "past": _("the past tense"),
    "present": _("the present tense"),
    "subject full name": _("a full name as the subject"),
    "subject none": _("no subject"),
    "subject other": _("another word as the subject"),
    "subject pronoun": _("a pronoun as the subject"),
    "subject role or group": _("a role or group as the subject"),
    "subject thing": _("a thing as the subject"),
}
_COUNTED = {
    "clauses": _("clauses in the sentence: {count}"),
    "length": _("length of the sentence, of 0 to 4: {count}"),
    "quotes an article": _("quotes in the article, of 0 to 3: {count}"),
}
"""Signs that end in a number."""


def class_words(name: str) -> str:
    """What people read for a class of words."""
    return _CLASSES.get(name, name)


def kind_words(kind: str) -> str:
    """What people read for a kind of speech act."""
    return _KINDS.get(kind, kind)


def sign_words(feature: str) -> str:
    """What people read for a sign, such as "a pronoun as the subject"; a new one is its own word."""
    kind, _space, rest = feature.partition(" ")
    if kind == "verb":
        return _("the verb “{verb}”").format(verb=rest)
    if kind == "kind":
        return _("a speech act of the kind: {kind}").format(kind=kind_words(rest))
    counted, _space, count = feature.rpartition(" ")
    if counted in _COUNTED:
        return _COUNTED[counted].format(count=count)
    return _SIGNS.get(feature, feature)
