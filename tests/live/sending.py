"""What a sender delivers, as files: one second after another, in one rung."""

from pathlib import Path

from media.gateways.ffmpeg.boxes import children
from tests.media import clips

CODECS = "avc1.4d401f,mp4a.40.2"
PEAK_BPS = 2_000_000
_FRAGMENTED = "frag_keyframe+empty_moov+default_base_moof"


def draw_session(folder: Path, size: str, seconds: int, tone_hz: int = 440) -> None:
    """Write `folder/source/init.mp4` and `<number>.m4s`: a moving picture and a tone."""
    target = folder / "source"
    target.mkdir(parents=True)
    film = clips.render(
        target / "whole.mp4",
        *("-f", "lavfi", "-i", f"testsrc2=size={size}:rate=25:duration={seconds}"),
        *("-f", "lavfi", "-i", f"sine=frequency={tone_hz}:sample_rate=48000:duration={seconds}"),
        # Both begin at nought, although AAC begins a frame early.
        *("-af", "asetpts=PTS+1024", "-ac", "2"),
        *("-c:v", "libx264", "-preset", "ultrafast", "-profile:v", "main", "-pix_fmt", "yuv420p"),
        *("-g", "25", "-sc_threshold", "0", "-b:v", "600k", "-c:a", "aac", "-b:a", "96k"),
        *("-movflags", _FRAGMENTED, "-use_editlist", "0"),
    )
    data = film.read_bytes()
    boxes = [(kind, data[start - 8 : end]) for kind, start, end in children(data)]
    (target / "init.mp4").write_bytes(b"".join(b for k, b in boxes if k in (b"ftyp", b"moov")))
    parts = [box for kind, box in boxes if kind in (b"moof", b"mdat")]
    assert len(parts) == 2 * seconds, len(parts)
    for number in range(seconds):
        (target / f"{number}.m4s").write_bytes(parts[2 * number] + parts[2 * number + 1])
    film.unlink()
