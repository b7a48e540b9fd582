"""What a model refused, as findings: each with the key's path, what is allowed, a near miss."""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from zuofeng_cli.finding import Finding
from zuofeng_cli.language import N_
from zuofeng_cli.language import gettext as _

Place = tuple[str | int, ...]
"""The way to a value inside a file: keys and list positions from the top."""

Locate = Callable[[Place], tuple[int | None, int | None]]
"""The 1-based line and column of a place; of the nearest place above it where it is missing."""


def schema_findings(
    name: str, error: ValidationError, data: object, model: Any, locate: Locate
) -> list[Finding]:
    """One finding for each thing that `model` refused in `data`, the content of the file `name`."""
    schema = TypeAdapter(model).json_schema(mode="validation")
    found = {}
    for detail in error.errors(include_url=False):
        place = inside(data, detail["loc"])
        line, column = locate(place)
        message, hint = _worded(detail, allowed(schema, place[:-1]))
        finding = Finding(
            name, "schema", message, hint, line=line, column=column, path=dotted(place)
        )
        found[place, message] = finding
    return list(found.values())


def inside(data: object, loc: Iterable[str | int]) -> Place:
    """The place in the file that pydantic's location names, without the tags that only it uses."""
    place: list[str | int] = []
    steps = list(loc)
    for position, step in enumerate(steps):
        if isinstance(data, dict) and step in data:
            data = data[step]
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step] if step < len(data) else None
        elif step == "[key]" or not (isinstance(data, dict) and position == len(steps) - 1):
            continue
        place.append(step)
    return tuple(place)


def dotted(place: Place) -> str:
    """`rule[3].cadence.every`; lists count from 1, as a person does."""
    path = ""
    for step in place:
        path += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if path else step
    return path


def allowed(schema: dict[str, Any], place: Place) -> list[str]:
    """The keys that the table at `place` may have, by the model's JSON Schema; sorted."""
    found: set[str] = set()
    for node in _nodes(schema, schema, place):
        found |= set(node.get("properties", {}))
    return sorted(found)


def _nodes(root: dict[str, Any], node: dict[str, Any], place: Place) -> list[dict[str, Any]]:
    if "$ref" in node:
        return _nodes(root, root["$defs"][node["$ref"].rsplit("/", 1)[-1]], place)
    choices = node.get("anyOf") or node.get("oneOf")
    if choices:
        return [found for choice in choices for found in _nodes(root, choice, place)]
    if not place:
        return [node]
    step, rest = place[0], place[1:]
    inner = node.get("items") if isinstance(step, int) else None
    if isinstance(step, str):
        inner = node.get("properties", {}).get(step) or node.get("additionalProperties")
        for pattern, table in node.get("patternProperties", {}).items():
            inner = table if re.search(pattern, step) else inner
    return _nodes(root, inner, rest) if isinstance(inner, dict) else []


def near(word: str, words: Iterable[str]) -> str:
    """`Did you mean …?` for the word nearest to a mistaken one; empty when none is near."""
    close = get_close_matches(word, list(words), n=1, cutoff=0.7)
    return _("did you mean {word}?").format(word=close[0]) if close else ""


def _worded(detail: ErrorDetails, keys: list[str]) -> tuple[str, str]:
    kind, context = detail["type"], detail.get("ctx", {})
    key = str(detail["loc"][-1]) if detail["loc"] else ""
    value = detail["input"]
    shown = repr(value) if isinstance(value, (str, int, float, bool)) else key
    shown = shown if len(shown) <= 60 else shown[:57] + "…"
    expected = context.get("expected") or context.get("expected_tags") or ""
    if kind in EXPECTED:
        return _(EXPECTED[kind]), ""
    if kind == "extra_forbidden":
        hint = near(key, keys) or _("allowed: {words}").format(words=", ".join(keys))
        return _("key {key} is not known here").format(key=key), hint
    if kind == "missing":
        return _("key {key} is missing").format(key=key), ""
    if kind.startswith("date"):
        return _("{value} is not a date").format(value=shown), _("write it as YYYY-MM-DD")
    if expected:
        wrong = repr(context["tag"]) if "tag" in context else shown
        hint = _("allowed: {words}").format(words=expected)
        return _("{value} is not allowed").format(value=wrong), hint
    if kind == "string_pattern_mismatch":
        hint = _("it must match {pattern}").format(pattern=context.get("pattern", ""))
        return _("{value} has the wrong form").format(value=shown), hint
    return detail["msg"].removeprefix("Value error, "), ""


EXPECTED = {
    "union_tag_not_found": N_("key kind is missing"),
    "string_type": N_("text expected"),
    "tuple_type": N_("a list expected"),
    "list_type": N_("a list expected"),
    "model_type": N_("a table of keys and values expected"),
    "model_attributes_type": N_("a table of keys and values expected"),
    "dict_type": N_("a table of keys and values expected"),
    "int_type": N_("a whole number expected"),
    "int_parsing": N_("a whole number expected"),
    "int_from_float": N_("a whole number expected"),
}
