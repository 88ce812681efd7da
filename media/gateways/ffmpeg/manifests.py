"""Write HLS manifests, the only ones a player ever sees."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from pathlib import Path

from media.gateways.ffmpeg.boxes import read_init
from media.gateways.ffmpeg.segments import INIT_NAME, Segment, total_s

VERSION = 7
SOUND_GROUP = "sound"


@dataclass(frozen=True, slots=True)
class Variant:
    """One quality as the master manifest lists it: its own rates, without the sound."""

    uri: str
    codec: str
    width_px: int
    height_px: int
    fps: Fraction
    peak_bitrate_bps: int
    average_bitrate_bps: int


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound rendition as the master manifest lists it."""

    uri: str
    codec: str
    peak_bitrate_bps: int
    average_bitrate_bps: int
    name: str = "Audio"
    language: str = ""


def media_manifest(
    segments: Sequence[Segment], *, init_uri: str, is_complete: bool, longest_s: float = 0.0
) -> str:
    """Return the manifest of one rung, from its segments in order.

    While it grows (`is_complete` false) it is an EVENT that starts at the beginning, and the
    target duration may not change: give `longest_s`, the longest segment to come. At the end
    it becomes a VOD.
    """
    target_s = max(1, ceil(max([longest_s, *(s.duration_s for s in segments)]) - 0.02))
    lines = [
        "#EXTM3U",
        f"#EXT-X-VERSION:{VERSION}",
        f"#EXT-X-TARGETDURATION:{target_s}",
        "#EXT-X-MEDIA-SEQUENCE:0",
        f"#EXT-X-PLAYLIST-TYPE:{'VOD' if is_complete else 'EVENT'}",
        "#EXT-X-INDEPENDENT-SEGMENTS",
    ]
    if not is_complete:
        lines.append("#EXT-X-START:TIME-OFFSET=0,PRECISE=YES")
    lines.append(f'#EXT-X-MAP:URI="{init_uri}"')
    for segment in segments:
        lines += [f"#EXTINF:{segment.duration_s:.6f},", segment.name]
    if is_complete:
        lines.append("#EXT-X-ENDLIST")
    return "\n".join(lines) + "\n"


def master_manifest(variants: Sequence[Variant], sound: Sound | None) -> str:
    """Return the manifest that lists the qualities, the first one being the default.

    Without variants it is a sound alone. Raises ValueError when there is nothing to list.
    """
    lines = ["#EXTM3U", f"#EXT-X-VERSION:{VERSION}", "#EXT-X-INDEPENDENT-SEGMENTS"]
    if variants and sound is not None:
        lines.append(_sound_line(sound))
    for variant in variants:
        lines += [_variant_line(variant, sound), variant.uri]
    if not variants:
        if sound is None:
            raise ValueError("a master manifest needs a picture or a sound")
        rates = f"BANDWIDTH={sound.peak_bitrate_bps},AVERAGE-BANDWIDTH={sound.average_bitrate_bps}"
        lines += [f'#EXT-X-STREAM-INF:{rates},CODECS="{sound.codec}"', sound.uri]
    return "\n".join(lines) + "\n"


def variant(folder: Path, segments: Sequence[Segment], *, uri: str, fps: Fraction) -> Variant:
    """Measure one rung for the master manifest: `folder` holds its init segment."""
    init = read_init((folder / INIT_NAME).read_bytes())
    peak_bps, average_bps = _rates(segments)
    return Variant(uri, init.codec, init.width_px, init.height_px, fps, peak_bps, average_bps)


def sound(
    folder: Path, segments: Sequence[Segment], *, uri: str, name: str = "Audio", language: str = ""
) -> Sound:
    """Measure the sound rendition for the master manifest."""
    init = read_init((folder / INIT_NAME).read_bytes())
    return Sound(uri, init.codec, *_rates(segments), name=name, language=language)


def _rates(segments: Sequence[Segment]) -> tuple[int, int]:
    """Return peak and average in bits per second, as RFC 8216 counts them.

    The peak is the highest rate of any run of segments that lasts between half and one and a
    half target durations, so a tiny last segment does not count alone.
    """
    target_s = ceil(max(segment.duration_s for segment in segments) - 0.02)
    average_bps = ceil(8 * sum(s.size_bytes for s in segments) / total_s(segments))
    peak_bps = average_bps
    for first in range(len(segments)):
        size_bytes, duration_s = 0, 0.0
        for segment in segments[first:]:
            size_bytes += segment.size_bytes
            duration_s += segment.duration_s
            if duration_s > 1.5 * target_s:
                break
            if duration_s >= 0.5 * target_s:
                peak_bps = max(peak_bps, ceil(8 * size_bytes / duration_s))
    return peak_bps, average_bps


def _sound_line(sound: Sound) -> str:
    language = f'LANGUAGE="{sound.language}",' if sound.language else ""
    return (
        f'#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="{SOUND_GROUP}",NAME="{sound.name}",{language}'
        f'DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="{sound.uri}"'
    )


def _variant_line(variant: Variant, sound: Sound | None) -> str:
    codecs = f"{variant.codec},{sound.codec}" if sound else variant.codec
    peak_bps = variant.peak_bitrate_bps + (sound.peak_bitrate_bps if sound else 0)
    average_bps = variant.average_bitrate_bps + (sound.average_bitrate_bps if sound else 0)
    group = f',AUDIO="{SOUND_GROUP}"' if sound else ""
    return (
        f"#EXT-X-STREAM-INF:BANDWIDTH={peak_bps},AVERAGE-BANDWIDTH={average_bps},"
        f'CODECS="{codecs}",RESOLUTION={variant.width_px}x{variant.height_px},'
        f"FRAME-RATE={float(variant.fps):.3f}{group}"
    )
