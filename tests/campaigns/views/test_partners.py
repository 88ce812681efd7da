"""Pages of organisations and causes, through all layers."""

import pytest
from django.urls import reverse

from campaigns.models import Cause, Organisation, Partnership, PartnershipEvent

pytestmark = pytest.mark.django_db
PARTNER_QUERIES = 12
PARTNERS_QUERIES = 5


@pytest.fixture
def fill(coop, make_campaign, make_pledge, make_claim, make_contestation):
    def fill(number: int) -> str:
        for place in range(number):
            page = make_campaign(f"Campagne {place}", sponsor=coop)
            make_pledge(meter=page.meter)
            claim = make_claim(f"Affirmation {place}")
            make_contestation(claim=claim, state="published")
            other = Organisation.objects.create(name=f"Antenne {place}")
            partnership = Partnership(sponsor=coop, beneficiary=other, since_year=2019)
            partnership.events = [PartnershipEvent(year=2020, sentence="Oui.", quantity=2_000)]
            partnership.save()
        return reverse("partner", args=[coop.slug])

    return fill


@pytest.mark.parametrize("number", [1, 3])
def test_a_partner_costs_the_same_for_one_and_three(
    client, house, fill, number, django_assert_num_queries
):
    address = fill(number)
    client.get(address)
    with django_assert_num_queries(PARTNER_QUERIES):
        page = client.get(f"{address}?fresh={number}")
    assert page.text.count("timeline__event") == number
    assert page.text.count("contested__reason") == number
    assert not page.cookies


def test_a_partner_that_nothing_names_is_not_found(client, house, coop):
    assert client.get(reverse("partner", args=[coop.slug])).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_however_many(
    client, house, fill, number, django_assert_num_queries
):
    fill(number)
    address = reverse("partners")
    client.get(address)
    with django_assert_num_queries(PARTNERS_QUERIES):
        page = client.get(f"{address}?fresh={number}")
    # With those who give and who receive in the pledges.
    assert page.text.count("partners__name") == number + 2
    assert not page.cookies


def test_the_list_is_paged_and_forgives_odd_numbers(client, house, coop, monkeypatch):
    monkeypatch.setattr("campaigns.views.partners.PARTNERS_PER_PAGE", 2)
    for place in range(3):
        other = Organisation.objects.create(name=f"Antenne {place}")
        Partnership.objects.create(sponsor=coop, beneficiary=other, since_year=2019)
    first, second = (client.get(f"{reverse('partners')}?page={page}").text for page in (1, 2))
    assert ("Antenne 0" in first, "Coop La Fourche" in first) == (True, False)
    assert "Coop La Fourche" in second
    assert "partners__name" in client.get(f"{reverse('partners')}?page=x").text


def test_no_partner_yet(client, house, coop):
    assert "empty__character" in client.get(reverse("partners")).text


def test_what_a_partner_calls_itself_is_not_markup(client, house, coop):
    evil = Organisation.objects.create(name="<script>alert(1)</script>", city="<b>Ici</b>")
    Partnership.objects.create(sponsor=coop, beneficiary=evil, since_year=2019)
    text = client.get(reverse("partners")).text
    assert ("<script>alert" in text, "<b>Ici" in text) == (False, False)


@pytest.mark.parametrize("number", [0, 1, 3])
def test_causes_and_their_campaigns(client, house, make_campaign, number):
    assert "empty__character" in client.get(reverse("causes")).text
    long_name = "Manger bien, vraiment bien, même le vingt-huit du mois de février"
    cause = Cause.objects.create(
        name=long_name[:60], slug="a", summary="Un peu.", locale=house.home.locale
    )
    for place in range(number):
        page = make_campaign(f"Campagne {place}")
        page.causes.add(cause)
        page.save()
    assert reverse("cause", args=["a"]) in client.get(f"{reverse('causes')}?2").text
    page = client.get(reverse("cause", args=["a"]))
    assert page.text.count("<article") == number
    assert ("empty__character" in page.text) == (number == 0)
    assert not page.cookies


def test_a_campaign_names_its_causes_and_claims(client, house, coop, make_campaign, make_claim):
    cause = Cause.objects.create(name="A", slug="a", summary="a", locale=house.home.locale)
    make_claim()
    page = make_campaign(sponsor=coop, causes=[cause])
    text = client.get(page.url).text
    for expected in (reverse("cause", args=["a"]), coop.get_absolute_url(), "claim-"):
        assert expected in text
