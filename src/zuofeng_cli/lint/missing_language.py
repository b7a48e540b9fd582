"""A text lacks one of the languages that the rulebook is written in.

The rulebook's `title` says which they are. A text that is one plain string is the same in all.

Fails: `title = { zh = "月报" }`, where the rulebook's own title has `zh` and `en`
Passes: `title = { zh = "月报", en = "Monthly report" }`
"""

from collections.abc import Iterator

from zuofeng_cli.cadence.scope import Festival
from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint.fault import TABLES, Case, Fault, Place
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.text import Text

CODE = "R203"


def check(case: Case) -> Iterator[Fault]:
    """A fault for each text that lacks a language."""
    title = case.base.title if case.base else case.book.title
    languages = [] if isinstance(title, str) else list(title)
    for place, text in texts(case.book):
        if not text or isinstance(text, str):
            continue
        for language in languages:
            if not text.get(language, "").strip():
                message = _("the text is missing in {language}").format(language=language)
                hint = _("add {language} = …").format(language=language)
                yield Fault(place, message, hint)


def texts(book: Rulebook) -> Iterator[tuple[Place, Text]]:
    """Every text of the rulebook that a person reads, with its place."""
    yield ("title",), book.title
    yield ("issuer",), book.issuer
    for table in TABLES:
        for word, text in getattr(book, table).items():
            yield (table, word), text.title if isinstance(text, Festival) else text
    for number, rule in enumerate(book.rules):
        yield from _texts_of(rule, ("rule", number))
    for number, declared in enumerate(book.not_duties):
        yield ("not_duty", number, "reason"), declared.reason


def _texts_of(rule: Rule, place: Place) -> Iterator[tuple[Place, Text]]:
    yield (*place, "title"), rule.title
    yield (*place, "note"), rule.note
    if rule.remind is not None:
        yield (*place, "remind"), rule.remind.words
    for position, reading in enumerate(rule.readings):
        here = (*place, "reading", position)
        yield (*here, "question"), reading.question
        yield (*here, "reason"), reading.reason
        for name, option in reading.options.items():
            yield (*here, "options", name), option.title
