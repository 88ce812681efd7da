"""What we know of a source file, measured from its packets and never taken from its header.

All times are seconds from the start of the source's own timeline: the earliest moment of its
picture or sound (`origin_s` in the file's own clock).
"""

from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any, Self

HDR_TRANSFERS = ("smpte2084", "arib-std-b67")


@dataclass(frozen=True, slots=True)
class VideoFacts:
    """The picture track that will be shown.

    `width_px` and `height_px` are as seen: after rotation and with square pixels. `fps` is
    the constant output rate, at most 60. `keyframes_s` are at least a second apart (enough to
    seek and to cut), `max_keyframe_gap_s` is measured on all of them. `is_copyable` tells
    that browsers can play the track as it is.
    """

    index: int
    codec: str
    profile: str
    pix_fmt: str
    bit_depth: int
    width_px: int
    height_px: int
    stored_width_px: int
    stored_height_px: int
    rotation_deg: int
    fps: Fraction
    is_vfr: bool
    is_interlaced: bool
    transfer: str
    matrix: str
    color_range: str
    start_s: float
    end_s: float
    frame_count: int
    keyframes_s: tuple[float, ...]
    max_keyframe_gap_s: float
    peak_bitrate_bps: int
    average_bitrate_bps: int
    is_copyable: bool

    @property
    def is_hdr(self) -> bool:
        """Whether the colours need a conversion to look right on ordinary screens."""
        return self.transfer in HDR_TRANSFERS

    @property
    def short_side_px(self) -> int:
        return min(self.width_px, self.height_px)


@dataclass(frozen=True, slots=True)
class AudioFacts:
    """The sound track that will be heard."""

    index: int
    codec: str
    profile: str
    channels: int
    sample_rate_hz: int
    start_s: float
    end_s: float
    average_bitrate_bps: int


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A source file that can be encoded: a picture, a sound, or both.

    `is_partial` tells that the header promises more than the packets give (an upload cut
    short): the film is encoded up to where it ends.
    """

    demuxer: str
    size_bytes: int
    origin_s: float
    duration_s: float
    is_partial: bool
    video: VideoFacts | None
    audio: AudioFacts | None

    def to_json(self) -> dict[str, Any]:
        """Return a plain dict that `json.dumps` accepts."""
        data = asdict(self)
        if self.video is not None:
            data["video"]["fps"] = str(self.video.fps)
            data["video"]["keyframes_s"] = list(self.video.keyframes_s)
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Rebuild the facts from `to_json()`, also after a trip through JSON."""
        video, audio = data["video"], data["audio"]
        if video is not None:
            exact = {"fps": Fraction(video["fps"]), "keyframes_s": tuple(video["keyframes_s"])}
            video = VideoFacts(**{**video, **exact})
        return cls(**{**data, "video": video, "audio": audio and AudioFacts(**audio)})
