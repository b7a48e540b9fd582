"""Keeps the Chinese catalogue in step with the code: `python -m tools.messages [--check]`.

The sentences come from `_("…")`, `gettext("…")`, `ngettext` and `N_("…")` (marked here, translated
later). Without an option the catalogue is rewritten: new sentences enter empty, those gone from the
code leave. With `--check` nothing is written, and exit 1 means that it is stale, or that a sentence
lacks a translation or has other placeholders than it.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from hatch_build import LOCALE, compile_catalogs

CATALOG = LOCALE / "zh_Hans.po"
SOURCE = LOCALE.parent
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
HEADER = """\
# Simplified Chinese for everything a person reads. Traditional is derived from it at build.
# `make messages` keeps it in step with the code; fill in what it leaves empty.
msgid ""
msgstr ""
"Language: zh_Hans\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def main() -> int:
    """Rewrite and compile the catalogue, or with `--check` only judge it; the exit code."""
    before = CATALOG.read_text(encoding="utf-8")
    after = updated(_parsed(before), sentences(SOURCE))
    wrong = list(faults(_parsed(after)))
    if "--check" not in sys.argv[1:]:
        CATALOG.write_text(after, encoding="utf-8")
        compile_catalogs(LOCALE)
    elif after != before:
        wrong.insert(0, "not in step with the code: run make messages")
    for fault in wrong:
        print(f"{CATALOG}: {fault}", file=sys.stderr)
    return 1 if wrong else 0


def sentences(source: Path) -> Catalog:
    """Every sentence that the code under `source` marks, with the file it stands in."""
    catalog = Catalog()
    for file, line, message, _comments, context in extract_from_dir(source, keywords=KEYWORDS):
        catalog.add(message, locations=[((source / file).as_posix(), line)], context=context)
    return catalog


def updated(catalog: Catalog, marked: Catalog) -> str:
    """The catalogue's file with just the sentences of `marked`: in order of file, without dates."""
    catalog.update(marked, no_fuzzy_matching=True)
    buffer = BytesIO()
    write_po(
        buffer,
        catalog,
        width=100,
        omit_header=True,
        sort_by_file=True,
        ignore_obsolete=True,
        include_lineno=False,
    )
    return HEADER + buffer.getvalue().decode().strip("\n") + "\n"


def faults(catalog: Catalog) -> Iterator[str]:
    """One line for each sentence that cannot be shown in Chinese as it stands."""
    for message in catalog:
        if not message.id:
            continue
        name = repr(_texts(message.id)[0])
        if message.fuzzy:
            yield f"marked fuzzy: {name}"
        translations = _texts(message.string)
        if not all(translations):
            yield f"no translation: {name}"
        for text in translations:
            if text and _fields(text) != _fields(_texts(message.id)[-1]):
                yield f"other placeholders than the English: {name}"


def _parsed(text: str) -> Catalog:
    return read_po(BytesIO(text.encode()), locale="zh_Hans")


def _texts(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _fields(text: str) -> set[str]:
    """The names in braces, as str.format reads them."""
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


if __name__ == "__main__":
    sys.exit(main())
