"""What owners change: at once while nobody reads it, through the team once everybody does."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from fundraising.domain.change_page import Change, change_page
from fundraising.domain.check_words import PageWords
from fundraising.gateways.page_pictures import keep_picture
from fundraising.models import CollectionSettings, Fundraiser
from fundraising.refusals import NotToChange, NotYourName
from qa.enums import Action, Moderation, TextState
from qa.models import Decision, StopList
from qa.refusals import StaleCommand, TextFrozen

pytestmark = pytest.mark.django_db


@pytest.fixture
def change() -> Change:
    words = PageWords("Zoé", "Deux kilomètres.", "Zoé court encore", "race")
    return Change(words, 500_00, timezone.localdate() + timedelta(days=3))


@pytest.mark.parametrize("state", ["draft", "pending", "held", "rejected"])
def test_at_once_while_nobody_reads_it(make_page_of, change, state):
    page = change_page(make_page_of(state=state), change, 0)
    assert (page.title, page.reason, page.goal_cents) == (
        "Zoé court encore",
        "Deux kilomètres.",
        500_00,
    )
    assert (page.state, page.proposed, page.version) == (state, {}, 1)
    assert Decision.objects.get().action == Action.EDIT


def test_words_of_a_shown_page_wait_and_money_does_not(fundraiser, change):
    page = change_page(fundraiser, change, 0)
    assert (page.title, page.reason, page.state) == (
        "Zoé court",
        "Un kilomètre, un kilo.",
        TextState.APPROVED,
    )
    assert page.proposed == {"title": "Zoé court encore", "reason": "Deux kilomètres."}
    assert (page.goal_cents, page.ends_on) == (500_00, change.ends_on)
    assert page.proposed_at is not None


def test_taking_a_change_back_leaves_nothing_to_decide(fundraiser, change):
    page = change_page(fundraiser, change, 0)
    as_it_was = PageWords(page.name, page.reason, page.title, page.occasion)
    page = change_page(page, replace(change, words=as_it_was), 1)
    assert (page.proposed, page.proposed_at) == ({}, None)


def test_where_the_team_reads_afterwards_it_is_shown_at_once(fundraiser, change):
    CollectionSettings.objects.create(moderation=Moderation.AFTER)
    assert change_page(fundraiser, change, 0).title == "Zoé court encore"
    StopList.objects.create(name="Gros mots", words="navet", mode="hold")
    words = replace(change.words, title="Navet")
    page = change_page(Fundraiser.objects.get(), replace(change, words=words), 1)
    assert (page.title, page.proposed) == ("Zoé court encore", {"title": "Navet"})


@pytest.mark.django_db(transaction=True)
def test_pictures_follow_and_old_ones_are_forgotten(make_page_of, change):
    draft = make_page_of(state="draft")
    page = change_page(draft, replace(change, picture=b"one"), 0)
    first = page.picture
    page = change_page(page, replace(change, picture=b"two"), 1)
    assert not default_storage.exists(first)
    page = change_page(page, change, 2)
    with default_storage.open(page.picture) as file:
        assert file.read() == b"two"
    assert change_page(page, replace(change, picture=b""), 3).picture == ""


@pytest.mark.django_db(transaction=True)
def test_a_proposed_picture_waits_and_is_replaced(make_page_of, change):
    page = make_page_of(picture=keep_picture(b"shown"))
    page = change_page(page, replace(change, picture=b"one"), 0)
    first = page.proposed["picture"]
    page = change_page(page, change, 1)
    assert page.proposed["picture"] == first
    page = change_page(page, replace(change, picture=b"two"), 2)
    assert not default_storage.exists(first)
    assert default_storage.exists(page.picture)


@pytest.mark.parametrize("state", ["hidden", "withdrawn", "removed"])
def test_not_what_was_taken_away(make_page_of, change, state):
    with pytest.raises(NotToChange):
        change_page(make_page_of(state=state), change, 0)


def test_not_in_anothers_name_not_on_an_old_screen_not_what_is_frozen(fundraiser, change):
    with pytest.raises(StaleCommand):
        change_page(fundraiser, change, 7)
    with pytest.raises(NotYourName):
        change_page(
            fundraiser, replace(change, words=replace(change.words, name="Épicerie du Pont")), 0
        )
    Fundraiser.objects.update(frozen_for="enquête")
    with pytest.raises(TextFrozen):
        change_page(fundraiser, change, 0)
    assert Fundraiser.objects.get().goal_cents == 300_00
