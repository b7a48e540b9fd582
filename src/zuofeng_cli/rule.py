"""A rulebook and its rules: each duty as the text states it, undated."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import AliasChoices, Field

from zuofeng_cli.cadence import Cadence
from zuofeng_cli.model import AnyDay, Day, FileModel, Slug
from zuofeng_cli.text import Text

Basis = Literal["text", "assumed"]
"""`text`: the words fix it. `assumed`: a reading or a default fixes it."""


class Bearer(FileModel):
    """Who owes a rule: a kind of unit, at one level or at every level."""

    kind: str
    """A kind of unit, declared in `[kinds]`. Example: `kind = "party-committee"`"""
    level: str | None = None
    """Only units of this level, declared in `[levels]`; every level without it.

    Example: `level = "county"`
    """


class Remind(FileModel):
    """When to remind, and in which words."""

    days_before: tuple[Annotated[int, Field(ge=0, le=366)], ...]
    """The days of the ladder, in calendar days before the due day; 0 is the day itself.

    Example: `days_before = [30, 7, 1]`
    """
    zh: str = ""
    """The message in Chinese. It may ask for `${title}`, `${unit}`, `${period}`, `${opens}`,
    `${due}`, `${days_left}`, `${clause}` and `${festival}`.

    Example: `zh = "${unit}：最迟${due}，剩余${days_left}天。"`
    """
    en: str = ""
    """The message in English, with the same fields.

    Example: `en = "${unit}: by ${due}, days left: ${days_left}."`
    """

    @property
    def words(self) -> Text:
        """The text in each language it gives."""
        return {lang: words for lang, words in (("zh", self.zh), ("en", self.en)) if words}


class Option(FileModel):
    """One answer to what the text leaves open, and the cadence it implies if it changes a date."""

    zh: str = ""
    """The answer in Chinese. Example: `zh = "自然季度"`"""
    en: str = ""
    """The answer in English. Example: `en = "The calendar quarter"`"""
    cadence: Cadence | None = None
    """The cadence it implies, where it changes a date; else the rule's own holds.

    Example: `cadence = { kind = "rolling", months = 3 }`
    """

    @property
    def title(self) -> Text:
        """The answer in each language it gives."""
        return {lang: words for lang, words in (("zh", self.zh), ("en", self.en)) if words}


class Reading(FileModel):
    """A question that the text leaves open, the answer chosen, why, and the others."""

    id: Slug
    """What a unit calls it by in its `readings`. Example: `id = "quarter"`"""
    question: Text
    """What the text leaves open.

    Example: `question = { zh = "“每季度”是自然季度吗？", en = "A calendar quarter?" }`
    """
    chosen: str
    """The option that holds unless a unit chooses another.

    Example: `chosen = "calendar-quarter"`
    """
    reason: Text = ""
    """Why that one. Example: `reason = { zh = "通常如此。", en = "It is so in ordinary use." }`"""
    basis: Basis = "assumed"
    """`text` where the chosen answer is the plain sense of the words, so that dates stay the text's
    own; `assumed` where it settles what they leave open.

    Example: `basis = "text"`
    """
    options: Annotated[dict[str, Option], Field(min_length=1)]
    """The answers, by name.

    Example: `options = { calendar-quarter = { zh = "自然季度", en = "The calendar quarter" } }`
    """


class Rule(FileModel):
    """One duty of a rulebook."""

    id: Slug
    """What logs, keys and messages call it by; never changed once in use.

    Example: `id = "quarterly-study"`
    """
    clause: str
    """The document's own number for the place. Example: `clause = "二(一)1"`"""
    anchors: tuple[str, ...]
    """The shortest exact runs of the text that locate the duty in its clause; no more than 24
    Chinese characters.

    Example: `anchors = ["每季度至少专题研究1次"]`
    """
    title: Text
    """The duty in the author's own words.

    Example: `title = { zh = "每季度专题研究", en = "Quarterly study" }`
    """
    owed_by: Annotated[tuple[Bearer, ...], Field(min_length=1)]
    """Who owes it: kinds of units, each at one level or at every level.

    Example: `owed_by = [{ kind = "party-group", level = "county" }]`
    """
    bearer_basis: Literal["stated", "inferred"] = "stated"
    """Whether the sentence names who owes it, or that is inferred.

    Example: `bearer_basis = "inferred"`
    """
    cadence: Cadence
    """How it makes dates: see the kinds below.

    Example: `cadence = { kind = "period", every = "quarter" }`
    """
    assumed: tuple[str, ...] = ()
    """The keys of the cadence that the text does not fix; its dates are then marked assumed.

    Example: `assumed = ["days_before"]`
    """
    recipients: tuple[str, ...] = ()
    """To whom it is delivered, declared in `[recipients]`; it is done when each has received it.

    Example: `recipients = ["superior-discipline", "same-level-party"]`
    """
    evidence: tuple[str, ...] = ()
    """What may show that it was done, declared in `[evidence]`.

    Example: `evidence = ["minutes"]`
    """
    remind: Remind | None = None
    """When to remind of it, and in which words.

    Example: `remind = { days_before = [7, 1], zh = "最迟${due}", en = "By ${due}" }`
    """
    after: str | None = None
    """The rule that comes before it in a chain. Example: `after = "finding-ledger"`"""
    in_force_from: Day | None = None
    """Its first day; the rulebook's without it. Example: `in_force_from = 2026-07-01`"""
    in_force_until: AnyDay | None = None
    """Its last day. Example: `in_force_until = 2017-12-31`"""
    commentary: tuple[str, ...] = ()
    """Anchors in the document's commentary, where that restates the duty.

    Example: `commentary = ["建立健全定期分析研判机制"]`
    """
    note: Text = ""
    """What a reader should know beside the title.

    Example: `note = { zh = "零报告也要报。", en = "A nil report is owed too." }`
    """
    readings: Annotated[
        tuple[Reading, ...], Field(validation_alias=AliasChoices("reading", "readings"))
    ] = ()
    """Questions that the text leaves open, a table `[[rule.reading]]` each.

    Example: `[[rule.reading]]`
    """

    def cadence_under(self, choices: Mapping[str, str]) -> Cadence:
        """The cadence under these readings (reading id → option), else the rulebook's own choice.

        At most one chosen option may carry a cadence: units files that choose two are refused.
        """
        deciding = self.deciding(choices)
        return deciding.popitem()[1] if deciding else self.cadence

    def deciding(self, choices: Mapping[str, str]) -> dict[str, Cadence]:
        """The cadence of each reading of which the chosen option carries one, by reading id."""
        options = {r.id: r.options.get(choices.get(r.id, r.chosen)) for r in self.readings}
        return {name: each.cadence for name, each in options.items() if each and each.cadence}

    def basis_under(self, choices: Mapping[str, str]) -> Basis:
        """Whether the words fix the dates, or a default or reading does."""
        if self.assumed:
            return "assumed"
        for reading in self.readings:
            if reading.basis == "assumed" or choices.get(reading.id, reading.chosen) != (
                reading.chosen
            ):
                return "assumed"
        return "text"

    @property
    def is_local(self) -> bool:
        """Whether a local rulebook made it, or changed it."""
        return False

    @property
    def versions(self) -> tuple["Version", ...]:
        """The rule as it holds at one time and another, in order; one of them unless amended."""
        return (Version(self),)


@dataclass(frozen=True, slots=True)
class Version:
    """A rule as it holds for the periods that begin from `since` on and before `before`."""

    rule: Rule
    since: date | None = None
    before: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a period that begins on `day` falls under this version."""
        return (self.since or date.min) <= day < (self.before or date.max)
