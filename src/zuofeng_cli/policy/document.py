"""A policy text as its clauses and sentences, each with the line it stands on."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from zuofeng_cli.policy.trigger import trigger

PREAMBLE = ("前言", "preamble")
"""What a rulebook calls the words between the title and the first number."""

COMMENTARY = ("解读", "政策解读", "commentary")
"""A line of this alone ends the document; what follows explains it and binds nobody."""

HAN = "〇零一二三四五六七八九十百"
NUMBERS = (
    # The styles of numbering: what stands before the label, the label, what stands after it.
    re.compile(rf"(?P<alone>第[{HAN}\d]+[编章节条])\s*"),
    re.compile(rf"(?P<label>[{HAN}]+)、\s*"),
    re.compile(rf"(?P<label>\([{HAN}]+\))[、.]?\s*"),
    re.compile(r"(?P<alone>\d+(?:\.\d+)+)\.?\s+"),
    re.compile(r"(?P<label>\d+)[、.)](?!\d)\s*"),
    re.compile(r"(?P<label>\([0-9]+\))\s*"),
    re.compile(r"(?P<label>\([a-z]+\))\s+"),
)
SENTENCE = re.compile(r"\S.*?(?:[。!?;]+[”’」』]*|\.(?=\s|$)|$)")
ENDING = re.compile(r"(?:[。!?;][”’」』]*|\.)$")
HEADING_LENGTH = 24
BROKEN_LENGTH = 24


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, to the full stop or semicolon.

    `line` counts from 1 in the file. `text` is as the copy spells it and `plain` as it is
    compared: in Simplified characters and half-width punctuation. `clauses` are the labels it
    stands under, outermost first; `is_heading` where it only names its clause.
    """

    line: int
    text: str
    plain: str
    clauses: tuple[str, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A policy text: its sentences in order, and those of the commentary after it."""

    sentences: tuple[Sentence, ...]
    commentary: tuple[Sentence, ...] = ()

    def clause(self, label: str) -> tuple[Sentence, ...]:
        """The sentences under this label, those of its parts included."""
        return tuple(s for s in self.sentences if label in s.clauses)


def holding(sentences: Sequence[Sentence], anchor: str) -> tuple[Sentence, ...]:
    """The sentences, of those of one clause, that the anchor in plain form stands in.

    An anchor may run over the end of a sentence.
    """
    run = "".join(sentence.plain for sentence in sentences)
    found: list[Sentence] = []
    begin = run.find(anchor)
    while begin >= 0:
        at = 0
        for sentence in sentences:
            if at < begin + len(anchor) and begin < at + len(sentence.plain):
                found.append(sentence)
            at += len(sentence.plain)
        begin = run.find(anchor, begin + 1)
    return tuple(dict.fromkeys(found))


@dataclass(slots=True)
class _Line:
    """A line in both spellings, and what numbers it.

    Lines that a margin broke are one line here: `starts` are the places in it where a line of the
    file begins, with the number of that line.
    """

    starts: list[tuple[int, int]]
    text: str
    plain: str
    label: str = ""
    style: int | None = None
    alone: bool = False
    body: int = 0

    def number(self, place: int = 0) -> int:
        """The line of the file that this place in the text stands on."""
        return max(number for start, number in self.starts if start <= place)

    def run_on(self, following: "_Line") -> None:
        """Takes in the line that follows, which goes on with the sentence."""
        ends = self.plain[-1] + following.plain[0]
        joint = " " if ends.isascii() and not ends.isdigit() else ""
        self.starts.append((len(self.plain + joint), following.number()))
        self.text += joint + following.text
        self.plain += joint + following.plain


@dataclass(slots=True)
class _Clauses:
    """The clause that the reading has come to: a label for each style of number, outermost first.

    A style that is open already ends what stands below it; another one stands below.
    """

    open: list[tuple[int, str]] = field(default_factory=list)

    def enter(self, line: _Line) -> None:
        assert line.style is not None
        if line.alone:
            parts = line.label.split(".")
            prefixes = [".".join(parts[:count]) for count in range(1, len(parts) + 1)]
            self.open = [(line.style, prefix) for prefix in prefixes]
            return
        styles = [style for style, _label in self.open]
        if line.style in styles:
            del self.open[styles.index(line.style) :]
        elif line.label.isdigit() and self.open and self.open[0][1].isdigit():
            self.open.clear()  # 2. after 1.3: the first part of a number like 2.1
        above = self.open[-1][1] if self.open else ""
        self.open.append((line.style, above + line.label))

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(label for _style, label in self.open) or PREAMBLE


def parse(lines: Iterable[tuple[str, str]], titles: Collection[str]) -> Document:
    """The document in a file of which each line is given as it is spelt and in plain form.

    It runs from the line after its title (in plain form; the last place where numbered clauses
    follow) to the commentary. Whatever stands before the title is a site's own.
    """
    numbered = [_line(number, *line) for number, line in enumerate(lines, 1)]
    first, last = _bounds(numbered, {"".join(title.split()) for title in titles})
    commentary = [
        sentence
        for line in numbered[last + 1 :]
        for sentence in _sentences(line, COMMENTARY, run_in=False)
    ]
    return Document(tuple(_body(_unbroken(numbered[first:last]))), tuple(commentary))


def _unbroken(lines: Sequence[_Line]) -> list[_Line]:
    """The lines without those that are blank, and with those that a margin broke put together."""
    found: list[_Line] = []
    goes_on = False
    for line in lines:
        if goes_on and line.plain and line.style is None:
            found[-1].run_on(line)
        elif line.plain:
            found.append(line)
        # A caption is short; a line that a margin broke is not.
        goes_on = len(line.plain) >= BROKEN_LENGTH and not ENDING.search(line.plain)
    return found


def _body(lines: Sequence[_Line]) -> Iterator[Sentence]:
    clauses = _Clauses()
    numbered = [line for line in lines if line.style is not None]
    below = {id(line): following for line, following in pairwise(numbered)}
    for line in lines:
        if line.style is not None:
            clauses.enter(line)
        following = below.get(id(line))
        if (
            following is not None
            and not ENDING.search(line.plain)
            and following.style not in [style for style, _label in clauses.open]
        ):  # a clause of nothing but clauses: what stands beside its number is its heading
            for sentence in _sentences(line, clauses.labels, run_in=False):
                yield replace(sentence, is_heading=True)
        elif line.style is not None or not _is_caption(line.plain):
            yield from _sentences(line, clauses.labels, run_in=line.style is not None)


def _line(number: int, text: str, plain: str) -> _Line:
    # Where a conversion changed the length, places in one are none in the other: show the plain.
    spelt = text if len(text) == len(plain) else plain
    line = _Line([(0, number)], spelt.strip(), plain.strip())
    for style, pattern in enumerate(NUMBERS):
        if found := pattern.match(line.plain):
            line.alone = "alone" in pattern.groupindex
            line.label = found["alone" if line.alone else "label"]
            line.style, line.body = style, found.end()
            break
    return line


def _bounds(lines: Sequence[_Line], titles: set[str]) -> tuple[int, int]:
    """Positions of the document's first line, and of the line after its last."""
    plain = ["".join(line.plain.split()) for line in lines]
    starts = [n + 1 for n, words in enumerate(plain) if words in titles]
    starts += [n + 2 for n, (one, two) in enumerate(pairwise(plain)) if one + two in titles]
    for start in sorted(starts, reverse=True):
        first = _first_number(lines, start)
        if first < len(lines):
            return start, _end(plain, first)
    # Without a title: from the last paragraph before the first number.
    first = _first_number(lines, 0)
    paragraphs = [n for n in range(first) if ENDING.search(lines[n].plain)]
    return max(paragraphs, default=0), _end(plain, first)


def _first_number(lines: Sequence[_Line], start: int) -> int:
    return next((n for n in range(start, len(lines)) if lines[n].style is not None), len(lines))


def _end(plain: Sequence[str], start: int) -> int:
    return next((n for n in range(start, len(plain)) if plain[n].lower() in COMMENTARY), len(plain))


def _sentences(line: _Line, clauses: tuple[str, ...], *, run_in: bool) -> Iterator[Sentence]:
    found = [(part.start(), part.end()) for part in SENTENCE.finditer(line.plain, line.body)]
    for position, (begin, end) in enumerate(found):
        plain = line.plain[begin:end]
        heads = (
            run_in
            and position == 0
            and len(found) > 1
            and len(plain) <= HEADING_LENGTH
            and "," not in plain
        )
        yield Sentence(line.number(begin), line.text[begin:end], plain, clauses, heads)


def _is_caption(plain: str) -> bool:
    """Whether an unnumbered line is a title or a caption: no sentence, and bids nobody."""
    return not ENDING.search(plain) and "," not in plain and trigger(plain) is None
