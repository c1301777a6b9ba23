"""Parts of names in scripts without capitals, which are written in one or hang on to other words."""

import regex

_HAN = regex.compile(r"[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]+")
_GEORGIAN = regex.compile(r"\p{Georgian}{5,}[აეი]")
_HAN_ONLY = regex.compile(r"\p{Han}{2,4}")
_HAN_TITLES = str.split("先生 女士 小姐 太太 某 教授 主任 部长 老师 经理 总 氏 様 さん 氏は")
"""What stands behind a surname alone: 王先生 is Mr Wang."""
_HANGUL_NAME = regex.compile(r"\p{Hangul}{3}")
_HANGUL_TITLES = str.split("씨 교수 의원 장관 대표 기자")
_TWO_SURNAMES = frozenset(
    str.split("欧阳 司马 上官 诸葛 司徒 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 歐陽 司馬 諸葛")
)


def _addressed(word: str) -> list[str]:
    """The surname of a name that is written in one, with what people put behind it."""
    if _HAN_ONLY.fullmatch(word):
        surname = word[:2] if word[:2] in _TWO_SURNAMES else word[:1]
        return [surname + title for title in _HAN_TITLES]
    if _HANGUL_NAME.fullmatch(word):
        return [word[0] + title for title in _HANGUL_TITLES]
    return []


def _georgian(word: str) -> list[str]:
    """A Georgian name without the vowel of its first case: ბერიძის is of ბერიძე."""
    return [word[:-1]] if _GEORGIAN.fullmatch(word) else []


_ARABIC_ARTICLE = "ال"
_SHORTEST_ARABIC = 3
"""Letters behind the article that tell without it."""


def _given_and_family(word: str) -> list[str]:
    """The parts of a name that is written in one: 王小明 is Xiaoming Wang, 山田太郎 Taro Yamada."""
    if word.startswith(_ARABIC_ARTICLE) and len(word) - len(_ARABIC_ARTICLE) >= _SHORTEST_ARABIC:
        return [word[len(_ARABIC_ARTICLE) :]]
    if not _HAN.fullmatch(word):
        return []
    if len(word) == 3:
        return [word[1:]]
    return [word[:2], word[2:]] if len(word) == 4 else []


def parts_of(word: str) -> list[str]:
    """What tells of a name that is written in one: given and family name, and forms of it."""
    return [*_given_and_family(word), *_addressed(word), *_georgian(word)]
