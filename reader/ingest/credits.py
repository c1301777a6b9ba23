"""Who delivered text and pictures: agency codes, datelines, bylines, captions, as the press prints them."""

import re
from functools import cache

from reader.ingest.tables import entries
from reader.languages.interview_labels import interview_labels
from reader.languages.press import any_of, everywhere
from reader.models import Caption

_CODES = r"(?P<codes>[\w/,.+& –-]{2,60})"
_NUMBERED = re.compile(r"(?:©\s*)?(?P<codes>dpa)(?:-[\w-]+)?[,;]\s*dpa:.*$", re.I)
_DATELINE = re.compile(
    r"(?:[A-ZÄÖÜÉÈÀÁÍÓÚŁŠŽ][\w.’' /-]{1,40}?(?:,\s[^()]{2,30})?\s?)?"
    r"[(](?P<codes>[\w/,.+ -]{2,40})[)]\s?(?:\.?\s?[-–—:]|\.)\s"
)
_BEHIND_NAMES = re.compile(r"\s*[|•(]|,\s+(?=[a-zß-ÿ]|\S+$|[A-ZÄÖÜ]{2,}\b)|\s+(?=\d)")
"""What follows the names in a byline: a bracket, a role, a place, an outlet's letters, a day."""
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_SIGNED_BY_AGENCY = re.compile(
    r"\s*[(\[](?P<credit>(?:AP|Reuters|AFP|EPA|Getty|dpa)[ -/](?:Photo|Images|Foto)\b[^()]{0,60})[)\]]\s*\.?$"
)
_OWNED = re.compile(r"\s*[|•]?\s*©\s*(?P<credit>[^.©]{2,80})$")
LONGEST_CAPTION = 600
"""Characters; a longer paragraph is text even where a credit ends it (chosen by hand)."""
_LONGEST_CODE = 14
"""Characters of a code such as "dtj" or an agency's name (chosen by hand)."""
_BYLINE_WORDS = 12
"""Words of a byline; more are a sentence that begins like one (chosen by hand)."""
_LONGEST_NAME = 40
"""Characters of a name that is a line of its own (chosen by hand)."""
_LONGEST_CREDIT = 100
"""Characters of a line that is a credit alone (chosen by hand)."""
_CREDIT_WORDS = 10
"""Words of a credit behind a caption (chosen by hand)."""
_LONGEST_SECTION = 60
"""Characters of a path of sections (chosen by hand)."""


@cache
def _agencies() -> frozenset[str]:
    return frozenset(entries("agencies"))


@cache
def _between_codes() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[/,;+&]|(?<!\S){any_of(everywhere().between_names)}(?!\S))\s*")


@cache
def _end_credit() -> re.Pattern[str]:
    """In brackets behind the last sentence: "(mit dpa)"."""
    before = any_of(everywhere().credit_with)
    return re.compile(rf"\s*[(\[](?:{before} )?(?P<codes>[\w ,;/.+&–-]{{2,60}})[)\]]\s*\.?$")


@cache
def _lone_credits() -> tuple[re.Pattern[str], ...]:
    """A line of its own: "Quelle: dpa", "Mit Material der Agenturen dpa und AFP", a number of dpa's."""
    words = everywhere()
    material = (
        rf"\(?{any_of(words.material_with)}\s{any_of(words.material)}?\s*{any_of(words.material_of)}?\s*"
        rf"{any_of(words.agencies)}?\s*(?P<codes>.{{2,60}}?)\)?\.?$"
    )
    # "Quelle: tagblatt.example, abc/dpa": the page of an outlet may stand before the codes.
    bare = rf"(?:©|\(c\)|{any_of(words.credit_labels)})?\s*(?:[\w-]+(?:\.[\w-]+)+,\s*)?{_CODES}$"
    return re.compile(bare, re.I), re.compile(material, re.I), _NUMBERED


@cache
def _byline() -> re.Pattern[str]:
    words = everywhere()
    labels = any_of(words.by, words.author_labels, words.byline_labels).replace("…", ".{3,30}")
    return re.compile(rf"{labels}:?\s+(?P<names>\S.{{2,80}})", re.I)


@cache
def _lone_name() -> re.Pattern[str]:
    words = everywhere()
    starts = (*words.articles, *words.headline_articles, *words.not_names)
    return re.compile(
        rf"(?!{any_of(map(str.capitalize, starts))}\s)"
        r"[A-ZÀ-Þ][a-zß-ÿ.’'-]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?"
        rf"(?:\s(?:{any_of(words.name_particles)}|[A-ZÀ-Þ]\.))*"
        r"(?:\s[A-ZÀ-Þ][a-zß-ÿ’'-]*[A-Za-zß-ÿ-]+){1,2}"
    )


@cache
def _stay_small() -> frozenset[str]:
    words = everywhere()
    return frozenset(word.upper() for word in (*words.name_particles, *words.between_names))


@cache
def _caption_credits() -> tuple[re.Pattern[str], ...]:
    """Behind a caption: "(Foto: dpa)", "| Bild: AP", "© AFP", "(AP Photo/…)"."""
    words = everywhere()
    picture, by = any_of(words.pictures), any_of(words.picture_by)
    return (
        re.compile(
            rf"\s*[(\[]\s*(?:{picture}\s?(?::|{by})\s*|©\s*)(?P<credit>[^()]{{2,80}})[)\]]\s*\.?$", re.I
        ),
        re.compile(
            rf"(?:\s+[|•–—-]\s*|(?<=[.!?…“”»\"])\s+){picture}\s?:\s*(?:©\s*)?(?P<credit>[^.]{{2,80}})\.?$",
            re.I,
        ),
        _OWNED,
        _SIGNED_BY_AGENCY,
    )


