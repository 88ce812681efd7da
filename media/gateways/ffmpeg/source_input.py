"""The hardened way to open a source: one demuxer, one protocol, bounded pictures.

ffmpeg follows references found inside the files it reads. Forcing the demuxer that the first
bytes call for, allowing the `file` protocol only, and naming the file by its absolute path
after `file:` leaves nothing to follow.
"""

from pathlib import Path
from typing import Any

MAX_PIXELS = 35_389_440
MAX_STREAMS = 32
# What ffmpeg says when it meets more than that, or a decoder that is not in our list.
TOO_MANY_PIXELS_SIGN, TOO_MANY_STREAMS_SIGN = "Picture size ", "max_streams"
FOREIGN_CODEC_SIGN = "not on whitelist"
DEMUXERS = (
    "mov,matroska,webm,avi,wav,ogg,flac,flv,caf,ivf,amr,mpeg,mpegvideo,dv,asf,mxf,aiff,"
    "mpegts,mp3,aac"
)
DECODERS = (
    "h264,hevc,mpeg4,msmpeg4,msmpeg4v2,h263,h263p,flv,mpeg1video,mpeg2video,mjpeg,vp8,libvpx,vp9,"
    "libvpx-vp9,av1,libdav1d,libaom-av1,prores,dnxhd,dvvideo,theora,vc1,wmv1,wmv2,wmv3,ffv1,"
    "cfhd,rawvideo,v210,qtrle,svq1,svq3,png,"
    "aac,mp3,mp3float,mp2,mp2float,mp1,mp1float,ac3,eac3,dca,opus,libopus,vorbis,libvorbis,flac,"
    "alac,amrnb,amrwb,wmav1,wmav2,wmapro,adpcm_ms,adpcm_ima_wav,adpcm_ima_qt,speex,libspeex,"
    "pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,pcm_f64le,"
    "pcm_u8,pcm_s8,pcm_alaw,pcm_mulaw,pcm_dvd,pcm_bluray"
)
# Never decoded by us, but ffprobe opens a decoder for every track that it describes.
TEXT_DECODERS = "mov_text,subrip,srt,ass,ssa,webvtt,text,dvbsub,dvdsub,pgssub,cc_dec"


def hardened(demuxer: str) -> dict[str, Any]:
    """Return the input options, by name, for a file of that demuxer."""
    return {
        "protocol_whitelist": "file",
        "format_whitelist": DEMUXERS,
        "codec_whitelist": f"{DECODERS},{TEXT_DECODERS}",
        "max_streams": MAX_STREAMS,
        "max_pixels": MAX_PIXELS,
        "f": demuxer,
    }


def as_arguments(options: dict[str, Any]) -> list[str]:
    """Return options as an argument list, for commands without a filter graph."""
    return [part for name, value in options.items() for part in (f"-{name}", str(value))]


def address(source: Path) -> str:
    """Return the input name: never an option, never a URL."""
    return f"file:{source.resolve()}"
