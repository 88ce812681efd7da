"""Films as people really send them, from the probe to one file that plays."""

from dataclasses import dataclass, replace

import pytest

from media.gateways.ffmpeg.audio import FOLDER, encode_audio
from media.gateways.ffmpeg.chunk import encode_chunk
from media.gateways.ffmpeg.mp4 import join_mp4
from media.gateways.ffmpeg.plan import plan_encoding
from media.gateways.ffmpeg.probe import probe
from media.gateways.ffmpeg.tools import find_tools
from tests.media import clips
from tests.media.gateways.ffmpeg.looking import described, frame_times_s, gray

X264_444 = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv444p")
RGB = ("-c:v", "qtrle", "-pix_fmt", "rgb24")
QUARTER = (
    "drawbox=color=black:thickness=fill,drawbox=color=white:thickness=fill:width=iw/2:height=ih/2"
)


@dataclass(frozen=True)
class Made:
    """A film after the journey."""

    plan: object
    film: object


def journey(source, folder, tools):
    """Encode a film as the worker does, without its copy, and join its lowest rung."""
    facts = probe(source, tools)
    if facts.video is not None:
        facts = replace(facts, video=replace(facts.video, is_copyable=False))
    plan = plan_encoding(facts)
    for index in range(len(plan.chunks)):
        encode_chunk(source, plan, index, folder, tools, rungs=plan.encoded_rungs)
    if plan.has_audio:
        encode_audio(source, plan, folder, tools)
    film = join_mp4(
        folder / plan.rungs[-1].name if plan.has_video else None,
        folder / FOLDER if plan.has_audio else None,
        folder / "film.mp4",
        tools,
    )
    return Made(plan, film)


ODD = {
    "upright": (clips.rotated, (180, 320), 75),
    "upside down": (lambda d: clips.rotated(d, 180), (320, 180), 75),
    "uneven": (clips.variable_rate, (320, 180), 90),
    "changing size": (clips.changing_size, (320, 180), 100),
    "PAL": (clips.interlaced, (640, 360), 75),
    "odd size": (
        lambda d: clips.film(d, "odd.mkv", size="853x479", codec=X264_444, duration_s=1),
        (642, 360),
        26,
    ),
    "portrait": (lambda d: clips.film(d, "p.mp4", size="180x320"), (180, 320), 75),
    "anamorphic": (lambda d: clips.film(d, "a.mp4", picture="setsar=4/3"), (426, 180), 75),
    "silent": (lambda d: clips.film(d, "s.mp4", sound=()), (320, 180), 75),
    "RGB": (lambda d: clips.film(d, "rgb.mov", codec=RGB, duration_s=1), (320, 180), 25),
    "60 fps": (lambda d: clips.film(d, "60.mp4", rate="60", duration_s=1), (320, 180), 60),
    "120 fps": (lambda d: clips.film(d, "120.mp4", rate="120", duration_s=1), (320, 180), 60),
    "one frame": (lambda d: clips.film(d, "1.mp4", duration_s=0.04, sound=()), (320, 180), 1),
    "0.4 s": (lambda d: clips.film(d, "04.mp4", duration_s=0.4), (320, 180), 10),
    "tiny": (lambda d: clips.film(d, "t.mp4", size="16x16", duration_s=1), (16, 16), 25),
    "WebM": (
        lambda d: clips.film(
            d,
            "w.webm",
            duration_s=1,
            codec=("-c:v", "libvpx", "-deadline", "realtime", "-b:v", "500k"),
            sound=("-c:a", "libopus"),
        ),
        (320, 180),
        26,
    ),
    "ProRes": (
        lambda d: clips.film(
            d, "p.mov", duration_s=1, codec=("-c:v", "prores_ks"), sound=("-c:a", "pcm_s16le")
        ),
        (320, 180),
        25,
    ),
    "scratched": (clips.scratched, (320, 180), 150),
    "cut short": (clips.truncated, (320, 180), 122),
}


# What versions of ffmpeg have read differently.
READ_BY_BOTH = ("upright", "uneven", "changing size", "PAL", "one frame", "scratched", "cut short")


@pytest.mark.parametrize(
    ("case", "tools"),
    [(case, "system_tools") for case in ODD] + [(case, "wheel_tools") for case in READ_BY_BOTH],
)
def test_becomes_an_ordinary_film(tmp_path, request, case, tools):
    make, size, frame_count = ODD[case]
    made = journey(make(tmp_path), tmp_path / "out", request.getfixturevalue(tools))
    says = described(made.film)
    assert says.size == size
    assert "yuv420p(tv" in says.text
    assert "[SAR 1:1" in says.text
    assert "rotation" not in says.text
    times_s = frame_times_s(made.film)
    assert len(times_s) == pytest.approx(frame_count, abs=1)
    expected = [n / made.plan.fps for n in range(len(times_s))]
    assert times_s == pytest.approx([float(time_s) for time_s in expected], abs=1e-3)


@pytest.mark.parametrize("name", ["sound.wav", "sound.m4a", "cover"])
def test_a_sound_alone_plays(tmp_path, tools, name):
    source = clips.with_cover(tmp_path) if name == "cover" else clips.sound_only(tmp_path, name)
    made = journey(source, tmp_path / "out", tools)
    says = described(made.film).text
    assert "Audio: aac" in says
    assert "Video" not in says


@pytest.mark.parametrize(("degrees", "white"), [(90, 1), (180, 3), (270, 2)])
def test_the_picture_is_turned_the_right_way(tmp_path, tools, degrees, white):
    """A white quarter, stored at the top left, comes to the right corner."""
    source = clips.rotated(tmp_path, degrees, picture=QUARTER)
    corners = gray(journey(source, tmp_path / "out", tools).film, 2, 2)[0]
    assert corners[white] > 200
    assert max(corners[:white] + corners[white + 1 :]) < 40


def test_frames_held_for_long_are_repeated(tmp_path, tools):
    slides = clips.hours_apart(tmp_path, hours=5 / 3600)
    made = journey(slides, tmp_path / "out", tools)
    assert made.plan.fps == 5
    assert len(frame_times_s(made.film)) == made.plan.frame_count > 50


@pytest.mark.parametrize("transfer", ["smpte2084", "arib-std-b67"])
@pytest.mark.parametrize("has_zscale", [True, False])
def test_bright_films_look_right_on_ordinary_screens(tmp_path, transfer, has_zscale):
    """White at the level of SDR white becomes nearly white, black stays black."""
    tools = replace(find_tools(), has_zscale=has_zscale)
    code = {"smpte2084": 0.581, "arib-std-b67": 0.75}[transfer]
    level = round(64 + code * (940 - 64))
    hevc = ("-c:v", "libx265", "-preset", "ultrafast", "-pix_fmt", "yuv420p10le")
    quiet = ("-x265-params", "log-level=none:pools=1:frame-threads=1")
    colors = ("-color_primaries", "bt2020", "-color_trc", transfer, "-colorspace", "bt2020nc")
    codec = (*hevc, *quiet, *colors)
    halves = f"format=yuv420p10le,geq=lum='if(lt(X,W/2),64,{level})':cb=512:cr=512"
    source = clips.film(
        tmp_path,
        "hdr.mp4",
        duration_s=0.4,
        picture=halves,
        codec=codec,
        sound=(),
    )
    film = journey(source, tmp_path / "out", tools).film
    left, right = gray(film, 2, 1)[0]
    assert left < 24
    assert 170 <= right <= 250
    assert "yuv420p(tv, bt709" in described(film).text
