"""What players read: rows of the air as text. Nothing here asks a database or a clock.

A manifest is written from blocks, one per aired segment and rung, so that what 14,000 segments of
four hours have in common is not written anew each second. RFC 8216bis, HLS version 9.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

VERSION = 9
# The rung that every session has.
SOURCE = "source"
# Constant, whatever comes: encoders that are not asked otherwise send a keyframe every two seconds.
TARGET_S = 2
HOLD_BACK_S = 3 * TARGET_S
# Whoever has a list of half this age may leave out what is older than this: at least six targets.
SKIP_UNTIL_S = 24
# What pictures of 24 to 60 a second make of a third of a second, none below 85 % of it (§4.4.4.9).
PART_TARGET_S = 0.376
# Parts are named as long as their end is nearer to the edge than this many targets.
PARTS_FOR_TARGETS = 3
# Every so many segments, the clock is written again.
DATE_EVERY = 10


@dataclass(frozen=True, slots=True)
class Aired:
    """One aired segment: its row, and the file it stands for.

    `folder` and `file_number` say which; `rungs` in which qualities there are files. `map_name` is
    how the address of its init segment calls the folder.
    """

    number: int
    aired_at: datetime
    length_s: float
    is_discontinuity: bool
    folder: str
    map_name: str
    file_number: int
    rungs: frozenset[str]

    def rung(self, wanted: str) -> str:
        """Return the rung to give to somebody who asks for `wanted`."""
        return wanted if wanted in self.rungs else SOURCE


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a segment, as players are offered it: `count` runs through a session's rung."""

    count: int
    length_s: float
    is_independent: bool


@dataclass(frozen=True, slots=True)
class Quality:
    """One line of the master manifest."""

    rung: str
    peak_bps: int
    codecs: str
    width_px: int
    height_px: int


def block(row: Aired, rung: str, before: Aired | None, parts: Sequence[Part] = ()) -> str:
    """Return what the list of `rung` says of one segment; `before` is the one above it, if any."""
    lines = growing_block(row, rung, before, parts)
    lines += [f"#EXTINF:{row.length_s:.5f},", f"s/{row.number}/{row.rung(rung)}.m4s"]
    return "\n".join(lines)


def growing_block(row: Aired, rung: str, before: Aired | None, parts: Sequence[Part]) -> list[str]:
    """Return the lines of a segment that is still being made: what begins it, and its parts."""
    own = row.rung(rung)
    is_same = before is not None and (before.folder, before.rung(rung)) == (row.folder, own)
    needs_map = row.is_discontinuity or not is_same
    lines = []
    if row.is_discontinuity:
        lines.append("#EXT-X-DISCONTINUITY")
    if needs_map:
        lines.append(f'#EXT-X-MAP:URI="i/{row.map_name}/{own}.mp4"')
    if needs_map or row.number % DATE_EVERY == 0:
        lines.append(f"#EXT-X-PROGRAM-DATE-TIME:{date(row.aired_at)}")
    for part in parts:
        independent = ",INDEPENDENT=YES" if part.is_independent else ""
        address = part_address(row, rung, part.count)
        lines.append(f'#EXT-X-PART:DURATION={part.length_s:.5f},URI="{address}"{independent}')
    return lines


def part_address(row: Aired, rung: str, count: int) -> str:
    """Return where a part of that running number is, or will be."""
    return f"p/{row.map_name}/{count}/{row.rung(rung)}.m4s"


def hint(address: str) -> str:
    """Return the line that tells players what to ask for next."""
    return f'#EXT-X-PRELOAD-HINT:TYPE=PART,URI="{address}"'


def rendition_report(rung: str, number: int, part: int) -> str:
    """Return the line that says how far the list of another rung has come."""
    return f'#EXT-X-RENDITION-REPORT:URI="{rung}.m3u8",LAST-MSN={number},LAST-PART={part}'


def date(instant: datetime) -> str:
    """Return an instant as ISO 8601 with milliseconds, as RFC 8216 wants it."""
    utc = instant.astimezone(UTC).replace(tzinfo=None)
    return f"{utc.isoformat(timespec='milliseconds')}Z"


