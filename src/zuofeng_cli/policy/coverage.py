"""How much of a policy text its rulebook holds: sentences mapped, declared no duty, missing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from zuofeng_cli.policy.document import Document, Sentence, holding
from zuofeng_cli.policy.trigger import Trigger, trigger
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import NotDuty, Rulebook


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence, the rules and declarations that have an anchor in it, and what asks for one."""

    sentence: Sentence
    rules: tuple[Rule, ...]
    declared: tuple[NotDuty, ...]
    trigger: Trigger | None

    @property
    def is_missing(self) -> bool:
        """Whether neither a rule nor a declaration speaks for it."""
        return not (self.rules or self.declared or self.sentence.is_heading)

    @property
    def word(self) -> str | None:
        """The word that asks for a rule, as the text spells it."""
        found = self.trigger
        return self.sentence.text[found.start : found.end] if found else None


@dataclass(frozen=True, slots=True)
class Stray:
    """An anchor that does not stand in its clause; `elsewhere` are the clauses where it does."""

    holder: Rule | NotDuty
    anchor: str
    elsewhere: tuple[str, ...] = ()
    in_commentary: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every sentence of the document with what speaks for it, and the anchors that stray."""

    judged: tuple[Judged, ...]
    strays: tuple[Stray, ...]
    anchors: int

    @property
    def sentences(self) -> tuple[Judged, ...]:
        """The sentences that are counted: all but the headings."""
        return tuple(each for each in self.judged if not each.sentence.is_heading)

    @property
    def mapped(self) -> tuple[Judged, ...]:
        """Those that a rule has an anchor in."""
        return tuple(each for each in self.sentences if each.rules)

    @property
    def declared(self) -> tuple[Judged, ...]:
        """Those declared no duty, and not mapped."""
        return tuple(each for each in self.sentences if each.declared and not each.rules)

    @property
    def missing(self) -> tuple[Judged, ...]:
        """Those that nothing speaks for."""
        return tuple(each for each in self.judged if each.is_missing)

    @property
    def is_complete(self) -> bool:
        """Whether every anchor stands in its clause and every word of time has its rule."""
        timed = any(each.trigger and each.trigger.is_time for each in self.missing)
        return not self.strays and not timed


def cover(book: Rulebook, document: Document, plain: Callable[[str], str]) -> Coverage:
    """The rulebook held against its document; `plain` gives an anchor in the document's plain form.

    What a local rulebook adds rests on another text, and is left out.
    """
    rules: dict[Sentence, list[Rule]] = {}
    declared: dict[Sentence, list[NotDuty]] = {}
    strays: list[Stray] = []
    anchors = 0
    for holder, anchor in _anchors(book):
        anchors += 1
        found = holding(document.clause(holder.clause), plain(anchor))
        if not found:
            strays.append(Stray(holder, anchor, _elsewhere(document, plain(anchor))))
        for sentence in found:
            if isinstance(holder, NotDuty):
                declared.setdefault(sentence, []).append(holder)
            elif not any(holder is rule for rule in rules.setdefault(sentence, [])):
                rules[sentence].append(holder)
    if document.commentary:
        anchors += sum(len(rule.commentary) for rule in _of_the_text(book))
        strays += _strays_of_commentary(book, document.commentary, plain)
    judged = tuple(
        Judged(
            sentence,
            tuple(rules.get(sentence, ())),
            tuple(declared.get(sentence, ())),
            trigger(sentence.plain),
        )
        for sentence in document.sentences
    )
    return Coverage(judged, tuple(strays), anchors)


def _anchors(book: Rulebook) -> Iterator[tuple[Rule | NotDuty, str]]:
    for holder in chain[Rule | NotDuty](_of_the_text(book), book.not_duties):
        for anchor in holder.anchors:
            yield holder, anchor


def _of_the_text(book: Rulebook) -> list[Rule]:
    """The rules as the text has them, without what a local rulebook adds."""
    rules = [rule.versions[0].rule for rule in book.rules]
    return [rule for rule in rules if not rule.is_local]


def _elsewhere(document: Document, anchor: str) -> tuple[str, ...]:
    found = holding(document.sentences, anchor)
    return tuple(dict.fromkeys(sentence.clauses[-1] for sentence in found))


def _strays_of_commentary(
    book: Rulebook, commentary: Sequence[Sentence], plain: Callable[[str], str]
) -> Iterator[Stray]:
    for rule in _of_the_text(book):
        for anchor in rule.commentary:
            if not holding(commentary, plain(anchor)):
                yield Stray(rule, anchor, in_commentary=True)


@dataclass(frozen=True, slots=True)
class Survey:
    """A rulebook's coverage of one copy of its text, as it is shown.

    `file` names the copy; `is_same_text` says whether it is byte for byte the one that the
    anchors were taken from, None where the rulebook does not say which that was.
    """

    book: Rulebook
    file: str
    is_same_text: bool | None
    coverage: Coverage
