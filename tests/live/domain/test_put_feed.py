"""The showcaller's switch changes the feed and nothing else."""

import pytest

from live.domain.put_feed import put_feed
from live.domain.take import take
from live.models import Feed
from live.refusals import FeedsElsewhere, NoSuchFeed

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_the_line_stays(run, caller, make_feed):
    run = take(run, caller, 1, believed=None)
    before, dakar = run.entry, make_feed()
    run = put_feed(run, caller, 2, feed=dakar.pk)
    assert (run.feed, run.entry) == (dakar, before)
    assert run.commands.latest("version").payload == {"feed": dakar.pk, "title": "Dakar"}


def test_not_a_feed_of_another_programme(run, caller, make_show):
    other = Feed.objects.create(programme=make_show("Ailleurs"), name="Studio")
    for feed in (other.pk, -1):
        with pytest.raises(NoSuchFeed):
            put_feed(run, caller, 1, feed=feed)


def test_a_picture_from_elsewhere_has_no_feeds(run, caller, make_feed):
    feed = make_feed()
    run.programme.outside_address = "https://tube.example.org/w/9c9de5e8FQhPaJyYwNbQ2X"
    run.programme.save()
    with pytest.raises(FeedsElsewhere):
        put_feed(run, caller, 1, feed=feed.pk)
