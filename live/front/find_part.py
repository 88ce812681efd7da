"""Find the file of a part: of a segment that was just aired, or that is promised and being made."""

from pathlib import Path

from live.air import slates
from live.air.manifest import SOURCE, Aired
from live.air.read_air import SLATE
from live.front.kept_air import KeptAir
from live.front.kept_parts import NEAR_ROWS


async def find_part(air: KeptAir, name: str, rung: str, count: int) -> Path | None:
    """Return where part `count` of what is aired as `name` lies, below the live store.

    The one that a list hints at is waited for. None if it is not there, was not aired, or turns out
    not to come because something else was put on air.
    """
    await air.refresh()
    if air.has_parts and not _places(air, name, rung):
        await air.refresh(0.0)
    if not air.has_parts or not _places(air, name, rung):
        return None
    if name == SLATE:
        return _of_slate(air, rung, count)
    place = (name, rung, count)
    await air.wait_until(lambda: _found(air, *place) is not None or not _comes(air, *place))
    return _found(air, *place)


def _places(air: KeptAir, name: str, rung: str) -> list[Aired]:
    """Return the segments near the edge, promised ones too, that have files under these names."""
    near = [*air.rows[-NEAR_ROWS:], *([air.promised] if air.promised else [])]
    return [row for row in near if row.map_name == name and rung in row.rungs]


def _found(air: KeptAir, name: str, rung: str, count: int) -> Path | None:
    for row in _places(air, name, rung):
        part = air.parts.log(row.folder, rung).at(count)
        if part is not None and part.segment == row.file_number:
            return Path(row.folder, rung, part.file_name)
    return None


def _comes(air: KeptAir, name: str, rung: str, count: int) -> bool:
    """Say whether that part is the next of what is on air, as far as is known now."""
    promised = air.promised
    if promised is None or promised.map_name != name or rung not in promised.rungs:
        return False
    log = air.parts.log(promised.folder, rung)
    part = log.at(count)
    if part is not None:
        # It is there already, and the segment before it will be whole in a moment.
        return part.segment == promised.file_number + 1
    return count == (log.last.count + 1 if log.last else 0)


def _of_slate(air: KeptAir, rung: str, count: int) -> Path | None:
    second, piece = divmod(count, len(slates.PARTS_S))
    for row in _places(air, SLATE, rung):
        if row.file_number == second:
            return Path(row.folder, SOURCE, f"{second}.{piece}.m4s")
    return None
