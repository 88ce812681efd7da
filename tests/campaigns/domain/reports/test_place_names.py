"""Places are called as people call them, also where nobody clicked."""

import pytest
from django.utils.translation import override

from audience.models import Partner
from campaigns.domain.reports.place_names import Place, lines_of_places, place_names
from campaigns.models import EmbedHost
from tests.audience.offsite import make_batch
from tests.campaigns.declared import declare

pytestmark = pytest.mark.django_db


def test_sites_and_ways_from_elsewhere(meter, make_user):
    host = EmbedHost.objects.create(name="Le blog", address="https://blog.example")
    batch, _codes = make_batch(meter)
    till = Partner.objects.create(meter=meter, name="Coop")
    paper = declare(make_user("edith", "add_declaration"), meter)
    with override("en"):
        found = place_names(["", host.key, batch.origin, till.origin, paper.origin, "gone"])
        assert found == {
            host.key: Place("Le blog", "https://blog.example"),
            batch.origin: Place("Codes of products", "Café 250 g"),
            till.origin: Place("Sales at tills", "Coop"),
            paper.origin: Place("Declared acts", str(paper)),
        }


def test_in_a_line_each(meter):
    host = EmbedHost.objects.create(name="Le blog", address="https://blog.example")
    till = Partner.objects.create(meter=meter, name="Coop")
    with override("en"):
        assert lines_of_places([host.key, till.origin, "gone"]) == {
            host.key: "Le blog",
            till.origin: "Sales at tills: Coop",
        }


def test_only_what_is_asked_for(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert place_names(["", "gone"]) == {}
