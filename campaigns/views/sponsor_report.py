"""The page behind a sponsor's link: no account, no cookie, kept by nobody on the way."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import override
from django.views.decorators.http import require_safe

from audience.models import Meter
from campaigns.domain.open_report_link import name_in_address, open_report_link
from campaigns.domain.reports.report_plots import plot_retention, plot_sponsor_days
from campaigns.domain.reports.sponsor_report import SponsorReport
from campaigns.domain.reports.tables import sponsor_table
from campaigns.models import SponsorReportLink
from campaigns.refusals import LinkOver
from campaigns.views.report_files import FORMATS, answer_file


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link with its addresses, as (language, address)."""

    link: SponsorReportLink
    addresses: Sequence[tuple[str, str]]


def link_rows(request: HttpRequest, meter: Meter) -> list[LinkRow]:
    """Return the links that were given for a campaign, the newest first."""
    links = SponsorReportLink.objects.filter(meter=meter).select_related("sponsor", "created_by")
    return [LinkRow(link, _addresses(request, link)) for link in links]


@require_safe
def report(request: HttpRequest, name: str) -> HttpResponseBase:
    """Show a sponsor its report, or send it as a file."""
    try:
        found = open_report_link(name)
    except LinkOver as refusal:
        context = {"refusal": refusal}
        return _private(render(request, "campaigns/report_over.html", context, status=410))
    if found is None:
        raise Http404
    ending = request.GET.get("file", "")
    if ending in FORMATS:
        subject = f"{found.meter.name} {found.sponsor.name}"
        return _private(answer_file(ending, [sponsor_table(found)], subject, found.period))
    return _private(render(request, "campaigns/sponsor_report.html", _context(found)))


def _context(found: SponsorReport) -> dict[str, object]:
    curves = [
        plot_retention(film.retention, f"film-{place}", film.duration_s)
        for place, film in enumerate(found.films)
    ]
    return {
        "report": found,
        "plot": plot_sponsor_days(found.days),
        "films": list(zip(found.films, curves, strict=True)),
    }


def _private(answer: HttpResponseBase) -> HttpResponseBase:
    """Keep the answer out of caches and search engines, and its address out of other sites."""
    patch_cache_control(answer, no_store=True, private=True)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _addresses(request: HttpRequest, link: SponsorReportLink) -> list[tuple[str, str]]:
    found = []
    for language, label in (("fr", "Français"), ("en", "English")):
        with override(language):
            address = reverse("sponsor_report", args=[name_in_address(link)])
        found.append((label, request.build_absolute_uri(address)))
    return found
