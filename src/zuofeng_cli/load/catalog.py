"""Loading a language: its message catalog, and the conversion to Traditional characters."""

import os
from gettext import GNUTranslations, NullTranslations

from zuofeng_cli.language import Code, activate
from zuofeng_cli.load.builtin import PACKAGE

ALIASES: dict[str, Code] = {
    "en": "en", "zh": "zh-Hans", "zh-hans": "zh-Hans", "zh-cn": "zh-Hans", "zh-sg": "zh-Hans",
    "zh-hant": "zh-Hant", "zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant",
}  # fmt: skip


def speak(code: Code) -> None:
    """Speaks `code` from now on; English where its catalog was not built."""
    if code == "en":
        activate(code, NullTranslations())
        return
    path = PACKAGE / "locale" / f"{code.replace('-', '_')}.mo"
    if path.is_file():
        with path.open("rb") as file:
            catalog: NullTranslations = GNUTranslations(file)
    else:
        catalog = NullTranslations()
    activate(code, catalog, _to_traditional if code == "zh-Hant" else str)


def code_for(name: str) -> Code | None:
    """The language that a code or a locale's name means; None for any other.

    As BCP 47 writes it or as POSIX does: `zh-Hant-HK`, `zh_CN.UTF-8`.
    """
    tag = name.partition(".")[0].partition("@")[0].replace("_", "-").lower()
    while tag and tag not in ALIASES:
        tag = tag.rpartition("-")[0]
    return ALIASES.get(tag)


def code_of_locale() -> Code:
    """The language of the environment's locale; English where it names none of ours."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return code_for(value) or "en"
    return "en"


def _to_traditional(text: str) -> str:
    from zuofeng_cli.load.script import convert

    return convert(text, "s2tw")
