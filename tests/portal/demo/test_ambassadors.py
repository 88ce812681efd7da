"""The demo's ambassadors stand in the ranking."""

import pytest

from ambassadors.domain.rank import standings
from ambassadors.inbox_sources import waiting_aliases
from ambassadors.models import Ambassador, Contact
from portal.demo.ambassadors import AMBASSADORS, make_ambassadors

pytestmark = pytest.mark.django_db


def test_they_brought_people(admin, make_campaign):
    page = make_campaign()
    make_ambassadors(admin, page)
    make_ambassadors(admin, page)
    shown = [(one.alias, one.people) for one in standings(None)]
    assert shown[0] == ("Gaston des courges", 5)
    assert len(shown) == sum(bool(text.people) for text in AMBASSADORS)
    assert waiting_aliases().count() == 1
    assert Contact.objects.count() == sum(bool(text.note) for text in AMBASSADORS)
    assert Ambassador.objects.count() == len(AMBASSADORS)
