"""Puts into the package what is not Python: translations, rulebooks and the demo workspace."""

import os
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from opencc import OpenCC

LOCALE = Path("src/zuofeng_cli/locale")
SHIPPED = {
    "rules": "zuofeng_cli/rules",
    "examples/demo": "zuofeng_cli/examples/demo",
    "examples/logs/bad": "zuofeng_cli/examples/logs/bad",  # what `explain CODE` shows
}
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)  # gettext wants a date; a fixed one keeps builds alike


class PackageBuildHook(BuildHookInterface[BuilderConfig]):
    """Hatch calls it before each build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the catalogues in the source tree; copy SHIPPED into a wheel only.

        An editable install (`version` is then "editable") reads those folders where they stand.
        """
        compile_catalogs(Path(self.root) / LOCALE)
        if version == "standard":
            build_data["force_include"].update(SHIPPED)


def compile_catalogs(folder: Path) -> None:
    """Write zh_Hans.mo from zh_Hans.po, and zh_Hant.mo from the same sentences by OpenCC."""
    with (folder / "zh_Hans.po").open("rb") as source:
        simplified = read_po(source, locale="zh_Hans")
    for catalog in (simplified, _traditional(simplified)):
        catalog.creation_date = EPOCH
        compiled = BytesIO()
        write_mo(compiled, catalog)
        _replace(folder / f"{catalog.locale}.mo", compiled.getvalue())


def _replace(path: Path, content: bytes) -> None:
    """Change the file at once: a program that is running may be reading it."""
    new = path.with_suffix(f".{os.getpid()}")
    new.write_bytes(content)
    new.replace(path)


def _traditional(simplified: Catalog) -> Catalog:
    """Copy the catalogue in Traditional characters; msgids and placeholders stay.

    s2tw converts characters alone, to the forms in common use (群眾 and not 羣衆).
    """
    convert = OpenCC("s2tw").convert
    catalog = Catalog(locale="zh_Hant", charset="utf-8", fuzzy=False)
    for message in simplified:
        if message.id and message.string:
            string = message.string
            catalog.add(
                message.id,
                convert(string) if isinstance(string, str) else tuple(map(convert, string)),
                context=message.context,
            )
    return catalog


if __name__ == "__main__":
    compile_catalogs(LOCALE)
