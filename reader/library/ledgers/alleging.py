"""Tell which sentences of a draft allege that somebody did wrong: those are put to whom they are about."""

from collections.abc import Iterable

from reader.languages.alleging_words import AllegingWords, alleging_words


def is_alleged(sentence: str, language: str, people: Iterable[str] = ()) -> bool:
    """Whether a sentence alleges something; `people` are those who are named in the draft."""
    words = alleging_words(language)
    plain = words.no_allegations.sub(" ", sentence)
    if words.allegations.search(plain):
        return True
    if words.nobody.search(plain):
        return False
    if words.rumours.search(plain) and not words.harmless.search(plain):
        return True
    if _is_of_accusers(plain, words):
        return True
    is_others_word = words.hearsay.search(plain) is not None
    # "Beck bestach den Prüfer": the paper's own word for it needs a name, or it is a saying or a plot
    return (is_others_word or any(name in plain for name in people)) and _tells_wrong(plain, words)


def _is_of_accusers(sentence: str, words: AllegingWords) -> bool:
    """Whether those who accuse tell what others did: "the tribunal heard that he emptied the account"."""
    if not words.hearsay.search(sentence) or words.harmless.search(sentence):
        return False
    for accuser in words.accusers.finditer(sentence):
        for done in words.conduct.finditer(sentence):
            # "the investigators secured the traces": what they did themselves
            is_own = 0 <= done.start() - accuser.end() <= 1 or accuser.start() == done.start()
            if not is_own and not words.negations.search(sentence[: done.end()]):
                return True
    return False


def _tells_wrong(sentence: str, words: AllegingWords) -> bool:
    """Whether somebody did wrong in it: no denial, and not only a sufferer is told."""
    plain = words.sayings.sub(" ", sentence)
    for found in words.wrongs.finditer(plain):
        before = plain[: found.start()]
        clause = before[max(before.rfind(mark) for mark in ',;:„“"') + 1 :]
        behind = plain[found.end() :].partition(",")[0]
        if words.negations.search(before):
            continue
        # "ihm sei das Rad gestohlen worden", "her bicycle was stolen": no doer
        is_passive = words.suffered.search(f"{clause}_{behind}") and not found[0].endswith("ing")
        if not is_passive or words.doers.search(clause + behind):
            return True
    return False