def target_s(longest_s: float) -> int:
    """Return the target duration of a list whose longest segment has that length."""
    return max(TARGET_S, int(longest_s + 0.5))


def live_manifest(
    blocks: Sequence[str],
    *,
    first_number: int,
    skipped: int = 0,
    target_s: int = TARGET_S,
    part_target_s: float | None = None,
    is_ended: bool = False,
) -> str:
    """Return the list of one rung as it grows, from the first segment that was aired.

    With `skipped`, the blocks are those after that many: a delta update. `part_target_s` is the
    longest that a part may be, where players are offered parts.
    """
    control = f"CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL={max(SKIP_UNTIL_S, 6 * target_s)}"
    control += f",HOLD-BACK={3 * target_s}"
    parts = []
    if part_target_s is not None:
        control += f",PART-HOLD-BACK={3 * part_target_s:.3f}"
        parts = [f"#EXT-X-PART-INF:PART-TARGET={part_target_s:.3f}"]
    lines = [
        *_head(target_s),
        f"#EXT-X-SERVER-CONTROL:{control}",
        *parts,
        f"#EXT-X-MEDIA-SEQUENCE:{first_number}",
    ]
    if skipped:
        lines.append(f"#EXT-X-SKIP:SKIPPED-SEGMENTS={skipped}")
    return _whole(lines, blocks, is_ended=is_ended)


def replay_manifest(blocks: Sequence[str], *, target_s: int, is_ended: bool) -> str:
    """Return the list of one rung of a recording; it may still grow."""
    lines = [
        *_head(target_s),
        "#EXT-X-MEDIA-SEQUENCE:1",
        f"#EXT-X-PLAYLIST-TYPE:{'VOD' if is_ended else 'EVENT'}",
    ]
    if not is_ended:
        lines.append("#EXT-X-START:TIME-OFFSET=0,PRECISE=YES")
    return _whole(lines, blocks, is_ended=is_ended)


def window_manifest(
    blocks: Sequence[str], *, first_number: int, discontinuities: int, target_s: int
) -> str:
    """Return a list of the last moments only, for whoever looks at a feed."""
    lines = [
        *_head(target_s),
        f"#EXT-X-MEDIA-SEQUENCE:{first_number}",
        f"#EXT-X-DISCONTINUITY-SEQUENCE:{discontinuities}",
    ]
    return _whole(lines, blocks, is_ended=False)


def master_manifest(qualities: Sequence[Quality], prefix: str = "") -> str:
    """Return the list of qualities, the default first; `prefix` begins their addresses."""
    lines = ["#EXTM3U", f"#EXT-X-VERSION:{VERSION}", "#EXT-X-INDEPENDENT-SEGMENTS"]
    for quality in qualities:
        size = f"{quality.width_px}x{quality.height_px}"
        shape = f",RESOLUTION={size}" if quality.width_px else ""
        lines.append(
            f'#EXT-X-STREAM-INF:BANDWIDTH={quality.peak_bps},CODECS="{quality.codecs}"{shape}'
        )
        lines.append(f"{prefix}{quality.rung}.m3u8")
    return "\n".join(lines) + "\n"


def skippable(rows: Sequence[Aired], target_s: int = TARGET_S) -> int:
    """Return how many segments, from the first, a delta update may leave out."""
    left_s = float(max(SKIP_UNTIL_S, 6 * target_s))
    for index in range(len(rows) - 1, -1, -1):
        left_s -= rows[index].length_s
        if left_s < 0:
            return index
    return 0


def _head(target_s: int) -> list[str]:
    return [
        "#EXTM3U",
        f"#EXT-X-VERSION:{VERSION}",
        f"#EXT-X-TARGETDURATION:{target_s}",
        "#EXT-X-INDEPENDENT-SEGMENTS",
    ]


def _whole(lines: list[str], blocks: Sequence[str], *, is_ended: bool) -> str:
    end = ["#EXT-X-ENDLIST"] if is_ended else []
    return "\n".join([*lines, *blocks, *end]) + "\n"
