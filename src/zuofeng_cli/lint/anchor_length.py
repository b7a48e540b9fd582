"""An anchor is longer than it takes to find the place: a rulebook holds no policy text.

The limit is 48 columns: 24 Chinese characters, or 48 letters.

Fails: an anchor that is the whole sentence
Passes: `anchors = ["在结案后30日内"]`
"""

from collections.abc import Iterator
from unicodedata import east_asian_width

from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint.fault import Case, Fault, Place

CODE = "R204"

LIMIT = 48
"""In columns of a terminal, where a Chinese character takes two."""


def check(case: Case) -> Iterator[Fault]:
    """A fault for each anchor over the limit."""
    for place, anchor in _anchors(case):
        width = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in anchor)
        if width > LIMIT:
            message = _("the anchor is {width} columns long, over the limit of {limit}").format(
                width=width, limit=LIMIT
            )
            yield Fault(place, message, _("keep the shortest run that locates the duty"))


def _anchors(case: Case) -> Iterator[tuple[Place, str]]:
    for number, rule in enumerate(case.book.rules):
        for key in ("anchors", "commentary"):
            for position, anchor in enumerate(getattr(rule, key)):
                yield ("rule", number, key, position), anchor
    for number, declared in enumerate(case.book.not_duties):
        for position, anchor in enumerate(declared.anchors):
            yield ("not_duty", number, "anchors", position), anchor