@cache
def _credit_alone() -> re.Pattern[str]:
    """A line that is but a credit: "Foto: Anna Muster/dpa"."""
    words = everywhere()
    before = rf"[(\[]?{any_of(words.pictures)}\s?(?::|{any_of(words.picture_by_alone)})\s*(?:©\s*)?"
    return re.compile(rf"(?P<before>{before}).{{2,100}}", re.I)


_PICTURE_AGENCY = (
    r"(?:getty(?: images)?|afp|ap|reuters|epa|dpa|apa|keystone|imago(?: images)?|picture[- ]alliance|ddp|ansa"
    r"|efe|shutterstock|istock(?:photo)?|unsplash|alamy|belga|anp|lapresse|europa press|lusa|pap|zuma)"
)
_PICTURE_LINE = re.compile(
    r"(?:(?:credit|photograph|rechte|crédit|foto|photo|imagen?):? ?)?"
    r"[\w.’'& -]{2,50}(?:\s?/\s?[\w.’'& -]{2,40}){0,3}"
    rf"(?:\s?/\s?| via ){_PICTURE_AGENCY}(?: images| photos?)?",
    re.IGNORECASE,
)
"""A credit by itself: "Anna Muster/AFP via Getty Images", "NN/Bildhaus via Getty Images"."""


def agency_codes(text: str) -> str:
    """`text` in the form "dtj/dpa" if it is a list of codes with an agency among them, else ""."""
    codes = [code for code in _between_codes().split(text.strip(" .")) if code]
    known = any(code.lower() in _agencies() for code in codes)
    return (
        "/".join(codes)
        if known and all(len(code) <= _LONGEST_CODE and " " not in code for code in codes)
        else ""
    )


def end_credit(paragraph: str) -> tuple[str, str]:
    """A last paragraph without its credit ("… (dtj/dpa)"), and the agency; a credit alone leaves ""."""
    found = _end_credit().search(paragraph)
    if found and (codes := agency_codes(found["codes"])):
        return paragraph[: found.start()], codes
    for pattern in _lone_credits():
        found = pattern.fullmatch(paragraph)
        if found and (codes := agency_codes(found["codes"])):
            return "", codes
    labelled = _labelled_credit().fullmatch(paragraph)
    if labelled and (codes := _agencies_among(labelled["names"])):
        return "", codes
    return paragraph, ""


@cache
def _labelled_credit() -> re.Pattern[str]:
    """A line that says where the text is from: "Źródło: PAP, Gazeta Nadmorska"."""
    return re.compile(rf"{any_of(everywhere().credit_labels)}\s*(?P<names>[^.!?]{{2,60}})", re.I)


def _agencies_among(names: str) -> str:
    parts = [part for part in _between_codes().split(names.strip()) if part]
    return "/".join(part for part in parts if part.lower() in _agencies())


def dateline_agency(paragraph: str) -> str:
    """The agency of a dateline such as "BERLIN (dpa) - ", or ""."""
    found = _DATELINE.match(paragraph)
    return agency_codes(found["codes"]) if found else ""


def byline(line: str) -> str:
    """The names in a line such as "Von Max Muster und Eva Beispiel", or ""."""
    found = _byline().fullmatch(line)
    if found is None or len(line.split()) > _BYLINE_WORDS or re.search(r"[.!?]$", line):
        return ""
    names = _BEHIND_NAMES.split(found["names"])[0].strip(" ,")
    # "Interview mit Jana Kolb" is a title: she answers, and did not write it.
    if names.split()[0].lower() in interview_labels().talked_with:
        return ""
    capital = sum(bool(_CAPITAL.match(word)) for word in names.split())
    if capital < 2 or 2 * capital < len(names.split()):
        return ""
    return in_mixed_case(names)


def in_mixed_case(names: str) -> str:
    """Names that are printed in capitals as one writes them; any other names as they are."""
    return ", ".join(map(_name_in_mixed_case, names.split(", ")))


def _name_in_mixed_case(name: str) -> str:
    return re.sub(r"\b[^\W\d_]{3,}\b", _capitalised, name) if name.isupper() and " " in name else name


def lone_name(line: str) -> str:
    """The name that a line consists of ("Diego Armenteros", "Anna von der Heide"), or ""."""
    return line if _lone_name().fullmatch(line) and len(line) <= _LONGEST_NAME else ""


def _capitalised(word: re.Match[str]) -> str:
    return word[0].lower() if word[0] in _stay_small() else word[0].title()


def caption(line: str) -> Caption | None:
    """The caption that `line` is, told by the credit at its end ("(Foto: dpa)", "| Bild: AP", "© AFP")."""
    is_of_text = line[:1].islower() and bool(agency_codes(line))  # "obr/dpa" behind a text
    if len(line) > LONGEST_CAPTION or _NUMBERED.fullmatch(line) or is_of_text:
        return None
    if len(line) < _LONGEST_CREDIT and _PICTURE_LINE.fullmatch(line):
        return Caption("", line)
    alone = _credit_alone().fullmatch(line)
    if alone and len(line) < _LONGEST_CREDIT and line[-1] not in "?!.:":
        return Caption("", line[alone.end("before") :].lstrip().rstrip(")]. "))
    for pattern in _caption_credits():
        if (found := pattern.search(line)) and len(found["credit"].split()) <= _CREDIT_WORDS:
            return Caption(line[: found.start()].strip(), found["credit"].strip(" .|"))
    return None


def is_section(line: str) -> bool:
    """Whether `line` is the name of a section, perhaps a path of them ("Politik › Ausland")."""
    parts = [part.strip().lower() for part in re.split(r"[>›»/|•]", line) if part.strip()]
    return (
        bool(parts) and len(line) < _LONGEST_SECTION and all(part in everywhere().sections for part in parts)
    )
