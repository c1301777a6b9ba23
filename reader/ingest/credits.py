"""Who delivered text and pictures: agency codes, datelines, bylines, captions, as the press prints them."""

import re
from functools import cache

from reader.ingest.tables import entries
from reader.models import Caption

_END_CREDIT = re.compile(r"\s*[(\[](?:(?:mit|with|avec|con|met) )?(?P<codes>[\w ,;/.+&–-]{2,60})[)\]]\s*\.?$")
_BARE_CREDIT = re.compile(
    r"(?:©|\(c\)|quelle:|source ?:|fuente:|fonte:|bron:)?\s*(?P<codes>[\w/,.+& –-]{2,60})$", re.I
)
_NUMBERED = re.compile(r"(?:©\s*)?(?P<codes>dpa)(?:-[\w-]+)?[,;]\s*dpa:.*$", re.I)
_MATERIAL = re.compile(
    r"\(?(?:mit|with|avec|con|met|unter verwendung von)\s"
    r"(?:material|informationen|angaben|inhalten|reporting|information|información|informazioni|informatie)?\s*(?:der|von|from|by|de|di|van|des)?\s*(?:agenturen|agencies|agences"
    r"|agencias|agenzie)?\s*(?P<codes>.{2,60}?)\)?\.?$",
    re.I,
)
_DATELINE = re.compile(
    r"(?:[A-ZÄÖÜÉÈÀÁÍÓÚŁŠŽ][\w.’' /-]{1,40}?(?:,\s[^()]{2,30})?\s?)?"
    r"[(](?P<codes>[\w/,.+ -]{2,40})[)]\s?(?:\.?\s?[-–—:]|\.)\s"
)
_BYLINE = re.compile(
    r"(?:von|by|par|por|di|door|text|interview|protokoll|ein kommentar von|autor(?:in)?|author|auteur|autore"
    r"|aus .{3,30} berichtet):?\s+(?P<names>\S.{2,80})",
    re.I,
)
_NAME = re.compile(
    r"[A-ZÄÖÜÀ-Þ][\w.’'-]*(?:\s(?:von|van|de|der|den|di|da|del|la|le|zu|und|and|et|y|e|en|&)|,)?"
)
_LONE_NAME = re.compile(
    r"(?!(?:Der|Die|Das|Ein|Eine|Kein|Keine|Neue|The|A|An|Le|La|Les|El|Los|Las|Il|Lo|Gli|De|Het)\s)"
    r"[A-ZÀ-Þ][a-zß-ÿ.’'-]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?(?:\s(?:von|van|de|der|den|del|di|da|zu|[A-ZÀ-Þ]\.))*"
    r"(?:\s[A-ZÀ-Þ][a-zß-ÿ’'-]*[A-Za-zß-ÿ-]+){1,2}"
)
_PICTURE = (
    r"(?:fotos?|bild(?:er)?|archivbild|archivfoto|symbolbild|symbolfoto|grafik|illustration|screenshot"
    r"|photos?|pictures?"
    r"|images?|crédits?(?: photo)?|photographe?|foto di|imagen|ilustración|immagine|beeld)"
)
_CAPTION_CREDIT = (
    re.compile(
        rf"\s*[(\[]\s*(?:{_PICTURE}\s?(?::|by|von|di|de)\s*|©\s*)(?P<credit>[^()]{{2,80}})[)\]]\s*\.?$", re.I
    ),
    re.compile(
        rf"(?:\s+[|•–—-]\s*|(?<=[.!?…“”»\"])\s+){_PICTURE}\s?:\s*(?:©\s*)?(?P<credit>[^.]{{2,80}})\.?$", re.I
    ),
    re.compile(r"\s*[|•]?\s*©\s*(?P<credit>[^.©]{2,80})$"),
    re.compile(
        r"\s*[(\[](?P<credit>(?:AP|Reuters|AFP|EPA|Getty|dpa)[ -/](?:Photo|Images|Foto)\b[^()]{0,60})"
        r"[)\]]\s*\.?$"
    ),
)
_CREDIT_ALONE = re.compile(rf"[(\[]?{_PICTURE}\s?(?::|by)\s*(?:©\s*)?.{{2,100}}", re.I)
LONGEST_CAPTION = 600


