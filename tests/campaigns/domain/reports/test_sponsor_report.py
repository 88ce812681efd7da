"""What a sponsor reads: its own reach, in figures that hide people."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audience.domain.reports.period import Period
from audience.models import Meter
from campaigns.domain.reports.sponsor_report import promises_of_sponsor, sponsor_report
from campaigns.models import EmbedHost, Organisation

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def pledge(make_pledge):
    return make_pledge(starts_at=timezone.now() - timedelta(days=4))


@pytest.fixture
def read(pledge, today):
    return lambda: sponsor_report(pledge.sponsor, pledge.meter, today)


def test_whole_days_from_its_first_pledge_to_yesterday(read, total, today):
    total(500, days_ago=0)
    total(120, days_ago=1)
    total(70, days_ago=9)
    report = read()
    assert report.period == Period(today - timedelta(days=4), today - timedelta(days=1))
    assert report.counted == 120
    assert [cell.count for cell in report.days] == [None, None, None, None]


def test_no_further_than_its_last_day(read, pledge, today):
    pledge.ends_at = timezone.now() - timedelta(days=3)
    pledge.save()
    assert read().period.last == today - timedelta(days=3)


def test_tens_and_hidden_days(read, total):
    for days_ago, count in ((4, 127), (3, 4), (2, 60), (1, 33)):
        total(count, days_ago=days_ago)
    report = read()
    assert [cell.count for cell in report.days] == [120, None, None, 30]
    assert report.counted == 224


def test_only_the_kinds_it_pays_for(read, total):
    total(20)
    total(55, kind="like")
    report = read()
    assert report.counted == 20
    assert [cell.count for cell in report.kinds] == [None, None]
    total(30, kind="view")
    assert [cell.count for cell in read().kinds] == [20, 30]


def test_only_what_was_counted(read, total):
    total(20)
    total(90, verdict="refused", reason="bot")
    total(90, verdict="to_verify", reason="busy_network")
    assert read().counted == 20


def test_small_hosts_are_in_the_line_of_this_site(read, total):
    for name, count in (("Zoé", 45), ("Aline", 12), ("Petit", 9), ("Fermé", 30)):
        host = EmbedHost.objects.create(
            name=name, address="https://a.example", is_open=name != "Fermé"
        )
        total(count, host=host.key)
    total(3)
    places = read().places
    assert [cell.name for cell in places][1:] == ["Aline", "Zoé"]
    assert [cell.count for cell in places] == [40, 10, 40]


def test_ways_of_ten_acts_and_more_are_named(read, total, came):
    total(100)
    total(50, kind="like")
    for count, *way in (
        (9, "channel", "x"),
        (12, "channel", "sms"),
        (30, "site", "b.example"),
        (15, "site", "a.example"),
        (20, "site", ""),
        (14, "widget", "hote"),
    ):
        came(count, *way)
    came(50, "own", "", kind="like")
    ways = read().ways
    assert [(cell.name, cell.count) for cell in ways[1:]] == [
        ("SMS", 10),
        ("a.example", 10),
        ("b.example", 30),
    ]
    # What is not named, and what came before it was noted, stands in the first line.
    assert ways[0].count == 40


def test_a_small_rest_hides_one_way_more(read, total, came):
    total(47)
    came(20, "channel", "sms")
    came(22, "own", "")
    assert [cell.count for cell in read().ways] == [None, None, 20]


def test_shares_stand_alone_and_small_ones_are_left_out(read, pledge, shared):
    shared(19, pledge.meter)
    shared(9, pledge.meter, channel="x")
    shared(900, Meter.objects.create(name="Ailleurs"), key="8")
    assert [(cell.name, cell.count) for cell in read().shares] == [("Mastodon", 10)]


def test_films_in_coarse_figures(read, pledge, make_film, make_campaign, watched):
    film = make_film("Vu", with_files=False, duration=100.0)
    unseen = make_film("Pas vu", with_files=False)
    for video in (film, unseen):
        make_campaign(video.title, video=video, meter=pledge.meter)
    # 27 begin (54 s of two each), 24 see the next part, 9 the third.
    watched(film, 27, seconds={0: 54.0, 1: 48.0, 2: 18.0, 3: 54.0, 4: 1_000.0})
    watched(unseen, 9, seconds={0: 10.0})
    hidden, shown = read().films
    assert (hidden.title, hidden.plays, hidden.watched_min, hidden.retention) == (
        "Pas vu",
        None,
        None,
        (),
    )
    assert (shown.title, shown.plays, shown.watched_min) == ("Vu", 20, 10)
    assert list(shown.retention[:3]) == [1.0, 0.85, None]
    # Who came back later stays hidden: the curve has ended.
    assert set(shown.retention[2:]) == {None}


def test_only_its_own_public_promises(pledge, make_pledge, read):
    other = Organisation.objects.create(name="Autre")
    make_pledge(sponsor=other)
    make_pledge(state="draft")
    make_pledge(meter=Meter.objects.create(name="Ailleurs"))
    assert [one.pledge.pk for one in promises_of_sponsor(pledge.sponsor, pledge.meter)] == [
        pledge.pk
    ]
    assert [one.pledge.pk for one in read().promises] == [pledge.pk]


def test_a_replaced_version_still_says_when_it_began(pledge, make_pledge, read, today):
    pledge.state = "amended"
    pledge.save()
    newer = make_pledge(replaces=pledge, version=2)
    report = read()
    assert [one.pledge.pk for one in report.promises] == [newer.pk]
    assert report.period.first == today - timedelta(days=4)


def test_without_a_pledge_nothing(meter, today):
    report = sponsor_report(Organisation.objects.create(name="Personne"), meter, today)
    assert (len(report.days), list(report.kinds), report.counted) == (0, [], 0)
