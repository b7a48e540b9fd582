"""Every check is registered, documented, and shown finding what it finds."""

import re
from pathlib import Path

import pytest

from tests.transcript import commands
from zuofeng_cli import checks
from zuofeng_cli.finding import Severity

ROOT = Path(__file__).parents[2]
BAD = ROOT / "examples" / "logs" / "bad"
FOLDER = Path(checks.__file__).parent
GROUPS = (
    checks.READING, checks.REFERENCES, checks.DATES, checks.EVIDENCE,
    checks.STANDING, checks.HISTORY, checks.PRIVACY, checks.SETTINGS,
)  # fmt: skip
WARNINGS = {
    # DESIGN's list of warnings, and the one about the settings.
    "non-working-day", "reused-evidence", "copied-note", "done-late", "overdue-provisional",
    "backdated", "rewritten", "bulk-entry", "history-unavailable", "personal-data",
    "unused-ignore",
}  # fmt: skip


def test_every_file_is_registered_and_every_name_has_a_file() -> None:
    files = {path.stem.replace("_", "-") for path in FOLDER.glob("*.py")} - {"--init--"}
    assert files == set(checks.CHECKS)


def test_codes_are_numbered_by_hundred_in_the_order_of_the_register() -> None:
    codes = [checks.load(name).CODE for name in checks.CHECKS]
    expected = [
        f"ZF{number}{place:02}"
        for number, group in enumerate(GROUPS, 1)
        for place, _name in enumerate(group, 1)
    ]
    assert codes == expected


@pytest.mark.parametrize("name", checks.CHECKS)
def test_a_check_says_what_it_finds_why_and_what_to_do(name: str) -> None:
    check = checks.load(name)
    assert name == check.NAME
    assert check.SEVERITY is (Severity.WARNING if name in WARNINGS else Severity.ERROR)
    paragraphs = check.__doc__.strip().split("\n\n")
    assert len(paragraphs) >= 3
    assert re.fullmatch(r"[^\n]+\.", paragraphs[0])


@pytest.mark.parametrize("name", checks.CHECKS)
def test_a_check_is_shown_finding_just_that(name: str) -> None:
    transcript = BAD / name / "check.transcript"
    assert "zuofeng check" in list(commands(transcript))[-1]
    shown = re.findall(r"(?:error|warning) (ZF\d{3}) (\S+)", transcript.read_text("utf-8"))
    assert set(shown) == {(checks.load(name).CODE, name)}


def test_no_example_is_of_no_check() -> None:
    assert {path.name for path in BAD.iterdir()} == set(checks.CHECKS)


def test_the_good_log_gives_nothing() -> None:
    transcript = BAD.parent / "ok" / "check.transcript"
    assert transcript.read_text("utf-8").splitlines()[1:] == ["1 file checked, nothing wrong"]
