"""Read a rundown from a table: whole, or not at all, with what is wrong line by line."""

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import StringIO
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils.translation import gettext as _

from campaigns.domain.ledger.export import formula_safe
from live.domain.write_rundown import COLUMNS
from live.enums import Continent, SegmentKind
from live.models import Feed, LiveProgrammePage, Segment
from live.rundown_refusals import (
    ColumnMissing,
    FileTooLarge,
    LinesWrong,
    NoLines,
    NotText,
    TooManyLines,
)
from media.timecode import parse_timecode
from qa.models import Theme

MOST_BYTES = 1_000_000
MOST_LINES = 200
NEEDED = ("title", "length")
DELIMITERS = ";,\t"
_HOURS = ("%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S")
_YES = {"1", "x", "yes", "oui", "true", "vrai"}
_NO = {"", "0", "no", "non", "false", "faux"}
_KEY = re.compile(r"[0-9a-f]{16}")
Row = Mapping[str, str]
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong: in which line of the file, in which column, and why."""

    line: int
    column: str
    sentence: str


@dataclass(slots=True)
class _Reading:
    """What a programme knows that its table may name, and what was wrong so far."""

    zone: ZoneInfo
    themes: dict[str, Theme]
    feeds: dict[str, Feed]
    keys: set[str] = field(default_factory=set)
    wrong: list[Wrong] = field(default_factory=list)


def read_rundown(content: bytes, page: LiveProgrammePage) -> list[Segment]:
    """Return the parts that the table holds, in its order, none of them saved.

    UTF-8, with or without a byte-order mark; commas, semicolons or tabs. Raises TableRefused:
    LinesWrong, if lines cannot be read, names each of them in `values["lines"]`.
    """
    rows = _rows(_text(content))
    themes = Theme.objects.filter(locale=page.locale_id)
    reading = _Reading(
        zone=ZoneInfo(page.time_zone),
        themes={name: one for one in themes for name in (one.name.casefold(), one.slug)},
        feeds={one.name.casefold(): one for one in page.feeds.all()},
    )
    found = [(line, row, _segment(line, row, reading)) for line, row in rows]
    _point_at_fallbacks(found, reading)
    if reading.wrong:
        raise LinesWrong(lines=sorted(reading.wrong, key=lambda one: one.line))
    return [segment for _line, _row, segment in found]


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise FileTooLarge
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotText from error
    if "\0" in text:
        raise NotText
    return text


def _rows(text: str) -> list[tuple[int, Row]]:
    """Return the lines that hold something, each with its number in the file."""
    head = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        names = [name.strip().casefold() for name in next(reader, [])]
        for needed in NEEDED:
            if needed not in names:
                raise ColumnMissing(column=needed)
        rows = [(reader.line_num, _row(names, cells)) for cells in reader if any(cells)]
    except csv.Error as error:
        raise NotText from error
    if not rows:
        raise NoLines
    if len(rows) > MOST_LINES:
        raise TooManyLines(most=MOST_LINES)
    return rows


def _row(names: Iterable[str], cells: Iterable[str]) -> Row:
    read = {name: _plain(cell.strip()) for name, cell in zip(names, cells, strict=False)}
    return {name: read.get(name, "") for name in COLUMNS}


def _plain(cell: str) -> str:
    """Take away the mark with which an export keeps spreadsheets from computing a cell."""
    bare = cell.removeprefix("'")
    return bare if bare != cell and formula_safe(bare) == cell else cell


def _segment(line: int, row: Row, reading: _Reading) -> Segment:
    segment = Segment(
        title=row["title"],
        guests=row["guests"],
        place=row["place"],
        country=row["country"],
        time_zone=row["time zone"],
        notes=row["notes"],
        prompter=row["prompter"],
    )
    if _KEY.fullmatch(row["key"]) and row["key"] not in reading.keys:
        segment.key = row["key"]
    reading.keys.add(segment.key)

    def take(name: str, column: str, read: Callable[[str], object]) -> None:
        try:
            setattr(segment, name, read(row[column]))
        except ValueError as error:
            reading.wrong.append(Wrong(line, column, str(error)))

    take("kind", "kind", lambda text: _choice(SegmentKind, text) or SegmentKind.STUDIO)
    take("continent", "continent", lambda text: _choice(Continent, text))
    take("planned_s", "length", _length)
    take("hard_start_at", "starts exactly at", lambda text: _hour(text, reading.zone))
    take("hides_place", "hide place", _is_yes)
    take("theme", "theme", lambda text: _named(text, reading.themes))
    take("feed", "feed", lambda text: _named(text, reading.feeds))
    _check(line, segment, reading)
    return segment


def _check(line: int, segment: Segment, reading: _Reading) -> None:
    """Say what the fields themselves refuse: too long, empty, an unknown time zone."""
    columns = {"planned_s": "length", "time_zone": "time zone"}
    named = {one.column for one in reading.wrong if one.line == line}
    try:
        segment.clean_fields(exclude={"page", "theme", "feed", "hard_start_at"})
    except ValidationError as error:
        for name, sentences in error.message_dict.items():
            column = columns.get(name, name)
            if column not in named:
                reading.wrong.append(Wrong(line, column, " ".join(sentences)))


def _point_at_fallbacks(found: list[tuple[int, Row, Segment]], reading: _Reading) -> None:
    column = "if the link drops"
    keys = {segment.title.casefold(): segment.key for _line, _row, segment in found}
    for line, row, segment in found:
        wanted = row[column]
        key = keys.get(wanted.casefold(), "") if wanted else ""
        if wanted and not key:
            sentence = _("No line of this table has the title “%(title)s”.")
            reading.wrong.append(Wrong(line, column, sentence % {"title": wanted}))
        elif key == segment.key:
            reading.wrong.append(Wrong(line, column, _("A part cannot stand in for itself.")))
        segment.fallback_key = key


def _choice(choices: type[TextChoices], text: str) -> str:
    """Return the choice that `text` names, by its code or as it is called here."""
    for value, label in choices.choices if text else ():
        if text.casefold() in (str(value).casefold(), str(label).casefold()):
            return str(value)
    if text:
        known = ", ".join(str(value) for value in choices.values)
        raise ValueError(
            _("“%(text)s” is none of these: %(known)s.") % {"text": text, "known": known}
        )
    return ""


def _length(text: str) -> int:
    try:
        return parse_timecode(text)
    except ValueError:
        raise ValueError(
            _("“%(text)s” is no length. Write minutes and seconds: 4:30, or 1:05:00.")
            % {"text": text}
        ) from None


def _hour(text: str, zone: ZoneInfo) -> datetime | None:
    """Return an hour on the clocks of `zone` (or with its own offset) as an instant."""
    if not text:
        return None
    local = _clock(text)
    if local is None:
        raise ValueError(
            _("“%(text)s” is no day and hour. Write 2026-12-08 20:30.") % {"text": text}
        )
    if local.tzinfo is None:
        local = local.replace(tzinfo=zone)
        if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local.replace(
            tzinfo=None
        ):
            sentence = _("The clocks skip %(text)s in that night. Choose another hour.")
            raise ValueError(sentence % {"text": text})
    return local.astimezone(UTC)


def _clock(text: str) -> datetime | None:
    for pattern in _HOURS:
        try:
            return datetime.strptime(text, pattern)  # noqa: DTZ007 - its zone comes from outside
        except ValueError:
            continue
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _is_yes(text: str) -> bool:
    if text.casefold() in _YES:
        return True
    if text.casefold() in _NO:
        return False
    raise ValueError(_("“%(text)s” is neither yes nor no.") % {"text": text})


def _named(text: str, things: Mapping[str, Thing]) -> Thing | None:
    if not text:
        return None
    found = things.get(text.casefold())
    if found is None:
        raise ValueError(_("“%(text)s” is not known here.") % {"text": text})
    return found
