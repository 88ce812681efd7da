"""What comes next, and whose picture a line shows."""

import pytest

from live.domain.put_feed import put_feed
from live.domain.put_line import next_line
from live.domain.skip_entry import skip_entry
from live.domain.take_entry import take_entry
from live.models import RunEntry

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_the_next_line_waits_after_the_one_on_air(run, caller):
    one, two, three = run.entries.all()
    assert next_line(run) == one
    run = skip_entry(run, caller, 1, entry=one.pk)
    assert next_line(run) == two
    run = take_entry(run, caller, 2, entry=three.pk)
    assert next_line(run) is None


def test_a_line_without_a_feed_shows_the_studio_else_what_was_on(run, caller, make_feed):
    one, two, _ = run.entries.all()
    dakar = make_feed()
    run = put_feed(run, caller, 1, feed=dakar.pk)
    run = take_entry(run, caller, 2, entry=one.pk)
    assert run.feed == dakar
    studio = make_feed("Studio", "studio")
    run = take_entry(run, caller, 3, entry=two.pk)
    assert run.feed == studio


def test_one_line_is_on_air(run, caller):
    for seen, entry in enumerate(run.entries.all(), start=1):
        run = take_entry(run, caller, seen, entry=entry.pk)
    assert RunEntry.objects.get(state="on_air") == run.entry


def test_a_picture_from_elsewhere_has_no_feed(run, caller, make_feed):
    make_feed("Studio", "studio")
    run.programme.outside_address = "https://tube.example.org/w/9c9de5e8FQhPaJyYwNbQ2X"
    run.programme.save()
    run = take_entry(run, caller, 1, entry=run.entries.first().pk)
    assert (run.entry.title, run.feed) == ("Accueil", None)
