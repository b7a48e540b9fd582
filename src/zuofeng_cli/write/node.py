"""A new item of a log as YAML text, which reads back as the same values whatever they hold."""

from collections.abc import Mapping
from typing import Any

import yaml

Item = Mapping[str, Any]
"""Keys to text, dates, lists of text, or lists of such mappings."""

INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
"""What gives YAML a meaning of its own at the start of a value (YAML 1.2, 5.3)."""

LAYOUT: dict[str, Any] = {"allow_unicode": True, "sort_keys": False, "width": float("inf")}


def block(item: Item, *, indented: bool) -> list[str]:
    """The lines of a list item, `- duty: …` first; lists in it are indented, or stand flush."""
    dumper = _Indented if indented else _Dumper
    text: str = yaml.dump([dict(item)], Dumper=dumper, default_flow_style=False, **LAYOUT)
    return text.rstrip("\n").split("\n")


def flow(item: Item) -> str:
    """The item in braces, on one line."""
    text: str = yaml.dump(dict(item), Dumper=_Dumper, default_flow_style=True, **LAYOUT)
    return text.rstrip("\n")


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - as PyYAML calls it
        return True


class _Indented(_Dumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    if text.isprintable():
        style = "" if _is_itself(text) else "'"
    else:
        plain = not text.startswith("\n") and all(_is_plain(line) for line in text.split("\n"))
        style = "|" if plain else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


def _list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.Node:
    words = all(isinstance(item, str) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=words or None)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)


def _is_itself(text: str) -> bool:
    """Whether the text, unquoted, reads as that text: PyYAML knows YAML 1.1, our reader 1.2."""
    import yaml_rs

    if text[:1] in INDICATORS:  # an empty text too; and deep nesting never reaches the parser
        return False
    try:
        read: object = yaml_rs.loads(text)
    except ValueError:
        return False
    return read == text


def _is_plain(line: str) -> bool:
    """Whether the line can stand in a block without an escape or a hint about its indentation."""
    return line.isprintable() and line == line.strip()
