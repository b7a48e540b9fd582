"""A log's text with one item more: a few lines put in at a mark, every other character kept.

The text must be one that `load.yaml.parse_yaml` accepted, so that its size and depth are bounded.
PyYAML's events give the marks. A block collection ends, for PyYAML, where the next token starts;
so the end of a list is taken from the last scalar, alias or bracket in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from zuofeng_cli.load.yaml import legible
from zuofeng_cli.write.node import Item, block, flow

INDENT = 2
"""How far the lists of a log are set in where no list in the file shows it."""

LINE_BREAK = re.compile(r"\r\n|\r|\n")
REST = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
BARE = re.compile(r"(?P<margin>[ \t]*)(?P<comment>#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")
"""A line that holds nothing, or nothing but a comment."""


class NoPlaceError(Exception):
    """What stands where the item belongs is no list, or PyYAML cannot read the file."""


def append(text: str, key: str, item: Item) -> str:
    """The text with `item` as the last one of the list under `key`, a key of the file's mapping.

    A block list gets lines like its own; a list in brackets gets the item in braces; an empty one,
    `[]`, becomes a block list; a missing one is made at the end. Line breaks are those of the file.
    Raises `NoPlaceError` where `key` holds no list, or where PyYAML cannot tell.
    """
    try:
        root = _read(text)
    except yaml.YAMLError as error:
        raise NoPlaceError from error
    value = root.values.get(key)
    if value is None:
        return _with_new_list(text, root, key, item)
    if not value.is_list:
        raise NoPlaceError
    if not value.start.flow_style:
        margin = _dash(text, value.start)
        lines = block(item, indented=margin > root.column)
        return _with_lines(text, _below(text, value, root.column), lines, margin)
    if value.inside is not None:
        return _spliced(text, value.inside.end_mark.index, f", {flow(item)}")
    opening, closing = value.start.end_mark.index, value.last.start_mark.index
    if root.is_flow or text[opening:closing].strip(" "):  # a comment, or a line break, to keep
        return _spliced(text, opening, flow(item))
    bare = text[: opening - 1].rstrip(" ")
    text = bare + text[closing + 1 :]
    at = _past_comments(text, _next_line(text, len(bare)), root.column)
    lines = block(item, indented=root.indent > 0)
    return _with_lines(text, at, lines, root.column + root.indent)


@dataclass(slots=True)
class _Value:
    """What stands at the top of the file: the event it starts with, and the last one of any width.

    `inside` is the last one of any width between its own start and end.
    """

    start: Any
    last: Any
    inside: Any = None

    @property
    def is_list(self) -> bool:
        return isinstance(self.start, yaml.SequenceStartEvent)


@dataclass(frozen=True, slots=True)
class _Root:
    """The mapping that a file holds: its values by key, and where its document ends.

    `column` is that of the keys, `indent` how much further in the dashes of its lists stand.
    """

    values: dict[str, _Value]
    column: int
    indent: int
    is_flow: bool
    end: int


def _read(text: str) -> _Root:
    """The marks of a file; of its many events, few are kept at a time."""
    nodes: list[_Value] = []
    depth, mapping, end = 0, None, len(text)
    reader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events: Iterator[Any] = yaml.parse(legible(text), reader)
    for event in events:
        closes = isinstance(event, yaml.CollectionEndEvent)
        is_end = isinstance(event, yaml.DocumentEndEvent)
        depth -= closes
        if depth == 1 and not closes:
            nodes.append(_Value(event, event))
        elif depth and (
            isinstance(event, yaml.ScalarEvent) or event.end_mark.index > event.start_mark.index
        ):  # the end of a block collection has no width
            nodes[-1].last = event
            if depth > 1:
                nodes[-1].inside = event
        if isinstance(event, yaml.CollectionStartEvent):
            mapping = mapping or event
            depth += 1
        elif is_end and event.explicit:
            end = event.start_mark.index
    values = nodes[1::2]
    column = nodes[0].start.start_mark.column
    dashes = [
        _dash(text, value.start) for value in values if value.is_list and not value.start.flow_style
    ]
    return _Root(
        {key.start.value: value for key, value in zip(nodes[::2], values, strict=True)},
        column,
        dashes[-1] - column if dashes else INDENT,
        bool(mapping and mapping.flow_style),
        end,
    )


def _with_new_list(text: str, root: _Root, key: str, item: Item) -> str:
    if root.is_flow:
        last = list(root.values.values())[-1].last
        return _spliced(text, last.end_mark.index, f", {key}: [{flow(item)}]")
    margin = " " * root.indent
    lines = [margin + line if line else "" for line in block(item, indented=root.indent > 0)]
    return _with_lines(text, root.end, [f"{key}:", *lines], root.column)


def _with_lines(text: str, at: int, lines: list[str], margin: int) -> str:
    """The text with lines of its own kind at this place, set in by `margin`."""
    found = LINE_BREAK.search(text)
    line_break = found.group() if found else "\n"
    ahead = "" if text[:at].endswith(("\r", "\n")) else line_break
    added = (" " * margin + line if line else "" for line in lines)
    return _spliced(text, at, ahead + "".join(line + line_break for line in added))


def _spliced(text: str, at: int, addition: str) -> str:
    return text[:at] + addition + text[at:]


def _below(text: str, value: _Value, column: int) -> int:
    """Where the line below a block list begins, the comments that belong to the list included."""
    last = value.last
    if getattr(last, "style", None) not in ("|", ">"):
        return _past_comments(text, _next_line(text, last.end_mark.index), column)
    end = int(last.end_mark.index)
    header = REST.match(text, last.start_mark.index)
    if header and "+" not in header.group():  # else the empty lines at its end are part of it
        while text[:end].endswith(("\n\n", "\r\n\r\n")):
            end -= 2 if text[:end].endswith("\r\n") else 1
    return _past_comments(text, end, column)


def _next_line(text: str, at: int) -> int:
    rest = REST.match(text, at)
    return rest.end() if rest else at


def _past_comments(text: str, at: int, column: int) -> int:
    """The start of a line, or of the one below the comments that are set in beyond `column`.

    Such comments speak of the list above; one at the margin speaks of what follows.
    """
    line = BARE.match(text, at)
    while line and line.end() > line.start():
        if line["comment"]:
            if len(line["margin"]) <= column:
                break
            at = line.end()
        line = BARE.match(text, line.end())
    return at


def _dash(text: str, start: Any) -> int:
    """The column of the dashes of the block list that starts so."""
    mark = start.end_mark  # at the first dash, or behind it where the list is not set in
    return int(mark.column if text[mark.index : mark.index + 1] == "-" else mark.column - 1)
