"""Keeps the Chinese catalogue in step with the code: `python -m tools.messages [--check]`.

The sentences come from `_("…")`, `N_("…")` (marked here, translated later) and `ngettext`. Without
an option the catalogue is rewritten: new sentences enter empty, those gone from the code leave.
With `--check` nothing is written, and exit 1 means that it is stale, or that a sentence lacks a
translation or has other placeholders than it.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from string import Formatter

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from hatch_build import LOCALE, compile_catalogs

CATALOG = LOCALE / "zh_Hans.po"
SOURCE = LOCALE.parent
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
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
    catalog = read_po(BytesIO(CATALOG.read_bytes()), locale="zh_Hans")
    catalog.update(sentences(), no_fuzzy_matching=True)
    text = written(catalog)
    wrong = list(faults(catalog))
    if "--check" in sys.argv[1:]:
        if text != CATALOG.read_text(encoding="utf-8"):
            wrong.insert(0, "not in step with the code: run make messages")
    else:
        CATALOG.write_text(text, encoding="utf-8")
        compile_catalogs(LOCALE)
    for fault in wrong:
        print(f"{CATALOG}: {fault}", file=sys.stderr)
    return 1 if wrong else 0


def sentences() -> Catalog:
    """Every sentence that the code marks for translation, with the file it stands in."""
    catalog = Catalog()
    for file, line, message, _comments, context in extract_from_dir(SOURCE, keywords=KEYWORDS):
        catalog.add(message, locations=[(str(SOURCE / file), line)], context=context)
    return catalog


def written(catalog: Catalog) -> str:
    """The catalogue as the file holds it: sorted by file, no dates, so that diffs stay small."""
    buffer = BytesIO()
    write_po(
        buffer,
        catalog,
        sort_by_file=True,
        omit_header=True,
        ignore_obsolete=True,
        width=100,
        include_lineno=False,
    )
    return HEADER + buffer.getvalue().decode()


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


def _texts(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _fields(text: str) -> set[str]:
    """The names in braces, as str.format reads them."""
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


if __name__ == "__main__":
    sys.exit(main())
