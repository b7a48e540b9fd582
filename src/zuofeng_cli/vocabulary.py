"""Whether a rulebook uses only words that it declares, so that every rule can be expanded."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from string import Template

from zuofeng_cli.cadence import Cadence, Event, Holiday
from zuofeng_cli.language import gettext as _
from zuofeng_cli.rule import Rule, Rulebook

FIELDS = ("title", "unit", "period", "opens", "due", "days_left", "clause", "festival")
"""What a reminder's words may ask for, as `${field}`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something a rulebook gets wrong: where (keys and positions from the top), what, the mend."""

    place: tuple[str | int, ...]
    message: str
    hint: str = ""


def faults(book: Rulebook) -> Iterator[Fault]:
    """Everything that keeps the rulebook from being expanded, in the order of the file."""
    ids = [rule.id for rule in book.rules]
    for number, rule in enumerate(book.rules):
        place = ("rule", number)
        if rule.id in ids[:number]:
            yield Fault((*place, "id"), _("rule {id} stands here twice").format(id=rule.id))
        yield from _words(book, rule, place)
        yield from _cadence(book, rule.cadence, (*place, "cadence"))
        for position, reading in enumerate(rule.readings):
            here = (*place, "reading", position)
            yield from _declared([reading.chosen], reading.options, (*here, "chosen"), _("option"))
            for name, option in reading.options.items():
                if option.cadence is not None:
                    yield from _cadence(book, option.cadence, (*here, "options", name, "cadence"))
        if rule.after is not None:
            yield from _declared([rule.after], ids, (*place, "after"), _("rule"))


def _words(book: Rulebook, rule: Rule, place: tuple[str | int, ...]) -> Iterator[Fault]:
    for position, bearer in enumerate(rule.owed_by):
        here = (*place, "owed_by", position)
        yield from _declared([bearer.kind], book.kinds, (*here, "kind"), _("kind"))
        if bearer.level is not None:
            yield from _declared([bearer.level], book.levels, (*here, "level"), _("level"))
    yield from _declared(rule.recipients, book.recipients, (*place, "recipients"), _("recipient"))
    yield from _declared(rule.evidence, book.evidence, (*place, "evidence"), _("evidence kind"))
    if rule.remind is not None:
        for language in ("zh", "en"):
            template = Template(getattr(rule.remind, language))
            here = (*place, "remind", language)
            if not template.is_valid():
                yield Fault(here, _("the text has a $ that starts no field"), _("write $$ for a $"))
            else:
                names = template.get_identifiers()
                yield from _declared(names, FIELDS, here, _("reminder field"))


def _cadence(book: Rulebook, cadence: Cadence, place: tuple[str | int, ...]) -> Iterator[Fault]:
    if isinstance(cadence, Holiday):
        names = cadence.festivals
        yield from _declared(names, book.festivals, (*place, "festivals"), _("festival"))
    if isinstance(cadence, Event):
        yield from _declared([cadence.event], book.events, (*place, "event"), _("event"))


def _declared(
    words: Iterable[str], known: Collection[str], place: tuple[str | int, ...], what: str
) -> Iterator[Fault]:
    for word in words:
        if word not in known:
            message = _("{what} {word} is not declared").format(what=what, word=repr(word))
            close = get_close_matches(word, list(known), n=1)
            hint = (
                _("did you mean {word}?").format(word=close[0])
                if close
                else _("allowed: {words}").format(words=", ".join(known))
            )
            yield Fault(place, message, hint)
