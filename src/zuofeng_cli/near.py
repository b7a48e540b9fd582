"""What a person may have meant by a word that nobody knows."""

from collections.abc import Iterable

from zuofeng_cli.language import gettext as _

SHOWN = 12
"""How many allowed words a message lists before it stops."""


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The known word that is spelt most like this one; None when none is."""
    from difflib import get_close_matches  # a mistake is rare, and the import is not free

    close = get_close_matches(word[:200], list(words), n=1, cutoff=0.7)
    return close[0] if close else None


def near(word: str, words: Iterable[str]) -> str:
    """`did you mean …?` for the word nearest to a mistaken one; empty when none is near."""
    close = nearest(word, words)
    return _("did you mean {word}?").format(word=close) if close else ""


def near_or_all(word: str, words: Iterable[str]) -> str:
    """`did you mean …?`, or the words that are allowed."""
    known = list(dict.fromkeys(words))
    if hint := near(word, known):
        return hint
    shown = [*known[:SHOWN], *(["…"] if len(known) > SHOWN else [])]
    return _("allowed: {words}").format(words=", ".join(shown) or "-")
