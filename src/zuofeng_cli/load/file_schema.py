"""The JSON Schema of each kind of file, so that an editor completes and checks what it holds.

What a key means stands in the code as the docstring below it, and an example in the same; reading
them from there costs nothing until a schema is asked for.
"""

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import rtoml
from pydantic import AliasChoices, BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from zuofeng_cli.load.units import Units
from zuofeng_cli.log import Log
from zuofeng_cli.model import FileModel
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.settings.tables import Tables

FILES: Mapping[str, type[FileModel]] = {
    "rulebook": Rulebook,
    "units": Units,
    "log": Log,
    "workspace": Tables,
}
"""The kinds of files, each with its model."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
EXAMPLE = re.compile(r"\s*Example: `(.+)`", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a file: its name there, what it means, and a line of TOML that shows it."""

    name: str
    meaning: str
    example: str

    @property
    def value(self) -> Any:
        """The example's value; None where there is none, or it is a table's header."""
        if not self.example or self.example.startswith("["):
            return None
        return rtoml.loads(self.example)[self.name]


def file_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of this kind of file."""
    schema = FILES[kind].model_json_schema(schema_generator=_Described)
    return {"$schema": DIALECT, **schema, "title": f"zuofeng {kind}"}


def keys_of(model: type[BaseModel]) -> Iterator[Key]:
    """The keys of a model in the order of its file, as the code describes them."""
    docs: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if issubclass(cls, BaseModel) and cls not in (BaseModel, FileModel):
            docs |= _attribute_docs(cls)
    for name, field in model.model_fields.items():
        alias = field.validation_alias
        key = str(alias.choices[0]) if isinstance(alias, AliasChoices) else alias or name
        doc = " ".join(docs.get(name, "").split())
        example = EXAMPLE.search(doc)
        meaning = EXAMPLE.sub("", doc)
        yield Key(str(key), meaning, example[1] if example else "")


def _attribute_docs(cls: type) -> dict[str, str]:
    """The docstring below each annotated name in the body of a class."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    body = tree.body[0]
    assert isinstance(body, ast.ClassDef)
    docs: dict[str, str] = {}
    for named, doc in zip(body.body, body.body[1:], strict=False):
        if (
            isinstance(named, ast.AnnAssign)
            and isinstance(named.target, ast.Name)
            and isinstance(doc, ast.Expr)
            and isinstance(doc.value, ast.Constant)
        ):
            docs[named.target.id] = str(doc.value.value)
    return docs


class _Described(GenerateJsonSchema):
    """Pydantic's generator, with the meaning and the example of every key."""

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        """The schema of one table."""
        found = super().model_schema(schema)
        for key in keys_of(schema["cls"]):
            about = found["properties"][key.name]
            about.pop("title", None)
            if key.meaning:
                about["description"] = key.meaning
            if key.value is not None:
                about["examples"] = [_plain(key.value)]
        found.pop("title", None)
        return found

    def str_schema(self, schema: core_schema.StringSchema) -> dict[str, Any]:
        """The schema of a text, without a pattern that only our own reader understands."""
        found = super().str_schema(schema)
        if "\\p" in found.get("pattern", ""):
            del found["pattern"]
        return found


def _plain(value: Any) -> Any:
    """The value as JSON has it: a date as text."""
    return value.isoformat() if hasattr(value, "isoformat") else value
