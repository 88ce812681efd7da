"""What the card of a campaign shows."""

import pytest
from django.utils import timezone

from campaigns.domain.cards.campaign_cards import campaign_cards, site_name
from campaigns.models import MilestoneReached

pytestmark = pytest.mark.django_db


def test_the_promise_then_the_figure(make_campaign, make_pledge, meter):
    page = make_campaign(meter=meter, promise="1 clic = 2 kg", poster_colour="plum")
    make_campaign("Brouillon", live=False)
    [(key, card)] = campaign_cards()
    assert (key, card.title, card.colour) == (str(page.pk), page.title, "plum")
    assert (card.figure, card.dated, card.site) == ("1 clic = 2 kg", "", "la cagette.tv")
    pledge = make_pledge(milestones=[{"acts": 10, "title": "Dix"}])
    MilestoneReached.objects.create(
        milestone=pledge.milestones.get(), act_number=10, reached_at=timezone.now()
    )
    [(_key, card)] = campaign_cards()
    assert card.figure == "20\xa0kg de légumes"
    assert card.dated.startswith("le ")


def test_in_the_language_of_its_page(make_campaign, make_pledge, meter, translate):
    page = make_campaign(meter=meter)
    pledge = make_pledge(milestones=[{"acts": 10, "title": "Dix"}])
    MilestoneReached.objects.create(
        milestone=pledge.milestones.get(), act_number=10, reached_at=timezone.now()
    )
    english = translate(page)
    assert dict(campaign_cards())[str(english.pk)].dated.startswith("on ")


def test_as_many_queries_for_three_as_for_one(make_campaign, django_assert_num_queries):
    make_campaign()
    list(campaign_cards())
    for number in range(3):
        make_campaign(f"Campagne {number}")
    list(campaign_cards())
    with django_assert_num_queries(3):
        assert len(list(campaign_cards())) == 4


def test_a_site_without_a_name(house):
    assert site_name() == "la cagette.tv"
    house.site.delete()
    assert site_name() == "Potager"
