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
    level: str | None = None


class Remind(FileModel):
    """When to remind, in calendar days before the due day, and in which words.

    The words may use `${title} ${unit} ${period} ${opens} ${due} ${days_left} ${clause}` and
    `${festival}`.
    """

    days_before: tuple[Annotated[int, Field(ge=0, le=366)], ...]
    zh: str = ""
    en: str = ""

    @property
    def words(self) -> Text:
        """The text in each language it gives."""
        return {lang: words for lang, words in (("zh", self.zh), ("en", self.en)) if words}


class Option(FileModel):
    """One answer to what the text leaves open, and the cadence it implies if it changes a date."""

    zh: str = ""
    en: str = ""
    cadence: Cadence | None = None

    @property
    def title(self) -> Text:
        """The answer in each language it gives."""
        return {lang: words for lang, words in (("zh", self.zh), ("en", self.en)) if words}


class Reading(FileModel):
    """A question that the text leaves open, the answer chosen, why, and the others.

    `basis` is `text` where the chosen answer is the plain sense of the words and the others are
    kept for comparison; dates then stay the text's own.
    """

    id: Slug
    question: Text
    chosen: str
    reason: Text = ""
    basis: Basis = "assumed"
    options: Annotated[dict[str, Option], Field(min_length=1)]


class Rule(FileModel):
    """One duty of a rulebook.

    `clause` is the document's own number and `anchors` the shortest exact runs of its text that
    locate the duty there. `assumed` names the cadence's parameters that the text does not fix.
    `after` names the rule that comes before this one in a chain. `commentary` are anchors in the
    document's commentary, where that restates the duty.
    """

    id: Slug
    clause: str
    anchors: tuple[str, ...]
    title: Text
    owed_by: Annotated[tuple[Bearer, ...], Field(min_length=1)]
    bearer_basis: Literal["stated", "inferred"] = "stated"
    cadence: Cadence
    assumed: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    remind: Remind | None = None
    after: str | None = None
    in_force_from: Day | None = None
    in_force_until: AnyDay | None = None
    commentary: tuple[str, ...] = ()
    note: Text = ""
    readings: Annotated[
        tuple[Reading, ...], Field(validation_alias=AliasChoices("reading", "readings"))
    ] = ()

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
    anchors: Annotated[tuple[str, ...], Field(min_length=1)]
    reason: Text


class Adjustment(FileModel):
    """What a local rulebook changes in a rule of the rulebook that it extends.

    `cadence` are the keys that change, or with `kind` a whole cadence; `festivals` are added to
    those of the rule, and `readings` chooses an option by reading id. `clause` is the local
    document's own.
    """

    rule: str
    clause: str = ""
    cadence: dict[str, Any] = {}
    festivals: tuple[str, ...] = ()
    readings: dict[str, str] = {}
    note: Text = ""


class Rulebook(FileModel):
    """A policy document as data: its vocabulary and its rules.

    A local one `extends` another, a built-in id or a path: it adds rules and words to it, and
    `adjustments` to its rules. Its calendar and time zone are then those of the other.
    """

    format: Literal[1]
    id: Slug
    title: Text
    extends: str | None = None
    issuer: Text = ""
    adopted: AnyDay | None = None
    in_force_from: Day
    in_force_until: AnyDay | None = None
    time_zone: str = "UTC"
    calendar: str | None = None
    text_sha256: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""
    kinds: dict[Slug, Text] = {}
    levels: dict[Slug, Text] = {}
    recipients: dict[Slug, Text] = {}
    evidence: dict[Slug, Text] = {}
    events: dict[Slug, Text] = {}
    festivals: dict[Slug, Festival] = {}
    rules: Annotated[tuple[Rule, ...], Field(validation_alias=AliasChoices("rule", "rules"))] = ()
    adjustments: Annotated[
        tuple[Adjustment, ...], Field(validation_alias=AliasChoices("adjust", "adjustments"))
    ] = ()
    not_duties: Annotated[
        tuple[NotDuty, ...], Field(validation_alias=AliasChoices("not_duty", "not_duties"))
    ] = ()

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
