"""A rulebook that is wrong is reported whole. What an author can get wrong stands in tests/lint."""

from pathlib import Path

import pytest

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.load.builtin import RULES
from zuofeng_cli.load.rulebook import builtin_ids, load_rulebook

HEAD = """\
format = 1
id = "made-up"
title = "Made up"
in_force_from = 2020-01-01
[kinds]
office = "Office"
"""
RULE = """\
[[rule]]
id = "study"
clause = "1"
anchors = []
title = "Study"
owed_by = [{ kind = "office" }]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "made-up.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(folder: Path, text: str) -> list[tuple[int | None, str, str]]:
    with pytest.raises(UnusableInputError) as error:
        load_rulebook(written(folder, text), "made-up.toml")
    return [(f.line, f.path, f.message) for f in error.value.findings]


def test_a_sound_one_comes_with_its_name_and_hash(tmp_path: Path) -> None:
    volume = load_rulebook(written(tmp_path, HEAD), "made-up.toml")
    assert (volume.book.id, volume.name, len(volume.sha256)) == ("made-up", "made-up.toml", 64)


def test_the_built_in_ones_load() -> None:
    assert "chengdu-2014" in builtin_ids()
    for book_id in builtin_ids():
        path = RULES / f"{book_id}.toml"
        assert load_rulebook(path, path.name).book.id == book_id


@pytest.mark.parametrize(
    ("cadence", "path", "message"),
    [
        ('{ kind = "weekly" }', "cadence", "'weekly' is not allowed"),
        ("{}", "cadence", "key kind is missing"),
        ('{ kind = "period" }', "cadence.every", "key every is missing"),
        ('{ kind = "period", every = "fortnight" }', "cadence.every", "'fortnight' is not allowed"),
        ('{ kind = "period", every = "day", days = 1 }', "cadence.days", "key days is not known"),
        ('{ kind = "rolling" }', "cadence", "give exactly one of days, weeks, months"),
        ('{ kind = "rolling", days = 0 }', "cadence.days", "at least 1"),
        ('{ kind = "event", event = "x", due = "now" }', "cadence.due", "'now' is not allowed"),
        ('{ kind = "period", every = "day", due = {} }', "cadence.due", "give exactly one of"),
    ],
)
def test_a_cadence_that_is_none_is_refused_at_its_key(
    tmp_path: Path, cadence: str, path: str, message: str
) -> None:
    found = refused(tmp_path, f"{HEAD}{RULE}cadence = {cadence}\n")
    assert len(found) == 1
    line, where, what = found[0]
    assert (line, where) == (13, f"rule[1].{path}")
    assert message in what


def test_every_problem_is_reported_at_once(tmp_path: Path) -> None:
    text = """\
format = 2
id = "Made Up"
in_force_from = "soon"
in_force_until = 9999-12-31
colour = "red"
[kinds]
office = "Office"
[festivals]
never = { day = "02-30" }
[[rule]]
id = "study"
"""
    assert refused(tmp_path, text) == [
        (1, "format", "2 is not allowed"),
        (1, "title", "key title is missing"),
        (2, "id", "'Made Up' has the wrong form"),
        (3, "in_force_from", "'soon' is not a date"),
        (5, "colour", "key colour is not known here"),
        (9, "festivals.never", "02-30 is no day of the year"),
        (10, "rule[1].anchors", "key anchors is missing"),
        (10, "rule[1].cadence", "key cadence is missing"),
        (10, "rule[1].clause", "key clause is missing"),
        (10, "rule[1].owed_by", "key owed_by is missing"),
        (10, "rule[1].title", "key title is missing"),
    ]


def test_words_that_are_not_declared_are_refused_with_what_is(tmp_path: Path) -> None:
    text = f"""{HEAD}{RULE}cadence = {{ kind = "event", event = "case" }}
recipients = ["board"]
[[rule]]
id = "study"
clause = "2"
anchors = []
title = "Again"
owed_by = [{{ kind = "ofice" }}]
cadence = {{ kind = "undated" }}
"""
    found = refused(tmp_path, text)
    assert {line for line, _path, _message in found} == {13, 14, 16, 20}
