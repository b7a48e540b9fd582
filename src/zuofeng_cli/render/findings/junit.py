"""`--format junit`: a test suite a file, for whatever shows test results."""

from xml.etree import ElementTree as ET

from zuofeng_cli.finding import Finding, Severity
from zuofeng_cli.render.page import Page
from zuofeng_cli.review import Review
from zuofeng_cli.text import printable


def render(review: Review, page: Page) -> str:  # noqa: ARG001 - a machine has no page
    """A failed case an error; a warning passes and says so; a file with nothing wrong passes."""
    errors = review.count(Severity.ERROR)
    cases = len(review.findings) + len(set(review.files) - {f.file for f in review.findings})
    top = ET.Element("testsuites", name="zuofeng", tests=str(cases), failures=str(errors))
    files = dict.fromkeys([*review.files, *(finding.file for finding in review.findings)])
    for file in files:
        found = [finding for finding in review.findings if finding.file == file]
        failures = sum(finding.severity is Severity.ERROR for finding in found)
        suite = ET.SubElement(
            top,
            "testsuite",
            name=printable(file),
            tests=str(len(found) or 1),
            failures=str(failures),
            errors="0",
            skipped="0",
            time="0",
        )
        for finding in found:
            _case(suite, finding)
        if not found:
            ET.SubElement(suite, "testcase", classname=printable(file), name="log", time="0")
    ET.indent(top)
    return ET.tostring(top, encoding="unicode", xml_declaration=False).join(
        ('<?xml version="1.0" encoding="UTF-8"?>\n', "\n")
    )


def _case(suite: ET.Element, finding: Finding) -> None:
    place = ":".join(str(p) for p in (finding.file, finding.line, finding.column) if p is not None)
    name = f"{finding.code} {finding.name} {place}".strip()
    case = ET.SubElement(
        suite, "testcase", classname=printable(finding.file), name=printable(name), time="0"
    )
    hint = "\n".join(printable(line) for line in finding.hint.split("\n"))
    said = f"{place}\n{printable(finding.message)}\n{hint}".rstrip()
    if finding.severity is Severity.ERROR:
        failure = ET.SubElement(case, "failure", message=printable(finding.message), type="error")
        failure.text = said
    else:
        ET.SubElement(case, "system-out").text = f"warning: {said}"
