"""Find public questions of a theme that ask the same in other words.

Each process keeps an index of the themes that it is asked about. Before it is used, it reads what
changed since: an approval costs whoever types next one more text, not all of them.
"""

from collections import OrderedDict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from threading import Lock
from time import monotonic

from django.db.models import QuerySet

from qa.domain.similar_texts import Index
from qa.models import Question, Theme

THEMES_KEPT = 16
# What was written a little earlier but committed later than the last that was read.
LATE_BY = timedelta(seconds=10)
LATE_KEYS = 100
# How old an index may be: many type at once, and one look is enough for all of them.
LOOKED_S = 1.0
# A difference that no version tells of is found by counting, and mended this often at most.
REST_S = 10
_BEFORE_ALL = datetime(2000, 1, 1, tzinfo=UTC)

Row = tuple[int, int, str, datetime | None, bool]


class ThemeIndex:
    """The index of one theme, and how far its questions were read."""

    def __init__(self, theme: Theme) -> None:
        self._lock = Lock()
        self._theme, self._language = theme.pk, theme.locale.language_code
        self._read_all()

    def likest(self, text: str) -> list[int]:
        """Return the keys of public questions that are like `text`, the likest first."""
        with self._lock:
            if monotonic() - self._looked_at >= LOOKED_S:
                self._read_changes()
            return self._index.likest(text)

    def _read_all(self) -> None:
        rows: list[Row] = list(_rows(self._asked()))
        shown = ((key, text) for key, _, text, _, is_shown in rows if is_shown)
        self._index, self._read_at = Index(shown, self._language), monotonic()
        self._versions: dict[int, int] = {}
        self._last_key, self._last_decision = 0, _BEFORE_ALL
        self._note(rows)
        self._looked_at = monotonic()

    def _read_changes(self) -> None:
        decided = self._asked().filter(decided_at__gt=self._last_decision - LATE_BY)
        fresh = self._asked().filter(pk__gt=self._last_key - LATE_KEYS)
        rows: list[Row] = [*_rows(decided), *_rows(fresh)]
        changed = [row for row in rows if self._versions.get(row[0]) != row[1]]
        for key, _version, text, _decided_at, is_shown in changed:
            if is_shown:
                self._index.put(key, text)
            else:
                self._index.drop(key)
        self._note(changed)
        self._looked_at = monotonic()
        number = self._asked().filter(is_shown=True).count()
        if number != len(self._index) and monotonic() - self._read_at > REST_S:
            self._read_all()

    def _note(self, rows: Iterable[Row]) -> None:
        for key, version, _text, decided_at, _is_shown in rows:
            self._versions[key] = version
            self._last_key = max(self._last_key, key)
            self._last_decision = max(self._last_decision, decided_at or _BEFORE_ALL)

    def _asked(self) -> QuerySet[Question]:
        return Question.objects.filter(theme_id=self._theme)


_kept: OrderedDict[int, ThemeIndex] = OrderedDict()
_keeping = Lock()


def similar_questions(theme: Theme, text: str) -> list[Question]:
    """Return public questions of `theme` that are like `text`, the likest first."""
    keys = _index_of(theme).likest(text)
    found = Question.objects.public().in_bulk(keys)
    return [found[key] for key in keys if key in found]


def forget_indexes() -> None:
    """Read everything anew when it is needed next."""
    with _keeping:
        _kept.clear()


def _index_of(theme: Theme) -> ThemeIndex:
    with _keeping:
        if theme.pk not in _kept:
            _kept[theme.pk] = ThemeIndex(theme)
            if len(_kept) > THEMES_KEPT:
                _kept.popitem(last=False)
        _kept.move_to_end(theme.pk)
        return _kept[theme.pk]


def _rows(questions: QuerySet[Question]) -> QuerySet[Question, Row]:
    return questions.values_list("pk", "version", "fold", "decided_at", "is_shown")
