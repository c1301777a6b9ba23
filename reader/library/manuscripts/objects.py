"""What a check found as JSON, and as SARIF 2.1.0, which editors and continuous checks read.

A SARIF region counts lines and columns from 1 in code points; of a file without lines (DOCX) the paragraph
is a logical location.
"""

from typing import Any

from reader import __version__
from reader.checks.manuscript.kinds import TOLD, Kind, Level, level_of
from reader.i18n import _
from reader.library.manuscripts.findings import Finding, Report, ShownPlace
from reader.texts.differences import as_objects

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def finding_object(finding: Finding) -> dict[str, Any]:
    """A finding for JSON."""
    place = finding.place
    return {
        "line": place.line or None,
        "column": place.column,
        "paragraph": place.paragraph,
        "span": list(finding.span),
        "beside": place.margin or None,
        "words": finding.words,
        "speaker": finding.speaker,
        "verdict": str(finding.kind),
        "fault": finding.is_fault,
        "remarks": [
            {"kind": str(one.kind), "level": str(one.level), "message": one.message}
            for one in finding.remarks
        ],
        "places": [_place_object(one) for one in finding.places],
        "others": [_place_object(one) for one in finding.others],
    }


def report_object(report: Report) -> dict[str, Any]:
    """All that was found, for JSON."""
    return {
        "manuscript": report.location,
        "lang": report.language,
        "quotations": report.quotations,
        "faults": len(report.faults),
        "findings": [finding_object(one) for one in report.findings],
    }


def _place_object(place: ShownPlace) -> dict[str, Any]:
    return {
        "article": place.article,
        "title": place.title,
        "outlet": place.outlet,
        "published": place.published,
        "paragraph": place.paragraph,
        "page": place.page,
        "span": [place.start, place.end],
        "quote": place.quote or None,
        "speaker": place.speaker,
        "words": place.words,
        "difference": as_objects(place.difference),
    }


_TOOL = "reader check"  # not shown: a name for programs


def sarif_object(report: Report) -> dict[str, Any]:
    """The faults and notes of a check as a SARIF log."""
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": _TOOL, "version": __version__, "rules": _rules()}},
                "columnKind": "unicodeCodePoints",
                "results": [one for finding in report.findings for one in _results(report, finding)],
            }
        ],
    }


def _rules() -> list[dict[str, Any]]:
    return [
        {
            "id": _rule_id(kind),
            "shortDescription": {"text": TOLD[kind]},
            "defaultConfiguration": {"level": str(level_of(kind))},
        }
        for kind in Kind
        if level_of(kind) is not Level.NONE
    ]


def _rule_id(kind: Kind) -> str:
    return str(kind).replace(" ", "-")


def _results(report: Report, finding: Finding) -> list[dict[str, Any]]:
    return [
        {
            "ruleId": _rule_id(remark.kind),
            "level": str(remark.level),
            "message": {"text": f"{remark.message} {finding.words}"},
            "locations": [_location(report, finding)],
            "relatedLocations": [_related(number, one) for number, one in enumerate(finding.places, 1)],
        }
        for remark in finding.remarks
        if remark.level is not Level.NONE
    ]


def _location(report: Report, finding: Finding) -> dict[str, Any]:
    place = finding.place
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(report.location)}}
    if place.line:
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    if place.margin:
        return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": place.margin}]}
    name = f"paragraph {place.paragraph}, character {place.column}"  # not shown: a name for programs
    paragraph = {"fullyQualifiedName": name}
    return {"physicalLocation": physical} | ({} if place.line else {"logicalLocations": [paragraph]})


def _uri(location: str) -> str:
    """A path or address as a reference, other signs escaped."""
    from urllib.parse import quote  # for SARIF only

    return location if "://" in location else quote(location.replace("\\", "/"))


def _related(number: int, place: ShownPlace) -> dict[str, Any]:
    name = f"article {place.article}, paragraph {place.paragraph}"  # not shown: a name for programs
    speaker = place.speaker or _("nobody who is named")
    return {
        "id": number,
        "logicalLocations": [{"fullyQualifiedName": name}],
        "message": {"text": f"{speaker}: {place.words}"},
    }
