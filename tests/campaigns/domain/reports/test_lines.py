"""Lines with names, the greatest first."""

import pytest
from django.utils.translation import override

from audience.domain.reports.films import FilmSums
from audience.models import Meter
from campaigns.domain.reports.lines import (
    campaign_lines,
    film_lines,
    hosts_named,
    place_lines,
    way_lines,
    way_name,
)
from campaigns.models import EmbedHost
from tests.audience.offsite import make_batch

pytestmark = pytest.mark.django_db


def test_campaigns():
    small, great = (Meter.objects.create(name=name) for name in ("Peu", "Beaucoup"))
    lines = campaign_lines({small.pk: {"click": 1}, great.pk: {"click": 2, "view": 1}})
    assert [(line.name, line.counted, line.pk) for line in lines] == [
        ("Beaucoup", 3, great.pk),
        ("Peu", 1, small.pk),
    ]


def test_places():
    host = EmbedHost.objects.create(name="Le blog", address="https://blog.example")
    with override("en"):
        lines = place_lines({"": {"click": 3}, host.key: {"click": 5}, "gone": {"view": 1}})
    assert [(line.name, line.note) for line in lines] == [
        ("Le blog", "https://blog.example"),
        ("This site", ""),
        ("Widget without a name", "gone"),
    ]


def test_acts_elsewhere_are_no_widget(meter):
    batch, _codes = make_batch(meter)
    with override("en"):
        (line,) = place_lines({batch.origin: {"offsite": 2}})
    assert (line.name, line.note, line.counted) == ("Codes of products", "Café 250 g", 2)


def test_ways():
    host = EmbedHost.objects.create(name="Le blog", address="https://blog.example")
    counted = {
        ("direct", ""): {"click": 1},
        ("channel", "sms"): {"view": 6},
        ("widget", host.key): {"click": 5},
        ("widget", "gone"): {"click": 4},
        ("site", "a.example"): {"click": 3},
        ("site", ""): {"click": 2},
        ("own", ""): {"click": 7},
    }
    with override("en"):
        lines = way_lines(counted)
        assert way_name("widget", "gone", {}) == "gone"
    assert [(line.name, line.note) for line in lines] == [
        ("Personal links", "personal link"),
        ("Text message", "share link"),
        ("Le blog", "widget"),
        ("gone", "widget"),
        ("a.example", "another site"),
        ("Other sites", "another site"),
        ("Address typed, app, or not known", "directly, or not known"),
    ]
    assert list(hosts_named([host.key, "gone"])) == [host.key]


def test_films_that_are_still_there(make_film):
    film, other = make_film("B", with_files=False), make_film("A", with_files=False)
    sums = {film.public_id: FilmSums(5, 1.0), other.public_id: FilmSums(5, 2.0), "x": FilmSums(9)}
    assert [line.video.title for line in film_lines(sums)] == ["A", "B"]


def test_nothing(django_assert_num_queries):
    assert campaign_lines({}) == place_lines({}) == film_lines({}) == way_lines({}) == []
