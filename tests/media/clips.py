"""Make films for tests, odd and hostile ones too: short, small, and always the same.

Each function writes one file into `folder` and returns its path. The films are drawn by the
ffmpeg of this machine from its own test pictures; nothing is downloaded.
"""

import struct
import subprocess
from functools import cache
from pathlib import Path

from media.gateways.ffmpeg.tools import Tools, find_tools

RENDER_TIMEOUT_S = 90
X264 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p")
AAC = ("-c:a", "aac", "-b:a", "96k")
TONE = "sine=frequency=440:sample_rate=48000"
GPS, TITLE = "+48.8584+002.2945/", "Le-titre-secret"
HUGE_SIDE_PX = 8000
# The matrix of a track header for each rotation, in degrees to the right, as MP4 stores it.
ONE, MINUS_ONE, PERSPECTIVE = 0x10000, -0x10000, 0x40000000
MATRICES = {
    90: (0, ONE, 0, MINUS_ONE, 0, 0, 0, 0, PERSPECTIVE),
    180: (MINUS_ONE, 0, 0, 0, MINUS_ONE, 0, 0, 0, PERSPECTIVE),
    270: (0, MINUS_ONE, 0, ONE, 0, 0, 0, 0, PERSPECTIVE),
}


@cache
def tools() -> Tools:
    """Return the programs that draw the clips."""
    return find_tools()


