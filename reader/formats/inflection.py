"""Cases of names in languages that have many: which name a form is of."""

from collections.abc import Mapping

import regex

from reader.formats.letters import fold

_INFLECTED = regex.compile(
    r"[ąćęłńśźżčďěňřšťůžőűđ]|[äö]{2}|yy|\p{Cyrillic}|\p{Greek}|\p{Armenian}", regex.IGNORECASE
)
_CASE_ENDINGS = tuple(
    map(
        fold,
        str.split(
            "owego owej ovych ovými ového ovi owi ovou ova ove ovo ovu owa owe ego emu ému ého ami ami ach "
            "ech iem em om am ou ym im ie ej iej iemu cy ow ов ова ову овой ове овым ым ом ем ами ам ах ой "
            "ою ую ей ью ья ье ьём ьем ая его ему ого ому a e i o u y а е и у ы ю я ου ους οι ων ο ε α η ω ι "
            "nak nek t ot et at ban ben hoz hez tól től ról ről ra re val vel nál nél "
            "n lle lta lla sta ssa ksi na ta in ը ի ին ից ով"
        ),
    )
)
"""Cases in Slavic languages, Greek, Hungarian, Finnish, Armenian, looked at where a text may be in one."""
_FIRST_CASE = tuple(map(fold, ("", *str.split("a i y o ий ый й ь а я ая ей ος ης ας ις α η ω"))))
"""What a name ends in where it is nobody's object."""
_SHORTEST = 3
"""Letters of a stem at least."""


def has_cases(text: str) -> bool:
    """Whether `text` may be in one of these languages, by its letters."""
    return _INFLECTED.search(text) is not None


def first_case(folded: str, stems: Mapping[str, frozenset[int]]) -> frozenset[int] | None:
    """Whose name a word is a form of, None for nobody's."""
    for ending in _CASE_ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST:
            stem = folded[: -len(ending)]
            for first in _FIRST_CASE:
                if stem + first in stems:
                    return stems[stem + first]
    return None
