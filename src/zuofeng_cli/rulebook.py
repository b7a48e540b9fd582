"""A rulebook: a policy document as data, its vocabulary and its rules."""

from collections.abc import Hashable
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, Field, PrivateAttr

from zuofeng_cli.cadence.scope import Festival
from zuofeng_cli.model import AnyDay, Day, FileModel, Slug
from zuofeng_cli.rule import Rule
from zuofeng_cli.text import Text, language_of


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