def render(target: Path, *arguments: str) -> Path:
    """Run ffmpeg with `arguments` and the name of the file to write."""
    command = [tools().ffmpeg, "-hide_banner", "-nostdin", "-v", "error", "-y", *arguments]
    done = subprocess.run(
        [*command, str(target)], capture_output=True, timeout=RENDER_TIMEOUT_S, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return target


def film(
    folder: Path,
    name: str = "film.mp4",
    *,
    size: str = "320x180",
    rate: str = "25",
    duration_s: float = 3,
    picture: str = "",
    codec: tuple[str, ...] = (*X264, "-g", "50"),
    sound: tuple[str, ...] = AAC,
    tone: str = TONE,
    extra: tuple[str, ...] = (),
) -> Path:
    """Draw a film: a moving test picture (filtered by `picture`), and a tone unless `sound` is
    empty."""
    source = f"testsrc2=size={size}:rate={rate}:duration={duration_s}"
    if picture:
        source += f",{picture}"
    arguments = ["-f", "lavfi", "-i", source]
    if sound:
        arguments += ["-f", "lavfi", "-i", f"{tone}:duration={duration_s}"]
    return render(folder / name, *arguments, *codec, *sound, *extra)


def rotated(folder: Path, degrees: int = 90, *, picture: str = "") -> Path:
    """Return a film that a phone held upright would write: stored lying, to be turned."""
    path = film(folder, f"rotated-{degrees}.mp4", picture=picture)
    data = bytearray(path.read_bytes())
    # The video track comes first; the matrix starts 40 bytes into its header.
    at = data.index(b"tkhd") + 4 + 40
    data[at : at + 36] = struct.pack(">9i", *MATRICES[degrees])
    path.write_bytes(data)
    return path


def variable_rate(folder: Path) -> Path:
    """Return a film at 25 frames a second of which each sixth is missing, as phones do."""
    times = "settb=1/1000,setpts=40*(N+floor(N/5))"
    return film(folder, "vfr.mp4", picture=times, extra=("-fps_mode", "passthrough"))


def changing_size(folder: Path) -> Path:
    """Return a film whose picture grows half-way, as browsers record shared screens."""
    codec = (*X264, "-g", "25")
    parts = [
        film(folder, f"part-{size}.ts", size=size, codec=codec, duration_s=2, sound=())
        for size in ("320x180", "640x360")
    ]
    both = "concat:" + "|".join(map(str, parts))
    return render(folder / "changing.mkv", "-i", both, "-c", "copy")


def high_dynamic_range(folder: Path, transfer: str) -> Path:
    """Return a 10-bit HEVC film in PQ (`smpte2084`) or HLG (`arib-std-b67`)."""
    codec = ("-c:v", "libx265", "-preset", "ultrafast", "-pix_fmt", "yuv420p10le")
    quiet = ("-x265-params", "log-level=none:pools=1:frame-threads=1", "-tag:v", "hvc1")
    colors = ("-color_primaries", "bt2020", "-color_trc", transfer, "-colorspace", "bt2020nc")
    return film(folder, f"{transfer}.mp4", duration_s=1, codec=(*codec, *quiet, *colors), sound=())


def interlaced(folder: Path) -> Path:
    """Return an anamorphic, interlaced PAL broadcast recording that starts late in its clock."""
    fields = "setsar=64/45,tinterlace=interleave_top,setfield=tff"
    codec = ("-c:v", "mpeg2video", "-flags", "+ilme+ildct", "-q:v", "4", "-c:a", "mp2")
    return film(folder, "pal.ts", size="720x576", rate="50", picture=fields, codec=codec, sound=())


def with_cover(folder: Path) -> Path:
    """Return an MP3 with a cover picture."""
    cover = render(
        folder / "cover.jpg", "-f", "lavfi", "-i", "testsrc2=size=300x300", "-frames:v", "1"
    )
    song = render(folder / "song.mp3", "-f", "lavfi", "-i", f"{TONE}:duration=3", "-b:a", "64k")
    maps = ("-map", "0:a", "-map", "1:v", "-c", "copy", "-disposition:v", "attached_pic")
    return render(folder / "cover.mp3", "-i", str(song), "-i", str(cover), *maps)


def sound_only(folder: Path, name: str, *codec: str) -> Path:
    """Return a sound file; its name's ending decides the format."""
    return render(folder / name, "-f", "lavfi", "-i", f"{TONE}:duration=3", *codec)


def flash_and_beep(folder: Path, name: str = "flash.mp4", extra: tuple[str, ...] = ()) -> Path:
    """Return a black, silent film with a white flash and a beep, both from 2.00 to 2.12 s."""
    flash = "drawbox=color=white:thickness=fill:enable='between(t,1.99,2.11)'"
    picture = f"color=black:size=320x180:rate=25:duration=5,{flash}"
    beep = "aevalsrc='if(between(t,2,2.12),0.9*sin(2*PI*1000*t),0)':s=48000:d=5"
    sources = ("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", beep)
    return render(folder / name, *sources, *X264, "-g", "25", *AAC, *extra)


def from_the_middle(folder: Path) -> Path:
    """Return a cut without re-encoding: it starts between keyframes, hidden by an edit list."""
    whole = flash_and_beep(folder, "whole.mp4", ("-g", "50"))
    return render(folder / "edited.mp4", "-ss", "1.3", "-i", str(whole), "-c", "copy")


def with_secrets(folder: Path) -> Path:
    """Return a film that knows where it was made, its title, chapters and a subtitle."""
    words = folder / "words.srt"
    words.write_text(f"1\n00:00:00,000 --> 00:00:02,000\n{TITLE} sous-titre\n")
    marks = folder / "marks.txt"
    marks.write_text(
        f";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=2\ntitle={TITLE} chapitre\n"
    )
    bare = film(folder, "bare.mp4")
    inputs = ("-i", str(bare), "-i", str(words), "-i", str(marks))
    maps = ("-map", "0", "-map", "1", "-map_metadata", "2", "-c", "copy", "-c:s", "mov_text")
    tags = ("-metadata", f"title={TITLE}", "-metadata", f"location={GPS}")
    stream_tags = ("-metadata:s:v", f"handler_name={TITLE}", "-metadata:s:a", f"title={TITLE}")
    return render(folder / "secret.mov", *inputs, *maps, *tags, *stream_tags)


def truncated(folder: Path, share: float = 0.6) -> Path:
    """Return an upload that stopped: the header is whole, the rest is not."""
    whole = film(folder, "whole-faststart.mp4", duration_s=8, extra=("-movflags", "+faststart"))
    path = folder / "truncated.mp4"
    data = whole.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path


def headless(folder: Path) -> Path:
    """Return an upload that stopped before the header, which comes last."""
    whole = film(folder, "whole-header-last.mp4")
    path = folder / "headless.mp4"
    path.write_bytes(whole.read_bytes()[:20_000])
    return path


def scratched(folder: Path) -> Path:
    """Return a film with many wrong bytes in the middle of its picture and sound."""
    whole = film(folder, "unscratched.mp4", duration_s=6, extra=("-movflags", "+faststart"))
    data = bytearray(whole.read_bytes())
    for at in range(len(data) // 3, 2 * len(data) // 3, 997):
        data[at] ^= 0xFF
    path = folder / "scratched.mp4"
    path.write_bytes(data)
    return path


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """Write `content` under `name`, whatever the ending of the name claims."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def playlist_of(folder: Path, entry: str, name: str = "playlist.mp4") -> Path:
    """Return an HLS playlist renamed .mp4 that lists `entry`."""
    lines = ["#EXTM3U", "#EXT-X-TARGETDURATION:4", "#EXTINF:4,", entry, "#EXT-X-ENDLIST", ""]
    return written(folder, name, "\n".join(lines))


def concat_of(folder: Path, entry: str) -> Path:
    """Return an ffconcat script renamed .mp4 that lists `entry`."""
    return written(folder, "concat.mp4", f"ffconcat version 1.0\nfile '{entry}'\n")


def picture_renamed(folder: Path) -> Path:
    """Return a PNG picture renamed .mp4."""
    picture = render(
        folder / "picture.png", "-f", "lavfi", "-i", "testsrc2=size=64x64", "-frames:v", "1"
    )
    return picture.rename(folder / "picture.mp4")


def huge_picture(folder: Path) -> Path:
    """Return one frame of 64 million pixels, in a file of a few kilobytes."""
    picture = f"color=gray:size={HUGE_SIDE_PX}x{HUGE_SIDE_PX}:rate=1:duration=1"
    codec = ("-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-threads", "1")
    return render(folder / "huge.mov", "-f", "lavfi", "-i", picture, *codec)


def lying_picture(folder: Path) -> Path:
    """Return a film whose header says 64 × 64 while each frame says 60,000 × 60,000."""
    path = film(folder, "lying.mov", size="64x64", duration_s=1, codec=("-c:v", "mjpeg"), sound=())
    data = bytearray(path.read_bytes())
    at = data.find(b"\xff\xc0")
    while at >= 0:
        data[at + 5 : at + 9] = struct.pack(">HH", 60_000, 60_000)
        at = data.find(b"\xff\xc0", at + 9)
    path.write_bytes(data)
    return path


def hours_apart(folder: Path, hours: float = 10) -> Path:
    """Return three frames, each `hours` after the one before."""
    times = f"settb=1/1000,setpts=N*{int(hours * 3_600_000)}"
    codec = (*X264, "-fps_mode", "passthrough")
    return film(folder, "slow.mkv", duration_s=0.12, picture=times, codec=codec, sound=())


def many_tracks(folder: Path, count: int = 200) -> Path:
    """Return a file with `count` sound tracks."""
    source = ("-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", "0.2")
    maps = ("-map", "0:a") * count
    return render(folder / "tracks.mkv", *source, *maps, "-c:a", "pcm_s16le")
