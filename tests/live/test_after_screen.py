"""What the screen that closes a live reads."""

from datetime import timedelta

import pytest
from django.utils import timezone

from campaigns.enums import PledgeState
from campaigns.models import Organisation, Pledge
from live.after_screen import (
    after_context,
    chapter_initials,
    coming_lives,
    films_to_choose,
    place_form,
    quantities,
)
from live.domain.lay_out_replay import lay_out_replay
from live.models import Recording, ReplayChapter, Run
from media.edition import new_edition
from tests.live.replays import NOON, make_entry, make_live, make_replay

pytestmark = pytest.mark.django_db
LATER = NOON.replace(year=2090)


@pytest.fixture
def replay(house):
    return make_replay(house.home, "a" * 90)


def test_overdue_after_three_days(replay, admin):
    Run.objects.update(ended_at=timezone.now() - timedelta(days=2))
    assert not after_context(Recording.objects.get(), admin)["is_overdue"]
    Run.objects.update(ended_at=timezone.now() - timedelta(days=4))
    assert after_context(Recording.objects.get(), admin)["is_overdue"]


def test_chapters_that_were_cut_away_have_no_time(replay):
    make_entry(replay.run, "Nairobi", 30, 60)
    make_entry(replay.run, "Au revoir", 95, 99)
    recording = lay_out_replay(replay)
    rows = [(row["title"], row["at"]) for row in chapter_initials(recording)]
    assert rows == [("Nairobi", 30), ("Au revoir", None)]
    ReplayChapter.objects.filter(title="Nairobi").update(title="", is_hidden=True)
    assert len(chapter_initials(recording)) == 1, "its words were removed by law"


def test_lives_to_come_and_what_was_chosen(replay, house):
    soon = make_live(house.home, "Bientôt", starts_at=LATER)
    assert coming_lives(replay) == [soon]
    replay.next_programme = make_live(house.home, "Passé")
    assert coming_lives(replay) == [replay.next_programme, soon]


def test_what_the_campaign_has_unlocked(house, make_campaign):
    campaign = make_campaign()
    replay = make_replay(house.home, "aa", campaign=campaign)
    assert quantities(replay) == []
    now = timezone.now()
    Pledge.objects.create(
        meter=campaign.meter,
        sponsor=Organisation.objects.create(name="Coop La Fourche", slug="fourche"),
        beneficiary=Organisation.objects.create(name="Épicerie du Pont", slug="pont"),
        goods="légumes",
        cap=40_000_000,
        starts_at=now - timedelta(days=1),
        ends_at=now + timedelta(days=30),
        delivery_due_on=(now + timedelta(days=60)).date(),
        state=PledgeState.ACTIVE,
        activated_at=now - timedelta(seconds=1),
    )
    new_edition()
    (found,) = quantities(replay)
    assert "Coop La Fourche" in found.title
    assert found.gift.startswith("0")
    assert found.gift.endswith("légumes")


def test_without_a_campaign_no_quantities(replay):
    assert quantities(replay) == []


def test_films_are_offered_only_for_what_came_from_elsewhere(replay, house, admin, make_film):
    ready = make_film("Le direct, filmé")
    make_film("Pas prêt", state="encoding")
    assert films_to_choose(replay, admin) == []
    elsewhere = make_replay(house.home, "", outside_address="https://vimeo.com/123456789")
    assert films_to_choose(elsewhere, admin) == [ready]
    elsewhere.video = make_film("Choisi avant", state="encoding")
    assert films_to_choose(elsewhere, admin)[0] == elsewhere.video
    assert place_form(elsewhere, admin).initial["film"] == str(elsewhere.video.pk)
