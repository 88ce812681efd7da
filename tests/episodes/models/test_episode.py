"""Cards of episodes show the public ones, the newest first."""

import pytest

from episodes.models import Credit, EpisodePage

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_cards_are_public_and_in_order(make_episode):
    old, new = make_episode("Avant", age_days=5), make_episode("Après", age_days=1)
    make_episode("Brouillon", live=False)
    assert [page.pk for page in EpisodePage.objects.for_cards()] == [new.pk, old.pk]


def test_the_page_knows_its_programme_and_themes(make_episode, make_theme, programme, rf):
    theme = make_theme()
    page = EpisodePage.objects.get(pk=make_episode(themes=[theme]).pk)
    context = page.get_context(rf.get("/"))
    assert context["programme"].pk == programme.pk
    assert list(context["themes"]) == [theme]


def test_a_credit_reads_as_one_says_it():
    assert str(Credit(role="Voix", name="Suzon")) == "Voix : Suzon"
