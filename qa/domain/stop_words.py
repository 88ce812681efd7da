"""Find stop words in what people write, however it is disguised."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from qa.domain.fold import fold
from qa.enums import StopMode
from qa.models import Moderated, StopList, StopMatch


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a list in a text."""

    list_id: int
    word: str
    holds: bool


def find_stop_words(*texts: str) -> list[Found]:
    """Return the stop words in `texts`, at most one for each list; those that hold come first."""
    folded = " ".join(fold(text) for text in texts)
    found = []
    for key, words, mode in StopList.objects.values_list("pk", "words", "mode"):
        pattern = _pattern(words)
        match = pattern.search(folded) if pattern else None
        if match:
            found.append(Found(key, match[0][:60], mode == StopMode.HOLD))
    return sorted(found, key=lambda one: (not one.holds, one.list_id))


def note_stop_words(text: Moderated, found: Iterable[Found]) -> None:
    """Write down what was found in `text`, so that a list can be judged."""
    StopMatch.objects.bulk_create(
        StopMatch(stop_list_id=one.list_id, word=one.word, kind=text.kind, subject_id=text.pk)
        for one in found
    )


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str] | None:
    """Return what finds any of the words, one a line; None for a list without any."""
    parts = []
    for line in words.splitlines():
        folded = re.escape(fold(line)).replace(r"\ ", " ")
        if folded:
            parts.append(folded + (r"\w*" if line.rstrip().endswith("*") else ""))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else None
