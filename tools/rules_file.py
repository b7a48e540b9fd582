"""The page of a rulebook's keys, and the JSON Schemas of all files, made from the models."""

import json
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from zuofeng_cli.cadence import Event, Holiday, Period, Rolling, Undated
from zuofeng_cli.cadence.event import Within
from zuofeng_cli.cadence.period import PeriodDue
from zuofeng_cli.cadence.scope import Festival
from zuofeng_cli.lint import FAULTS, UNUSABLE
from zuofeng_cli.load.file_schema import file_schema, keys_of
from zuofeng_cli.model import FileModel
from zuofeng_cli.rule import Bearer, Option, Reading, Remind, Rule
from zuofeng_cli.rulebook import Adjustment, NotDuty, Rulebook

HEAD = """\
# The rules file

<!-- Made from the code by `make docs`. -->

A rulebook is one TOML file: a policy document's duties as data. `zuofeng rules new ID` writes a
first one, `zuofeng rules lint FILE` finds every fault in it, `zuofeng rules schema` prints its JSON
Schema for an editor. [A tutorial](tutorial.md) encodes a small policy from nothing.

A text is a plain string, the same in every language, or a table of one string a language:
`{ zh = "月报", en = "Monthly report" }`. A date is `YYYY-MM-DD`, without quotes.
"""

FAULTS_HEAD = """\
## What `rules lint` finds

With an error a rulebook cannot be used, and every command refuses it with the same code.
"""

TABLES: tuple[tuple[str, type[FileModel]], ...] = (
    ("The top of the file", Rulebook),
    ("`[[rule]]`", Rule),
    ("`owed_by`", Bearer),
    ('`cadence`, `kind = "period"`', Period),
    ("`due` of a period", PeriodDue),
    ('`cadence`, `kind = "holiday"`', Holiday),
    ('`cadence`, `kind = "event"`', Event),
    ("`within` of an event", Within),
    ('`cadence`, `kind = "rolling"`', Rolling),
    ('`cadence`, `kind = "undated"`', Undated),
    ("`[rule.remind]`", Remind),
    ("`[[rule.reading]]`", Reading),
    ("`[rule.reading.options]`, each", Option),
    ("`[festivals]`, each", Festival),
    ("`[[not_duty]]`", NotDuty),
    ("`[[adjust]]`, in a local rulebook", Adjustment),
)


def page() -> str:
    """The Markdown page: a table a model, a line a key."""
    tables = [line for title, model in TABLES for line in _table(title, model)]
    return "\n".join(
        [HEAD, *tables, FAULTS_HEAD, *(line for kind in FAULTS for line in _fault(kind))]
    )


def schema(kind: str) -> str:
    """The text of a published JSON Schema."""
    return json.dumps(file_schema(kind), ensure_ascii=False, indent=2) + "\n"


def _fault(kind: str) -> Iterator[str]:
    """What a kind of fault is, as its module says."""
    module = import_module(f"zuofeng_cli.lint.{kind}")
    about, _fails, examples = str(module.__doc__).strip().partition("\nFails: ")
    fails, _passes, passes = examples.partition("\nPasses: ")
    weight = "error" if kind in UNUSABLE else "warning"
    yield f"### {module.CODE} {kind.replace('_', '-')} ({weight})\n"
    yield f"{about.strip()}\n\n- Fails: {fails.strip()}\n- Passes: {passes.strip()}\n"


def _table(title: str, model: type[FileModel]) -> Iterator[str]:
    whole = model.model_json_schema()
    required, properties = whole.get("required", []), whole["properties"]
    yield f"## {title}\n\n{' '.join(str(model.__doc__).split())}\n"
    yield "| key | meaning | values | default | example |\n| --- | --- | --- | --- | --- |"
    for key in keys_of(model):
        about = properties[key.name]
        default = "required" if key.name in required else _default(about.get("default"))
        cells = [f"`{key.name}`", key.meaning, _values(about), default, f"`{key.example}`"]
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


TEXT = [{"type": "string"}, {"additionalProperties": {"type": "string"}, "type": "object"}]

MANY = {"a string": "strings", "a table": "tables", "a date": "dates"}

PATTERNS = {
    r"^[a-z0-9][a-z0-9-]*$": "small letters, digits and `-`",
    r"^\d\d-\d\d$": "`MM-DD`",
    r"^([0-9a-f]{64})?$": "64 digits `0` to `f`",
}


def _values(about: dict[str, Any]) -> str:
    """What the key may hold, in a few words."""
    choices = [c for c in about.get("anyOf", about.get("oneOf", ())) if c.get("type") != "null"]
    if choices == TEXT:
        return "text"
    if choices:
        return " or ".join(dict.fromkeys(_values(choice) for choice in choices))
    if "const" in about or "enum" in about:
        return ", ".join(f"`{word}`" for word in about.get("enum", [about.get("const")]))
    words = {
        "array": lambda: MANY.get(inner := _values(about["items"]), f"a list, each {inner}"),
        "integer": lambda: f"{about['minimum']} to {about['maximum']}",
        "string": lambda: "a date" if "format" in about else _word(about.get("pattern")),
    }
    return words.get(about.get("type", ""), lambda: "a table")()


def _word(pattern: str | None) -> str:
    return "a string" if pattern is None else PATTERNS[pattern]


def _default(value: Any) -> str:
    return f"`{json.dumps(value, ensure_ascii=False)}`" if value not in (None, "", [], {}) else ""
