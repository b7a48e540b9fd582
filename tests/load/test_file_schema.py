"""The published JSON Schemas: they take what the program takes, and describe every key."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from zuofeng_cli.load.file_schema import FILES, Key, file_schema, keys_of
from zuofeng_cli.load.source import read
from zuofeng_cli.load.yaml import parse_yaml
from zuofeng_cli.rulebook import Rulebook

ROOT = Path(__file__).parents[2]
VALIDATORS = {kind: Draft202012Validator(file_schema(kind)) for kind in FILES}

SOUND = [
    *(("rulebook", path) for path in ROOT.glob("rules/*.toml")),
    ("rulebook", ROOT / "tests/lint/base.toml"),
    ("rulebook", ROOT / "tests/lint/faults.toml"),  # its faults are of another kind
    *(("units", path) for path in ROOT.glob("examples/*/units.toml")),
    *(("workspace", path) for path in ROOT.glob("examples/*/zuofeng.toml")),
    *(("log", path) for path in ROOT.glob("examples/*/logs/*.yaml")),
]


def content(path: Path) -> Any:
    if path.suffix == ".yaml":
        return _as_json(parse_yaml(read(path, path.name)))
    return _as_json(tomllib.loads(path.read_text("utf-8")))


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_as_json(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize(("kind", "path"), SOUND, ids=lambda value: str(value)[-40:])
def test_a_sound_file_passes(kind: str, path: Path) -> None:
    assert [error.message for error in VALIDATORS[kind].iter_errors(content(path))] == []


def test_one_word_or_a_list_and_a_year_as_a_number_pass() -> None:
    log = {
        "unit": "demo",
        "entries": [{"duty": "a", "done": "2026-01-02", "period": 2026, "delivered_to": "b"}],
        "events": [{"id": 2026, "type": "a", "date": "2026-01-02"}],
    }
    assert VALIDATORS["log"].is_valid(log)


BROKEN = [
    ("rulebook", {"cadense": {}}, "cadense"),
    ("rulebook", {"rule": [{"cadence": {"kind": "period", "every": "moon"}}]}, "moon"),
    ("units", {"unit": []}, "[]"),
    ("log", {"unit": "demo", "entries": [{"duty": "a"}]}, "'done' is a required property"),
    ("workspace", {"rulebooks": ["a"], "lang": "fr"}, "fr"),
]


@pytest.mark.parametrize(("kind", "data", "said"), BROKEN)
def test_a_broken_file_does_not(kind: str, data: dict[str, Any], said: str) -> None:
    assert any(said in str(error) for error in _leaves(VALIDATORS[kind].iter_errors(data)))


def _leaves(errors: Any) -> Iterator[Any]:
    for error in errors:
        yield error
        yield from _leaves(error.context)


@pytest.mark.parametrize("kind", FILES)
def test_every_key_says_what_it_means(kind: str) -> None:
    schema = file_schema(kind)
    for table in (schema, *schema["$defs"].values()):
        for key, about in table.get("properties", {}).items():
            assert about.get("description", "").endswith("."), key


@pytest.mark.parametrize("name", ["", *file_schema("rulebook")["$defs"]])
def test_every_key_of_a_rulebook_has_an_example_that_it_takes(name: str) -> None:
    schema = file_schema("rulebook")
    table = schema["$defs"][name] if name else schema
    for key, about in table["properties"].items():
        if {"$ref"} & set(about.get("items", {})) and "examples" not in about:
            continue  # a table of its own: its header is the example
        [example] = about["examples"]
        whole = {"$defs": schema["$defs"], **about}
        assert Draft202012Validator(whole).is_valid(example), key


def test_keys_are_those_of_the_file() -> None:
    keys = {key.name: key for key in keys_of(Rulebook)}
    assert list(keys)[-3:] == ["rule", "adjust", "not_duty"]
    assert keys["rule"] == Key(
        "rule", "The duties, a table `[[rule]]` each, in the order of the document.", "[[rule]]"
    )
    assert keys["adopted"].value == date(2014, 9, 30)


@pytest.mark.parametrize("kind", FILES)
def test_the_published_file_is_the_schema(kind: str) -> None:
    published = json.loads((ROOT / "schemas" / f"{kind}.json").read_text("utf-8"))
    assert published == file_schema(kind)
