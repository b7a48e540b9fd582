from typing import Any

import pytest

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding
from zuofeng_cli.load.source import Source
from zuofeng_cli.load.yaml import Positions, parse_yaml


def parsed(text: str) -> Any:
    return parse_yaml(Source("a.yaml", text, ""))


def refused(text: str) -> list[Finding]:
    with pytest.raises(UnusableInputError) as error:
        parsed(text)
    return list(error.value.findings)


def test_plain_values_come_out() -> None:
    text = "unit: demo\nentries:\n  - {done: 2026-03-18, n: 1, s: '1', t: [a, b]}\n"
    assert parsed(text) == {
        "unit": "demo",
        "entries": [{"done": "2026-03-18", "n": 1, "s": "1", "t": ["a", "b"]}],
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: [1\n", 2),
        ("a: 1\n b: 2\n", 2),
        ("a: 'x\n", 2),
        ("a: \x00\n", 1),
        ("a: 1\nb: \x1b[31m\n", 2),
        ("a: *nowhere\n", 1),
        ("a: 1\n\tb: 2\n", 2),
        ("- " * 10_000 + "a\n", 1),
        ("[" * 10_000, 1),
    ],
)
def test_what_is_no_yaml_within_bounds_is_refused_with_its_line(text: str, line: int) -> None:
    (finding,) = refused(text)
    assert (finding.file, finding.name) == ("a.yaml", "syntax")
    assert finding.line is not None
    assert finding.line <= line


def test_an_alias_bomb_does_not_go_off() -> None:
    text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        text += f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
    (finding,) = refused(text)
    assert finding.name == "syntax"


def test_every_key_given_twice_is_reported_at_its_second_place() -> None:
    findings = refused("unit: a\nentries:\n  - done: 1\n    done: 2\nunit: b\n")
    assert [(f.name, f.line, f.column) for f in findings] == [
        ("duplicate-key", 4, 5),
        ("duplicate-key", 5, 1),
    ]
    assert "line 1" in findings[1].hint


TEXT = """\
unit: demo
entries:
  - duty: study
    done: 2026-03-18
    evidence:
      - kind: minutes
  - {duty: [a, b], done: 2026-03-19}
"""


@pytest.mark.parametrize(
    ("place", "line", "column"),
    [
        (("unit",), 1, 7),
        (("entries", 0, "done"), 4, 11),
        (("entries", 0, "evidence", 0, "kind"), 6, 15),
        (("entries", 1), 7, 5),
        (("entries", 1, "duty", 1), 7, 16),
        # What is missing: the nearest value above it.
        (("entries", 1, "period"), 7, 5),
        (("entries", 5), 3, 3),
    ],
)
def test_a_value_is_found_where_it_stands(
    place: tuple[str | int, ...], line: int, column: int
) -> None:
    spot = Positions(TEXT).value(place)
    assert (spot.line, spot.column) == (line, column)


def test_a_key_is_found_where_it_stands() -> None:
    spots = [Positions(TEXT).key(("unit",)), Positions(TEXT).key(("entries", 0, "evidence"))]
    assert [(spot.line, spot.column, spot.length) for spot in spots] == [(1, 1, 4), (5, 5, 8)]


@pytest.mark.parametrize("line", ["\t# a comment behind a tab", "\t", "# a \x85 break of YAML 1.1"])
def test_what_the_other_parser_would_not_read_hides_no_place(line: str) -> None:
    spot = Positions(f"{line}\n{TEXT}").value(("entries", 0, "done"))
    assert (spot.line, spot.column) == (5, 11)
