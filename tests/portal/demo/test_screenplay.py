from portal.demo.palette import SUN
from portal.demo.screenplay import (
    Chapter,
    Film,
    Line,
    Shot,
    Tune,
    captions_vtt,
    chapters,
    subtitles_vtt_en,
)

FILM = Film(
    slug="essai",
    title="Essai",
    description="Deux plans.",
    poster="monnaie",
    tune=Tune(120, (48, 43)),
    shots=(
        Shot(2.0, SUN, lines=(Line("chou", "Ah ?", 0.5, 1.5, "Oh?"),), chapter="Un"),
        Shot(
            61.5,
            SUN,
            lines=(Line("chou", "C’est tout.", 60.25, 61, "That is all."),),
            chapter="Deux",
        ),
    ),
)


def test_lines_are_timed_from_the_start_of_the_film():
    assert FILM.duration_s == 63.5
    assert [(line.start_s, line.end_s) for line in FILM.lines()] == [(0.5, 1.5), (62.25, 63)]


def test_captions_are_webvtt_with_french_spaces():
    assert captions_vtt(FILM) == (
        "WEBVTT\n\n"
        "1\n00:00:00.500 --> 00:00:01.500\nAh\u00a0?\n\n"
        "2\n00:01:02.250 --> 00:01:03.000\nC’est tout.\n"
    )


def test_subtitles_are_english():
    assert "\nThat is all.\n" in subtitles_vtt_en(FILM)


def test_a_film_without_english_has_no_subtitles():
    silent = Shot(2, SUN, lines=(Line("chou", "Ah.", 0, 1),))
    assert subtitles_vtt_en(Film("s", "S", "S", (silent,), "monnaie", Tune(120, (48,)))) == ""


def test_chapters_follow_one_another_to_the_end():
    assert chapters(FILM) == (Chapter("Un", 0, 2), Chapter("Deux", 2, 63.5))


def test_a_file_is_named_after_its_film():
    assert FILM.file_name == "essai.mp4"
