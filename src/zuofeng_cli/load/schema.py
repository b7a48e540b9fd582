"""What a model refused, as findings: each with the key's path, what is allowed, a near miss."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from zuofeng_cli.cadence import Cadence
from zuofeng_cli.days import FIRST_DAY, LAST_DAY
from zuofeng_cli.finding import MANY, Finding, Place
from zuofeng_cli.language import N_
from zuofeng_cli.language import gettext as _
from zuofeng_cli.near import near

Locate = Callable[[Place], tuple[int | None, int | None]]
"""The 1-based line and column of a place; of the nearest place above it where it is missing."""


About = Literal["value", "key", "missing"]


@dataclass(frozen=True, slots=True)
class SchemaFault:
    """One thing a model refused: where, what, and the mend.

    `about` is the value at `place`, its key (which is not known there), or one that is missing.
    """

    place: Place
    about: About
    message: str
    hint: str


def schema_faults(error: ValidationError, data: object, model: Any) -> list[SchemaFault]:
    """Each thing that `model` refused in `data`, once; beyond `MANY` only that there are more."""
    schema = TypeAdapter(model).json_schema(mode="validation")
    found = {}
    every = error.errors(include_url=False)
    details = every[:MANY]
    for detail in details:
        if detail["type"] == "too_short" and any(_is_above(detail, other) for other in details):
            continue  # it only lacks what was refused itself
        place = inside(data, detail["loc"])
        message, hint = _worded(detail, allowed(schema, place[:-1]))
        about: About = ABOUT.get(detail["type"], "value")
        found[place, message] = SchemaFault(place, about, message, hint)
    if len(every) > MANY:
        found[(), ""] = SchemaFault((), "value", _("and more like these"), "")
    return list(found.values())


def schema_findings(
    name: str,
    error: ValidationError,
    data: object,
    model: Any,
    locate: Locate,
    above: Place = (),
) -> list[Finding]:
    """One finding for each thing that `model` refused in `data`, the content of the file `name`.

    Where `data` is a part of the file, `above` is the place of it.
    """
    findings = []
    for fault in schema_faults(error, data, model):
        place = (*above, *fault.place)
        line, column = locate(place)
        path = dotted(place)
        findings.append(
            Finding(name, "schema", fault.message, fault.hint, line=line, column=column, path=path)
        )
    return findings


TAGS = frozenset(
    tag
    for model in get_args(get_args(Cadence)[0])
    for tag in get_args(model.model_fields["kind"].annotation)
)
"""What pydantic puts into a location to say which kind of cadence it tried."""

ABOUT: dict[str, About] = {"extra_forbidden": "key", "missing": "missing"}


def _is_above(detail: ErrorDetails, other: ErrorDetails) -> bool:
    depth = len(detail["loc"])
    return len(other["loc"]) > depth and other["loc"][:depth] == detail["loc"]


def inside(data: object, loc: Iterable[str | int]) -> Place:
    """The place in the file that pydantic's location names, without the tags that only it uses."""
    place: list[str | int] = []
    steps = list(loc)
    tagged: object = None  # the table whose tag was left out
    for position, step in enumerate(steps):
        if step in TAGS and data is not tagged and _kind(data) == step:
            tagged = data
            continue
        if isinstance(data, dict) and step in data:
            data = data[step]
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step] if step < len(data) else None
        elif step == "[key]" or not (isinstance(data, dict) and position == len(steps) - 1):
            continue
        place.append(step)
    return tuple(place)


def _kind(data: object) -> object:
    return data.get("kind") if isinstance(data, dict) else None


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


def _worded(detail: ErrorDetails, keys: list[str]) -> tuple[str, str]:
    kind, context = detail["type"], detail.get("ctx", {})
    key = str(detail["loc"][-1]) if detail["loc"] else ""
    shown = _shown(detail["input"]) or key
    expected = context.get("expected") or context.get("expected_tags") or ""
    if kind in EXPECTED:
        hint = _("write [] where there is nothing") if _is_empty_list(detail) else ""
        return _(EXPECTED[kind]).format(limit=next(iter(context.values()), "")), hint
    if kind == "extra_forbidden":
        hint = near(key, keys) or _("allowed: {words}").format(words=", ".join(keys))
        return _("key {key} is not known here").format(key=key), hint
    if kind == "missing":
        return _("key {key} is missing").format(key=key), ""
    if kind == "day_range":
        message = _("{value} is out of range; days go from {first} to {last}")
        return message.format(value=shown, first=FIRST_DAY, last=LAST_DAY), ""
    if kind.startswith("date"):
        return _("{value} is not a date").format(value=shown), _("write it as YYYY-MM-DD")
    if expected:
        wrong = repr(context["tag"]) if "tag" in context else shown
        words = ", ".join(re.split(r", | or ", expected))  # pydantic's list ends in an English "or"
        hint = _("allowed: {words}").format(words=words)
        return _("{value} is not allowed").format(value=wrong), hint
    if kind == "string_pattern_mismatch":
        hint = _("it must match {pattern}").format(pattern=context.get("pattern", ""))
        return _("{value} has the wrong form").format(value=shown), hint
    return detail["msg"].removeprefix("Value error, "), ""


def _is_empty_list(detail: ErrorDetails) -> bool:
    """Whether nothing stands where a list should, as under a key whose items were all taken out."""
    return detail["type"] in ("tuple_type", "list_type") and detail["input"] is None


def _shown(value: object) -> str:
    """The value as a message can show it; nothing for one that is too big or has parts."""
    if isinstance(value, int) and value.bit_length() > 200:
        return ""  # Python refuses to write thousands of digits
    if not isinstance(value, (str, int, float, date)):
        return ""
    shown = str(value) if isinstance(value, date) else repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "…"


EXPECTED = {
    "too_long": N_("the list is too long"),
    "too_short": N_("it must not be empty"),
    "string_too_short": N_("it must not be empty"),
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
    "greater_than_equal": N_("at least {limit}"),
    "less_than_equal": N_("at most {limit}"),
    "string_too_long": N_("no longer than {limit} characters"),
}
"""By pydantic's name of the fault; a limit that was passed is all of that one's context."""
