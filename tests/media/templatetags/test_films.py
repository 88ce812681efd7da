"""Films in templates."""

import pytest
from django.template import Context, Template

from media.templatetags.films import duration_tag, open_poster

pytestmark = pytest.mark.django_db


def render(source, **context):
    return Template("{% load films %}" + source).render(Context(context))


def test_a_film_is_shown_with_what_it_needs_to_play(make_film):
    html = render("{% film video %}", video=make_film(has_words=True))

    assert "<potager-player" in html
    assert "master.m3u8" in html
    assert 'kind="captions"' in html
    assert 'kind="chapters"' in html


def test_the_picture_of_the_page_goes_before_the_frame_of_the_film(make_film):
    html = render("{% film video '/uploads/images/affiche.png' %}", video=make_film())

    assert 'poster="/uploads/images/affiche.png"' in html


def test_a_film_that_is_still_prepared_says_so(make_film):
    film = make_film(with_files=False, state="encoding")
    film.current = None

    html = render("{% film video %}", video=film)

    assert "player__wait" in html
    assert "<source" not in html


def test_a_poster_that_is_not_there_has_no_address(make_film):
    assert open_poster(None) == ""
    assert open_poster(make_film()).endswith("/poster-3.jpg")


def test_an_unknown_length_is_not_shown():
    assert duration_tag(0) == ""
    assert duration_tag(None) == ""
    assert duration_tag(102) == "1\N{NO-BREAK SPACE}min\N{NO-BREAK SPACE}42"
