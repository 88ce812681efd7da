"""The ledger has one address for each language, read aloud in French."""

import pytest
from django.urls import reverse
from django.utils.translation import override


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("how_we_count", "registre/"),
        ("ledger_jsonl", "registre/ledger.jsonl"),
        ("ledger_csv", "registre/ledger.csv"),
        ("ledger_totals", "registre/totals.json"),
        ("ledger_head", "registre/head.json"),
        ("ledger_feed", "registre/feed/"),
    ],
)
def test_addresses(name, path):
    with override("fr"):
        assert reverse(name) == f"/{path}"
    with override("en"):
        assert reverse(name) == f"/en/{path}"
