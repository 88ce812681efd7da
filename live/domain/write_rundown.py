"""A rundown as a table that spreadsheets open, and that `read_rundown` takes back as it was."""

import csv
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from campaigns.domain.ledger.export import formula_safe
from live.models import LiveProgrammePage, Segment

COLUMNS = (
    "key", "kind", "title", "length", "starts exactly at", "theme", "feed", "guests", "place",
    "country", "continent", "time zone", "hide place", "if the link drops", "notes", "prompter",
)  # fmt: skip
YES = "yes"
# Without it, spreadsheets take the file for Latin-1.
_BYTE_ORDER_MARK = "\ufeff"


def write_rundown(page: LiveProgrammePage) -> Iterator[bytes]:
    """Yield the rundown of `page` as CSV in UTF-8, line by line."""
    writer = csv.writer(_Echo())
    yield (_BYTE_ORDER_MARK + writer.writerow(COLUMNS)).encode()
    segments = list(page.segments.all())
    titles = {one.key: one.title for one in segments}
    for one in segments:
        cells = _cells(one, page.time_zone, titles)
        yield writer.writerow([formula_safe(cell) for cell in cells]).encode()


def _cells(one: Segment, zone: str, titles: dict[str, str]) -> tuple[str, ...]:
    return (
        one.key,
        one.kind,
        one.title,
        write_length(one.planned_s),
        write_hour(one.hard_start_at, zone) if one.hard_start_at else "",
        one.theme.slug if one.theme else "",
        one.feed.name if one.feed else "",
        one.guests,
        one.place,
        one.country,
        one.continent,
        one.time_zone,
        YES if one.hides_place else "",
        titles.get(one.fallback_key, ""),
        one.notes,
        one.prompter,
    )


def write_length(seconds: int) -> str:
    """Return h:mm:ss: a spreadsheet would take 4:30 for half past four and write 4:30:00 back."""
    minutes, left = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{left:02}"


def write_hour(instant: datetime, zone: str) -> str:
    """Return day and hour on the clocks of `zone`; with its offset where they show it twice."""
    local = instant.astimezone(ZoneInfo(zone)).replace(microsecond=0)
    text = local.strftime("%Y-%m-%d %H:%M:%S").removesuffix(":00")
    twin = local.replace(fold=1 - local.fold)
    return local.isoformat(" ") if twin.utcoffset() != local.utcoffset() else text


class _Echo:
    """A file that gives back what is written to it: csv wants one."""

    def write(self, text: str) -> str:
        return text
