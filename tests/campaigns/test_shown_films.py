"""The films of a campaign: its own and those of rooms above."""

import pytest

from campaigns import shown_films
from campaigns.shown_films import films_of, register_films

pytestmark = pytest.mark.django_db


def test_its_own_and_those_told_from_above(meter, make_film, make_campaign, monkeypatch):
    monkeypatch.setattr(shown_films, "_sources", [])
    own, told = make_film("B", with_files=False), make_film("A", with_files=False)
    make_film("C", with_files=False)
    make_campaign(video=own, meter=meter)

    def source(meter_id):
        return [told.pk, own.pk] if meter_id == meter.pk else []

    register_films(source)
    register_films(source)
    assert list(films_of(meter.pk)) == [told, own]
    assert list(films_of(meter.pk + 1)) == []
    assert shown_films._sources == [source]


def test_a_draft_shows_none(meter, make_film, make_campaign):
    make_campaign(video=make_film(with_files=False), meter=meter, live=False)
    assert list(films_of(meter.pk)) == []
