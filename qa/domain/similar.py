"""Find questions that ask the same in other words: TF-IDF over stems, compared by their cosine."""

from collections import Counter, defaultdict
from functools import lru_cache
from math import log, sqrt

import snowballstemmer
from django.db.models import Count, Max

from qa.domain.fold import fold
from qa.models import Question, Theme

MOST_SHOWN = 3
LEAST_ALIKE = 0.3
THEMES_KEPT = 16
_LANGUAGES = {"fr": "french", "en": "english"}


class Index:
    """The questions of one theme by the stems in them, each stem with its weight."""

    def __init__(self, texts: dict[int, str], language: str) -> None:
        self.language = language
        counted = {key: Counter(_stems(text, language)) for key, text in texts.items()}
        spread = Counter(stem for stems in counted.values() for stem in stems)
        self._rareness = {stem: 1 + log(len(texts) / seen) for stem, seen in spread.items()}
        self._places: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for key, stems in counted.items():
            for stem, weight in self._weights(stems).items():
                self._places[stem].append((key, weight))

    def likest(self, text: str, most: int = MOST_SHOWN) -> list[int]:
        """Return the keys of at most `most` texts that are like `text`, the likest first."""
        found: dict[int, float] = defaultdict(float)
        for stem, weight in self._weights(Counter(_stems(text, self.language))).items():
            for key, other in self._places.get(stem, ()):
                found[key] += weight * other
        best = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
        return [key for key, likeness in best if likeness >= LEAST_ALIKE]

    def _weights(self, stems: Counter[str]) -> dict[str, float]:
        """Return a vector of length one. A stem that nobody has used is rarer than any other."""
        rarest = max(self._rareness.values(), default=1.0)
        raw = {stem: times * self._rareness.get(stem, rarest) for stem, times in stems.items()}
        length = sqrt(sum(weight**2 for weight in raw.values())) or 1.0
        return {stem: weight / length for stem, weight in raw.items()}


def similar_questions(theme: Theme, text: str) -> list[Question]:
    """Return public questions of `theme` that are like `text`, the likest first."""
    keys = _index_of(theme).likest(text)
    found = Question.objects.public().in_bulk(keys)
    return [found[key] for key in keys if key in found]


def _index_of(theme: Theme) -> Index:
    """Return the index of what is public in `theme` now; made anew only when that changed."""
    public = Question.objects.public().filter(theme=theme)
    state = public.aggregate(Count("pk"), Max("pk"), Max("decided_at"))
    return _index(theme.pk, theme.locale.language_code, *state.values())


@lru_cache(maxsize=THEMES_KEPT)
def _index(theme_id: int, language: str, *state: object) -> Index:
    public = Question.objects.public().filter(theme_id=theme_id)
    return Index(dict(public.values_list("pk", "text")), language)


def _stems(text: str, language: str) -> list[str]:
    return [_stem(word, language) for word in fold(text).split() if len(word) > 1]


@lru_cache(maxsize=50_000)
def _stem(word: str, language: str) -> str:
    stemmer = _LANGUAGES.get(language)
    return str(snowballstemmer.stemmer(stemmer).stemWord(word)) if stemmer else word
