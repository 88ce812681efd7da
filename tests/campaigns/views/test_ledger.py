"""How we count, and the files of the ledger, through all layers."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audience.enums import Reason
from campaigns.domain.ledger.seal import seal
from campaigns.models import LedgerBatch, LedgerEntry

pytestmark = pytest.mark.django_db
QUERIES = {"": 7, "ledger.jsonl": 7, "ledger.csv": 7, "totals.json": 0, "head.json": 4}
FILES = ("ledger.jsonl", "ledger.csv", "totals.json", "head.json")


def body(answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("prefix", ["/", "/en/"])
def test_files_are_streamed_cacheable_and_asked_for_once(
    house, three_batches, client, name, prefix
):
    answer = client.get(f"{prefix}registre/{name}")
    assert answer.status_code == 200
    assert answer.streaming
    assert body(answer)
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies
    again = client.get(f"{prefix}registre/{name}", headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, body(again)) == (304, b"")


@pytest.mark.parametrize("name", FILES)
def test_a_new_line_is_a_new_file(house, three_batches, act, client, name):
    from django.core.cache import cache

    old = client.get(f"/registre/{name}")
    act(1)
    seal()
    cache.clear()
    new = client.get(f"/registre/{name}", headers={"if-none-match": old["ETag"]})
    assert new.status_code == 200
    assert body(new) != body(old)


def test_files_of_an_empty_ledger(house, client):
    found = {name: body(client.get(f"/registre/{name}")) for name in FILES}
    assert found["ledger.jsonl"] == b""
    assert found["ledger.csv"].count(b"\n") == 1
    assert json.loads(found["head.json"])["batch"] == 0
    assert json.loads(found["totals.json"])["ledger"]["entries"] == 0


@pytest.mark.parametrize("address", ["", *FILES, "feed/"])
def test_only_reading(house, client, address):
    assert client.post(f"/registre/{address}").status_code == 405


@pytest.mark.parametrize("name", ["", *FILES])
def test_queries_at_one_and_three_entries(house, running, act, client, name):
    def count() -> int:
        body(client.get(f"/registre/{name}"))
        with CaptureQueriesContext(connection) as queries:
            body(client.get(f"/registre/{name}"))
        return len(queries)

    running()
    seal()
    assert LedgerEntry.objects.count() == 1
    once = count()
    act(1)
    act(1)
    seal()
    assert LedgerEntry.objects.count() == 3
    assert (once, count()) == (QUERIES[name], QUERIES[name])


@pytest.mark.parametrize(
    ("prefix", "promised", "unlocked", "delivered"),
    [("/", "40 t", "10 kg", "500 g"), ("/en/", "40 t", "10 kg", "500 g")],
)
def test_the_page_shows_figures_and_head(
    house, three_batches, act, client, prefix, promised, unlocked, delivered
):
    act(2, refusal=Reason.BOT)
    text = client.get(f"{prefix}registre/").text.replace("\xa0", " ")
    values = re.findall(r'class="sum__value">([^<]*)<', text)
    assert values == ["5", "2", "0", "7", promised, unlocked, delivered]
    assert LedgerBatch.objects.get(number=3).hash in text
    assert f"http://testserver{prefix}registre/ledger.jsonl" in text
    assert "check_ledger.py" in text
    for reason in Reason.values:
        assert f'<code class="table__code">{reason}</code>' in text or not reason


def test_the_page_of_an_empty_site_says_what_will_be_there(house, client):
    text = client.get("/registre/").text
    assert text.count("sum__value") == 4
    assert "0" * 64 in text
