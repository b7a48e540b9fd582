"""Reading TOML: to plain values, and to the line and column of a key."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding, Place
from zuofeng_cli.load.source import Source, read

POSITION = re.compile(r"(.*) at line (\d+) column (\d+)", re.DOTALL)


def read_toml(path: Path, name: str) -> tuple[Source, dict[str, Any]]:
    """The file and its content; raises `UnusableInputError` when it is not TOML."""
    import rtoml

    source = read(path, name)
    try:
        return source, rtoml.loads(source.text)
    except rtoml.TomlParsingError as error:
        found = POSITION.fullmatch(str(error).strip())
        message, line, column = found.groups() if found else (str(error), "1", "1")
        finding = Finding(name, "syntax", message, line=int(line), column=int(column))
        raise UnusableInputError([finding]) from error


def locate(text: str, place: Place) -> tuple[int | None, int | None]:
    """The 1-based line and column of the key at `place`, or of the nearest table above it."""
    positions = _positions(text)
    for length in range(len(place), 0, -1):
        if place[:length] in positions:
            return positions[place[:length]]
    return 1, 1


@lru_cache(maxsize=4)  # a file with one fault often has more
def _positions(text: str) -> dict[Place, tuple[int, int]]:
    import tree_sitter_toml
    from tree_sitter import Language, Node, Parser

    root = Parser(Language(tree_sitter_toml.language())).parse(text.encode()).root_node
    found: dict[Place, tuple[int, int]] = {}
    counts: dict[Place, int] = {}

    def keys(node: Node) -> list[str]:
        if node.type == "dotted_key":
            return [key for child in node.named_children for key in keys(child)]
        word = (node.text or b"").decode()
        return [word[1:-1] if node.type == "quoted_key" else word]

    def note(place: Place, node: Node) -> None:
        start = (node.start_byte - node.start_point.column, node.start_byte)
        column = len((root.text or b"")[start[0] : start[1]].decode()) + 1
        found.setdefault(place, (node.start_point.row + 1, column))

    def pairs(node: Node, above: Place) -> None:
        for pair in (child for child in node.named_children if child.type == "pair"):
            key, value = pair.named_children[0], pair.named_children[-1]
            place = above
            for word in keys(key):
                place = (*place, word)
                note(place, key)
            inner(value, place)

    def inner(value: Node, place: Place) -> None:
        if value.type == "inline_table":
            pairs(value, place)
        elif value.type == "array":
            items = [child for child in value.named_children if child.type != "comment"]
            for number, item in enumerate(items):
                note((*place, number), item)
                inner(item, (*place, number))

    def header(words: list[str], *, element: bool) -> Place:
        place: Place = ()
        for position, word in enumerate(words, 1):
            place = (*place, word)
            if position == len(words) and element:
                counts[place] = counts.get(place, -1) + 1
            if place in counts:
                place = (*place, counts[place])
        return place

    pairs(root, ())
    for table in root.named_children:
        if table.type in ("table", "table_array_element"):
            name = table.named_children[0]
            place = header(keys(name), element=table.type == "table_array_element")
            for length in range(1, len(place) + 1):
                note(place[:length], name)
            pairs(table, place)
    return found
