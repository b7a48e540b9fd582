"""Reading YAML from anyone: to plain values within bounds, and to the place of each value."""

import re
from typing import Any

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.schema import Place
from zuofeng_cli.load.source import Source

# The parser overflows the stack on thousands of nested block collections, and stops at a NUL.
TOO_DEEP = re.compile(r"^(?: |[-?:][ \t]){400}", re.MULTILINE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
POSITION = re.compile(r"line (\d+), column (\d+)")
QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'")
MAX_REPLAYED = 100_000


def parse_yaml(source: Source) -> Any:
    """The content of the file; raises `UnusableInputError` when it is not YAML within bounds."""
    import yaml_rs

    for pattern, message in (
        (CONTROL, _("has a control character, which YAML does not allow")),
        (TOO_DEEP, _("is nested too deeply")),
    ):
        if found := pattern.search(source.text):
            raise _unreadable(source, message, *_line_column(source.text, found.start()))
    limits = yaml_rs.AliasLimits(max_total_replayed_events=MAX_REPLAYED)
    try:
        # Dates stay text: the parser makes one even of text in quotes, and models know better.
        return yaml_rs.loads(source.text, alias_limits=limits, parse_datetime=False)
    except yaml_rs.YAMLDecodeError as error:
        message = str(error)
        if message.startswith("duplicate mapping key"):
            raise UnusableInputError(duplicate_keys(source)) from error
        found = POSITION.search(message)
        line, column = (int(n) for n in found.groups()) if found else (1, 1)
        raise _unreadable(source, message.strip().splitlines()[-1], line, column) from error
    except ValueError as error:  # a number of thousands of digits
        raise _unreadable(source, _("has a number that is too long"), 1, 1) from error


def locate(text: str, place: Place, *, key: bool = False) -> tuple[int, int]:
    """The 1-based line and column of the value at `place`, or of its key.

    Where the place is missing, that of the nearest key above it. `text` must be one that
    `parse_yaml` accepted, so that its size and depth are bounded.
    """
    import yaml

    node: Any = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    mark = node.start_mark if node is not None else None
    for step in place:
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == str(step)), None)
            if pair is None:
                break
            mark = pair[0].start_mark if key else pair[1].start_mark
            node = pair[1]
        elif (
            isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value)
        ):
            node = node.value[step]
            mark = node.start_mark
        else:
            break
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def duplicate_keys(source: Source) -> list[Finding]:
    """A finding at every key that its mapping has already."""
    import yaml

    found = []
    todo: list[Any] = [
        yaml.compose(source.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    ]
    while todo:
        node = todo.pop()
        if isinstance(node, yaml.SequenceNode):
            todo += node.value
        elif isinstance(node, yaml.MappingNode):
            seen: dict[str, int] = {}
            for key, value in node.value:
                line = key.start_mark.line + 1
                if key.value in seen:
                    message = _("key {key} stands here twice").format(key=key.value)
                    hint = _("the first is on line {line}; keep one").format(line=seen[key.value])
                    column = key.start_mark.column + 1
                    found.append(
                        Finding(
                            source.name, "duplicate-key", message, hint, line=line, column=column
                        )
                    )
                seen.setdefault(key.value, line)
                todo.append(value)
    return found


def _line_column(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def _unreadable(source: Source, message: str, line: int, column: int) -> UnusableInputError:
    return UnusableInputError([Finding(source.name, "syntax", message, line=line, column=column)])
