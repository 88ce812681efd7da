"""The one filter chain that makes any picture an ordinary one.

deinterlace > constant rate, exact range of frames > HDR to SDR > square pixels and even
size > 8-bit 4:2:0. Rotation is done by ffmpeg itself when it reads the file.
"""

from typing import Any

from media.gateways.ffmpeg.facts import VideoFacts
from media.gateways.ffmpeg.tools import Tools

SCALER = "bicubic"
KNOWN_MATRICES = ("bt709", "smpte170m", "bt470bg")
HD_SHORT_SIDE_PX = 720
SDR_WHITE_NITS = 203
LIMITED_RANGE = ("", "tv", "unknown")


def exact_frames(
    stream: Any,
    video: VideoFacts,
    *,
    origin_s: float,
    first_frame: int,
    end_frame: int,
    pads_start: bool,
    padded_frames: int,
) -> Any:
    """Return the frames [first_frame, end_frame) of the film at its constant rate.

    Which source frame becomes output frame k depends on the times in the file alone, not on
    where reading began: that makes chunks fit. `pads_start` repeats the first frame read back
    to `first_frame`; `padded_frames` is how often the last may be repeated.
    """
    if video.is_interlaced:
        stream = stream.filter("bwdif", mode="send_frame", deint="interlaced")
    stream = stream.filter("setpts", f"PTS-({origin_s:.6f}/TB)")
    options = {"start_time": f"{float(first_frame / video.fps):.6f}"} if pads_start else {}
    stream = stream.filter("fps", fps=str(video.fps), **options)
    stream = stream.filter("tpad", stop=padded_frames, stop_mode="clone")
    return stream.filter("trim", start_pts=first_frame, end_pts=end_frame)


def ordinary(stream: Any, video: VideoFacts, tools: Tools, width_px: int, height_px: int) -> Any:
    """Return the picture as SDR 8-bit 4:2:0 with square pixels, in the given size."""
    if video.is_hdr:
        stream = _to_sdr(stream, video, tools, width_px, height_px)
    else:
        options = {} if _is_ordinary(video) else {"out_range": "tv", **_matrices(video)}
        # Costs nothing where nothing changes, and catches a picture that changes size half-way.
        stream = stream.filter("scale", w=width_px, h=height_px, flags=SCALER, **options)
        stream = stream.filter("format", "yuv420p")
    matrix = output_matrix(video)
    return stream.filter("setsar", 1).filter(
        "setparams", range="tv", colorspace=matrix, color_primaries=matrix, color_trc=_trc(matrix)
    )


def resized(stream: Any, width_px: int, height_px: int) -> Any:
    """Return a picture that is already ordinary in another size."""
    return stream.filter("scale", w=width_px, h=height_px, flags=SCALER).filter("setsar", 1)


def output_matrix(video: VideoFacts) -> str:
    """Return the colour matrix of the result: the source's where screens know it."""
    if video.matrix in KNOWN_MATRICES:
        return video.matrix
    is_small = video.short_side_px < HD_SHORT_SIDE_PX
    is_unknown = video.matrix in ("", "unknown")
    return "smpte170m" if is_unknown and is_small and not _is_rgb(video) else "bt709"


def _trc(matrix: str) -> str:
    return "gamma28" if matrix == "bt470bg" else matrix


def _is_rgb(video: VideoFacts) -> bool:
    return video.pix_fmt.startswith(("gbr", "rgb", "bgr", "argb", "abgr", "pal8"))


def _is_ordinary(video: VideoFacts) -> bool:
    return (
        video.pix_fmt == "yuv420p"
        and video.color_range in LIMITED_RANGE
        and video.matrix in ("", "unknown", *KNOWN_MATRICES)
    )


def _matrices(video: VideoFacts) -> dict[str, str]:
    if _is_rgb(video) or video.matrix.startswith("bt2020"):
        return {"out_color_matrix": "bt709"}
    return {}


def _to_sdr(stream: Any, video: VideoFacts, tools: Tools, width_px: int, height_px: int) -> Any:
    """Map the brightness of a PQ or HLG film to an ordinary screen.

    Without zscale in this ffmpeg, HLG is shown as it is (it was made to be watched so) and PQ
    gets a fixed curve per channel: paler colours, but right brightness.
    """
    if tools.has_zscale:
        stream = stream.filter(
            "zscale",
            w=width_px,
            h=height_px,
            filter=SCALER,
            tin=video.transfer,
            min="bt2020nc",
            pin="bt2020",
            rin="full" if video.color_range == "pc" else "limited",
            t="linear",
            npl=SDR_WHITE_NITS,
        )
        stream = stream.filter("format", "gbrpf32le").filter("zscale", p="bt709")
        stream = stream.filter("tonemap", "mobius", desat=0)
        stream = stream.filter("zscale", t="bt709", m="bt709", p="bt709", r="limited")
        return stream.filter("format", "yuv420p")
    stream = stream.filter(
        "scale", w=width_px, h=height_px, flags=SCALER, in_color_matrix="bt2020", out_range="pc"
    )
    stream = stream.filter("format", "gbrp")
    if video.transfer == "smpte2084":
        stream = stream.filter("lutrgb", r=_PQ_CURVE, g=_PQ_CURVE, b=_PQ_CURVE)
    stream = stream.filter("scale", out_color_matrix="bt709", out_range="tv")
    return stream.filter("format", "yuv420p")


# SMPTE ST 2084 to light in units of SDR white, Reinhard's curve for the highlights, then the
# gamma of an ordinary screen. Computed once per code value.
_PQ_ROOT = "pow(clipval/maxval,1/78.84375)"
_PQ_LIGHT = (
    f"(10000/{SDR_WHITE_NITS})"
    f"*pow(max({_PQ_ROOT}-0.8359375,0)/(18.8515625-18.6875*{_PQ_ROOT}),1/0.1593017578125)"
)
_PQ_CURVE = f"maxval*pow(min(1,{_PQ_LIGHT}*(1+{_PQ_LIGHT}/16)/(1+{_PQ_LIGHT})),1/2.2)"