@cache
def _agencies() -> frozenset[str]:
    return frozenset(entries("agencies"))


def agency_codes(text: str) -> str:
    """`text` in the form "dtj/dpa" if it is a list of codes with an agency among them, else ""."""
    codes = [
        code for code in re.split(r"\s*(?:[/,;+&]|\bund\b|\band\b|\bet\b|\by\b)\s*", text.strip(" .")) if code
    ]
    known = any(code.lower() in _agencies() for code in codes)
    return "/".join(codes) if known and all(len(code) <= 14 and " " not in code for code in codes) else ""


def end_credit(paragraph: str) -> tuple[str, str]:
    """A last paragraph without its credit ("… (dtj/dpa)"), and the agency; a credit alone leaves ""."""
    found = _END_CREDIT.search(paragraph)
    if found and (codes := agency_codes(found["codes"])):
        return paragraph[: found.start()], codes
    for pattern in (_BARE_CREDIT, _MATERIAL, _NUMBERED):
        found = pattern.fullmatch(paragraph)
        if found and (codes := agency_codes(found["codes"])):
            return "", codes
    return paragraph, ""


def dateline_agency(paragraph: str) -> str:
    """The agency of a dateline such as "BERLIN (dpa) - ", or ""."""
    found = _DATELINE.match(paragraph)
    return agency_codes(found["codes"]) if found else ""


def byline(line: str) -> str:
    """The names in a line such as "Von Max Muster und Eva Beispiel", or ""."""
    found = _BYLINE.fullmatch(line)
    if found is None or len(line.split()) > 12 or re.search(r"[.!?]$", line):
        return ""
    names = re.split(r"\s*[|•(]|,\s+(?=[a-zß-ÿ]|\S+$)", found["names"])[0].strip(" ,")
    capital = sum(bool(_NAME.match(word)) for word in names.split())
    if capital < 2 or 2 * capital < len(names.split()):
        return ""
    return in_mixed_case(names)


def in_mixed_case(names: str) -> str:
    """Names that are printed in capitals as one writes them; any other names as they are."""
    return re.sub(r"\b[^\W\d_]{3,}\b", _capitalised, names) if names.isupper() and " " in names else names


def lone_name(line: str) -> str:
    """The name that a line consists of ("Diego Armenteros", "Anna von der Heide"), or ""."""
    return line if _LONE_NAME.fullmatch(line) and len(line) <= 40 else ""


def _capitalised(word: re.Match[str]) -> str:
    return (
        word[0].lower() if word[0] in ("VON", "VAN", "UND", "AND", "DEL", "DER", "DEN") else word[0].title()
    )


def caption(line: str) -> Caption | None:
    """The caption that `line` is, told by the credit at its end ("(Foto: dpa)", "| Bild: AP", "© AFP")."""
    if len(line) > LONGEST_CAPTION or _NUMBERED.fullmatch(line):
        return None
    if _CREDIT_ALONE.fullmatch(line) and len(line) < 100 and line[-1] not in "?!.:":
        return Caption("", re.sub(rf"(?i)^[(\[]?{_PICTURE}\s?(?::|by)\s*(?:©\s*)?", "", line).rstrip(")]. "))
    for pattern in _CAPTION_CREDIT:
        if (found := pattern.search(line)) and len(found["credit"].split()) <= 10:
            return Caption(line[: found.start()].strip(), found["credit"].strip(" .|"))
    return None


def is_section(line: str) -> bool:
    """Whether `line` is the name of a section, perhaps a path of them ("Politik › Ausland")."""
    parts = [part.strip().lower() for part in re.split(r"[>›»/|•]", line) if part.strip()]
    return bool(parts) and len(line) < 60 and all(part in entries("sections") for part in parts)
