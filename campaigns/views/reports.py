"""The reports of the team in the CMS, and the links that it gives to sponsors."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import permission_denied, require_admin_access

from audience.domain.reports.period import Period
from audience.enums import ActKind, ShareChannel
from audience.models import Meter
from campaigns.domain.give_report_link import give_report_link
from campaigns.domain.reports.report_plots import (
    plot_acts,
    plot_plays,
    plot_retention,
    plot_shares,
    plot_sources,
)
from campaigns.domain.reports.report_rights import may_read_reports
from campaigns.domain.reports.tables import Table, film_tables, team_tables
from campaigns.domain.reports.team_reports import (
    ActReport,
    report_of_campaign,
    report_of_film,
    report_of_site,
)
from campaigns.domain.revoke_report_link import revoke_report_link
from campaigns.models import SponsorReportLink
from campaigns.report_forms import PRESETS, PeriodForm, ReportLinkForm
from campaigns.views.report_files import FORMATS, answer_file
from campaigns.views.sponsor_report import link_rows
from media.models import Video
from media.refusals import Refused
from media.views.access import TeamRequest

TITLE = gettext_lazy("Audience and films")
View = Callable[..., HttpResponseBase]


def for_readers(view: View) -> View:
    """Open `view` to those of the team who may read reports."""

    @require_admin_access
    @wraps(view)
    def checked(request: TeamRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_read_reports(request.user):
            return permission_denied(request)
        return view(request, *args, **kwargs)

    return checked


@require_safe
@for_readers
def site(request: TeamRequest) -> HttpResponseBase:
    """Show the acts and films of the whole site in a period."""
    form = PeriodForm(request.GET)
    file = _file(request, form, str(TITLE), lambda period: _tables(request, period))
    context = _acts_context(report_of_site(form.chosen))
    return file or _page(request, "site", form, {"title": str(TITLE), **context})


@require_safe
@for_readers
def campaign(request: TeamRequest, meter_id: int) -> HttpResponseBase:
    """Show one campaign in a period, and its sponsors' links."""
    meter, form = get_object_or_404(Meter, pk=meter_id), PeriodForm(request.GET)
    file = _file(request, form, meter.name, lambda period: _tables(request, period, meter.pk))
    if file:
        return file
    return _campaign(request, meter, form, ReportLinkForm(meter_id=meter.pk))


@require_safe
@for_readers
def film(request: TeamRequest, media_id: int) -> HttpResponseBase:
    """Show how one film was watched in a period."""
    video, form = get_object_or_404(Video, pk=media_id), PeriodForm(request.GET)
    report = report_of_film(video, form.chosen)
    file = _file(request, form, video.title, lambda period: film_tables(report))
    context = {
        "title": video.title,
        "video": video,
        "report": report,
        "days": plot_plays(report.days),
        "curve": plot_retention(report.retention, "retention", video.duration),
    }
    return file or _page(request, "film", form, context)


@require_POST
@for_readers
def give_link(request: TeamRequest, meter_id: int) -> HttpResponseBase:
    """Give a sponsor its link, or say why not; what was chosen stays."""
    meter = get_object_or_404(Meter, pk=meter_id)
    form = ReportLinkForm(request.POST, meter_id=meter.pk)
    if form.is_valid():
        try:
            link = give_report_link(request.user, meter, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, f"{refusal} {refusal.code}")
        else:
            messages.success(request, _("The link is made. Copy it below for %s.") % link.sponsor)
            return redirect("campaign_report", meter.pk)
    return _campaign(request, meter, PeriodForm({}), form, status=422)


@require_POST
@for_readers
def revoke_link(request: TeamRequest, link_id: int) -> HttpResponseBase:
    """Take a link back."""
    link = revoke_report_link(request.user, get_object_or_404(SponsorReportLink, pk=link_id))
    messages.success(request, _("%s cannot use the link any more.") % link.sponsor)
    return redirect("campaign_report", link.meter_id)


def _file(
    request: TeamRequest, form: PeriodForm, subject: str, tables: Callable[[Period], list[Table]]
) -> HttpResponseBase | None:
    """Return the file that the request asks for, if it does and its days are valid."""
    wanted = request.GET.get("file", "")
    if wanted not in FORMATS or not form.is_valid():
        return None
    return answer_file(wanted, tables(form.chosen), subject, form.chosen)


def _tables(request: TeamRequest, period: Period, meter_id: int | None = None) -> list[Table]:
    """Return all tables of acts, the one that the address names first: a CSV holds one."""
    tables = team_tables(period, meter_id)
    first = tables.pop(request.GET.get("table", ""), None)
    return [first, *tables.values()] if first else list(tables.values())


def _campaign(
    request: TeamRequest,
    meter: Meter,
    form: PeriodForm,
    link_form: ReportLinkForm,
    status: int = 200,
) -> HttpResponse:
    context = _acts_context(report_of_campaign(meter, form.chosen)) | {
        "title": meter.name,
        "meter": meter,
        "links": link_rows(request, meter),
        "link_form": link_form,
    }
    return _page(request, "campaign", form, context, status)


def _acts_context(report: ActReport) -> dict[str, Any]:
    kinds = [(kind, ActKind(kind).label) for kind in report.acts.kinds]
    channels = [(ShareChannel(name).label, count) for name, count in report.shares.channels.items()]
    return {
        "report": report,
        "days": plot_acts(report.acts),
        "ways": plot_sources(report.sources),
        "shares": plot_shares(report.shares),
        "channels": channels,
        "kinds": kinds,
    }


def _page(
    request: TeamRequest, name: str, form: PeriodForm, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    query = request.GET.copy()
    for own in ("file", "table"):
        query.pop(own, None)
    way = [{"url": reverse("audience_report"), "label": TITLE}]
    if name != "site":
        way.append({"url": request.path, "label": context["title"]})
    shown = {
        "form": form,
        "presets": [(n, ngettext("%s day", "%s days", n) % n) for n in PRESETS],
        "preset": form.preset,
        "query": query.urlencode(),
        "breadcrumbs_items": way,
        **context,
    }
    template = f"campaigns/admin/report_{name}.html"
    return render(request, template, shown, status=status if form.is_valid() else 422)
