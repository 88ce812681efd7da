"""Look at a source file: is it a film, and what do its packets really hold?

The first bytes decide which demuxer may open it (signatures.py), the header says which tracks
there are (header.py, or banner.py where there is no ffprobe), and then every packet is listed:
a header can promise ten hours, or nothing.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from media.errors import (
    DamagedFile,
    EncoderFailed,
    EncoderOutOfMemory,
    FilmTooLong,
    NothingToPlay,
    PictureTooLarge,
    SourceRefused,
    SourceTooHeavy,
    TooManyStreams,
)
from media.gateways.ffmpeg.banner import list_packets_with_ffmpeg, read_banner
from media.gateways.ffmpeg.facts import AudioFacts, SourceFacts, VideoFacts
from media.gateways.ffmpeg.header import Header, Stream, read_header
from media.gateways.ffmpeg.packet_list import list_packets
from media.gateways.ffmpeg.packets import Track
from media.gateways.ffmpeg.rates import choose_rate
from media.gateways.ffmpeg.signatures import demuxer_of
from media.gateways.ffmpeg.source_input import (
    FOREIGN_CODEC_SIGN,
    MAX_PIXELS,
    MAX_STREAMS,
    TOO_MANY_PIXELS_SIGN,
    TOO_MANY_STREAMS_SIGN,
)
from media.gateways.ffmpeg.tools import Tools

MAX_DURATION_S = 12 * 3600
# Below these, a header and its packets simply round differently.
PARTIAL_S, PARTIAL_SHARE = 1.0, 0.02
# The others tell no presentation times, or only guesses.
COPYABLE_DEMUXERS = ("mov", "matroska", "mpegts", "flv")
COPYABLE_PROFILES = ("Constrained Baseline", "Baseline", "Main", "High")
COPYABLE_PIXELS = ("yuv420p", "yuvj420p")
COPYABLE_SIDES_PX = (1920, 1080)
COPYABLE_KEYFRAME_GAP_S = 6.0
COPYABLE_PEAK_BPS = 10_000_000
REFUSALS: dict[str, type[SourceRefused]] = {
    TOO_MANY_STREAMS_SIGN: TooManyStreams,
    TOO_MANY_PIXELS_SIGN: PictureTooLarge,
    FOREIGN_CODEC_SIGN: NothingToPlay,
}


def probe(source: Path, tools: Tools) -> SourceFacts:
    """Return what `source` holds.

    Raises a SourceRefused (final) when the file can never become a film here, or an
    EncoderTrouble when this machine could not finish looking.
    """
    demuxer = demuxer_of(source)
    try:
        header = _header(source, demuxer, tools)
        video, audio = _choose(header)
        tracks, is_cut = _packets(source, demuxer, tools, [s for s in (video, audio) if s])
    except EncoderOutOfMemory as error:
        raise SourceTooHeavy(error.detail) from error
    except EncoderFailed as error:
        raise DamagedFile(error.detail) from error
    return _facts(source, demuxer, header, video, audio, tracks, is_cut)


def _header(source: Path, demuxer: str, tools: Tools) -> Header:
    try:
        if tools.ffprobe:
            return read_header(source, demuxer, tools.ffprobe)
        return read_banner(source, demuxer, tools.ffmpeg)
    except (EncoderFailed, EncoderOutOfMemory) as error:
        for sign, refusal in REFUSALS.items():
            if sign in error.detail:
                raise refusal(error.detail) from error
        raise


def _packets(
    source: Path, demuxer: str, tools: Tools, streams: list[Stream]
) -> tuple[dict[int, Track], bool]:
    indexes = [stream.index for stream in streams]
    lister: Callable[[], tuple[dict[int, Track], bool]]
    if tools.ffprobe:
        lister = partial(list_packets, source, demuxer, tools.ffprobe, indexes)
    else:
        lister = partial(list_packets_with_ffmpeg, source, demuxer, tools.ffmpeg, indexes)
    return lister()


def _choose(header: Header) -> tuple[Stream | None, Stream | None]:
    """Pick the picture and the sound to publish; refuse what is too large to look at."""
    if header.stream_count > MAX_STREAMS:
        raise TooManyStreams(f"{header.stream_count} streams")
    pictures = [s for s in header.streams if s.is_video and not s.is_cover and s.codec]
    for stream in pictures:
        if stream.width_px * stream.height_px > MAX_PIXELS:
            raise PictureTooLarge(f"{stream.width_px}x{stream.height_px}")
    sounds = [s for s in header.streams if not s.is_video and s.codec and s.channels]
    if pictures and TOO_MANY_PIXELS_SIGN in header.log:
        raise PictureTooLarge(header.log)
    pictures = [s for s in pictures if s.width_px and s.height_px and s.pix_fmt]
    if not pictures and not sounds:
        raise NothingToPlay(f"{header.stream_count} streams, none of ours")
    return _default(pictures), _default(sounds)


def _default(streams: list[Stream]) -> Stream | None:
    return next((s for s in streams if s.is_default), streams[0] if streams else None)


def _facts(
    source: Path,
    demuxer: str,
    header: Header,
    video: Stream | None,
    audio: Stream | None,
    tracks: dict[int, Track],
    is_cut: bool,
) -> SourceFacts:
    if not tracks:
        raise DamagedFile("no packet can be read")
    origin_s = min(track.start_s for track in tracks.values())
    duration_s = max(track.end_s for track in tracks.values()) - origin_s
    if duration_s > MAX_DURATION_S:
        raise FilmTooLong(f"{duration_s:.0f} s")
    promised_s = header.duration_s or 0.0
    missing_s = promised_s - duration_s
    is_partial = is_cut or missing_s > max(PARTIAL_S, PARTIAL_SHARE * promised_s)
    # The last picture of a file that was cut short may be cut short too: decode, never copy.
    may_be_copied = demuxer in COPYABLE_DEMUXERS and not is_partial
    return SourceFacts(
        demuxer=demuxer,
        size_bytes=source.stat().st_size,
        origin_s=round(origin_s, 6),
        duration_s=round(max(duration_s, 0.001), 6),
        is_partial=is_partial,
        video=_video(video, tracks[video.index], origin_s, may_be_copied)
        if video and video.index in tracks
        else None,
        audio=_audio(audio, tracks[audio.index], origin_s)
        if audio and audio.index in tracks
        else None,
    )


def _video(stream: Stream, track: Track, origin_s: float, may_be_copied: bool) -> VideoFacts:
    fps, is_vfr = choose_rate(track.gaps_s())
    if len(track.times_s) == 1 and track.duration_s <= 0:
        track.end_s += float(1 / fps)
    width_px, height_px = _seen_size(stream)
    return VideoFacts(
        index=stream.index,
        codec=stream.codec,
        profile=stream.profile,
        pix_fmt=stream.pix_fmt,
        bit_depth=_bit_depth(stream.pix_fmt),
        width_px=width_px,
        height_px=height_px,
        stored_width_px=stream.width_px,
        stored_height_px=stream.height_px,
        rotation_deg=stream.rotation_deg,
        fps=fps,
        is_vfr=is_vfr,
        is_interlaced=stream.is_interlaced,
        transfer=stream.transfer,
        matrix=stream.matrix,
        color_range=stream.color_range,
        start_s=round(track.start_s - origin_s, 6),
        end_s=round(track.end_s - origin_s, 6),
        frame_count=len(track.times_s),
        keyframes_s=tuple(round(t - origin_s, 6) for t in track.spaced_keyframes_s()),
        max_keyframe_gap_s=round(track.max_keyframe_gap_s(), 3),
        peak_bitrate_bps=track.peak_bitrate_bps(),
        average_bitrate_bps=track.average_bitrate_bps(),
        is_copyable=may_be_copied and _is_copyable(stream, track),
    )


def _seen_size(stream: Stream) -> tuple[int, int]:
    """Return the size with square pixels and upright: width, then height."""
    width_px, height_px = stream.width_px, stream.height_px
    if stream.pixel_aspect >= 1:
        width_px = round(width_px * stream.pixel_aspect)
    else:
        height_px = round(height_px / stream.pixel_aspect)
    return (height_px, width_px) if stream.rotation_deg % 180 == 90 else (width_px, height_px)


def _bit_depth(pix_fmt: str) -> int:
    return next((bits for bits in (16, 14, 12, 10, 9) if f"{bits}" in pix_fmt[4:]), 8)


def _is_copyable(stream: Stream, track: Track) -> bool:
    """Tell whether browsers can play the picture track as it is (one H.264, no surprise)."""
    long_px, short_px = COPYABLE_SIDES_PX
    rate = len(track.times_s) / max(track.duration_s, 0.04)
    return (
        stream.codec == "h264"
        and stream.profile in COPYABLE_PROFILES
        and stream.pix_fmt in COPYABLE_PIXELS
        and not stream.is_interlaced
        and stream.pixel_aspect == 1
        and stream.rotation_deg == 0
        and stream.width_px % 2 == stream.height_px % 2 == 0
        and max(stream.width_px, stream.height_px) <= long_px
        and min(stream.width_px, stream.height_px) <= short_px
        and rate <= 60.5
        and not track.has_hidden_frames
        and bool(track.keyframes_s)
        and track.keyframes_s[0] == track.start_s
        and track.max_keyframe_gap_s() <= COPYABLE_KEYFRAME_GAP_S
        and track.peak_bitrate_bps() <= COPYABLE_PEAK_BPS
    )


def _audio(stream: Stream, track: Track, origin_s: float) -> AudioFacts:
    return AudioFacts(
        index=stream.index,
        codec=stream.codec,
        profile=stream.profile,
        channels=stream.channels,
        sample_rate_hz=stream.sample_rate_hz,
        start_s=round(track.start_s - origin_s, 6),
        end_s=round(track.end_s - origin_s, 6),
        average_bitrate_bps=track.average_bitrate_bps(),
    )
