"""A rulebook and its rules: each duty as the text states it, undated."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, Field, PrivateAttr

from zuofeng_cli.cadence import Cadence
from zuofeng_cli.cadence.scope import Festival
from zuofeng_cli.model import AnyDay, Day, FileModel, Slug
from zuofeng_cli.text import Text, language_of

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


class NotDuty(FileModel):
    """Sentences of the text that bid nobody do anything, and why they make no rule."""

    clause: str
    """The document's own number for the place. Example: `clause = "一(三)"`"""
    anchors: Annotated[tuple[str, ...], Field(min_length=1)]
    """Short exact runs of the sentences, as in a rule. Example: `anchors = ["持之以恒"]`"""
    reason: Text
    """Why they make no rule. Example: `reason = { zh = "目标。", en = "An aim." }`"""


class Adjustment(FileModel):
    """What a local rulebook changes in a rule of the rulebook that it extends."""

    rule: str
    """The rule that changes. Example: `rule = "quarterly-study"`"""
    clause: str = ""
    """The local document's own number for the place. Example: `clause = "第五条"`"""
    cadence: dict[str, Any] = {}
    """The keys of the cadence that change; with `kind`, a whole cadence. It may be stricter than
    the text, not looser.

    Example: `cadence = { at_least = 2 }`
    """
    festivals: tuple[str, ...] = ()
    """Festivals that are added to those of the rule. Example: `festivals = ["lantern"]`"""
    readings: dict[str, str] = {}
    """The option that holds here, by the reading's id.

    Example: `readings = { 30-days-holiday = "next-working-day" }`
    """
    note: Text = ""
    """What a reader should know; the rule's own note without it.

    Example: `note = "Agreed on 1 June 2026."`
    """


class Rulebook(FileModel):
    """A policy document as data: its vocabulary and its rules.

    A local one `extends` another, a built-in id or a path: it adds rules and words to it, and
    `adjustments` to its rules. Its calendar and time zone are then those of the other.
    """

    format: Literal[1]
    """The version of this format. Example: `format = 1`"""
    id: Slug
    """What settings and outputs call the rulebook by. Example: `id = "chengdu-2014"`"""
    title: Text
    """The document's title. `rules coverage` looks for it in the text, and the languages it has are
    those that every other text needs.

    Example: `title = { zh = "示范规定", en = "Demo rules" }`
    """
    extends: str | None = None
    """The rulebook that this local one is laid over: a built-in id, or a path from this file.

    Example: `extends = "chengdu-2014"`
    """
    issuer: Text = ""
    """Who issued the document. Example: `issuer = { zh = "示范市委", en = "Demo city" }`"""
    adopted: AnyDay | None = None
    """The day it bears. Example: `adopted = 2014-09-30`"""
    in_force_from: Day
    """Its first day: a period that begins earlier is not owed.

    Example: `in_force_from = 2014-09-30`
    """
    in_force_until: AnyDay | None = None
    """Its last day. Example: `in_force_until = 2030-12-31`"""
    time_zone: str = "UTC"
    """Where a day begins, as the IANA database names it. Example: `time_zone = "Asia/Shanghai"`"""
    calendar: str | None = None
    """The country whose days off count (ISO 3166); only weekends are off without it.

    Example: `calendar = "CN"`
    """
    text_sha256: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    """The sha256 of the file of the text that the anchors were taken from.

    Example: `text_sha256 = ""`
    """
    kinds: dict[Slug, Text] = {}
    """Kinds of units, with their titles.

    Example: `kinds = { party-committee = { zh = "党委", en = "Committee" } }`
    """
    levels: dict[Slug, Text] = {}
    """Levels of units. Example: `levels = { county = { zh = "县级", en = "County" } }`"""
    recipients: dict[Slug, Text] = {}
    """To whom something is delivered.

    Example: `recipients = { superior-party = { zh = "上级党委", en = "Superior" } }`
    """
    evidence: dict[Slug, Text] = {}
    """What may show that something was done.

    Example: `evidence = { minutes = { zh = "会议纪要", en = "Minutes" } }`
    """
    events: dict[Slug, Text] = {}
    """What may happen and set a duty off.

    Example: `events = { case-closed = { zh = "结案", en = "Case closed" } }`
    """
    festivals: dict[Slug, Festival] = {}
    """Festivals that a rule may stand before or around.

    Example: `festivals = { lantern = { zh = "元宵节", en = "Lantern", day = "03-03" } }`
    """
    rules: Annotated[tuple[Rule, ...], Field(validation_alias=AliasChoices("rule", "rules"))] = ()
    """The duties, a table `[[rule]]` each, in the order of the document. Example: `[[rule]]`"""
    adjustments: Annotated[
        tuple[Adjustment, ...], Field(validation_alias=AliasChoices("adjust", "adjustments"))
    ] = ()
    """What a local rulebook changes in the rules beneath, a table `[[adjust]]` each.

    Example: `[[adjust]]`
    """
    not_duties: Annotated[
        tuple[NotDuty, ...], Field(validation_alias=AliasChoices("not_duty", "not_duties"))
    ] = ()
    """Sentences that bid nobody do anything, a table `[[not_duty]]` each.

    Example: `[[not_duty]]`
    """

    _answers: dict[Hashable, dict[Any, Any]] = PrivateAttr(default_factory=dict)

    def answers(self, about: Hashable) -> dict[Any, Any]:
        """Where answers that follow from the rulebook and `about` alone are kept once found."""
        return self._answers.setdefault(about, {})

    @property
    def language(self) -> str:
        """The language the rulebook is written in: the one its title gives first."""
        return language_of(self.title) or "en"

    def rule(self, rule_id: str) -> Rule | None:
        """The rule with this id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)
