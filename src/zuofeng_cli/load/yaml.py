"""Reading YAML from anyone: to plain values within bounds, and to the place of each value."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import MANY, Finding, Place, Spot
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.source import Source

# The parser overflows the stack on thousands of nested block collections, and stops at a NUL.
TOO_DEEP = re.compile(r"^(?: |[-?:][ \t]){400}", re.MULTILINE)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
POSITION = re.compile(r"line (\d+), column (\d+)")
MAX_REPLAYED = 100_000
MAX_VALUES = 250_000
PLAIN = "tag:yaml.org,2002:str"
TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("null", "bool", "int", "float", "str", "seq", "map", "timestamp", "merge", "value")
)
"""What a value may be called; anything else (`!!python/…`) asks a reader to run something."""
BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line breaks of YAML 1.1 that YAML 1.2, and every editor, takes for mere characters."""
BLANKS = re.compile(r"^[ \t]*\t[ \t]*(?=[#\r\n]|\Z)", re.MULTILINE)
"""Where a line holds nothing, or a comment, behind a tab: PyYAML allows only spaces there."""


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
        data = yaml_rs.loads(source.text, alias_limits=limits, parse_datetime=False)
    except yaml_rs.YAMLDecodeError as error:
        message = str(error)
        if message.startswith("duplicate mapping key"):
            raise UnusableInputError(duplicate_keys(source)) from error
        found = POSITION.search(message)
        if not found and (tags := list(islice(_tags(source), MANY))):
            raise UnusableInputError(tags) from error
        line, column = (int(n) for n in found.groups()) if found else (1, 1)
        raise _unreadable(source, message.strip().splitlines()[-1], line, column) from error
    except ValueError as error:  # a number of thousands of digits
        raise _unreadable(source, _("has a number that is too long"), 1, 1) from error
    if _is_vast(data, len(source.text)):
        message = _("holds more than {limit} values").format(limit=MAX_VALUES)
        raise UnusableInputError([Finding(source.name, "too-large", message)])
    if findings := [*_documents(source, data), *islice(_tags(source), MANY)]:
        raise UnusableInputError(findings)
    return data


def _is_vast(data: object, length: int) -> bool:
    """Whether there are more values than anyone writes, each of which might be wrong."""
    if length < 2 * MAX_VALUES:  # a value takes two characters at least
        return False
    todo, count = [data], 0
    while todo:
        value = todo.pop()
        if isinstance(value, (list, dict)):
            count += len(value)
            if count > MAX_VALUES:
                return True
            todo += value if isinstance(value, list) else value.values()
    return False


class Positions:
    """Where each value of a YAML text stands; the text is parsed once, when first asked.

    It must be one that `parse_yaml` accepted, so that its size and depth are bounded.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._root: Any = None

    def value(self, place: Place) -> Spot:
        """The stretch of the value at `place`; where it is missing, of the nearest one above."""
        return _spot(self._walk(place)[0])

    def key(self, place: Place) -> Spot:
        """The stretch of the key at the end of `place`."""
        return _spot(self._walk(place)[1])

    def _walk(self, place: Place) -> tuple[Any, Any]:
        """The node at `place` and the one of its key; else the nearest above, twice."""
        import yaml

        if self._root is None:
            self._root = _compose(self._text)
        node = key = self._root
        for step in place:
            if isinstance(node, yaml.MappingNode):
                pairs = ((k, v) for k, v in node.value if k.value == str(step))
                pair = next(pairs, None)
                if pair is None:
                    break
                key, node = pair
            elif (
                isinstance(node, yaml.SequenceNode)
                and isinstance(step, int)
                and step < len(node.value)
            ):
                key = node = node.value[step]
            else:
                break
        return node, key


def duplicate_keys(source: Source) -> list[Finding]:
    """A finding at every key that its mapping has already."""
    import yaml

    found: list[Finding] = []
    for node in _nodes(source.text):
        if len(found) >= MANY:
            break
        seen: dict[str, int] = {}
        for key, _value in node.value if isinstance(node, yaml.MappingNode) else ():
            spot = _spot(key)
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
            if name in seen and len(found) < MANY:
                message = _("key {key} stands here twice").format(key=name)
                hint = _("the first is on line {line}; keep one").format(line=seen[name])
                found.append(found_at(source, spot, "duplicate-key", message, hint))
            seen.setdefault(name, spot.line)
    if not found:  # the two parsers do not agree on what a key is
        found.append(found_at(source, Spot(1, 1), "duplicate-key", _("a key stands here twice")))
    return found


def _documents(source: Source, data: object) -> Iterator[Finding]:
    """A finding at the second document of a file: the parser makes a list of them."""
    first = CONTENT.search(source.text) if isinstance(data, list) else None
    if first and (second := MARKER.search(source.text, first.end())):
        spot = Spot(*_line_column(source.text, second.start()))
        message = _("a second document begins here; a log is one")
        yield found_at(source, spot, "syntax", message, _("take out the line ---"))


CONTENT = re.compile(r"^(?!---|\.\.\.|#|%|\s*$)", re.MULTILINE)
MARKER = re.compile(r"^(?:---|\.\.\.)(?=\s|$)", re.MULTILINE)


def _tags(source: Source) -> Iterator[Finding]:
    """A finding at every value with a tag of its own."""
    if "!" in source.text:
        for node in _nodes(source.text):
            if node.tag not in TAGS:
                message = _("the tag {tag} is not allowed").format(tag=node.tag)
                yield found_at(source, _spot(node), "syntax", message, _("take out the tag"))


def _nodes(text: str) -> Iterator[Any]:
    """Every node of the text once, aliases not followed again."""
    import yaml

    todo: list[Any] = [_compose(text)]
    seen: set[int] = set()
    while todo:
        node = todo.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, yaml.SequenceNode):
            todo += node.value
        elif isinstance(node, yaml.MappingNode):
            todo += (part for pair in node.value for part in pair)


def legible(text: str) -> str:
    """The text as PyYAML can read it, every character still at its place."""
    return BLANKS.sub(lambda blank: " " * len(blank.group()), BREAKS.sub("_", text))


def _compose(text: str) -> Any:
    """The nodes of the text with their marks; None where this parser will not read it."""
    import yaml

    try:
        return _marks().compose(legible(text))
    except yaml.YAMLError:
        return None


@cache
def _marks() -> Any:
    """PyYAML's parser in C where it is built; it need not find out what type each scalar has."""
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Marks(base):  # type: ignore[misc, valid-type]
        @classmethod
        def compose(cls, text: str) -> Any:
            return cls(text).get_single_node()

        def resolve(self, kind: Any, value: Any, implicit: Any) -> str:  # noqa: ARG002
            return PLAIN

        def descend_resolver(self, node: Any, index: Any) -> None: ...

        def ascend_resolver(self) -> None: ...

    return Marks


def _spot(node: Any) -> Spot:
    """Where the node stands: as far as it goes on its first line."""
    if node is None:
        return Spot(1, 1)
    start, end = node.start_mark, node.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return Spot(start.line + 1, start.column + 1, max(length, 1))


def _line_column(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def _unreadable(source: Source, message: str, line: int, column: int) -> UnusableInputError:
    return UnusableInputError([found_at(source, Spot(line, column), "syntax", message)])


def found_at(
    source: Source, spot: Spot, name: str, message: str, hint: str = "", path: str = ""
) -> Finding:
    """A finding at a spot of the file, with its line."""
    return Finding(
        *(source.name, name, message, hint),
        line=spot.line,
        column=spot.column,
        path=path,
        excerpt=source.line(spot.line),
        length=spot.length,
    )
