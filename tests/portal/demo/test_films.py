import shutil
from dataclasses import replace
from pathlib import Path

import imageio_ffmpeg
import pytest
from pymediainfo import MediaInfo

import portal
from portal.demo.films import FilmRenderError, render_film
from portal.demo.palette import SUN
from portal.demo.screenplay import LEFT, Actor, Film, Line, Shot, Tune
from portal.demo.scripts import FILMS

FONTS = Path(portal.__file__).parent / "static" / "vendor" / "fonts"
FFMPEG = shutil.which("ffmpeg") or imageio_ffmpeg.get_ffmpeg_exe()
FORMATS = {"h264-mp4": ("AVC", "AAC"), "mpeg4-mkv": ("MPEG-4 Visual", "AC-3")}

SHORT = Film(
    slug="essai",
    title="Essai",
    description="Deux plans pour voir.",
    poster="monnaie",
    tune=Tune(150, (48,)),
    shots=(
        Shot(
            1.4,
            SUN,
            (Actor("carotte", 0.7, 0.95, 0.6, "bounce"),),
            (Line("carotte", "Pardon ?", 0.2, 1.2),),
            box=LEFT,
            tag="2 kg",
        ),
        Shot(1.8, SUN, (Actor("cagette", 0.5, 0.95, 0.6, "fall"),)),
    ),
)


def rendered(film, folder, *, espeak=None):
    target = folder / film.file_name
    render_film(
        film, target, work_dir=folder / "work", fonts_dir=FONTS, ffmpeg=FFMPEG, espeak=espeak
    )
    return target


@pytest.mark.parametrize("film", [SHORT, *FILMS], ids=lambda film: film.slug)
def test_a_film_renders_with_its_length_its_shape_and_its_sound(film, tmp_path):
    width, height = film.size_px
    small = replace(film, size_px=(width // 8 * 2, height // 8 * 2))
    info = MediaInfo.parse(rendered(small, tmp_path))
    general = info.general_tracks[0]
    assert general.duration / 1000 == pytest.approx(film.duration_s, abs=0.2)
    assert len(info.audio_tracks) == 1
    if film.is_audio_only:
        assert not info.video_tracks
        assert info.audio_tracks[0].format == "AAC"
    else:
        (video,) = info.video_tracks
        assert (video.width, video.height) == small.size_px
        assert float(video.frame_rate) == 25
        assert (video.format, info.audio_tracks[0].format) == FORMATS[film.source_format]


def test_the_same_film_is_the_same_file(tmp_path):
    small = replace(SHORT, size_px=(320, 180))
    copies = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        copies.append(rendered(small, tmp_path / name).read_bytes())
    assert copies[0] == copies[1]


def test_a_failed_render_leaves_the_old_file(tmp_path):
    target = tmp_path / SHORT.file_name
    target.write_bytes(b"old")
    with pytest.raises(FilmRenderError):
        render_film(
            replace(SHORT, size_px=(321, 181)),
            target,
            work_dir=tmp_path / "work",
            fonts_dir=FONTS,
            ffmpeg=FFMPEG,
            espeak=None,
        )
    assert target.read_bytes() == b"old"


def test_a_speech_program_that_fails_is_reported(tmp_path):
    with pytest.raises(FilmRenderError):
        rendered(SHORT, tmp_path, espeak=shutil.which("false"))
