"""Gifts as files for the books, for those who keep them."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access

from campaigns.views.report_files import answer_file
from fundraising.book_form import DAYS, BookForm
from fundraising.domain.gift_tables import days_table, movements_table
from fundraising.views.receipt_desk import bookkeeper


@require_admin_access
@never_cache
@require_safe
def books(request: HttpRequest) -> HttpResponseBase:
    """Ask for an organisation and a period, and send the file."""
    bookkeeper(request)
    form = BookForm(request.GET or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "fundraising/admin/books.html", {"form": form}, status=status)
    typed, period = form.cleaned_data, form.period()
    organisation = typed["organisation"]
    tables = [movements_table(organisation, period), days_table(organisation, period)]
    if typed["table"] == DAYS:
        tables.reverse()
    return answer_file(typed["ending"], tables, organisation.name, period)
