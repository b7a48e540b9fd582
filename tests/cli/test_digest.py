"""Which days a digest and the reminders are about."""

import json

import pytest

from tests.cli.conftest import Run
from zuofeng_cli.cli import exits


@pytest.mark.parametrize(
    ("words", "week", "days"),
    [
        # 2026-11-24 is a Tuesday; weeks are ISO 8601's, from Monday to Sunday.
        ([], "2026-W48", ("2026-11-23", "2026-11-29", "2026-11-24")),
        (["--week", "2026-W48"], "2026-W48", ("2026-11-23", "2026-11-29", "2026-11-24")),
        (["--week", "last"], "2026-W47", ("2026-11-16", "2026-11-22", "2026-11-22")),
        (["--week", "2026-W53"], "2026-W53", ("2026-12-28", "2027-01-03", "2026-11-24")),
        (["--since", "2026-11-10"], "2026-W48", ("2026-11-10", "2026-11-29", "2026-11-24")),
        (["--since", "7d"], "2026-W48", ("2026-11-17", "2026-11-29", "2026-11-24")),
    ],
)
def test_a_digest_tells_a_week_as_it_stands_today_or_when_it_was_over(
    zuofeng: Run, words: list[str], week: str, days: tuple[str, str, str]
) -> None:
    answer = json.loads(zuofeng("digest", "--all", "-f", "json", *words).out)
    assert answer["week"] == week
    assert (answer["from"], answer["to"], answer["today"]) == days


@pytest.mark.parametrize(
    "words",
    [
        ["digest", "--week", "2026-W54"],
        ["digest", "--week", "2026-11-24"],
        ["digest", "--week", "9999-W52"],
        ["digest", "--week", "0001-W01"],
        ["digest", "--since", "2026-11-30"],
        ["digest", "--since", "d"],
        ["remind", "--since", "2026-11-25"],
        ["remind", "--since", "-1d"],
    ],
)
def test_days_that_make_no_sense_are_refused(zuofeng: Run, words: list[str]) -> None:
    answer = zuofeng(*words, "--all")
    assert answer.code == exits.USAGE
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("command", ["digest", "remind"])
def test_json_is_the_same_in_every_language(zuofeng: Run, command: str) -> None:
    outputs = {
        zuofeng(command, "--all", "--since", "20d", "-f", "json", "--lang", language).out
        for language in ("en", "zh-Hans", "zh-Hant")
    }
    assert len(outputs) == 1
