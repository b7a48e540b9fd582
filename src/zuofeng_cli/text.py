"""Text as files give it: in several languages, and by anyone."""

from collections.abc import Mapping

Text = str | dict[str, str]
"""A plain string, the same in every language; or one string a language (`zh`, `en`, …)."""


def in_language(text: Text, *languages: str) -> str:
    """The text in the first of `languages` it has, else in the language it gives first."""
    if isinstance(text, str):
        return text
    for language in languages:
        if language in text:
            return text[language]
    return next(iter(text.values()), "")


def language_of(text: Text) -> str | None:
    """The language a text gives first, the one its author wrote in; None for a plain string."""
    return next(iter(text), None) if isinstance(text, Mapping) else None


def printable(text: str) -> str:
    """Text that cannot drive a terminal: control characters shown as escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def one_line(text: str) -> str:
    """Printable text on one line: safe in the header of a mail."""
    return printable(" ".join(text.split()))
