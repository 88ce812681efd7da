"""How we count, and the files with which strangers check it.

The files are streamed, so that a ledger of any length takes little memory. Nothing in them is
personal, and their ETag changes only when they do: any cache may keep them.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from campaigns.domain.ledger.explain import explain_counting
from campaigns.domain.ledger.export import csv_pieces, jsonl_pieces
from campaigns.domain.ledger.head import head_mark, head_of_ledger
from campaigns.domain.ledger.totals import totals_document

MAX_AGE_S = 10
_cacheable = cache_control(public=True, max_age=MAX_AGE_S)


def _head_etag(request: HttpRequest, **kwargs: Any) -> str:
    return f'"{head_mark()[0]}"'


def _sealed_at(request: HttpRequest, **kwargs: Any) -> datetime | None:
    return head_mark()[1]


def _totals_etag(request: HttpRequest, **kwargs: Any) -> str:
    return f'"{totals_document()[1]}"'


def _file(pieces: Iterable[bytes], content_type: str, name: str) -> StreamingHttpResponse:
    disposition = {"Content-Disposition": f'inline; filename="{name}"'}
    return StreamingHttpResponse(pieces, content_type=content_type, headers=disposition)


@require_safe
def how_we_count(request: HttpRequest) -> HttpResponse:
    """Say in plain words how an act is counted, and show the figures of trust."""
    return render(request, "campaigns/how_we_count.html", {"counting": explain_counting()})


@require_safe
@_cacheable
@condition(etag_func=_head_etag, last_modified_func=_sealed_at)
def ledger_jsonl(request: HttpRequest) -> HttpResponseBase:
    """Stream the sealed ledger, one line of JSON for each batch and each entry."""
    pieces = jsonl_pieces(head_of_ledger().batch)
    return _file(pieces, "application/jsonl; charset=utf-8", "ledger.jsonl")


@require_safe
@_cacheable
@condition(etag_func=_head_etag, last_modified_func=_sealed_at)
def ledger_csv(request: HttpRequest) -> HttpResponseBase:
    """Stream the same as a table for spreadsheets."""
    return _file(csv_pieces(head_of_ledger().batch), "text/csv; charset=utf-8", "ledger.csv")


@require_safe
@_cacheable
@condition(etag_func=_totals_etag)
def ledger_totals(request: HttpRequest) -> HttpResponseBase:
    """Send all totals; `manage.py recount` makes the same bytes from the acts."""
    return _file([totals_document()[0]], "application/json", "totals.json")


@require_safe
@_cacheable
@condition(etag_func=_head_etag, last_modified_func=_sealed_at)
def ledger_head(request: HttpRequest) -> HttpResponseBase:
    """Send the one hash that stands for the whole ledger."""
    return _file([head_of_ledger().document()], "application/json", "head.json")
