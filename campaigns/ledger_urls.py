"""Where the public checks our figures. Addresses are French, like all that is read aloud."""

from django.urls import path

from campaigns.feeds import daily_head_feed
from campaigns.views import ledger

urlpatterns = [
    path("registre/", ledger.how_we_count, name="how_we_count"),
    path("registre/ledger.jsonl", ledger.ledger_jsonl, name="ledger_jsonl"),
    path("registre/ledger.csv", ledger.ledger_csv, name="ledger_csv"),
    path("registre/totals.json", ledger.ledger_totals, name="ledger_totals"),
    path("registre/head.json", ledger.ledger_head, name="ledger_head"),
    path("registre/feed/", daily_head_feed, name="ledger_feed"),
]
