import re

import pytest

from portal.demo.drawing import CAST, typeset
from portal.demo.posters import BY_SLUG as POSTERS
from portal.demo.screenplay import TOP, captions_vtt, chapters, subtitles_vtt_en
from portal.demo.scripts import BY_SLUG, FILMS

CUE = re.compile(
    r"\d+\n(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})\n(.+)\n(?:\n|$)"
)
each_film = pytest.mark.parametrize("film", FILMS, ids=lambda film: film.slug)


def cues(vtt):
    head, body = vtt.split("\n\n", 1)
    assert head == "WEBVTT"
    assert CUE.sub("", body) == ""
    for h1, m1, s1, h2, m2, s2, text in CUE.findall(body):
        yield (
            int(h1) * 3600 + int(m1) * 60 + float(s1),
            int(h2) * 3600 + int(m2) * 60 + float(s2),
            text,
        )


def written(film):
    yield from (film.title, film.description, film.excuse, film.rebuttal, film.series)
    scene = POSTERS[film.poster]
    yield scene.sentence.text if scene.sentence else ""
    yield scene.tag.text if scene.tag else ""
    for shot in film.shots:
        yield from (shot.card, shot.tag, shot.chapter, *(line.text for line in shot.lines))


def contrast(one, other):
    def luminance(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_eight_films_cover_every_shape_and_source():
    assert len(FILMS) == len(BY_SLUG) == 8
    assert {film.size_px for film in FILMS} == {(1280, 720), (720, 1280), (1920, 1080)}
    assert {film.source_format for film in FILMS} == {"h264-mp4", "mpeg4-mkv", "aac-m4a"}


@each_film
def test_captions_are_in_order_and_never_overlap(film):
    last_s = 0.0
    found = list(cues(captions_vtt(film)))
    assert found
    for start_s, end_s, _ in found:
        assert last_s <= start_s < end_s <= film.duration_s
        last_s = end_s


@each_film
def test_a_line_can_be_read_in_its_time(film):
    for line in film.lines():
        assert len(line.text) / (line.end_s - line.start_s) <= 18


@each_film
def test_a_film_is_short(film):
    assert 12 <= film.duration_s <= 40


@each_film
def test_only_the_cast_plays_and_speaks(film):
    assert {actor.who for shot in film.shots for actor in shot.actors} <= set(CAST)
    assert {line.who for line in film.lines()} <= set(film.voices)
    assert film.poster in POSTERS


@each_film
def test_a_line_stays_in_its_shot(film):
    for shot in film.shots:
        assert all(0 <= line.start_s < line.end_s <= shot.duration_s for line in shot.lines)


@each_film
def test_no_head_stands_in_a_text_above_it(film):
    for shot in film.shots:
        if shot.box == TOP and shot.lines:
            for actor in shot.actors:
                leap = 0.07 * actor.height if actor.motion == "bounce" else 0
                assert actor.feet - actor.height - leap > 0.26


@each_film
def test_text_is_legible_on_its_ground(film):
    for shot in film.shots:
        if not film.is_audio_only and (shot.lines or shot.card):
            assert contrast(shot.ink, shot.ground) >= 4.5


@each_film
def test_typography_is_french(film):
    for text in map(typeset, written(film)):
        assert "'" not in text
        assert '"' not in text
        assert "..." not in text
        assert not re.search(r"[^\u00a0…][!?:;»]", text)
        assert not re.search(r"«[^\u00a0]", text)
        assert not re.search(r"\d (?:kg|t|s|€)\b", text)


def test_longer_films_have_chapters():
    for film in FILMS:
        if film.duration_s >= 28:
            marks = chapters(film)
            assert len(marks) >= 3
            assert marks[0].start_s == 0
            assert marks[-1].end_s == film.duration_s


def test_two_films_have_english_subtitles():
    translated = [film for film in FILMS if subtitles_vtt_en(film)]
    assert [film.slug for film in translated] == ["pas-de-monnaie", "deux-kilos-par-clic"]
    for film in translated:
        times = [cue[:2] for cue in cues(subtitles_vtt_en(film))]
        assert times == [cue[:2] for cue in cues(captions_vtt(film))]


def test_the_price_of_a_tomato_adds_up():
    tags = [shot.tag for shot in BY_SLUG["prix-d-une-tomate"].shots if shot.tag]
    cents = [int(tag.removesuffix(" €").replace(",", "")) for tag in tags]
    assert cents[0] == sum(cents[1:]) == 300
