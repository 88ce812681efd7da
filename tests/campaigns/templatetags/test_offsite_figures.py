"""Acts elsewhere on a campaign's page."""

import pytest
from django.urls import reverse

from audience.domain.redeem_code import new_form, redeem_code
from campaigns.templatetags.offsite_figures import offsite_of
from tests.audience.offsite import make_batch

pytestmark = pytest.mark.django_db


def test_the_page_shows_them_and_leads_to_the_form(client, make_campaign, make_pledge):
    page = make_campaign()
    make_pledge(meter=page.meter)
    form = reverse("enter_code_of", args=[page.meter.key])
    assert form not in client.get(page.url).text
    _, [code, _] = make_batch(page.meter, 2)
    redeem_code(code, new_form(), "192.0.2.7")
    shown = client.get(f"{page.url}?fresh").text
    assert form in shown
    assert 'id="offsite"' in shown


def test_a_campaign_without_a_count():
    assert offsite_of(None) is None
