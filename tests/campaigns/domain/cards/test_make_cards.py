"""Cards are drawn when what they show changes, and old ones stay."""

import hashlib
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from campaigns import card_sources
from campaigns.card_sources import Card
from campaigns.domain.cards import make_cards as module
from campaigns.domain.cards.make_cards import digest_of, make_cards, newest_cards
from campaigns.models import ShareCard

pytestmark = pytest.mark.django_db
CARD = Card("Poireau", "leek", "ui/vegetables/poireau.svg", "la cagette.tv")
OTHER = Card("Poireau", "leek", "ui/vegetables/poireau.svg", "la cagette.tv", "2 kg", "le 3 mars")


@pytest.fixture
def cards(monkeypatch):
    """The cards of the one kind there is, which a test changes."""
    cards = {"1": CARD, "2": OTHER}
    monkeypatch.setattr(card_sources, "_sources", {"leek": lambda: list(cards.items())})
    return cards


def test_each_once(cards, monkeypatch):
    assert make_cards() == 2
    assert newest_cards("leek") == {"1": digest_of(CARD), "2": digest_of(OTHER)}
    monkeypatch.setattr(module, "draw_card", None)
    assert make_cards() == 0


def test_a_new_figure_is_a_new_file_and_the_old_one_stays(cards):
    make_cards()
    old = ShareCard.objects.get(key="1").file_name
    cards["1"] = OTHER
    assert make_cards() == 1
    assert newest_cards("leek")["1"] == digest_of(OTHER)
    assert default_storage.exists(old)


def test_what_was_true_before_is_shown_again_without_drawing(cards, monkeypatch):
    make_cards()
    cards["1"] = OTHER
    make_cards()
    ShareCard.objects.update(made_at=timezone.now() - timedelta(days=1))
    cards["1"] = CARD
    monkeypatch.setattr(module, "draw_card", None)
    assert make_cards() == 1
    assert newest_cards("leek")["1"] == digest_of(CARD)


def test_a_few_at_a_time(cards):
    assert make_cards(1) == 1
    assert make_cards(1) == 1
    assert make_cards(1) == 0


def test_the_name_follows_from_all_that_is_shown():
    assert digest_of(CARD) != digest_of(OTHER)
    assert digest_of(replace(CARD, moment="À revoir")) != digest_of(CARD)
    assert len(digest_of(CARD)) == 20


def test_cards_without_a_moment_keep_the_name_that_they_had():
    facts = ["Poireau", "leek", "ui/vegetables/poireau.svg", "la cagette.tv", "", ""]
    names = ["title", "colour", "character", "site", "figure", "dated"]
    shown = json.dumps([1, dict(zip(names, facts, strict=True))], sort_keys=True)
    assert digest_of(CARD) == hashlib.sha256(shown.encode()).hexdigest()[:20]
