"""Find questions that ask the same in other words: TF-IDF over stems, compared by their cosine.

Each process keeps an index of the themes that it was asked about and reads only what changed since.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from math import log, sqrt

import snowballstemmer

from qa.domain.fold import fold

MOST_SHOWN = 3
LEAST_ALIKE = 0.3
# A text is as long as its stems are rare. After so many changes the lengths are measured anew.
SHARE_CHANGED = 0.1
_LANGUAGES = {"fr": "french", "en": "english"}


class Index:
    """Texts by the stems in them. Texts are given folded (`qa.domain.fold`)."""

    def __init__(self, texts: Iterable[tuple[int, str]], language: str) -> None:
        self.language = language
        self._stems: dict[int, Counter[str]] = {}
        self._lengths: dict[int, float] = {}
        self._places: dict[str, dict[int, int]] = defaultdict(dict)
        self._changes = 0
        for key, text in texts:
            self._take_in(key, text)
        self._measure()

    def __len__(self) -> int:
        return len(self._stems)

    def put(self, key: int, text: str) -> None:
        """Take a text in, or another in its place."""
        stems = Counter(_stems(text, self.language))
        if self._stems.get(key) == stems:
            return
        self.drop(key)
        self._take_in(key, text)
        self._lengths[key] = self._length(stems)
        self._count_change()

    def drop(self, key: int) -> None:
        """Leave a text out, if it is there."""
        for stem in self._stems.pop(key, ()):
            del self._places[stem][key]
            if not self._places[stem]:
                del self._places[stem]
        if self._lengths.pop(key, None) is not None:
            self._count_change()

    def likest(self, text: str, most: int = MOST_SHOWN) -> list[int]:
        """Return the keys of at most `most` texts that are like `text`, the likest first."""
        stems = Counter(_stems(fold(text), self.language))
        length = self._length(stems)
        found: dict[int, float] = defaultdict(float)
        for stem, times in stems.items():
            weight = times * self._rareness(stem) ** 2 / length
            for key, other in self._places.get(stem, {}).items():
                found[key] += weight * other / self._lengths[key]
        alike = [(-likeness, key) for key, likeness in found.items() if likeness >= LEAST_ALIKE]
        return [key for _, key in sorted(alike)[:most]]

    def _take_in(self, key: int, text: str) -> None:
        stems = Counter(_stems(text, self.language))
        self._stems[key] = stems
        for stem, times in stems.items():
            self._places[stem][key] = times

    def _rareness(self, stem: str) -> float:
        """Return a stem's weight. One that nobody has used is as rare as any can be."""
        return 1 + log(max(len(self), 1) / (len(self._places.get(stem, ())) or 1))

    def _length(self, stems: Counter[str]) -> float:
        rare = self._rareness
        return sqrt(sum((times * rare(stem)) ** 2 for stem, times in stems.items())) or 1.0

    def _count_change(self) -> None:
        self._changes += 1
        if self._changes > SHARE_CHANGED * len(self):
            self._measure()

    def _measure(self) -> None:
        rareness = {stem: self._rareness(stem) for stem in self._places}
        for key, stems in self._stems.items():
            self._lengths[key] = (
                sqrt(sum((times * rareness[stem]) ** 2 for stem, times in stems.items())) or 1.0
            )
        self._changes = 0


def _stems(folded: str, language: str) -> list[str]:
    return [_stem(word, language) for word in folded.split() if len(word) > 1]


@lru_cache(maxsize=50_000)
def _stem(word: str, language: str) -> str:
    stemmer = _LANGUAGES.get(language)
    return str(snowballstemmer.stemmer(stemmer).stemWord(word)) if stemmer else word
