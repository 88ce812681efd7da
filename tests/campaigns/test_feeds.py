"""The feed of daily heads: what is in it proves later what we said."""
# ruff: noqa: F811

from xml.etree import ElementTree

import pytest

from campaigns.models import LedgerBatch
from tests.campaigns.domain.ledger.conftest import running, three_batches  # noqa: F401

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("address", ["/registre/feed/", "/en/registre/feed/"])
def test_the_head_of_each_day(house, three_batches, client, address):
    answer = client.get(address)
    assert answer["Content-Type"].startswith("application/atom+xml")
    [entry] = ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")
    last = LedgerBatch.objects.get(number=3)
    assert last.hash in entry.findtext(f"{ATOM}summary")
    assert entry.findtext(f"{ATOM}updated")[:19] == last.sealed_at.isoformat()[:19]
    assert entry.find(f"{ATOM}link").get("href").startswith("http://testserver/")


def test_an_empty_ledger_has_an_empty_feed(house, client):
    root = ElementTree.fromstring(client.get("/registre/feed/").content)
    assert root.findall(f"{ATOM}entry") == []


def test_days_cost_no_queries(house, three_batches, client, django_assert_num_queries):
    with django_assert_num_queries(1):
        client.get("/registre/feed/")
