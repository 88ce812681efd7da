"""Technical facts in plain words."""

from fractions import Fraction

from django.utils.translation import override

from media.domain.film_facts import film_facts, quality_lines
from media.gateways.ffmpeg.facts import AudioFacts, SourceFacts, VideoFacts

PICTURE = VideoFacts(
    index=0,
    codec="h264",
    profile="High",
    pix_fmt="yuv420p",
    bit_depth=8,
    width_px=1080,
    height_px=1920,
    stored_width_px=1920,
    stored_height_px=1080,
    rotation_deg=90,
    fps=Fraction(30000, 1001),
    is_vfr=True,
    is_interlaced=True,
    transfer="arib-std-b67",
    matrix="bt2020nc",
    color_range="tv",
    start_s=0.0,
    end_s=102.0,
    frame_count=3000,
    keyframes_s=(0.0,),
    max_keyframe_gap_s=2.0,
    peak_bitrate_bps=9_000_000,
    average_bitrate_bps=8_000_000,
    is_copyable=False,
)
SOUND = AudioFacts(1, "aac", "LC", 6, 48_000, 0.0, 102.0, 128_000)


def source(video, audio):
    return SourceFacts("mov", 8_000_000, 0.0, 102.0, False, video, audio).to_json()


def words(video):
    with override("en"):
        return dict(film_facts(video, video.current))


def test_before_the_probe_only_the_file_is_known(make_video):
    assert words(make_video(original_name="a.mov")) == {"File": "a.mov", "Size": "12 bytes"}


def test_a_phone_film(in_library):
    video = in_library(original_name="IMG_1.mov")
    video.current.facts = source(PICTURE, SOUND)
    assert words(video) == {
        "File": "IMG_1.mov",
        "Size": "12 bytes",
        "Length": "1 min 42",
        "Picture": (
            "1080 × 1920, 29.97 pictures per second, upright, HDR colours, converted for "
            "ordinary screens, interlaced, smoothed, uneven rhythm, made even"
        ),
        "Sound": "5.1",
    }


def test_sound_only_and_silence(in_library):
    video = in_library()
    video.current.facts = source(None, SOUND)
    assert words(video)["Picture"] == "none, sound only"
    video.current.facts = source(PICTURE, None)
    assert words(video)["Sound"] == "none, a silent film"


def test_qualities(in_library):
    with override("en"):
        assert quality_lines(in_library().current) == [("360p", "0.6 Mbit/s on average, 7.2 MB")]
    assert quality_lines(None) == []
