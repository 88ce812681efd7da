"""Which qualities a film is offered in: never larger than the film itself."""

from dataclasses import dataclass
from fractions import Fraction

from media.gateways.ffmpeg.facts import VideoFacts

CRF = 23
# Short side in pixels, highest bitrate in bits per second.
STEPS = ((1080, 5_000_000), (720, 2_800_000), (480, 1_400_000), (360, 800_000))
# A film that is only a little smaller than a step keeps its own size under that step's name.
NEAR_ENOUGH = 0.88
# Beyond this shape (wider than any cinema), the short side gives way.
WIDEST = 2.4
MACROBLOCK_PX = 16
# Level, macroblocks per second, macroblocks per picture (H.264, table A-1).
LEVELS = (
    ("3.0", 40_500, 1_620),
    ("3.1", 108_000, 3_600),
    ("3.2", 216_000, 5_120),
    ("4.0", 245_760, 8_192),
    ("4.2", 522_240, 8_704),
    ("5.0", 589_824, 22_080),
    ("5.1", 983_040, 36_864),
    ("5.2", 2_073_600, 36_864),
)


@dataclass(frozen=True, slots=True)
class Rung:
    """One quality of the ladder."""

    name: str
    width_px: int
    height_px: int
    max_bitrate_bps: int
    crf: int
    h264_level: str


def ladder(video: VideoFacts) -> tuple[Rung, ...]:
    """Return the rungs for a film, the best first; always at least one."""
    steps = [step for step in STEPS if video.short_side_px >= step[0] * NEAR_ENOUGH]
    if not steps:
        steps = [(even(video.short_side_px), STEPS[-1][1])]
    return tuple(_rung(video, short_px, cap_bps) for short_px, cap_bps in steps)


def even(value: float) -> int:
    """Return the even number of pixels that is nearest, at least 2 (H.264 counts in pairs)."""
    return max(2, 2 * round(value / 2))


def _rung(video: VideoFacts, short_px: int, cap_bps: int) -> Rung:
    long_px = max(video.width_px, video.height_px)
    scale = min(1.0, short_px / video.short_side_px, short_px * WIDEST / long_px)
    width_px, height_px = even(video.width_px * scale), even(video.height_px * scale)
    if scale == 1.0:
        width_px, height_px = _not_above(video.width_px), _not_above(video.height_px)
    return Rung(
        name=f"{short_px}p",
        width_px=width_px,
        height_px=height_px,
        max_bitrate_bps=cap_bps,
        crf=CRF,
        h264_level=_level(width_px, height_px, video.fps),
    )


def _not_above(side_px: int) -> int:
    return max(2, side_px - side_px % 2)


def _level(width_px: int, height_px: int, fps: Fraction) -> str:
    blocks = -(-width_px // MACROBLOCK_PX) * -(-height_px // MACROBLOCK_PX)
    for name, per_s, per_picture in LEVELS:
        if blocks <= per_picture and blocks * fps <= per_s:
            return name
    return LEVELS[-1][0]
