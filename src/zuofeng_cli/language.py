"""The language a person is spoken to in: messages through gettext, rulebook texts by language.

English until `activate` is called, which the command line does once at its start.
"""

from collections.abc import Callable
from datetime import date
from gettext import NullTranslations
from typing import Literal, get_args

from zuofeng_cli.text import Text, in_language

Code = Literal["en", "zh-Hans", "zh-Hant"]
CODES: tuple[Code, ...] = get_args(Code)


class _Active:
    code: Code = "en"
    catalog: NullTranslations = NullTranslations()
    to_traditional: Callable[[str], str] = staticmethod(str)


def activate(
    code: Code, catalog: NullTranslations, to_traditional: Callable[[str], str] = str
) -> None:
    """Speaks `code` from now on; `to_traditional` converts rulebook texts that lack zh-Hant."""
    _Active.code, _Active.catalog = code, catalog
    _Active.to_traditional = staticmethod(to_traditional)


def active() -> Code:
    """The language spoken now."""
    return _Active.code


def gettext(message: str) -> str:
    """The message in the active language."""
    return _Active.catalog.gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message for this count in the active language."""
    return _Active.catalog.ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Marks a message for translation where it is written; `gettext` translates it later."""
    return message


def localized(text: Text) -> str:
    """The text in the active language, else the nearest it has."""
    if isinstance(text, str):
        return text
    if _Active.code == "en":
        return in_language(text, "en")
    if _Active.code == "zh-Hans":
        return in_language(text, "zh-Hans", "zh", "en")
    if "zh-Hant" in text:
        return text["zh-Hant"]
    return _Active.to_traditional(in_language(text, "zh-Hans", "zh", "en"))


def weekday(day: date) -> str:
    """The short name of the day of the week."""
    names = (
        gettext("Mon"), gettext("Tue"), gettext("Wed"), gettext("Thu"),
        gettext("Fri"), gettext("Sat"), gettext("Sun"),
    )  # fmt: skip
    return names[day.weekday()]


def long_date(day: date) -> str:
    """The date with its day of the week: `2026-03-31 Tue`."""
    return f"{day.isoformat()} {weekday(day)}"
