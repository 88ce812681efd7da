"""A cause shows its public campaigns in its language."""

import pytest

from campaigns.domain.show_cause import campaigns_for
from campaigns.models import Cause

pytestmark = pytest.mark.django_db


def test_public_campaigns_in_this_language(house, make_campaign, translate):
    cause = Cause.objects.create(name="A", slug="a", summary="a", locale=house.home.locale)
    page, draft = make_campaign(), make_campaign(live=False)
    make_campaign("Autre cause")
    for one in (page, draft):
        one.causes.add(cause)
        one.save()
    copy = translate(page, title="Two kilos")
    assert list(campaigns_for(cause)) == [page]
    english = cause.copy_for_translation(copy.locale)
    english.save()
    assert list(campaigns_for(english)) == [copy]
    assert copy.causes_here() == [english]
